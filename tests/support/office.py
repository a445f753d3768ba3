"""The handlers over a real Temporal server and a real store, with scripted machines."""

import asyncio
import itertools
import json
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from stores import migrated
from temporalio import activity
from temporalio.client import Client
from temporalio.worker import Worker

import bot.handlers.wired  # registers every handler
from bot.desk import Desk, Rules
from bot.handlers import router
from bot.middleware import apologise, chain
from bot.order_desk import OrderDesk
from bot.turn import Action, Answer, Attachment, CardAnswer, TextAnswer, Turn, TurnKind
from infra.processes.worker import workflow_runner
from orders.approval import Actor, Ladder
from orders.case import CaseDocument, FileFacts, StatusView
from orders.issue import Issue
from orders.reading import Reading
from orders.roles import Person, Role, RoleBook
from runtime.connector.client import Connector, open_http
from runtime.interceptors import DeskInterceptor
from runtime.storage.port import CaseRow
from runtime.storage.sql import SqlStore
from support.channel import KeyServer, Recorder, bot_settings
from support.drive import APPROVER, MANAGER, REQUESTER, SECOND, TENANT, start_of
from support.machines import Machines
from support.server import dev_server
from workflows import messages as m
from workflows.order import OrderWorkflow
from workflows.policies import BOOKS_QUEUE_SUFFIX

FILE_INFO = "application/vnd.microsoft.teams.file.download.info"
AUDITOR = Actor("auditor-1", TENANT, "Lina", "auditor-1", frozenset({Role.AUDITOR}))
GUEST = Actor("guest-1", TENANT, "Gil", "guest-1", frozenset({Role.REQUESTER}))
STRANGER = replace(GUEST, tenant_id="tenant-2")
EVERYBODY = (REQUESTER, APPROVER, SECOND, MANAGER, AUDITOR, GUEST)
QUEUE = "desk"
WIRED = bot.handlers.wired.HANDLERS
_NUMBERS = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Book:
    """A directory that never changes."""

    book: RoleBook


class Scribes(Machines):
    """Scripted machines that keep rows and documents as the real ones do."""

    def __init__(self, store: SqlStore) -> None:
        super().__init__()
        self.store = store
        self.issues: dict[str, tuple[Issue, ...]] = {}
        self.readings: dict[str, Reading] = {}
        self.inputs: dict[str, m.OpenCase] = {}

    def activities(self) -> list[Callable[..., Any]]:
        made = [one for one in super().activities() if _name(one) not in ("open_case", "publish")]
        return [*made, *self._written()]

    def _written(self) -> list[Callable[..., Any]]:
        @activity.defn(name="open_case")
        async def open_case(opening: m.OpenCase) -> None:
            self.inputs[opening.order_id] = opening
            if await self.store.case_row(opening.order_id) is None:
                await self.store.save_case(*_opened(opening))
            await self.answer("open_case", None)

        @activity.defn(name="publish")
        async def publish(publish: m.Publish) -> m.Published:
            await self._list(publish.view)
            return await self.answer("publish", m.Published())

        return [open_case, publish]

    async def _list(self, view: StatusView) -> None:
        row, case = await self.store.case_row(view.order_id), None
        assert row is not None
        known = await self.store.load_case(view.order_id)
        name = known.file.name if known.file else ""
        issues, reading = self.issues.get(name, ()), self.readings.get(name)
        case = replace(known, revision=view.revision, issues=issues, reading=reading)
        listed = replace(
            row,
            status=str(view.status),
            waiting_for=str(view.waiting_for),
            approvers=(*view.approvers, *view.escalated_to),
        )
        await self.store.save_case(listed, case)


def _name(one: Callable[..., Any]) -> str:
    defined: str = activity._Definition.must_from_callable(one).name or ""
    return defined


def _opened(opening: m.OpenCase) -> tuple[CaseRow, CaseDocument]:
    row = CaseRow(
        opening.order_id,
        opening.code,
        opening.tenant_id,
        opening.requester,
        "created",
        opening.title,
        opening.received_at,
        opening.received_at,
    )
    case = CaseDocument(
        opening.order_id,
        opening.code,
        opening.tenant_id,
        opening.requester,
        opening.requester_name,
        opening.conversation,
        opening.language,
        opening.received_at,
        file=FileFacts(opening.title, "ab" * 32, 10, "csv"),
    )
    return row, case


