"""After the draft: a note on it, a watch over it, time to take it back."""

from dataclasses import replace
from datetime import datetime, timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workflows import ports
    from workflows.draft_messages import DraftAt, DraftNote
    from workflows.journey import OVER, Journey, WithdrawnError
    from workflows.waiting import reached

AFTERCARE = "annotate-and-watch-the-draft"
FIRST_LOOK = timedelta(minutes=5)
LONGEST_PAUSE = timedelta(hours=8)
GONE = frozenset({"deleted", "void", "invoiced"})
"""What ends the watch, and with it the time in which a cancel can take the draft back."""


def open_aftercare(journey: Journey) -> None:
    """Say until when a cancel takes the draft back, and until when it is watched."""
    start, state, now = journey.start, journey.state, workflow.now()
    state.undo_until = (now + timedelta(hours=start.undo_hours)).isoformat()
    longest = max(start.undo_hours, start.watch_hours)
    state.watch_until = (now + timedelta(hours=longest)).isoformat()


async def undo_window(journey: Journey) -> None:
    """Stay a while, so that a cancel can still take the draft back and people see what it became."""
    state = journey.state
    if workflow.patched(AFTERCARE):
        await _annotate(journey)
        await _watch(journey)
        if state.cancelled:
            raise WithdrawnError
    else:
        await _stay(journey, until=state.undo_until)
    state.undo_until = ""
    state.step = OVER
    state.touch(workflow.now())


async def _annotate(journey: Journey) -> None:
    """Hang file and approval on the draft; it is a convenience, so trouble stops nothing."""
    state = journey.state
    if state.annotated or state.draft is None:
        return
    note = DraftNote(
        order_id=journey.start.order_id,
        revision=state.revision,
        draft_id=state.draft.draft_id,
        approver=state.decision.name or state.decision.by if state.decision else "",
        order_hash=state.order_hash,
    )
    done = await journey.ask_beside(ports.annotate_draft, note)
    state.annotated = True
    journey.note("draft.annotated", how=done.how if done else "failed")


async def _watch(journey: Journey) -> None:
    """Look at the draft, ever less often: nine calls to the books on the first day."""
    state = journey.state
    while state.draft is not None and state.draft.state not in GONE:
        now, ends = workflow.now(), _time(state.watch_until)
        if state.undo_until and now >= _time(state.undo_until):
            state.undo_until = ""
            state.touch(now)
        if now >= ends:
            return
        pause = min(LONGEST_PAUSE, FIRST_LOOK * 2 ** min(state.looks, 10))
        pause = pause if journey.start.watch_hours else ends - now
        # The end of the undo window is a moment of its own: from then on the card says so.
        marks = [ends, now + pause, *([_time(state.undo_until)] if state.undo_until else [])]
        await _stay(journey, until=min(marks).isoformat())
        if journey.start.watch_hours and workflow.now() >= now + pause:
            await _look(journey)


async def _look(journey: Journey) -> None:
    state = journey.state
    if state.draft is None:
        return
    state.looks += 1
    at = DraftAt(
        order_id=journey.start.order_id, revision=state.revision, draft_id=state.draft.draft_id
    )
    seen = await journey.ask_beside(ports.look_at_draft, at)
    if seen is None or seen.state == (state.draft.state or "draft"):
        return
    state.draft = replace(state.draft, state=seen.state)
    journey.note("draft.seen", state=seen.state, number=state.draft.number)
    state.touch(workflow.now())


async def _stay(journey: Journey, until: str) -> None:
    """Wait. Raises `WithdrawnError` on a cancel and `LongHistoryError` to go on in a new run."""
    if not await reached(journey, until, "undo window", lambda: journey.state.cancelled):
        raise WithdrawnError


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
