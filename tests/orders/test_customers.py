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


FIRMS = CustomerIndex(
    [
        Customer("1", "Müller & Yıldız GmbH"),
        Customer("2", "Blue River Trading Ltd"),
        Customer("3", "Alpen Glow Group AG"),
    ]
)


def test_partners_in_another_order_are_offered_and_never_taken():
    alike, customer = FIRMS.alike("Yıldız & Müller")[0]
    assert customer.customer_id == "1"
    assert not alike.sure
    assert FIRMS.alike("Müller und Yıldız")[0][0].sure


def test_a_name_written_in_one_word_is_the_name_and_initials_only_point_to_it():
    joined, customer = FIRMS.alike("BlueRiverTrading")[0]
    assert (joined.sure, customer.customer_id) == (True, "2")
    initials, customer = FIRMS.alike("BRT")[0]
    assert (initials.sure, customer.customer_id) == (False, "2")
