"""Approve, reject, hand the decision to somebody else."""

from bot.clicks import action_of, press, row_of, text_input
from bot.desk import Desk, no_such_order
from bot.handlers import router
from bot.turn import Answer, Turn
from orders.approval import Verb
from workflows.messages import Decide, Reassign


@router.verb("approve")
async def approve(turn: Turn, desk: Desk) -> Answer:
    """Say yes to the order as this card shows it."""
    comment = text_input(turn, "comment")
    return await press(turn, desk, Verb.APPROVE, Decide, approve=True, comment=comment)


@router.verb("reject")
async def reject(turn: Turn, desk: Desk) -> Answer:
    """Say no, and why."""
    comment = text_input(turn, "comment")
    return await press(turn, desk, Verb.REJECT, Decide, approve=False, comment=comment)


@router.verb("reassign")
async def reassign(turn: Turn, desk: Desk) -> Answer:
    """Hand the decision to another approver, never to the person who asked."""
    row = await row_of(turn, desk)
    if row is None:
        return no_such_order(turn, action_of(turn).order)
    to = text_input(turn, "to").lower()
    offered = {one.object_id for one in desk.directory.book.approvers_for(row.requester)}
    if to not in offered:
        return await desk.show(turn, row, "not_an_approver")
    return await press(turn, desk, Verb.REASSIGN, Reassign, to=to)
