"""Customers in full, as this worker knows them: terms, lists, orders."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from activities.books.port import Books, RouteMissing
from orders.account import Account, PastOrder, PriceList
from orders.catalogue import Customer
from orders.errors import BooksAccessDenied, BooksUnavailable, RecordGone

LISTS_FRESH = 600.0
"""Seconds for which a price list, and what is overdue, is used without asking again."""
ORDERS_FRESH = 60.0
"""Seconds the books' latest orders are used without asking again."""
ORDERS_WHOLE = 3600.0
"""Seconds until they are read from the start again, so that deleted ones go."""
USABLE = 3600.0
"""Seconds for which lists and orders that were known serve on while the books are down."""


class Accounts:
    """What the books say of customers, asked as seldom as it stays true.

    A contact is asked again only when the catalogue's row of it has changed; what it owes comes
    from that row. Price lists are shared by customers, orders by everybody: one call in a while,
    however many orders come in. In an outage what was known serves on for `USABLE`; what was never
    known is not assumed, so an outage is never mistaken for "no limit, no price list, no orders".
    """

    def __init__(self, books: Books, clock: Callable[[], float] = time.monotonic) -> None:
        """Nothing is asked before the first `of`."""
        self._books = books
        self._clock = clock
        self._contacts: dict[str, tuple[Customer, Customer]] = {}
        self._lists: dict[str, tuple[float, PriceList]] = {}
        self._overdue: dict[str, tuple[float, Decimal]] = {}
        self._orders: dict[str, PastOrder] = {}
        self._seen = ""
        self._asked_at = self._whole_at = float("-inf")
        self._lock = asyncio.Lock()

    async def of(self, row: Customer) -> Account:
        """The account of a customer as the catalogue lists them.

        Raises:
            RecordGone: the contact is no customer any more.
            BooksUnavailable: the books are down; nothing is assumed instead.
        """
        customer, orders = await asyncio.gather(self._contact(row), self._recent())
        theirs = tuple(one for one in orders if one.customer_id == row.customer_id)
        if not customer.price_list:
            return Account(customer, None, theirs)
        try:
            return Account(customer, await self._price_list(customer.price_list), theirs)
        except (RecordGone, RouteMissing, BooksAccessDenied):
            # Nothing is assumed: a manager is asked for the prices.
            return Account(customer, None, theirs, unreadable=True)

    async def _contact(self, row: Customer) -> Customer:
        seen, full = self._contacts.get(row.customer_id, (None, None))
        if full is None or seen != row:
            try:
                full = await self._books.customer(row.customer_id)
            except RouteMissing:
                # Books that show no single contact have said all they know in the list.
                full = row
            self._contacts[row.customer_id] = (row, full)
        overdue = await self._past_due(row)
        return replace(full, outstanding=row.outstanding, overdue=overdue, aliases=row.aliases)

    async def _past_due(self, row: Customer) -> Decimal:
        """What is past its day; who owes nothing is not asked about, and what is not told is nothing."""
        if not row.outstanding:
            return Decimal(0)
        at, kept = self._overdue.get(row.customer_id, (float("-inf"), Decimal(0)))
        if self._clock() - at > LISTS_FRESH:
            try:
                kept = await self._books.overdue(row.customer_id) or Decimal(0)
            except BooksUnavailable:
                if self._clock() - at > USABLE:
                    raise
                return kept
            self._overdue[row.customer_id] = (self._clock(), kept)
        return kept

    async def _price_list(self, list_id: str) -> PriceList:
        at, kept = self._lists.get(list_id, (float("-inf"), None))
        if kept is None or self._clock() - at > LISTS_FRESH:
            try:
                kept = await self._books.price_list(list_id)
            except BooksUnavailable:
                if kept is None or self._clock() - at > USABLE:
                    raise
                return kept
            self._lists[list_id] = (self._clock(), kept)
        return kept

    async def _recent(self) -> tuple[PastOrder, ...]:
        async with self._lock:
            if self._clock() - self._asked_at > ORDERS_FRESH:
                try:
                    await self._renew_orders()
                except BooksUnavailable:
                    if self._clock() - self._asked_at > USABLE:
                        raise
            return tuple(self._orders.values())

    async def _renew_orders(self) -> None:
        now = self._clock()
        whole = now - self._whole_at > ORDERS_WHOLE
        found = await self._books.past_orders("" if whole else self._seen)
        if whole:
            self._orders, self._whole_at = {}, now
        self._orders |= {one.draft_id: one for one in found}
        self._seen = max((self._seen, *(one.modified for one in found)))
        self._asked_at = now
