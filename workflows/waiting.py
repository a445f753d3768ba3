"""Waiting for people: remind, escalate, expire, on absolute deadlines."""

from collections.abc import Callable
from datetime import datetime, timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from orders.approval import without
    from orders.case import Decision, Status, WaitingFor
    from workflows import ports
    from workflows.journey import Journey, LongHistoryError, WithdrawnError
    from workflows.messages import WhoAsks

Rung = str
RUNGS: tuple[Rung, ...] = ("remind_at", "escalate_at", "expire_at")


async def wait_for(
    journey: Journey, status: Status, what: WaitingFor, answered: Callable[[], bool]
) -> bool:
    """Wait until people answered. False means that the wait expired and the order with it.

    The clock of one kind of wait starts once; corrections in between do not restart it.

    Raises:
        WithdrawnError: somebody cancelled.
        LongHistoryError: the wait goes on in a new run.
    """
    state = journey.state
    clock = state.clocks.get(what) or journey.start.ladder.deadlines(workflow.now())
    if what is not WaitingFor.APPROVAL:
        journey.ask_requester(what)
    journey.move(status, what)
    state.clocks[what] = state.deadlines = clock
    if await _climb(journey, what, lambda: state.cancelled or answered()):
        if state.cancelled:
            raise WithdrawnError
        return True
    _expire(journey)
    return False


async def _climb(journey: Journey, what: WaitingFor, done: Callable[[], bool]) -> bool:
    for rung in RUNGS:
        at = getattr(journey.state.deadlines, rung)
        if at and await reached(journey, at, rung, done):
            if rung == RUNGS[-1]:
                return False
            await _tell(journey, what, rung)
        if done():
            return True
    return done()


async def reached(journey: Journey, at: str, why: str, done: Callable[[], bool]) -> bool:
    """True when the moment `at` came first; an answer at the last second counts as an answer.

    `why` is what Temporal's pages call the timer. Raises `LongHistoryError` to go on in a new run.
    """
    remaining = datetime.fromisoformat(at) - workflow.now()
    if remaining > timedelta(0):
        try:
            await workflow.wait_condition(
                lambda: done() or journey.long, timeout=remaining, timeout_summary=why
            )
        except TimeoutError:
            return not done()
        if not done():
            raise LongHistoryError
    return not done()


async def _tell(journey: Journey, what: WaitingFor, rung: Rung) -> None:
    """Climb one rung: say so on new messages and in the journal."""
    state = journey.state
    state.deadlines = state.clocks[what] = without(state.deadlines, rung)
    waited_for = _waited_for(journey, what)
    if rung == RUNGS[0]:
        state.fresh, state.occasion = waited_for, "reminder"
        journey.note("reminder.sent", to=",".join(waited_for))
    else:
        crew = await journey.call(ports.find_crew, WhoAsks(requester=journey.start.requester))
        state.escalated_to = state.managers = crew.managers
        state.fresh, state.occasion = (*waited_for, *crew.managers), "escalation"
        journey.note("escalation.sent", to=",".join(crew.managers))
    state.touch(workflow.now())


def _waited_for(journey: Journey, what: WaitingFor) -> tuple[str, ...]:
    """Whose answer is waited for."""
    state = journey.state
    if what is WaitingFor.APPROVAL:
        return state.approvers
    asks_managers = state.guarded and what in (WaitingFor.CORRECTIONS, WaitingFor.SELECTION)
    return (journey.start.requester, *(state.managers if asks_managers else ()))


def _expire(journey: Journey) -> None:
    now = workflow.now()
    journey.tell_requester()
    journey.note("wait.timed_out", waiting_for=str(journey.state.waiting_for))
    journey.state.ending = Decision("expire", "", "", now.isoformat())
    journey.move(Status.EXPIRED)
