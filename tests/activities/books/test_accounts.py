"""Accounts: asked seldom, and nothing assumed of what was not answered."""

from dataclasses import replace
from decimal import Decimal

import pytest

from activities.books.accounts import LISTS_FRESH, ORDERS_FRESH, ORDERS_WHOLE, USABLE, Accounts
from activities.books.memory import MemoryBooks
from activities.books.port import RouteMissing
from orders.account import PriceList
from orders.catalogue import Customer, Organization
from orders.errors import BooksAccessDenied, BooksUnavailable, RecordGone

ALFA = Customer("1", "Alfa", currency="EUR", modified="2026-01-01", outstanding=Decimal(7))
FULL = replace(ALFA, credit_limit=Decimal(100), price_list="9")
LISTS = (PriceList("9", "Key accounts"),)


class Counted(MemoryBooks):
    """Books that count what they are asked and can go down."""

    def __init__(self, customer: Customer = FULL) -> None:
        super().__init__(Organization("5"), [customer], price_lists=LISTS)
        self.asked: list[str] = []
        self.down = False

    async def _hear(self, what: str) -> None:
        self.asked.append(what)
        if self.down:
            raise BooksUnavailable

    async def customer(self, customer_id):
        await self._hear("customer")
        return await super().customer(customer_id)

    async def overdue(self, customer_id):
        await self._hear("overdue")
        return await super().overdue(customer_id)

    async def price_list(self, list_id):
        await self._hear("list")
        return await super().price_list(list_id)

    async def past_orders(self, since):
        await self._hear(f"orders:{since}")
        return await super().past_orders(since)


class Time:
    """A clock that tests turn."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


async def test_a_second_order_of_a_customer_asks_nothing():
    books = Counted()
    accounts = Accounts(books, Time())
    first = await accounts.of(ALFA)
    assert (first.customer.credit_limit, first.price_list) == (Decimal(100), LISTS[0])
    assert sorted(books.asked) == ["customer", "list", "orders:", "overdue"]
    assert await accounts.of(ALFA) == first
    assert len(books.asked) == 4


async def test_what_is_owed_comes_from_the_newest_row_and_a_changed_row_asks_again():
    books = Counted()
    accounts = Accounts(books, Time())
    await accounts.of(ALFA)
    richer = await accounts.of(replace(ALFA, outstanding=Decimal(70)))
    assert richer.customer.outstanding == Decimal(70)
    assert books.asked.count("customer") == 2


async def test_what_is_overdue_is_asked_of_whoever_owes_and_unknown_is_nothing():
    books, time = Counted(replace(FULL, overdue=Decimal(5))), Time()
    accounts = Accounts(books, time)
    assert (await accounts.of(ALFA)).customer.overdue == 5
    assert (await accounts.of(replace(ALFA, outstanding=Decimal(0)))).customer.overdue == 0
    books.shows_invoices = False
    assert (await accounts.of(ALFA)).customer.overdue == 5
    time.now = LISTS_FRESH + 1
    assert (await accounts.of(ALFA)).customer.overdue == 0


async def test_lists_and_orders_are_asked_again_once_they_are_old():
    books, time = Counted(), Time()
    accounts = Accounts(books, time)
    await accounts.of(ALFA)
    for later, lists, orders in ((ORDERS_FRESH + 1, 1, 2), (LISTS_FRESH + 1, 2, 3)):
        time.now = later
        await accounts.of(ALFA)
        assert books.asked.count("list") == lists
        assert sum(one.startswith("orders") for one in books.asked) == orders
    time.now = ORDERS_WHOLE * 2
    await accounts.of(ALFA)
    assert books.asked[-1] in ("orders:", "list")


async def test_an_outage_is_no_customer_without_limits():
    books, time = Counted(), Time()
    books.down = True
    with pytest.raises(BooksUnavailable):
        await Accounts(books, time).of(ALFA)


async def test_what_was_known_serves_on_in_an_outage_for_an_hour():
    books, time = Counted(), Time()
    accounts = Accounts(books, time)
    known = await accounts.of(ALFA)
    books.down, time.now = True, USABLE - 1
    assert await accounts.of(ALFA) == known
    time.now = USABLE + 1
    with pytest.raises(BooksUnavailable):
        await accounts.of(ALFA)


async def test_a_price_list_that_is_gone_is_said_and_not_passed_over():
    books = Counted(replace(FULL, price_list="8"))
    account = await Accounts(books, Time()).of(ALFA)
    assert (account.price_list, account.unreadable) == (None, True)


async def test_a_customer_that_is_gone_is_gone():
    with pytest.raises(RecordGone):
        await Accounts(Counted(), Time()).of(replace(ALFA, customer_id="2"))


@pytest.mark.parametrize("refusal", [RouteMissing, BooksAccessDenied])
async def test_books_without_single_contacts_and_price_lists_have_said_all_in_the_list(refusal):
    class Sparse(MemoryBooks):
        """Books of a few routes only."""

        async def customer(self, customer_id):
            raise RouteMissing

        async def price_list(self, list_id):
            raise refusal

    accounts = Accounts(Sparse(Organization("5"), [ALFA]))
    assert (await accounts.of(ALFA)).customer == ALFA
    listed = await accounts.of(replace(ALFA, price_list="9"))
    assert listed.unreadable
