"""The door's own decisions; everything it answers is in tests/scenarios/door."""

import ast
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import bot
from bot.errands import Errands
from bot.inbox import Inbox
from bot.teams import _NoAuthentication, _NoClients
from bot.turn import TextAnswer, Turn, TurnKind
from runtime.codec import new_key, parse_keyring
from runtime.codec.box import Box
from runtime.storage.memory import MemoryStore
from tests.support.channel import running_bot

SDK = ("botbuilder", "botframework", "msrest", "msal")


def test_only_this_file_knows_the_sdk():
    room = Path(bot.__file__).parent.parent
    knowing = {
        path.relative_to(room).as_posix()
        for folder in ("bot", "runtime", "cards", "orders", "workflows", "activities")
        for path in (room / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [a.name for a in node.names]
        )
        if name.partition(".")[0] in SDK
    }
    assert knowing == {"bot/teams.py"}


async def test_the_sdks_own_doors_are_shut():
    shut = _NoAuthentication()
    with pytest.raises(PermissionError):
        await shut.authenticate_request(None, "Bearer x")
    with pytest.raises(PermissionError):
        await shut.authenticate_streaming_request("Bearer x", "msteams")
    assert isinstance(shut.create_connector_factory(None), _NoClients)


async def test_with_too_much_under_way_the_door_asks_for_patience():
    async with running_bot() as bot:
        bot.door._errands = Errands(most=0)
        assert (await bot.post())[0] == 429
        assert bot.turns == []


async def test_a_kept_upload_that_cannot_be_read_is_given_up_and_stops_none():
    store, box = MemoryStore(), Box(parse_keyring(new_key()))
    async with running_bot() as bot:
        inbox = Inbox(store, box, lambda: datetime(2026, 1, 5, 8, tzinfo=UTC))
        bot.door.keep_uploads(inbox)
        for number, raw in enumerate(({"type": 7}, bot.activity())):
            await inbox.keep(Turn(TurnKind.MESSAGE, str(number), "t", "o", "c", "s"), raw)
        await bot.door.sweep(timedelta(0))
        assert len(bot.turns) == 1
        assert await store.uploads("9") == []


async def test_an_invoke_is_not_sent_as_a_message():
    async with running_bot() as bot:
        bot.answer = TextAnswer("only here")
        await bot.post(bot.click())
        await bot.settle()
        assert bot.recorder.calls == []
