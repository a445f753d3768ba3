"""What every store must keep of the books' catalogue."""

from dataclasses import replace
from decimal import Decimal

from orders.catalogue import Customer, Item, Organization
from orders.copies import CatalogueCopy

NOON, LATER = "2026-11-21T12:00:00+00:00", "2026-11-21T12:05:00+00:00"
COPY = CatalogueCopy(
    Organization("5", "Desk", "IRR", 0),
    (Customer("1", "آلفا", aliases=("A",)),),
    (Item("2", "Mug", "0107", rate=Decimal("1.10")),),
    NOON,
    NOON,
)


async def test_the_copy_of_an_organization_comes_back_exactly(store):
    assert await store.catalogue("5") is None
    await store.keep_catalogue(COPY)
    assert await store.catalogue("5") == COPY
    assert await store.catalogue("6") is None
    assert await store.catalogue("5", NOON) is None


async def test_a_newer_copy_replaces_an_older_one_and_never_the_other_way(store):
    newer = replace(COPY, synced_at=LATER, items=())
    await store.keep_catalogue(newer)
    await store.keep_catalogue(COPY)
    assert await store.catalogue("5", NOON) == newer
