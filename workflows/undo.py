"""Taking back what was done, last first; the audit stays."""

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from orders.case import Status
    from workflows import ports
    from workflows.journey import Journey
    from workflows.messages import UndoDraft
    from workflows.steps import OVER


async def undo(journey: Journey) -> None:
    """Delete the draft if there may be one, release its key, tell people, keep the audit."""
    state = journey.state
    journey.undoing = True
    journey.move(Status.UNDOING)
    if state.draft_tried:
        undone = await journey.call(
            ports.undo_draft,
            UndoDraft(order_id=journey.start.order_id, revision=state.revision, draft=state.draft),
            firm=True,
        )
        journey.note("draft.undone", how=undone.how)
        if undone.how != "left":
            state.draft = None
    journey.note("case.cancelled", by=state.ending.by if state.ending else "")
    await journey.written()
    await journey.call(ports.finish_audit, journey.ref, firm=True)
    state.undo_until = ""
    state.step = OVER
    journey.move(Status.CANCELLED)
