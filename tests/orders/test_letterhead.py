"""Companies named above a table under no label: choices for a person."""

import pytest
from grids import grid

from orders.letterhead import is_own, letterhead_names, looks_like_company
from orders.view import make_grid

ABOVE = "Brook Mills Ltd · 4 Weir Lane\nSupplier:|Our Trading Co\nNorth Store\nHill Foods GmbH"


def names(own=()):
    return letterhead_names(make_grid(grid(ABOVE).sheets[0]), 9, own)


def test_companies_above_the_table_are_offered_without_the_seller_and_ourselves():
    assert names() == ["Brook Mills Ltd", "Hill Foods GmbH"]
    assert names(["Hill Foods"]) == ["Brook Mills Ltd"]


def test_a_legal_form_makes_a_company_and_our_own_name_is_ours_in_any_form():
    assert looks_like_company("株式会社サクラ")
    assert not looks_like_company("Weir Lane 4")
    assert is_own("HILL FOODS", ["Hill Foods GmbH"])


def test_a_company_is_offered_without_the_title_it_stands_in():
    drawing = (
        "Brook Mills Ltd - Purchase Order 77\nOrder from Hill Foods GmbH\nBestellung von Tal AG"
    )
    found = letterhead_names(make_grid(grid(drawing).sheets[0]), 9, ())
    assert found == ["Brook Mills Ltd", "Hill Foods GmbH", "Tal AG"]


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Oak House B.V.", True), ("Oak House Sp. z o.o.", True), ("Oak House A/S", True),
        ("21 Quay Road, 1011 AB Amsterdam", False), ("ТОВ «Дуб»", True), ("As soon as possible", False),
    ],
)  # fmt: skip
def test_a_legal_form_makes_a_company_at_an_end_of_its_name_only(text, company):
    assert looks_like_company(text) is company
