"""Send for approval, try again, show a card."""

from bot.clicks import press
from bot.desk import Desk
from bot.handlers import router
from bot.turn import Answer, Turn
from orders.approval import Verb
from workflows.messages import Resume, Submit


@router.verb("submit")
async def submit(turn: Turn, desk: Desk) -> Answer:
    """Send the reviewed order to the approvers."""
    return await press(turn, desk, Verb.SUBMIT, Submit)


@router.verb("resume")
async def resume(turn: Turn, desk: Desk) -> Answer:
    """Try again now what waits or stands still."""
    return await press(turn, desk, Verb.RESUME, Resume)
