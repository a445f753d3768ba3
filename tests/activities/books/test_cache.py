"""The catalogue is fetched once, kept through outages, and never empty."""

import asyncio
from decimal import Decimal

import pytest

from activities.books.cache import FRESH, RECENT, USABLE, Catalogue
from activities.books.memory import MemoryBooks
from orders.catalogue import Customer, Item, Organization
from orders.errors import BooksUnavailable

CUSTOMER = Customer("1", "Alfa")
ITEM = Item("2", "Mug", "0107", rate=Decimal(1))


class Weather(MemoryBooks):
    """Books that can be down, empty, or counted."""

    def __init__(self) -> None:
        super().__init__(Organization("5"), [CUSTOMER], [ITEM])
        self.calls = 0
        self.down = False
        self.empty = False

    async def organization(self):
        self.calls += 1
        await asyncio.sleep(0)
        if self.down:
            raise BooksUnavailable
        return await super().organization()

    async def items(self):
        return () if self.empty else await super().items()


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def books() -> Weather:
    return Weather()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def catalogue(books, clock) -> Catalogue:
    return Catalogue(books, clock)


async def test_many_askers_cause_one_fetch(books, catalogue):
    seen = await asyncio.gather(*(catalogue.get() for _ in range(8)))
    assert books.calls == 1
    assert all(one is seen[0] for one in seen)
    assert seen[0].items.by_id["2"] == ITEM
    assert seen[0].customers.customers == (CUSTOMER,)


async def test_a_fresh_catalogue_is_used_and_an_old_one_renewed(books, clock, catalogue):
    first = await catalogue.get()
    clock.now += FRESH - 1
    assert await catalogue.get() is first
    clock.now += 2
    assert await catalogue.get() is not first
    assert books.calls == 2


async def test_an_outage_leaves_the_old_catalogue_in_use_for_a_while(books, clock, catalogue):
    first = await catalogue.get()
    books.down = True
    clock.now += USABLE
    assert await catalogue.get() is first
    clock.now += 1
    with pytest.raises(BooksUnavailable):
        await catalogue.get()


async def test_without_any_catalogue_an_outage_is_an_outage(books, catalogue):
    books.down = True
    with pytest.raises(BooksUnavailable):
        await catalogue.get()


async def test_an_empty_catalogue_is_never_believed(books, clock, catalogue):
    books.empty = True
    with pytest.raises(BooksUnavailable, match="empty"):
        await catalogue.get()
    books.empty = False
    first = await catalogue.get()
    books.empty = True
    clock.now += FRESH + 1
    assert await catalogue.get() is first


async def test_what_is_missing_is_looked_up_again_unless_just_fetched(books, clock, catalogue):
    first = await catalogue.get()
    assert await catalogue.newer(first) is first
    clock.now += RECENT + 1
    second = await catalogue.newer(first)
    assert second is not first
    assert await catalogue.newer(first) is second
    assert books.calls == 2
