"""The lane without an approver: a window to object, then a place, a draft."""

from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from orders.case import Decision, Status, WaitingFor
    from workflows import ports
    from workflows.journey import Journey, WithdrawnError
    from workflows.waiting import reached

TAKEN = "lane"
"""The verb of the decision that nobody made."""


async def take_lane(journey: Journey, minutes: float) -> None:
    """Wait whether anybody objects; if not, go on to the draft, else stay in review.

    A problem, an answer, another file or sending it for approval all end the window. So does the
    kill switch or a full day, which are asked once the window is over.

    Raises:
        WithdrawnError: somebody cancelled.
        LongHistoryError: the wait goes on in a new run.
    """
    state = journey.state
    if not state.lane_until:
        state.lane_until = (workflow.now() + timedelta(minutes=minutes)).isoformat()
        journey.note("lane.opened", until=state.lane_until, order_hash=state.order_hash)
        journey.ask_requester(WaitingFor.LANE)
    journey.move(Status.AWAITING_REVIEW, WaitingFor.LANE)
    quiet = await reached(
        journey, state.lane_until, "objections to the lane", lambda: _objected(journey)
    )
    granted = quiet and (await journey.call(ports.claim_lane, journey.ref)).granted
    if granted and not _objected(journey):
        journey.note("lane.granted", order_hash=state.order_hash)
        state.decision = Decision(TAKEN, "", "", workflow.now().isoformat())
        state.step = "create_draft"
        journey.move(Status.CREATING_DRAFT)
    else:
        journey.note("lane.left", reported=str(state.reported).lower())
    if state.cancelled:
        raise WithdrawnError
    state.lane_until = ""
    state.touch(workflow.now())


def _objected(journey: Journey) -> bool:
    state = journey.state
    said = state.reported or state.submitted or state.replaced or state.answers
    return bool(said) or state.cancelled
