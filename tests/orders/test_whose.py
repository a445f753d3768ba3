"""Whose order it is, where a label alone does not say it surely."""

import pytest
from grids import grid

from orders.reader import read

TABLE = "\n.\nSKU|Description|Qty|Price\nA-1|Rope|5|2.50\nA-2|Hook|7|1.25"
HEAD = "Brook Mills Ltd\n4 Weir Lane\nPURCHASE ORDER\n"


def asked(above):
    reading = read(grid(above + TABLE))
    names = [c.value for one in reading.issues if one.open for c in one.candidates]
    return reading.orders[0].customer, names


def test_where_goods_go_is_no_customer_beside_the_company_that_wrote_the_paper():
    customer, _ = asked(HEAD + "Vendor:|Our Trading Co\nShip to:|Hill Foods Ltd")
    assert customer == "Brook Mills Ltd"


@pytest.mark.parametrize("label", ["Ship to:|Hill Foods Ltd", "Company name:|Hill Foods Ltd"])
def test_a_weak_label_and_the_papers_head_are_asked(label):
    assert asked(HEAD + label) == (None, ["Brook Mills Ltd", "Hill Foods Ltd"])
    bare = "Brook Stone Works\n.\nPURCHASE ORDER\n" + label
    assert asked(bare) == (None, ["Brook Stone Works", "Hill Foods Ltd"])


def test_a_weak_label_that_names_the_head_is_enough():
    assert asked(HEAD + "Ship to:|Brook Mills Ltd\n|9 Weir Lane")[0] == "Brook Mills Ltd"


def test_a_buyer_who_has_a_telephone_is_a_person_and_no_customer():
    buyer = "Buyer:|Ann Weaver\nBuyer phone:|0113 496 0000\nInvoice to:|Brook Mills"
    assert asked(buyer)[0] == "Brook Mills"
    assert asked("Buyer:|Nordwind Cafe")[0] == "Nordwind Cafe"


def test_the_head_whose_own_place_the_goods_go_to_is_no_seller():
    place = "Buyer|Ann Weaver\nDelivery address\nBrook Mills\n9 Weir Lane"
    assert asked(HEAD + place)[0] == "Brook Mills Ltd"


def test_a_label_is_no_name():
    assert asked("Name\nE-mail\nTelephone")[0] is None
