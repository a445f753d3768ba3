"""The case file: answers, checks, what is frozen, people, events."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

import structlog
from temporalio import activity

from activities.casefile.lane import Lane
from activities.casefile.memory import note_use
from orders.answered import with_answer, without_last
from orders.case import CaseDocument
from orders.draft import order_hash
from orders.errors import StoreUnavailable
from orders.hints import Hints
from orders.issue import Issue, Severity
from orders.lane import AUTO
from orders.panel import shortage
from orders.prices import differing
from orders.remembering import corrected, fingerprints_of, read_remembering
from orders.roles import RoleBook
from orders.rollout import heard
from runtime.anchors import AnchorBooks
from runtime.storage.keeping import keep_case, load_grid
from runtime.storage.port import AuditEntry, Blobs, Store
from workflows.counts import count_issues
from workflows.messages import (
    Answers,
    CaseRef,
    Checked,
    Crew,
    Event,
    Events,
    Frozen,
    WhoAsks,
)

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Activities over the store. `book` gives the roles as they stand, `clock` the time in UTC.

    `books` keep, outside the database, how far the audit has come.
    """

    store: Store
    blobs: Blobs
    hints: Callable[[], Hints]
    book: Callable[[], RoleBook]
    clock: Callable[[], datetime]
    lane: Lane | None = None
    books: AnchorBooks | None = None

    @activity.defn
    async def record_answers(self, answers: Answers) -> None:
        """Put people's fixes and choices on the case as its next revision, or drop the last."""
        case = await self.store.load_case(answers.order_id)
        if case.revision >= answers.revision:
            return
        if answers.undo:
            await self._keep(without_last(case, answers.revision))
            return
        fixes = tuple(replace(fix, by=answers.by, at=answers.at) for fix in answers.fixes)
        await self._keep(with_answer(case, answers.revision, fixes, answers.choices, answers.by))

    @activity.defn
    async def check_order(self, ref: CaseRef) -> Checked:
        """Read the order under all fixes, check it, and say how many issues stand."""
        case = await self.store.load_case(ref.order_id)
        grid = await load_grid(self.blobs, case)
        prints = fingerprints_of(grid, case.fixes)
        known = await self.store.remembered(case.tenant_id, prints)
        # Reading thousands of lines takes seconds, in which other orders go on and this one beats.
        read = await asyncio.to_thread(
            read_remembering, grid, known, fixes=case.fixes, hints=self._heard(case)
        )
        reading = corrected(read, case.fixes)
        found = (*reading.issues, *shortage(case.panel))
        issues = (*_without_chosen(found, case), *_repeated_file(case))
        checked = replace(case, reading=reading, issues=issues)
        await self._keep(checked)
        await note_use(self.store, checked, self.clock())
        return count_issues(checked)

    @activity.defn
    async def freeze_order(self, ref: CaseRef) -> Frozen:
        """Fix the hash of the very lines that are shown and will be sent."""
        case = await self.store.load_case(ref.order_id)
        hashed = order_hash(case)
        report = await self.lane.judge(case, hashed) if self.lane else None
        frozen = replace(case, order_hash=hashed, lane=report)
        await self._keep(frozen)
        taken = self.lane is not None and report is not None and report.mode == AUTO
        warnings = sum(issue.severity is Severity.WARNING for issue in case.issues)
        return Frozen(
            order_hash=hashed,
            warnings=warnings,
            lane=taken,
            lane_minutes=self.lane.rules.undo_minutes if taken and self.lane else 0,
            prices=differing(frozen),
        )

    @activity.defn
    async def find_crew(self, asked: WhoAsks) -> Crew:
        """Look up approvers and managers in the roles file as it stands now."""
        book = self.book()
        return Crew(
            approvers=tuple(person.object_id for person in book.approvers_for(asked.requester)),
            managers=tuple(person.object_id for person in book.managers_for(asked.requester)),
        )

    @activity.defn
    async def record_events(self, events: Events) -> None:
        """Append events to the audit chain; an event written before is skipped."""
        await self.store.append_audit([_entry_of(event) for event in events.events])
        if self.books is not None and events.events:
            try:
                await asyncio.to_thread(self.books.note, await self.store.audit_head())
            except StoreUnavailable as error:
                # The order goes on; at its end, without an anchor, it would not.
                _log.warning("anchors.not_noted", reason=str(error))

    def _heard(self, case: CaseDocument) -> Hints:
        """The rules in force, with what language models said about this file's columns."""
        return heard(self.hints(), case.panel)

    async def _keep(self, case: CaseDocument) -> None:
        await keep_case(self.store, case, self.clock())


def _without_chosen(issues: tuple[Issue, ...], case: CaseDocument) -> tuple[Issue, ...]:
    """The reading's issues, but for the customer's where a person has chosen one in the books."""
    if not case.choices.get("customer"):
        return issues
    return tuple(one for one in issues if one.fields != ("customer",))


def _repeated_file(case: CaseDocument) -> tuple[Issue, ...]:
    if not case.duplicate_of:
        return ()
    return (Issue("DUPLICATE_FILE", Severity.WARNING, facts={"order": case.duplicate_of}),)


def _entry_of(event: Event) -> AuditEntry:
    return AuditEntry(
        order_id=event.order_id,
        key=event.key,
        event_type=event.event_type,
        at=event.at,
        actor_type="user" if event.actor_id else "system",
        actor_id=event.actor_id,
        actor_role=event.actor_role,
        data=event.data,
    )
