"""What a customer owes past its day, where the desk may see invoices."""

import asyncio
from collections.abc import Callable
from decimal import Decimal

from activities.books.zoho.call import ZohoCalls
from activities.books.zoho.wire import Money, Text, WireRow
from orders.errors import BooksAccessDenied, BooksRejected, RecordGone

SCOPE = "ZohoBooks.invoices.READ"
"""The scope that this takes; the desk does without it."""
PATH, LIST, OVERDUE = "/invoices", "invoices", "overdue"
MOST_PAGES = 10
ASK_AGAIN = 3600.0
"""Seconds until a refusal is tried again. Each one costs a token, of which there are ten in ten minutes."""


class _Invoice(WireRow):
    customer_id: Text = ""
    status: Text = ""
    balance: Money = Decimal(0)


class Overdue:
    """Overdue invoices of customers, asked until the books say that the desk may not see them."""

    def __init__(self, calls: ZohoCalls, clock: Callable[[], float]) -> None:
        """`clock` counts seconds."""
        self._calls = calls
        self._clock = clock
        self._refused_until = float("-inf")
        self._turn = asyncio.Lock()

    async def of(self, customer_id: str) -> Decimal | None:
        """The sum of a customer's overdue balances; None where the books do not tell.

        A missing scope looks like a bad token (57), so a refusal says nothing of the order.
        """
        async with self._turn:
            if self._clock() < self._refused_until:
                return None
            try:
                return await self._sum(customer_id)
            except (BooksAccessDenied, BooksRejected, RecordGone):
                self._refused_until = self._clock() + ASK_AGAIN
                return None

    async def _sum(self, customer_id: str) -> Decimal:
        """Filters may be passed over in silence, so each row is judged again."""
        total = Decimal(0)
        for number in range(1, MOST_PAGES + 1):
            asked = {"customer_id": customer_id, "status": OVERDUE}
            rows, more = await self._calls.page(PATH, LIST, number, **asked)
            for row in (_Invoice.read(raw) for raw in rows):
                total += (
                    row.balance if (row.customer_id, row.status) == (customer_id, OVERDUE) else 0
                )
            if not (rows and more):
                break
        return total
