"""A copy of the books' catalogue, how old it is, and how changes join it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from orders.catalogue import Customer, Item, Organization


@dataclass(frozen=True, slots=True)
class CatalogueCopy:
    """Everything the books sell, and to whom, as it was at `synced_at` (ISO, UTC).

    `full_at` is when all of it was read at once: only then does what was deleted leave.
    """

    organization: Organization
    customers: tuple[Customer, ...]
    items: tuple[Item, ...]
    synced_at: str
    full_at: str

    def age(self, now: datetime) -> timedelta:
        """How long ago the books said so."""
        return now - datetime.fromisoformat(self.synced_at)


def merge_customers(old: Iterable[Customer], new: Iterable[Customer]) -> tuple[Customer, ...]:
    """The old ones, with the changed ones in their place and the new ones behind."""
    merged = {one.customer_id: one for one in old} | {one.customer_id: one for one in new}
    return tuple(merged.values())


def merge_items(old: Iterable[Item], new: Iterable[Item]) -> tuple[Item, ...]:
    """The same for items."""
    return tuple(({one.item_id: one for one in old} | {one.item_id: one for one in new}).values())
