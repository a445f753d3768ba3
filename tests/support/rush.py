"""Many orders at once at books that count calls, and how far each moved from its place."""

import os
from collections.abc import Sequence

from temporalio import activity, workflow

with workflow.unsafe.imports_passed_through():
    from activities.books.drafts import at_once, create_draft
    from activities.books.port import Books
    from orders.case import DraftRef
    from orders.draft import DraftOrder
    from tests.support.books import Ledger
    from workflows import messages as m
    from workflows import ports
    from workflows.calling import start
    from workflows.draft_messages import Annotated, DraftNote

ORDERS = int(os.environ.get("RUSH_ORDERS", "0"))
"""How many orders a rush by hand has."""
SCALE = int(os.environ.get("RUSH_SCALE", "10"))
"""How much faster than real the clock of the books' limits goes."""
ALLOWED, USED = 100 * SCALE, 80 * SCALE
"""Calls a minute: what the books allow, and `DESK_ZOHO_CALLS_PER_MINUTE` at its default."""
AT_ONCE = 8
"""Activities at the books at once, as in a worker."""


def moved(numbers: Sequence[str]) -> list[int]:
    """How far each draft is from its place, by the drafts' numbers in order of arrival."""
    places = {number: place for place, number in enumerate(sorted(numbers))}
    return [abs(places[number] - at) for at, number in enumerate(numbers)]


@workflow.defn
class RushWorkflow:
    """Only the steps that write, none of the road before. One order: its draft, then the note on it, by the policies of the real steps."""

    @workflow.run
    async def run(self, order_id: str) -> str:
        """Return the draft's number."""
        ref = m.DraftOrderRef(order_id=order_id, revision=1, order_hash="", approved_by="")
        draft = await start(ports.create_draft, ref)
        note = DraftNote(
            order_id=order_id, revision=1, draft_id=draft.draft_id, approver="", order_hash=""
        )
        await start(ports.annotate_draft, note)
        return draft.number


class Rush:
    """The two writing activities over real books."""

    def __init__(self, books: Books, orders: dict[str, DraftOrder]) -> None:
        """Every order by its id."""
        self.books, self.orders, self.claims = books, orders, Ledger()

    @activity.defn(name="create_draft")
    async def create(self, draft: m.DraftOrderRef) -> DraftRef:
        """Create it."""
        order = self.orders[draft.order_id]
        return await at_once(lambda: create_draft(self.books, self.claims, order))

    @activity.defn(name="annotate_draft")
    async def annotate(self, note: DraftNote) -> Annotated:
        """Make as many calls as a note does."""
        await self.books.comments(note.draft_id)
        await self.books.attach(note.draft_id, "order.pdf", b"%PDF-1.4")
        await self.books.comment(note.draft_id, "Order Desk")
        return Annotated(how="attached")