@dataclass(slots=True)
class Office:
    """One desk in this process, and the people who use it."""

    desk: Desk
    client: Client
    machines: Scribes
    teams: Recorder
    now: list[datetime] = field(default_factory=lambda: [datetime(2026, 11, 21, 9, tzinfo=UTC)])

    @property
    def store(self) -> SqlStore:
        """The store that rows and documents lie in."""
        return self.machines.store

    async def hear(self, turn: Turn) -> Answer:
        """What the handlers answer, errors apologised for as behind the door."""

        async def dispatch(heard: Turn) -> Answer:
            return await router.dispatch(heard, self.desk)

        return await chain([apologise], dispatch)(turn)

    async def write(self, who: Actor, text: str, **changes: Any) -> Answer:
        """A message."""
        return await self.hear(self.turn(who, text=text, **changes))

    async def press(self, who: Actor, verb: str, row: CaseRow, **inputs: str) -> Answer:
        """A click on the order's card at its present revision; `__` in an input's id is `/`."""
        case = await self.store.load_case(row.order_id)
        named = {name.replace("__", "/"): value for name, value in inputs.items()}
        return await self.click(who, Action(verb, row.code, case.revision, named))

    async def click(self, who: Actor, action: Action, **changes: Any) -> Answer:
        """A click with just this in it."""
        given = {"kind": TurnKind.ACTION, "action": action, "invoke": "adaptiveCard/action"}
        return await self.hear(self.turn(who, **{**given, **changes}))

    async def drop(self, who: Actor, *files: Attachment, **changes: Any) -> Answer:
        """A message with files."""
        return await self.hear(self.turn(who, attachments=files, **changes))

    def turn(self, who: Actor, **changes: Any) -> Turn:
        """A turn of a person's, as the door and the middleware would have made it."""
        number = next(_NUMBERS)
        given = {
            "kind": TurnKind.MESSAGE,
            "activity_id": f"act-{number}",
            "tenant_id": who.tenant_id,
            "object_id": who.object_id,
            "conversation_id": f"a:{who.object_id}",
            "service_url": "https://smba.trafficmanager.net/amer/",
            "name": who.name,
            "timestamp": self.now[0].isoformat(),
            "actor": who,
        }
        return Turn(**{**given, **changes})

    async def order(self, status: str = "awaiting_review", who: Actor = REQUESTER) -> CaseRow:
        """A fresh order of somebody's, once it stands at a status."""
        file = attachment()
        await self.drop(who, file)
        return await self.listed(file.name, status, who)

    async def to_approval(self) -> CaseRow:
        """A fresh order that waits for the approvers."""
        row = await self.order()
        await self.press(REQUESTER, "submit", row)
        return await self.until(row, "awaiting_approval")

    async def listed(self, title: str, status: str = "", who: Actor = REQUESTER) -> CaseRow:
        """The newest order of a file's name, once it stands at a status."""
        rows: list[CaseRow] = []
        for _ in range(400):
            rows = await self.store.cases_of(who.tenant_id, who.object_id, limit=500)
            rows = [row for row in rows if row.title == title]
            if rows and (not status or rows[0].status == status):
                return rows[0]
            await asyncio.sleep(0.05)
        raise AssertionError(f"{title}: {[row.status for row in rows]}")

    async def until(self, row: CaseRow, status: str) -> CaseRow:
        """The order's row once it stands at a status."""
        found: CaseRow | None = None
        for _ in range(400):
            found = await self.store.case_row(row.order_id)
            if found is not None and found.status == status:
                return found
            await asyncio.sleep(0.05)
        raise AssertionError(f"still {found}")

    async def view(self, row: CaseRow) -> StatusView:
        """What the workflow says of itself."""
        view = await self.desk.orders.status(row.order_id)
        assert view is not None
        return view

    def later(self, **passed: float) -> None:
        """Let time pass on the desk's clock."""
        self.now[0] += timedelta(**passed)

    def without_workers(self) -> "Office":
        """The same desk with a task queue that nobody works on."""
        return self.over(OrderDesk(self.client, f"nobody-{next(_NUMBERS)}"))

    def over(self, orders: OrderDesk) -> "Office":
        """The same desk over another door to Temporal."""
        return replace(self, desk=replace(self.desk, orders=orders))

    async def stalled(self, *issues: Issue) -> CaseRow:
        """An order whose worker died behind its first card: rows and cards, but no verdicts."""
        number = f"{next(_NUMBERS):04d}"
        row, case = _opened(opening_of(f"order-stalled-{number}", f"ST{number}"))
        start = start_of(order_id=row.order_id, code=row.code)
        await self.without_workers().desk.orders.start(start)
        row = replace(row, status="awaiting_review", approvers=(APPROVER.object_id,))
        await self.store.save_case(row, replace(case, issues=issues))
        return row

    async def lost(self) -> CaseRow:
        """A row whose workflow is gone from Temporal, as after its retention."""
        number = f"{next(_NUMBERS):04d}"
        row, case = _opened(opening_of(f"order-lost-{number}", f"GN{number}"))
        row = replace(row, status="completed")
        await self.store.save_case(row, case)
        return row


