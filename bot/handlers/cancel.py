"""Giving an order up: asked first, then done."""

from bot.clicks import action_of, press, row_of, text_input
from bot.desk import Desk, no_such_order, say_card, try_later
from bot.handlers import router
from bot.turn import Answer, CardAnswer, Turn
from cards.draw import draw_confirm_cancel
from orders.approval import Verb
from runtime.storage.port import CaseRow
from workflows.messages import Cancel


@router.command("cancel", words=("cancel", "cancel order", "لغو", "لغو سفارش", "انصراف", "کنسل"))
async def ask_by_word(turn: Turn, desk: Desk) -> Answer:
    """Ask whether the order of this code shall really be cancelled."""
    if not turn.argument:
        return say_card(turn, "which_order")
    row = await desk.find(turn, turn.argument)
    return await _ask(turn, desk, row, turn.argument)


@router.verb("ask_cancel")
async def ask_by_button(turn: Turn, desk: Desk) -> Answer:
    """Ask whether this order shall really be cancelled."""
    return await _ask(turn, desk, await row_of(turn, desk), action_of(turn).order)


@router.verb("cancel")
async def cancel(turn: Turn, desk: Desk) -> Answer:
    """Cancel: what was done is undone, the audit stays."""
    return await press(turn, desk, Verb.CANCEL, Cancel, comment=text_input(turn, "comment"))


async def _ask(turn: Turn, desk: Desk, row: CaseRow | None, code: str) -> Answer:
    if row is None:
        return no_such_order(turn, code)
    scene = await desk.scene(turn, row, "")
    if scene is None:
        return try_later(turn)
    if not scene.view.can_cancel:
        return await desk.show(turn, row, "closed")
    return await desk.alone(turn, CardAnswer(draw_confirm_cancel(scene).content), row)
