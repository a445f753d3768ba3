"""Totals that a stated rate of tax explains."""

from decimal import Decimal

import pytest
from grids import grid

from orders.reader import read

TABLE = "SKU|Description|Qty|Price|Amount\nA-1|Rope|2|100.00|200.00\nA-2|Hook|3|50.00|150.00\n"


def read_with(below):
    reading = read(grid(TABLE + below))
    return reading.orders[0], {one.code for one in reading.issues if one.open}


@pytest.mark.parametrize(
    "below",
    [
        "|CGST 9%|||31.50\n|Total|||413.00",
        "|VAT 18 %||\n|Total|||413.00",
    ],
)
def test_a_total_with_a_rate_that_the_paper_states_is_no_mismatch(below):
    order, asked = read_with(below)
    assert "TOTAL_MISMATCH" not in asked
    assert order.total == Decimal("413.00")
    assert order.tax is None


def test_another_total_is_asked_all_the_same():
    assert "TOTAL_MISMATCH" in read_with("|VAT 18 %||\n|Total|||420.00")[1]
    assert "TOTAL_MISMATCH" in read_with("|Discount 18 %||\n|Total|||413.00")[1]
