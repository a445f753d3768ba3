"""How an order stands."""

from bot.desk import Desk, actor_of, no_such_order, say_card
from bot.handlers import router
from bot.turn import Answer, Turn


@router.command("status", words=("status", "order status", "وضعیت", "وضعیت سفارش"))
async def status(turn: Turn, desk: Desk) -> Answer:
    """The card of one order, or of the person's latest one."""
    if turn.argument:
        row = await desk.find(turn, turn.argument)
        return await desk.show(turn, row) if row else no_such_order(turn, turn.argument)
    actor = actor_of(turn)
    latest = await desk.store.cases_of(actor.tenant_id, actor.object_id, limit=1)
    return await desk.show(turn, latest[0]) if latest else say_card(turn, "no_orders")
