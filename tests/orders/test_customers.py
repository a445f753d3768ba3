"""Customers are found by every name they go by."""

from orders.catalogue import Customer
from orders.customers import CustomerIndex

INDEX = CustomerIndex(
    [
        Customer("1", "Brightwater Outdoor GmbH", "Brightwater AG", aliases=("BW Outdoor",)),
        Customer("2", "Karimi Trading", active=False),
        Customer("3", ""),
    ]
)


def test_names_aliases_and_nothing():
    for asked in ("brightwater outdoor", "BRIGHTWATER", "bw  outdoor"):
        assert [one.customer_id for one in INDEX.named(asked)] == ["1"]
    assert INDEX.named("") == INDEX.named("GmbH") == []
    assert INDEX.by_id["2"].name == "Karimi Trading"


def test_similar_names_come_likest_first_inactive_ones_too():
    found = INDEX.alike("Karimi Tradig")
    assert found[0][1].customer_id == "2"
    assert INDEX.alike("کریمی")[0][1].customer_id == "2"
    assert INDEX.alike("???") == []
