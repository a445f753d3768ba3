"""What a restart keeps: chats, cards, links, and ids that never repeat."""

import asyncio
import dataclasses
import json

import aiohttp
import pytest

from infra.devservers.teams import start
from tests.infra.devservers.teams.conftest import Teams
from tests.infra.devservers.teams.making import card, card_answer, execute, with_card


@pytest.fixture
async def restart(options, bot, tmp_path):
    """Start the stand-in (again) on the same folder; each call stops the one before."""
    options.files_dir = tmp_path
    started = []
    async with aiohttp.ClientSession() as http:

        async def again():
            port = int(started[-1].url.rpartition(":")[2]) if started else 0
            if started:
                await started.pop().stop()
            started.append(await start(dataclasses.replace(options), port=port))
            return Teams(started[-1].url, started[-1].app, http, bot)

        yield again
        await started.pop().stop()


async def test_a_restart_keeps_chats_views_and_links(restart, bot):
    teams = await restart()
    own_id = await teams.send(with_card(card(actions=[execute("go")])))
    bot.replies(lambda: card_answer(card({"type": "TextBlock", "text": "yours"})))
    _, clicked = await teams.act("click", {"message": own_id, "verb": "go"})
    await teams.act("files", {"name": "a.csv", "base64": "YSxi"})
    url = bot.heard[1]["attachments"][0]["content"]["downloadUrl"]
    before = await teams.good("GET", "/api/people/sara/messages")
    await teams.fake("clock", {"advance": 60})

    teams = await restart()
    assert await teams.good("GET", "/api/people/sara/messages") == before
    assert await teams.call("GET", url) == (200, b"a,b")
    path = f"/conversations/{await teams.chat()}/activities"
    assert (await teams.wire("PUT", f"{path}/{own_id}", with_card(card())))[0] == 200
    status, sent = await teams.wire("POST", f"{path}/{clicked['activity']}", {"type": "message"})
    assert status == 201
    assert int(sent["id"]) > max(int(one["id"]) for one in before)
    await teams.act("redeliver", {"activity": clicked["activity"]})
    assert bot.heard[2] == bot.heard[0]


async def test_the_state_is_written_while_it_runs(restart, tmp_path):
    teams = await restart()
    await teams.act("say", {"text": "remember me"})
    await asyncio.sleep(0.5)
    kept = json.loads((tmp_path / "state.json").read_text("utf-8"))
    assert kept["messages"][0]["activity"]["text"] == "remember me"


async def test_a_restart_is_a_key_rollover(restart):
    teams = await restart()
    keys = await teams.good("GET", "/v1/.well-known/keys")
    teams = await restart()
    assert await teams.good("GET", "/v1/.well-known/keys") != keys
