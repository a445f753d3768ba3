"""Of columns under one name, those that the lines' arithmetic proves."""

import pytest
from grids import grid

from orders.reader import read


@pytest.mark.parametrize(
    ("lines", "columns"),
    [
        ("1|Rope|5|47,861.76|239,308.80", ("D", "E")),
        ("1|Rope|2|130.50|261.00\n2|Hook|3|10.10|30.30", ("D", "E")),
        ("1|Rope|1|19183.50|19183.50", ("D", "E")),
    ],
)
def test_a_rate_times_the_quantity_is_the_other_rate_and_that_one_the_total(lines, columns):
    order = read(grid("No|Description|Quantity|Basic rate|Taxable rate\n" + lines)).orders[0]
    assert (order.columns["unit_price"], order.columns["line_total"]) == columns


def test_two_rates_that_nothing_binds_are_asked():
    lines = "1|Rope|5|47.00|50.00\n2|Hook|2|10.00|12.00"
    reading = read(grid("No|Description|Quantity|Basic rate|Taxable rate\n" + lines))
    assert any(one.code == "AMBIGUOUS_COLUMN" and one.open for one in reading.issues)


def test_three_columns_of_many_are_proven_together():
    header = "Requested\\nLine|Item #|Description|QTY|Unit\\nPrice|Extended\\nPrice\n"
    order = read(grid(header + "4|B4840A|Block pallets|130|4.54|590.20")).orders[0]
    told = (order.columns["quantity"], order.columns["unit_price"], order.columns["line_total"])
    assert told == ("D", "E", "F")
