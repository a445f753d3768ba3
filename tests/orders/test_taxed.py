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


FORM = (
    "Bestellformular\n.\nName:|Alder Works AB\n.\n"
    "Pos|Menge|Bezeichnung|Artikelnr.|Preis (Netto)|Preis (Brutto)|Ust [%]\n"
    "'1.|2|Netzteil|40210870|150|180|20\n'2.|1|Kabel|40210871|10|12|20\n"
    "'3.||||0|0|20\n'4.||||0|0|20\n||||Summe Brutto:|372|\n||||Gesamt|372|"
)


def test_a_price_without_and_with_the_lines_tax_and_rows_that_nobody_filled():
    """Naive: which price is meant, and whether rows of zeros and a rate are products, was asked."""
    reading = read(grid(FORM))
    assert not [one for one in reading.issues if one.open]
    (order,) = reading.orders
    assert [str(one.unit_price) for one in order.lines] == ["150", "10"]
    assert str(order.total) == "372"


def test_a_price_that_is_not_the_other_with_tax_is_asked():
    reading = read(grid(FORM.replace("|180|", "|185|")))
    assert "column:unit_price" in [one.target for one in reading.issues if one.open]
