"""Texts that stand for nothing, or for the value above."""

import pytest
from grids import grid

from orders.placeholder import is_ditto, is_placeholder
from orders.reader import read

HEAD = "Customer:|Acme Ltd\nSKU|Description|Qty|Price\nA-1|Steel bracket|2|10\n"


@pytest.mark.parametrize("text", ["N/A", "n.a.", "TBD", "-", "—", "none", "待定", "ندارد", "?"])
def test_what_stands_for_no_number(text):
    """Naive: `N/A` is the item's code, and two items share it."""
    assert is_placeholder(text)
    (order,) = read(grid(f"{HEAD}{text}|Bolt|3|20")).orders
    assert [(line.sku, line.product_name) for line in order.lines][1] == (None, "Bolt")


@pytest.mark.parametrize("text", ["NA-1", "A-", "M8", "0", "XXL", "-5"])
def test_what_is_a_value(text):
    assert not is_placeholder(text)
    assert not is_ditto(text)


@pytest.mark.parametrize("text", ['"', "''", '- " -', "-//-", "ditto", "do.", "〃", "同上", "dto."])
def test_a_ditto_mark_repeats_the_value_above(text):
    """Naive: an item that is called `"`."""
    assert is_ditto(text)
    (order,) = read(grid(f"{HEAD}A-2|{text}|3|20\nA-3|{text}|4|20")).orders
    assert [line.product_name for line in order.lines] == ["Steel bracket"] * 3


def test_a_ditto_mark_on_the_first_line_repeats_nothing():
    (order,) = read(grid('Customer:|Acme Ltd\nSKU|Description|Qty\nA-1|"|3\nA-2|Bolt|4')).orders
    assert [line.product_name for line in order.lines] == [None, "Bolt"]


def test_a_slash_and_any_stand_for_no_code():
    """Naive: `/` was the code of each resistor, and one item in several lines."""
    rows = "7|Resistor 330|/\n7|Resistor 2K|(any)\n1|Terminal|T-85"
    (order,) = read(grid(f"Customer:|Acme\n.\nQty|Description|Part No.\n{rows}")).orders
    assert [one.sku for one in order.lines] == [None, None, "T-85"]
