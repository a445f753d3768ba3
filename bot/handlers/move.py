"""Send for approval, try again, take the last answer back."""

from bot.answers import changes, read_answers
from bot.clicks import action_of, press, row_of
from bot.desk import Desk
from bot.handlers import router
from bot.handlers.answer import answer
from bot.turn import Answer, Turn
from orders.approval import Verb
from workflows.messages import KeepDraft, Report, Resume, Submit, Undo


@router.verb("submit")
async def submit(turn: Turn, desk: Desk) -> Answer:
    """Send the reviewed order to the approvers.

    A guess that was changed on the same card is no reviewed order yet: the change comes first, and
    the order is shown again with it.
    """
    row = await row_of(turn, desk)
    if row is not None and not action_of(turn).automatic:
        case = await desk.store.load_case(row.order_id)
        filled = read_answers(case, action_of(turn).inputs)
        if filled.unread or changes(case, filled):
            return await answer(turn, desk)
    return await press(turn, desk, Verb.SUBMIT, Submit)


@router.verb("report")
async def report(turn: Turn, desk: Desk) -> Answer:
    """Keep an order from becoming a draft by itself."""
    return await press(turn, desk, Verb.REPORT, Report)


@router.verb("resume")
async def resume(turn: Turn, desk: Desk) -> Answer:
    """Try again now what waits or stands still."""
    return await press(turn, desk, Verb.RESUME, Resume)


@router.verb("undo")
async def undo(turn: Turn, desk: Desk) -> Answer:
    """Take the requester's last answer back; the order is read again without it."""
    return await press(turn, desk, Verb.UNDO, Undo)


@router.verb("keep_draft")
async def keep_draft(turn: Turn, desk: Desk) -> Answer:
    """Leave a draft that people touched in the books as it is."""
    return await press(turn, desk, Verb.KEEP_DRAFT, KeepDraft)
