"""The case file: opening it, answers, checks, what is frozen for approval."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from pydantic import TypeAdapter
from temporalio import activity

from orders.case import CaseDocument, Status
from orders.draft import order_hash
from orders.issue import Issue, Severity
from orders.reader import Hints, read
from orders.reading import Reading
from orders.roles import RoleBook
from orders.sheet import Workbook
from runtime.storage.port import AuditEntry, Blobs, CaseRow, Store
from workflows.messages import (
    Answers,
    CaseRef,
    Checked,
    Crew,
    Event,
    Events,
    Frozen,
    OpenCase,
    WhoAsks,
)

_GRID = TypeAdapter(Workbook)


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Activities over the store. `book` gives the roles as they stand, `clock` the time in UTC."""

    store: Store
    blobs: Blobs
    hints: Callable[[], Hints]
    book: Callable[[], RoleBook]
    clock: Callable[[], datetime]

    @activity.defn
    async def open_case(self, opening: OpenCase) -> None:
        """Open the case, so that there is something to draw; opening it again changes nothing."""
        if await self.store.case_row(opening.order_id) is not None:
            return
        document = CaseDocument(
            order_id=opening.order_id,
            code=opening.code,
            tenant_id=opening.tenant_id,
            requester=opening.requester,
            requester_name=opening.requester_name,
            conversation=opening.conversation,
            language=opening.language,
            received_at=opening.received_at,
            revision=opening.revision,
        )
        row = CaseRow(
            order_id=opening.order_id,
            code=opening.code,
            tenant_id=opening.tenant_id,
            requester=opening.requester,
            status=str(Status.CREATED),
            title=opening.title,
            received_at=opening.received_at,
            updated_at=self.clock().isoformat(),
        )
        await self.store.save_case(row, document)

    @activity.defn
    async def record_answers(self, answers: Answers) -> None:
        """Put people's fixes and choices on the case as its next revision."""
        case = await self.store.load_case(answers.order_id)
        if case.revision >= answers.revision:
            return
        fixes = tuple(replace(fix, by=answers.by, at=answers.at) for fix in answers.fixes)
        await self._keep(
            replace(
                case,
                revision=answers.revision,
                fixes=(*case.fixes, *fixes),
                choices={**case.choices, **answers.choices},
                order_hash="",
            )
        )

    @activity.defn
    async def check_order(self, ref: CaseRef) -> Checked:
        """Read the order under all fixes, check it, and say how many issues stand."""
        case = await self.store.load_case(ref.order_id)
        reading = read(await self._grid(case), fixes=case.fixes, hints=self.hints())
        issues = (*reading.issues, *_repeated_file(case))
        await self._keep(replace(case, reading=reading, issues=issues))
        return count_issues(issues, lines_of(reading))

    @activity.defn
    async def freeze_order(self, ref: CaseRef) -> Frozen:
        """Fix the hash of the very lines that are shown and will be sent."""
        case = await self.store.load_case(ref.order_id)
        frozen = replace(case, order_hash=order_hash(case))
        await self._keep(frozen)
        warnings = sum(issue.severity is Severity.WARNING for issue in case.issues)
        return Frozen(order_hash=frozen.order_hash, warnings=warnings)

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

    async def _grid(self, case: CaseDocument) -> Workbook:
        sha256 = case.file.sha256 if case.file else ""
        return _GRID.validate_json(await self.blobs.get(f"grids/{sha256}.json"))

    async def _keep(self, case: CaseDocument) -> None:
        await keep_case(self.store, case, self.clock())


async def keep_case(store: Store, case: CaseDocument, now: datetime) -> None:
    """Save a document under the list row that it has already."""
    row = await store.case_row(case.order_id)
    if row is not None:
        await store.save_case(replace(row, updated_at=now.isoformat()), case)


def count_issues(issues: tuple[Issue, ...], lines: int) -> Checked:
    """How many issues of each severity stand, and the first blocker's code."""
    tally: Mapping[Severity, int] = {
        severity: sum(issue.severity is severity for issue in issues) for severity in Severity
    }
    blockers = [issue.code for issue in issues if issue.severity is Severity.BLOCKER]
    return Checked(
        blockers=tally[Severity.BLOCKER],
        errors=tally[Severity.ERROR],
        warnings=tally[Severity.WARNING],
        lines=lines,
        first_blocker=blockers[0] if blockers else "",
    )


def lines_of(reading: Reading | None) -> int:
    """How many lines were read."""
    return sum(len(order.lines) for order in reading.orders) if reading else 0


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
