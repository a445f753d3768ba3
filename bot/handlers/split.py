"""Several orders in one file: each of them started as an order of its own."""

from bot.clicks import action_of, draft_click, row_of, tell
from bot.desk import Desk, no_such_order
from bot.handlers import router
from bot.turn import Answer, Turn
from orders.approval import Verb
from orders.parting import parts_of
from workflows.messages import Split


@router.verb("split")
async def split(turn: Turn, desk: Desk) -> Answer:
    """Start every order that this order's own question lists; what it lists no more stays alone."""
    row = await row_of(turn, desk)
    if row is None:
        return no_such_order(turn, action_of(turn).order)
    parts = parts_of(await desk.store.load_case(row.order_id))
    if action_of(turn).automatic or not parts:
        return await desk.show(turn, row)
    message = draft_click(turn, row, Verb.SPLIT, Split, parts=parts)
    return await tell(turn, desk, row, await desk.orders.click(row.order_id, Verb.SPLIT, message))
