"""Headings that mark the lines' own columns, and what the others say once an order."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

SLASHED = "Order Lines/Product|Order Lines/Quantity|Order Lines/Unit Price|Order Lines/Subtotal"
BRACKETED = "Item Name (Items)|Quantity (Items)|Rate (Items)|Amount (Items)"
TECHNICAL = "order_line/name|order_line/product_qty|order_line/price_unit|order_line/price_subtotal"


@pytest.mark.parametrize("marked", [SLASHED, BRACKETED, TECHNICAL])
@pytest.mark.parametrize("number", ["Order Reference", "ID", "name"])
def test_what_no_mark_calls_the_lines_is_the_orders(marked, number):
    """Naive: `Total` is the first line's, its number is an item's code, the day is one line's."""
    own = f"{number}|Customer|Order Date|Delivery Date"
    drawing = (
        f"{own}|{marked}|Taxes|Total\n"
        "S00041|Kern Cafe Ltd|2026-10-14|2026-12-01|Rope|5|3.5|17.5|38.5|231\n"
        "||||Hook|2|10.5|21||\n||||Peg|40|1.75|70||\n||||Net|12|7|84||"
    )
    reading = read(grid(drawing))
    (order,) = reading.orders
    assert (order.po_number, order.customer) == ("S00041", "Kern Cafe Ltd")
    assert (order.order_date, order.delivery_date) == ("2026-10-14", "2026-12-01")
    assert [str(line.line_total) for line in order.lines] == ["17.5", "21", "70", "84"]
    assert {line.tax for line in order.lines} | {line.sku for line in order.lines} == {None}
    assert reading.result is Result.READY


def test_a_price_without_the_mark_stays_the_lines():
    drawing = (
        "Customer:|Kern Cafe Ltd\nItem/Code|Item/Name|Item/Qty|Price\n"
        "A-1|Rope|5|3.5\nA-2|Hook|2|10.5\nA-3|Peg|40|1.75"
    )
    assert str(read(grid(drawing)).orders[0].lines[0].unit_price) == "3.5"


@pytest.mark.parametrize("heading", ["Num", "Номер", "Folio", "ID", "Document No.", "番号"])
def test_a_bare_number_that_comes_again_numbers_the_orders(heading):
    """Naive: the number is left out, and so is the day beside it."""
    drawing = (
        f"{heading}|Date|Customer|SKU|Item name|Qty\n10241|2026-10-14|Kern Cafe Ltd|A-1|Rope|5\n"
        "10241|2026-10-14|Kern Cafe Ltd|A-2|Hook|2\n10241|2026-10-14|Kern Cafe Ltd|A-3|Peg|4"
    )
    (order,) = read(grid(drawing)).orders
    assert (order.po_number, order.order_date) == ("10241", "2026-10-14")


def test_numbers_that_tell_lines_apart_number_no_orders():
    drawing = "Customer:|Kern Cafe Ltd\nNo|Item name|Qty\n10241|Rope|5\n10255|Hook|2\n10262|Peg|4"
    assert read(grid(drawing)).orders[0].po_number is None


def test_what_all_lines_of_each_order_say_is_no_lines():
    """Naive: the order's tax is each line's, and so is its total, once there are two orders."""
    drawing = (
        "Order Number|Customer|SKU|Item name|Qty|Unit price|Tax|Total|Total quantity\n"
        "P-77|Kern Cafe Ltd|A-1|Rope|5|3.5|57.75|346.5|47\nP-77|Kern Cafe Ltd|A-2|Hook|2|10.5|57.75|346.5|47\n"
        "P-77|Kern Cafe Ltd|A-3|Peg|40|6.25|57.75|346.5|47\nP-78|Oak Gifts Ltd|A-1|Rope|9|3.5|38.5|231|20\n"
        "P-78|Oak Gifts Ltd|A-2|Hook|2|10.5|38.5|231|20\nP-78|Oak Gifts Ltd|A-3|Peg|9|6.25|38.5|231|20"
    )
    lines = [line for order in read(grid(drawing)).orders for line in order.lines]
    assert [str(line.quantity) for line in lines] == ["5", "2", "40", "9", "2", "9"]
    assert {line.tax for line in lines} | {line.line_total for line in lines} == {None}


def test_a_name_that_all_lines_share_may_be_the_customers_or_the_suppliers():
    """Naive: the office `HQ` orders, or the items are called as the customer is."""
    drawing = (
        "Document No|Name|Product Key|Line Description|Quantity|Organization\n"
        "8841|Kern Cafe Ltd|A-1|Rope|5|HQ\n8841|Kern Cafe Ltd|A-2|Hook|2|HQ\n8841|Kern Cafe Ltd|A-3|Peg|4|HQ"
    )
    reading = read(grid(drawing))
    assert [line.product_name for line in reading.orders[0].lines] == ["Rope", "Hook", "Peg"]
    assert reading.result is Result.QUESTIONS


def test_a_market_prices_whole_lines():
    drawing = (
        "Customer:|Kern Cafe Ltd\nsku|product-name|quantity-purchased|item-price\n"
        "A-1|Rope|5|17.5\nA-2|Hook|2|21\nA-3|Peg|40|70"
    )
    assert {line.unit_price for line in read(grid(drawing)).orders[0].lines} == {None}


def test_a_code_of_each_order_is_no_items_code():
    """Naive: `Code`, the customer's, is the code of every item of the order."""
    drawing = (
        "DocNo|Code|CompanyName|ItemCode|Description|Qty\nP-77|C-104|Kern Cafe Ltd|A-1|Rope|5\n"
        "P-77|C-104|Kern Cafe Ltd|A-2|Hook|2\nP-78|C-105|Oak Gifts Ltd|A-1|Rope|9\n"
        "P-78|C-105|Oak Gifts Ltd|A-2|Hook|3"
    )
    lines = [line.sku for order in read(grid(drawing)).orders for line in order.lines]
    assert lines == ["A-1", "A-2", "A-1", "A-2"]


def test_the_tax_of_a_few_lines_is_theirs():
    """Naive: what stands on a third of the lines, as the order's total does, is the order's."""
    drawing = (
        "Customer:|Kern Cafe Ltd\nSKU|Item name|Qty|Unit price|VAT\n"
        "A-1|Rope|5|4|4\nA-2|Bread|2|10|\nA-3|Milk|4|25|"
    )
    assert str(read(grid(drawing)).orders[0].lines[0].tax) == "4"
