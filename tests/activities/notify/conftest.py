"""A mailbox over a real connector, whose Teams writes everything down."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pytest

from activities.notify.mailbox import Mailbox
from activities.notify.publish import Publisher
from orders.case import CaseDocument, FileFacts, Status, StatusView
from orders.roles import Person, Role, RoleBook
from runtime.connector.client import Connector, open_http
from runtime.connector.pacing import Pacing
from runtime.storage.memory import MemoryStore
from runtime.storage.port import CaseRow, ConversationRef
from support.channel import KeyServer, Recorder, bot_settings

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
AT = NOW.isoformat()
PEOPLE = (
    Person("sara", "Sara", roles=frozenset({Role.REQUESTER})),
    Person("omid", "Omid", roles=frozenset({Role.APPROVER})),
    Person("mina", "مینا", roles=frozenset({Role.APPROVER}), language="fa"),
    Person("reza", "Reza", roles=frozenset({Role.MANAGER})),
)
BOOK = RoleBook({one.object_id: one for one in PEOPLE})
ROW = CaseRow("order-1", "K7Q4MP", "t", "sara", "created", "PO-1.csv", AT, AT)
CASE = CaseDocument(
    "order-1", "K7Q4MP", "t", "sara", "Sara", "19:team", "en", AT,
    file=FileFacts("PO-1.csv", "ab" * 32, 10, "csv"),
)  # fmt: skip


@dataclass(slots=True)
class Post:
    """The sender, its store, and what reached Teams."""

    store: MemoryStore
    publisher: Publisher
    teams: Recorder

    @property
    def mailbox(self) -> Mailbox:
        return self.publisher.mailbox

    def ref(self, reader: str, **changes: Any) -> ConversationRef:
        """How to reach somebody who wrote before."""
        known = ConversationRef(
            "t", reader, f"a:{reader}", self.teams.url, member_id=f"29:{reader}", bot_id="28:bot"
        )
        return replace(known, **changes)

    async def know(self, *readers: str, **changes: Any) -> None:
        for reader in readers:
            await self.store.save_conversation(self.ref(reader, **changes))

    @property
    def sent(self) -> list[tuple[str, str]]:
        """Method and place of every call: `POST a:omid`, `PUT a:omid/a-1`, `POST new`."""
        return [(method, _place(path)) for method, path, _ in self.teams.calls]

    def fail(self, *statuses: int | None) -> None:
        """What Teams answers next; None takes the call."""
        self.teams.plan.extend(statuses)


def _place(path: str) -> str:
    parts = path.replace("%3A", ":").rpartition("v3/conversations")[2].strip("/").split("/")
    return "/".join(one for one in parts if one != "activities") or "new"


def view(version: int = 1, **changes: Any) -> StatusView:
    bare = StatusView(
        "order-1", "K7Q4MP", Status.AWAITING_APPROVAL, "approval", version=version, requester="sara"
    )
    return replace(bare, **changes)


async def _no_pause(_seconds: float) -> None:
    return


@pytest.fixture
async def post() -> AsyncIterator[Post]:
    store = MemoryStore()
    await store.save_case(ROW, CASE)
    async with KeyServer().run() as keys, Recorder().run() as teams, open_http() as http:
        pacing = Pacing(sleep=_no_pause)
        connector = Connector(bot_settings(keys), http, pacing=pacing, sleep=_no_pause)
        publisher = Publisher(store, Mailbox(store, connector), lambda: BOOK, lambda: NOW)
        yield Post(store, publisher, teams)
