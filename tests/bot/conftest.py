"""Turns to play with, and a desk that hears them."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.turn import Action, Turn, TurnKind
from support.office import Office, open_office
from tests.support.channel import SARA, TENANT


@pytest.fixture
def make_turn():
    """A turn of Sara's; a verb makes it a click."""

    def build(text="", verb="", **changes):
        given = {
            "kind": TurnKind.ACTION if verb else TurnKind.MESSAGE,
            "activity_id": "act-1",
            "tenant_id": TENANT,
            "object_id": SARA,
            "conversation_id": "a:chat-1",
            "service_url": "https://smba.trafficmanager.net/amer/",
            "name": "Sara",
            "member_id": "29:sara",
            "bot_id": "28:bot",
            "timestamp": "2026-11-21T09:00:00Z",
            "text": text,
            "action": Action(verb, "K7Q4MP", 1) if verb else None,
            "invoke": "adaptiveCard/action" if verb else "",
        }
        return Turn(**{**given, **changes})

    return build


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def office(tmp_path_factory) -> AsyncIterator[Office]:
    """The handlers over one Temporal server for all tests of this room."""
    async with open_office(tmp_path_factory.mktemp("office")) as office:
        yield office
