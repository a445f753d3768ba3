"""The road of one order, one short function per step."""

from collections.abc import Awaitable, Callable

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from orders.case import Status, Trouble, WaitingFor
    from workflows import ports
    from workflows.aftercare import open_aftercare, undo_window
    from workflows.journey import OVER, Journey, WithdrawnError, block
    from workflows.lane import take_lane
    from workflows.messages import (
        Checked,
        DraftOrderRef,
        Learn,
        OpenCase,
        Receive,
        WhoAsks,
    )
    from workflows.state import OrderInput
    from workflows.waiting import wait_for

FIRST = "open_case"
"""The step before anything can be drawn."""

MEMORY = "learn-template"
"""Approved orders have taught their template since this patch."""


async def open_case(journey: Journey) -> None:
    """Open the case, so that the first card can be drawn."""
    start = journey.start
    common = start.model_dump(include=set(OpenCase.model_fields) & set(OrderInput.model_fields))
    await journey.call(
        ports.open_case,
        OpenCase(**common, revision=journey.state.revision, title=start.file.name),
    )
    origin = {"split_from": start.origin.code} if start.origin else {}
    journey.note("case.created", actor=start.requester, tenant=start.tenant_id, **origin)
    journey.state.heard_at = workflow.now().isoformat()
    journey.state.step = "receive_file"


async def receive_file(journey: Journey) -> None:
    """Fetch and store the file."""
    state = journey.state
    state.replaced = False
    journey.move(Status.STORING_FILE)
    received = await journey.call(
        ports.receive_file,
        Receive(order_id=journey.start.order_id, revision=state.revision, file=state.file),
    )
    journey.note("file.stored", sha256=received.sha256, size=str(received.size))
    state.step = "read_workbook"


async def read_workbook(journey: Journey) -> None:
    """Open the file where it can do no harm."""
    journey.move(Status.PARSING)
    read = await journey.call(ports.read_workbook, journey.ref)
    journey.note("parse.completed", sheets=str(read.sheets), rows=str(read.rows))
    journey.state.step = "committee"


async def committee(journey: Journey) -> None:
    """Let the committee say which column serves which field."""
    journey.move(Status.RUNNING_COMMITTEE)
    voted = await journey.call(ports.ask_committee, journey.ref)
    journey.note("committee.completed", decided=str(voted.decided), unsure=str(voted.unsure))
    journey.state.step = "checks"


async def checks(journey: Journey) -> None:
    """Check everything; where something is wrong, wait until people corrected it."""
    journey.move(Status.CHECKING)
    await _write_answers(journey)
    checked = await journey.call(ports.check_order, journey.ref)
    if checked.blockers:
        block(checked.first_blocker, workflow.now().isoformat())
    if checked.errors:
        await _ask(journey, checked, Status.AWAITING_CORRECTIONS, WaitingFor.CORRECTIONS)
    else:
        journey.state.step = "matching"


async def matching(journey: Journey) -> None:
    """Find customer and items side by side; where either is open, wait for a choice."""
    journey.move(Status.RESOLVING)
    await _write_answers(journey)
    await journey.call_both(ports.find_customer, ports.find_items, journey.ref)
    settled = await journey.call(ports.settle_matches, journey.ref)
    if settled.errors:
        await _ask(journey, settled, Status.AWAITING_SELECTION, WaitingFor.SELECTION)
    else:
        journey.state.step = "review"


async def _summon_managers(journey: Journey) -> None:
    """Bring the order before the managers, once: some answers only they can give."""
    state = journey.state
    if state.summoned:
        return
    crew = await journey.call(ports.find_crew, WhoAsks(requester=journey.start.requester))
    state.managers = state.fresh = crew.managers
    state.summoned = True
    journey.note("manager.asked", to=",".join(crew.managers))


async def review(journey: Journey) -> None:
    """Show the requester what will be sent, and wait until they send it."""
    state = journey.state
    state.submitted = False
    frozen = await journey.call(ports.freeze_order, journey.ref)
    state.order_hash, state.prices = frozen.order_hash, frozen.prices
    if frozen.lane and not state.reported and workflow.patched("auto-create-lane"):
        await take_lane(journey, frozen.lane_minutes)
        if state.step != "review":
            return
    if await wait_for(
        journey,
        Status.AWAITING_REVIEW,
        WaitingFor.REVIEW,
        lambda: state.submitted or state.replaced or bool(state.answers),
    ):
        _go_on(journey, "approval" if state.submitted and not state.answers else "checks")


