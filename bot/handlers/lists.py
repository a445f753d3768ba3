"""Lists: a person's own orders, and what waits for their decision."""

from collections.abc import Sequence

from bot.desk import Desk, actor_of, say_card
from bot.handlers import router
from bot.turn import Answer, CardAnswer, Turn
from cards.replies import OrderRowView, orders_card
from orders.case import Status
from runtime.storage.port import CaseRow


@router.command(
    "my_orders",
    words=("my orders", "orders", "سفارش‌های من", "سفارشات من", "سفارش‌هایم", "سفارش‌ها", "سفارشات"),
)
async def my_orders(turn: Turn, desk: Desk) -> Answer:
    """The person's own orders, the newest first."""
    actor = actor_of(turn)
    rows = await desk.store.cases_of(actor.tenant_id, actor.object_id)
    return await _list(turn, desk, rows, "orders.mine") if rows else say_card(turn, "no_orders")


@router.command("pending", words=("pending", "approvals", "در انتظار", "در انتظار تایید"))
async def pending(turn: Turn, desk: Desk) -> Answer:
    """What waits for this person's decision, the oldest first."""
    actor = actor_of(turn)
    rows = await desk.store.cases_pending(actor.tenant_id, actor.object_id)
    return await _list(turn, desk, rows, "orders.pending") if rows else say_card(turn, "no_pending")


async def _list(turn: Turn, desk: Desk, rows: Sequence[CaseRow], title: str) -> Answer:
    people = desk.directory.book.people
    shown = [
        OrderRowView(
            code=row.code,
            status=Status(row.status),
            file_name=row.title,
            requester_name=people[row.requester].name if row.requester in people else "",
            since=row.received_at,
        )
        for row in rows
    ]
    card = orders_card(shown, turn.language, title, turn.time_zone)
    return await desk.alone(turn, CardAnswer(card.content))
