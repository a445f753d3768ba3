"""A copy of the catalogue has an age, and takes changes in."""

from datetime import UTC, datetime, timedelta

from orders.catalogue import Customer, Item, Organization
from orders.copies import CatalogueCopy, merge_customers, merge_items


def test_a_copy_knows_its_age():
    copy = CatalogueCopy(Organization("5"), (), (), "2026-11-21T09:00:00+00:00", "")
    assert copy.age(datetime(2026, 11, 21, 9, 5, tzinfo=UTC)) == timedelta(minutes=5)


def test_changed_records_take_the_place_of_the_old_ones():
    old, changed = (
        (Customer("1", "A"), Customer("2", "B")),
        (Customer("2", "C"), Customer("3", "D")),
    )
    assert merge_customers(old, changed) == (old[0], *changed)
    assert merge_items((Item("1", "A"),), (Item("1", "B"),)) == (Item("1", "B"),)
