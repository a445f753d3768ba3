"""Rows that state the tax of the line above them."""

import pytest
from grids import grid

from orders.reader import read

TABLE = "Customer:|Acme Ltd\nSKU|Description|Qty|Unit|Price|Amount\nA-1|Rope|2|PC|100.00|200.00\n"


@pytest.mark.parametrize(
    "row", ["IN: Integrated GST|18.00||||36.00", "||HSN|CGST|9.00 %|18.00", "|VAT 10 %||||20.00"]
)
def test_a_rate_of_the_line_above_is_no_line(row):
    reading = read(grid(TABLE + row + "\nA-2|Hook|1|PC|50.00|50.00"))
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-2"]


def test_an_amount_that_is_no_rate_of_it_is_never_left_out_silently():
    reading = read(grid(TABLE + "IN: Integrated GST|18.00||||40.00\nA-2|Hook|1|PC|50.00|50.00"))
    assert any(one.open for one in reading.issues)


def test_a_tax_with_its_rate_beside_a_code_of_the_customs_is_no_line():
    reading = read(grid(TABLE + "Drawing|Code: 4|85044090|SGST|9.00 %|18.00\n|Total||||200.00"))
    assert [line.sku for line in reading.orders[0].lines] == ["A-1"]
    assert not any(one.open for one in reading.issues)


def test_a_list_of_taxes_by_codes_of_the_customs_holds_no_lines():
    summary = (
        "||Taxable|CGST|SGST|Total tax\nHSN||Value|Amount|Amount|Amount\n85044090||200|18|18|36"
    )
    reading = read(grid(f"{TABLE}|Total||||200.00\n{summary}\nTotal||200"))
    assert [line.sku for line in reading.orders[0].lines] == ["A-1"]
    assert not any(one.open for one in reading.issues)


def test_a_tax_of_all_lines_and_the_sum_with_it_stand_beside_other_texts():
    beside = "\n|Invoice to||||\n|Subtotal||||200.00\nTax office|Harbour|VAT 10 %|||20.00"
    reading = read(grid(TABLE + beside + "\nBranch|77120 Weir|TOTAL|||220.00"))
    order = reading.orders[0]
    assert [line.sku for line in order.lines] == ["A-1"]
    assert (f"{order.tax:f}", f"{order.total:f}") == ("20", "220")


def test_an_item_whose_name_is_a_total_and_that_no_rate_explains_is_not_left_out_silently():
    reading = read(grid(TABLE + "B-2|Tax book|Tax|||21.00"))
    assert any(one.open for one in reading.issues)


def test_rows_that_tell_the_tax_of_a_customs_code_of_the_lines_are_no_lines():
    table = "Customer:|Acme Ltd\nSKU|Description|HSN|Qty|Price|Total\nA-1|Bread|190590|5|2.00|10.00"
    below = "\nTotal|||||10.00\n190590|10.00|5%|||0.50\n190590|||||0"
    reading = read(grid(table + below))
    assert [line.sku for line in reading.orders[0].lines] == ["A-1"]