def opening_of(order_id: str, code: str) -> m.OpenCase:
    """The opening of an order of Sara's."""
    return m.OpenCase(
        order_id=order_id,
        revision=1,
        code=code,
        tenant_id=TENANT,
        requester=REQUESTER.object_id,
        requester_name=REQUESTER.name,
        conversation=f"a:{REQUESTER.object_id}",
        language="en",
        received_at="2026-11-21T08:00:00+00:00",
        title=f"{code}.csv",
    )


def attachment(name: str = "", **changes: Any) -> Attachment:
    """A file as Teams announces it, of a name and id of its own."""
    number = next(_NUMBERS)
    unique = uuid.uuid4().hex
    given = {
        "name": name or f"order number {number} {unique[:6]}.csv",
        "content_type": FILE_INFO,
        "download_url": f"https://files.example/{unique}?tempauth=secret",
        "content_url": f"https://files.example/kept/{unique}",
        "unique_id": unique,
    }
    return Attachment(**{**given, **changes})


def text_of(answer: Answer) -> str:
    """Everything an answer says, without the marks that isolate runs."""
    match answer:
        case CardAnswer(content):
            said = json.dumps(content, ensure_ascii=False)
        case TextAnswer(text):
            said = text
        case _:
            said = getattr(answer, "message", "")
    return said.translate({0x2066: None, 0x2067: None, 0x2068: None, 0x2069: None})


def book_of(*people: Actor) -> RoleBook:
    """The roles file's book of these people."""
    return RoleBook(
        {one.object_id: Person(one.object_id, one.name, one.tenant_id, one.roles) for one in people}
    )


@asynccontextmanager
async def open_office(folder: Path) -> AsyncIterator[Office]:
    """A Temporal server, its workers, a SQLite store, and a desk over them."""
    async with (
        dev_server() as env,
        migrated("", folder) as store,
        KeyServer().run() as keys,
        Recorder().run() as teams,
        open_http() as http,
    ):
        machines = Scribes(store)
        rules = Rules(
            ladder=Ladder(),
            undo_hours=24,
            watch_hours=168,
            books_retry_seconds=60,
            books_give_up_hours=72,
            file_hosts=("files.example",),
        )
        now = [datetime(2026, 11, 21, 9, tzinfo=UTC)]
        desk = Desk(
            store,
            OrderDesk(env.client, QUEUE),
            Book(book_of(*EVERYBODY)),
            lambda: now[0],
            rules,
            Connector(bot_settings(keys), http),
        )
        activities = machines.activities()
        async with (
            Worker(
                env.client,
                task_queue=QUEUE,
                workflows=[OrderWorkflow],
                activities=activities,
                workflow_runner=workflow_runner(),
                interceptors=[DeskInterceptor()],
            ),
            Worker(env.client, task_queue=f"{QUEUE}{BOOKS_QUEUE_SUFFIX}", activities=activities),
        ):
            yield Office(desk, env.client, machines, teams, now)
