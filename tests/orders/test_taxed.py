"""Of a tax in parts none is the line's; what they explain is no price and no total before tax."""

from decimal import Decimal

from grids import grid

from orders.reader import read

HEAD = "Customer:|Acme Ltd\n.\nSKU|Qty|Rate|CGST|SGST|Total\n"
LINES = "A-1|200|40|2.5|2.5|8400\nA-2|100|10|9|9|1180"


def test_totals_and_prices_with_the_tax_in_them_serve_nothing():
    order = read(grid(HEAD + LINES + "\n||||Grand total|9580")).orders[0]
    assert [line.unit_price for line in order.lines] == [40, 10]
    assert not {"tax", "line_total"} & order.columns.keys()


def test_totals_that_the_rates_do_not_explain_stay_the_lines():
    order = read(grid(HEAD + LINES.replace("8400", "8000").replace("1180", "1000"))).orders[0]
    assert [line.line_total for line in order.lines] == [Decimal(8000), Decimal(1000)]


def test_a_tax_alone_is_the_lines():
    order = read(grid("Customer:|Acme Ltd\n.\nSKU|Qty|Rate|IPI %|ICMS %\nA-1|2|4|5|18")).orders[0]
    assert "tax" not in order.columns
    order = read(grid("Customer:|Acme Ltd\n.\nSKU|Qty|Rate|GST %\nA-1|2|4|5\nA-2|3|4|18")).orders[0]
    assert order.columns["tax"] == "D"
