"""The catalogue is fetched once, kept through outages, and never empty."""

import asyncio
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from activities.books.cache import LOOK, RECENT, Ages, Catalogue, with_currency
from activities.books.memory import MemoryBooks
from orders.catalogue import Customer, Item, Organization
from orders.errors import BooksUnavailable, CatalogueUnavailable
from runtime.storage.memory import MemoryStore

CUSTOMER = Customer("1", "Alfa")
ITEM = Item("2", "Mug", "0107", rate=Decimal(1))
AGES = Ages()
SECOND = timedelta(seconds=1)


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

    async def items(self, since=None):
        return () if self.empty else await super().items(since)


class Clock:
    """Time that passes when told."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def books() -> Weather:
    return Weather()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def catalogue(books, store, clock) -> Catalogue:
    return Catalogue(books, store, "5", clock)


async def test_many_askers_cause_one_fetch(books, catalogue):
    seen = await asyncio.gather(*(catalogue.get() for _ in range(8)))
    assert books.calls == 1
    assert all(one is seen[0] for one in seen)
    assert seen[0].items.by_id["2"] == ITEM
    assert seen[0].customers.customers == (CUSTOMER,)


async def test_a_worker_hears_others_while_a_copy_is_indexed(store, clock):
    """Naive: fifty thousand items were indexed on the loop, and clicks waited for seconds."""
    books = MemoryBooks(Organization("5"), [CUSTOMER], [ITEM])
    heard = asyncio.create_task(asyncio.sleep(0))
    await Catalogue(books, store, "5", clock).get()
    assert heard.done()


async def test_a_fresh_catalogue_is_used_and_an_old_one_renewed(books, clock, catalogue):
    first = await catalogue.get()
    clock.now += AGES.fresh - SECOND
    assert await catalogue.get() is first
    clock.now += SECOND * 2
    assert await catalogue.get() is not first
    assert books.calls == 2


async def test_an_outage_leaves_the_old_catalogue_in_use_for_a_while(books, clock, catalogue):
    first = await catalogue.get()
    books.down = True
    clock.now += AGES.usable
    kept = await catalogue.get()
    assert kept.stale
    assert (kept.items, kept.at) == (first.items, first.at)
    clock.now += SECOND
    with pytest.raises(CatalogueUnavailable):
        await catalogue.get()
    books.down = False
    assert not (await catalogue.get()).stale


async def test_workers_share_one_copy_and_see_what_another_one_renewed(
    books, store, clock, catalogue
):
    await catalogue.get()
    other = Catalogue(books, store, "5", clock)
    books.down = True
    assert (await other.get()).items.by_id["2"] == ITEM
    assert books.calls == 1
    books.down = False
    clock.now += LOOK
    books._items["3"] = Item("3", "Cup", "0108")
    await catalogue.sync(full=False)
    assert "3" in (await other.get()).items.by_id
    assert books.calls == 2


async def test_only_a_full_renewal_forgets_what_was_deleted(books, clock, catalogue):
    books._items["3"] = Item("3", "Cup", "0108")
    await catalogue.get()
    del books._items["3"]
    clock.now += SECOND
    changed = await catalogue.sync(full=False)
    assert len(changed.items) == 2
    clock.now += SECOND
    full = await catalogue.sync(full=True)
    assert len(full.items) == 1
    assert full.full_at > changed.full_at


async def test_without_any_catalogue_an_outage_is_an_outage(books, catalogue):
    books.down = True
    with pytest.raises(BooksUnavailable):
        await catalogue.get()


async def test_an_empty_catalogue_is_never_believed(books, clock, catalogue):
    books.empty = True
    with pytest.raises(CatalogueUnavailable):
        await catalogue.get()
    books.empty = False
    first = await catalogue.get()
    books.empty = True
    with pytest.raises(BooksUnavailable, match="empty"):
        await catalogue.sync(full=True)
    clock.now += SECOND
    assert await catalogue.get() is first


async def test_what_is_missing_is_looked_up_again_unless_just_fetched(books, clock, catalogue):
    first = await catalogue.get()
    assert await catalogue.newer(first) is first
    clock.now += RECENT + SECOND
    second = await catalogue.newer(first)
    assert second is not first
    assert await catalogue.newer(first) is second
    assert books.calls == 2


@pytest.mark.parametrize(
    ("own", "theirs", "found"),
    [
        (Organization("5", "", "EUR"), ("USD",), ("EUR", 2)),
        (Organization("5"), ("IRR", "IRR", ""), ("IRR", 0)),
        (Organization("5"), ("EUR", "USD"), ("", 2)),
        (Organization("5"), ("",), ("", 2)),
    ],
)
def test_an_organization_that_says_no_currency_has_the_one_of_all_its_customers(own, theirs, found):
    customers = [Customer(str(at), "Alfa", currency=code) for at, code in enumerate(theirs)]
    home = with_currency(own, customers)
    assert (home.currency, home.price_precision) == found
