"""Scripted machines: every port under its own name, with faults on order."""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from temporalio import activity
from temporalio.exceptions import ApplicationError

from orders.case import DraftRef
from orders.errors import BooksUnavailable, DeskError
from runtime.interceptors import translate
from workflows import messages as m
from workflows import ports
from workflows.draft_messages import Annotated, DraftSeen
from workflows.policies import POLICIES
from workflows.posting import Due, Sent
from workflows.renewal import Synced

APPROVERS = ("approver-1", "approver-2")
MANAGERS = ("manager-1",)
BOOKS = frozenset(port.__name__ for port, policy in POLICIES.items() if policy.metered)


def fault(kind: type[DeskError], pause: timedelta | None = None) -> ApplicationError:
    """The error as the worker's interceptor would send it."""
    return translate(kind(retry_after=pause))


class Machines:
    """Answers like machines that do their part; `fail` and `answer` change the script."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.events: list[m.Event] = []
        self.views: list[Any] = []
        self.fresh: list[tuple[str, tuple[str, ...]]] = []
        self.told: list[Any] = []
        """The views that somebody got as a message of their own."""
        self.answers: list[m.Answers] = []
        self.script: dict[str, list[Any]] = defaultdict(list)
        self.drafts: set[str] = set()
        self.hold: dict[str, asyncio.Event] = {}
        self.forced: list[bool] = []
        self.order_of_drafts: list[str] = []
        self.books_pause: timedelta | None = None
        """How long the books ask to be left alone while they are down."""
        self.books_down_until: datetime | None = None
        """Until this moment of the server's time every call on the queue of the books fails."""

    def plan(self, port: Callable[..., Any], *answers: Any) -> None:
        """Queue answers (or errors) of a port; when the queue is empty it answers as usual."""
        self.script[port.__name__].extend(answers)

    async def answer(self, name: str, usual: Any) -> Any:
        self.calls.append(name)
        if name in self.hold:
            while not self.hold[name].is_set():
                activity.heartbeat()
                await asyncio.sleep(0.05)
        down = self.books_down_until
        if (
            name in BOOKS
            and down is not None
            and activity.info().current_attempt_scheduled_time < down
        ):
            raise fault(BooksUnavailable, self.books_pause)
        planned = self.script[name].pop(0) if self.script[name] else usual
        if isinstance(planned, Exception):
            raise planned
        return planned

    def activities(self) -> list[Callable[..., Any]]:
        """One activity per port."""
        usual = {
            "open_case": None,
            "receive_file": m.Received(sha256="ab" * 32, size=10),
            "read_workbook": m.WorkbookRead(sheets=1, rows=3, cells=9),
            "ask_committee": m.Voted(decided=5, unsure=0),
            "check_order": m.Checked(lines=2),
            "find_customer": None,
            "find_items": None,
            "settle_matches": m.Checked(lines=2),
            "freeze_order": m.Frozen(order_hash="hash-1"),
            "claim_lane": m.LaneClaim(granted=True),
            "find_crew": m.Crew(approvers=APPROVERS, managers=MANAGERS),
            "learn_template": m.Learned(template_id="0123456789", version=1),
            "finish_audit": None,
            "probe_books": None,
            "look_at_draft": DraftSeen(state="draft"),
            "annotate_draft": Annotated(how="attached"),
            "sync_catalogue": Synced(customers=1, items=2, synced_at="2026-01-05T08:00:00+00:00"),
            "collect_deliveries": Due(),
            "take_deliveries": None,
            "deliver": Sent(state="delivered"),
            "bury_delivery": Sent(state="dead"),
        }
        made = [self._plain(name, answer) for name, answer in usual.items()]
        return [*made, *self._kept()]

    def _plain(self, name: str, usual: Any) -> Callable[..., Any]:
        port = getattr(ports, name)

        async def run(argument: Any) -> Any:
            return await self.answer(name, usual)

        run.__annotations__ = dict(port.__annotations__)
        run.__annotations__["argument"] = next(iter(port.__annotations__.values()))
        return activity.defn(name=name)(run)

    def _kept(self) -> list[Callable[..., Any]]:
        @activity.defn(name="record_answers")
        async def record_answers(answers: m.Answers) -> None:
            self.answers.append(answers)
            await self.answer("record_answers", None)

        @activity.defn(name="create_draft")
        async def create_draft(draft: m.DraftOrderRef) -> DraftRef:
            made = await self.answer("create_draft", DraftRef("1", "SO-00001"))
            self.drafts.add(draft.order_id)
            self.order_of_drafts.append(draft.order_id)
            return made

        @activity.defn(name="undo_draft")
        async def undo_draft(undo: m.UndoDraft) -> m.Undone:
            self.drafts.discard(undo.order_id)
            self.forced.append(undo.force)
            return await self.answer("undo_draft", m.Undone(how="deleted"))

        @activity.defn(name="publish")
        async def publish(publish: m.Publish) -> m.Published:
            self.views.append(publish.view)
            if publish.fresh:
                self.fresh.append((publish.occasion, publish.fresh))
                self.told.append(publish.view)
            return await self.answer("publish", m.Published())

        @activity.defn(name="record_events")
        async def record_events(events: m.Events) -> None:
            await self.answer("record_events", None)
            known = {event.key for event in self.events}
            self.events.extend(event for event in events.events if event.key not in known)

        return [record_answers, create_draft, undo_draft, publish, record_events]

    @property
    def event_types(self) -> list[str]:
        return [event.event_type for event in self.events]