async def approval(journey: Journey) -> None:
    """Ask the approvers; whoever answers first decides."""
    state = journey.state
    while not state.approvers:
        journey.move(Status.CHECKING)
        crew = await journey.call(ports.find_crew, WhoAsks(requester=journey.start.requester))
        state.approvers, state.managers = crew.approvers, crew.managers
        if not crew.approvers:
            await journey.hand_over(Trouble("NoApprover", "", workflow.now().isoformat(), 1))
        state.trouble = None
    if WaitingFor.APPROVAL not in state.clocks:
        state.fresh, state.escalated_to = state.approvers, ()
        journey.note("approval.sent", to=",".join(state.approvers), order_hash=state.order_hash)

    def decided() -> bool:
        return state.decision is not None

    if await wait_for(journey, Status.AWAITING_APPROVAL, WaitingFor.APPROVAL, decided):
        approved = state.decision is not None and state.decision.verb == "approve"
        journey.move(Status.CREATING_DRAFT if approved else Status.REJECTED)
        state.step = "create_draft" if approved else "finish_audit"


async def create_draft(journey: Journey) -> None:
    """Create the one draft of what was approved, once the approval is in the audit."""
    state = journey.state
    journey.move(Status.CREATING_DRAFT)
    await journey.written()
    if state.cancelled:
        raise WithdrawnError
    state.draft_tried = True
    state.draft = await journey.call(
        ports.create_draft,
        DraftOrderRef(
            order_id=journey.start.order_id,
            revision=state.revision,
            order_hash=state.order_hash,
            approved_by=state.decision.by if state.decision else "",
        ),
        firm=True,
    )
    updated = {"updates": state.draft.updates} if state.draft.updates else {}
    number = state.draft.number
    journey.note("draft.created", order_hash=state.order_hash, number=number, **updated)
    state.step = "finish_audit"


async def finish_audit(journey: Journey) -> None:
    """Close the audit; a created draft may still be taken back for a while."""
    state = journey.state
    if state.draft is not None and workflow.patched(MEMORY):
        await _remember(journey)
    await journey.written()
    await journey.call(ports.finish_audit, journey.ref, firm=True)
    if state.cancelled:
        raise WithdrawnError
    state.step = OVER
    if state.draft is not None:
        journey.tell_requester()
        open_aftercare(journey)
        state.step = "undo_window"
        journey.note("case.completed", number=state.draft.number)
        journey.move(Status.COMPLETED)


async def _remember(journey: Journey) -> None:
    """Keep how this order's columns were understood, for the next file like it."""
    by = journey.state.decision.by if journey.state.decision else ""
    learn = Learn(order_id=journey.start.order_id, revision=journey.state.revision, by=by)
    learned = await journey.call(ports.learn_template, learn, firm=True)
    if learned.version:
        journey.note("template.saved", template=learned.template_id, version=str(learned.version))


async def wait_for_file(journey: Journey, trouble: Trouble) -> None:
    """The file cannot become an order: wait for another one, or until an answer is undone."""
    state = journey.state
    state.trouble = trouble
    journey.note("file.blocked", kind=trouble.kind)
    if await wait_for(
        journey,
        Status.BLOCKED,
        WaitingFor.FILE,
        lambda: state.replaced or bool(state.answers),
    ):
        _go_on(journey, "checks")


async def _ask(journey: Journey, checked: Checked, status: Status, what: WaitingFor) -> None:
    """Wait for answers; the step then runs again, or an earlier one where it must."""
    state = journey.state
    state.guarded = bool(checked.guarded)
    if checked.guarded and workflow.patched("manager-answers"):
        await _summon_managers(journey)
    journey.note("issue.raised", errors=str(checked.errors), warnings=str(checked.warnings))
    if await wait_for(journey, status, what, lambda: state.replaced or bool(state.answers)):
        fixed = any(answers.fixes or answers.undo for answers in state.answers)
        _go_on(journey, "checks" if fixed else state.step)


def _go_on(journey: Journey, step: str) -> None:
    """Take the next step; a replaced file starts the road again."""
    state = journey.state
    state.trouble = None
    if state.replaced:
        state.clocks.clear()
    state.step = "receive_file" if state.replaced else step


async def _write_answers(journey: Journey) -> None:
    """Put queued answers on the case, oldest first."""
    state = journey.state
    while state.answers:
        await journey.call(ports.record_answers, state.answers[0])
        del state.answers[0]


STEPS: dict[str, Callable[[Journey], Awaitable[None]]] = {
    "open_case": open_case,
    "receive_file": receive_file,
    "read_workbook": read_workbook,
    "committee": committee,
    "checks": checks,
    "matching": matching,
    "review": review,
    "approval": approval,
    "create_draft": create_draft,
    "finish_audit": finish_audit,
    "undo_window": undo_window,
}
"""Every step by name; a test holds that the road is complete."""
