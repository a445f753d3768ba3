"""Cards shown again: by Teams itself, or from a list."""

from bot.clicks import action_of, row_of
from bot.desk import Desk, no_such_order
from bot.handlers import router
from bot.turn import Answer, Turn


@router.verb("refresh")
@router.verb("open")
async def refresh(turn: Turn, desk: Desk) -> Answer:
    """Today's card of an order; changes nothing."""
    row = await row_of(turn, desk)
    if row is None:
        return no_such_order(turn, action_of(turn).order)
    return await desk.show(turn, row)
