"""Chats and file links that outlive the process, if a folder is given."""

import asyncio
import contextlib
import dataclasses
import json
import time
from collections.abc import AsyncIterator
from pathlib import Path

from aiohttp import web

from infra.devservers.teams.files import FileHost, StoredFile
from infra.devservers.teams.keep import FILES, WORLD
from infra.devservers.teams.options import Json
from infra.devservers.teams.state import Conversation, Message, View, World

_SETTLE_SECONDS = 0.2
_REST = 20
"""How much longer than a writing the pause after it is: a long history must not fill the day."""
_FILE_FIELDS = ("name", "unique_id", "token", "born")


async def remember(app: web.Application) -> AsyncIterator[None]:
    """Bring the last state back at start, and write it down after each change.

    The real service forgets nothing either: a bot that is killed finds its chats again. Keys and
    faults are not kept, so a restart is a key rollover too.
    """
    folder = app[FILES].folder
    if folder is None:
        yield
        return
    place = folder / "state.json"
    if place.exists():
        restore(app[WORLD], app[FILES], json.loads(place.read_text("utf-8")))
    writer = asyncio.create_task(_write_on_news(app[WORLD], app[FILES], place))
    yield
    writer.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await writer
    _write(app[WORLD], app[FILES], place)


def snapshot(world: World, host: FileHost) -> Json:
    """Everything worth keeping, as JSON."""
    chats = world.conversations.values()
    return {
        "last_id": world.last_id,
        "ahead": world.ahead,
        "messages": [dataclasses.asdict(one) for one in world.messages.values()],
        "delivered": world.delivered,
        "chats": [{"id": one.id, "kind": one.kind, "members": one.members} for one in chats],
        "known": {one.id: sorted(one.known_activities) for one in chats},
        "files": [
            {name: getattr(one, name) for name in _FILE_FIELDS} for one in host.files.values()
        ],
    }


def restore(world: World, host: FileHost, kept: Json) -> None:
    """Take a snapshot over."""
    world.last_id, world.ahead = kept["last_id"], kept["ahead"]
    for one in kept["messages"]:
        views = {who: View(**view) for who, view in one["views"].items()}
        world.messages[one["id"]] = Message(**{**one, "views": views})
    world.delivered = {name: (who, activity) for name, (who, activity) in kept["delivered"].items()}
    for one in kept["chats"]:
        known = set(kept["known"][one["id"]])
        world.conversations[one["id"]] = Conversation(**one, known_activities=known)
    for one in kept["files"]:
        host.files[one["unique_id"]] = StoredFile(**one, path=host.path_of(one["token"]))


async def _write_on_news(world: World, host: FileHost, place: Path) -> None:
    seen, spent = 0, 0.0
    while True:
        await world.journal.wait(seen, 3600)
        await asyncio.sleep(_SETTLE_SECONDS + _REST * spent)
        seen, began = world.journal.last, time.monotonic()
        _write(world, host, place)
        spent = time.monotonic() - began


def _write(world: World, host: FileHost, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    fresh = place.with_suffix(".new")
    fresh.write_text(json.dumps(snapshot(world, host), ensure_ascii=False), "utf-8")
    fresh.replace(place)
