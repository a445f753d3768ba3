"""Price lists: percentages, rates of their own, quantity breaks."""

from decimal import Decimal

import pytest

from orders.account import Bracket, ListedRate, PriceList

BREAKS = (
    Bracket(Decimal(1), Decimal(9), Decimal(10)),
    Bracket(Decimal(10), Decimal(99), Decimal(9)),
    Bracket(Decimal(100), None, Decimal(8)),
)


@pytest.mark.parametrize(
    ("quantity", "rate"), [("1", 10), ("9", 10), ("10", 9), ("99", 9), ("100", 8), ("19716", 8)]
)
def test_the_bracket_of_the_quantity_counts(quantity, rate):
    listed = PriceList("1", rates={"i": ListedRate(Decimal(11), brackets=BREAKS)})
    assert listed.rate_of("i", Decimal(12), Decimal(quantity)) == rate


def test_between_two_brackets_the_lists_own_rate_counts():
    listed = PriceList("1", rates={"i": ListedRate(Decimal(11), brackets=BREAKS)})
    assert listed.rate_of("i", Decimal(12), Decimal("9.5")) == 11


def test_a_list_says_nothing_of_an_item_it_does_not_name():
    listed = PriceList("1", rates={"i": ListedRate(Decimal(11))})
    assert listed.rate_of("other", Decimal(12), Decimal(1)) is None


def test_a_percentage_needs_a_rate_in_the_same_currency():
    listed = PriceList("1", percentage=Decimal(-10))
    assert listed.rate_of("i", Decimal(10), Decimal(1)) == Decimal(9)
    assert listed.rate_of("i", None, Decimal(1)) is None


def test_rounding_never_makes_a_price_of_nothing():
    listed = PriceList("1", percentage=Decimal(-10), rounding="round_to_dollar_minus_01")
    assert listed.rate_of("i", Decimal(0), Decimal(1)) == 0
