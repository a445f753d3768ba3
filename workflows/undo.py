"""Taking back what was done, last first; the audit stays."""

from dataclasses import replace

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from orders.case import DraftRef, Status, Trouble
    from orders.errors import DraftTouched
    from workflows import ports
    from workflows.journey import OVER, Journey
    from workflows.messages import UndoDraft, Undone

STAYS = {"handed": "replaced", "restored": "restored", "voided": "void"}
"""What became of a draft that is still to be seen in the books, and how its card says so."""
ASK_FIRST = "ask-before-undoing-a-touched-draft"


async def undo(journey: Journey) -> None:
    """Delete the draft if there may be one, release its key, tell people, keep the audit."""
    state = journey.state
    journey.undoing = True
    state.undo_until = ""
    journey.move(Status.UNDOING)
    if state.draft_tried:
        undone = await _take_back(journey)
        if undone.how == "left" and workflow.patched(ASK_FIRST):
            undone = await _ask(journey, undone)
        journey.note("draft.undone", how=undone.how)
        state.draft = _left(state.draft, undone.how)
    journey.note("case.cancelled", by=state.ending.by if state.ending else "")
    await journey.written()
    await journey.call(ports.finish_audit, journey.ref, firm=True)
    state.step = OVER
    journey.move(Status.CANCELLED)


def _left(draft: DraftRef | None, how: str) -> DraftRef | None:
    """What of the draft is still to be shown: one that stays, with why."""
    if draft is not None and how in STAYS:
        return replace(draft, state=STAYS[how])
    return draft if how == "left" else None


async def _take_back(journey: Journey, *, force: bool = False) -> Undone:
    state = journey.state
    return await journey.call(
        ports.undo_draft,
        UndoDraft(
            order_id=journey.start.order_id,
            revision=state.revision,
            draft=state.draft,
            force=force,
        ),
        firm=True,
    )


async def _ask(journey: Journey, left: Undone) -> Undone:
    """A person has opened or changed the draft: they say whether it goes all the same."""
    state = journey.state
    state.draft_asked, state.draft_kept = True, False
    await journey.hand_over(Trouble(DraftTouched.__name__, "", workflow.now().isoformat(), 1))
    state.draft_asked, state.trouble = False, None
    if state.draft_kept:
        return left
    journey.move(Status.UNDOING)
    return await _take_back(journey, force=True)
