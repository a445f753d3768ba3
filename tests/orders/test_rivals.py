"""Of several columns that may hold an order's own value, the one meant."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

GOODS = [("A-1", "Rope", 5, "3.50"), ("A-2", "Hook", 2, "10.25"), ("A-3", "Peg", 40, "1.75")]


def one_order(**own: str):
    """An order whose own values, under these headings, stand on each line."""
    rows = ["|".join([*own, "SKU", "Item name", "Qty", "Unit price"])]
    rows += ["|".join([*own.values(), *map(str, goods)]) for goods in GOODS]
    reading = read(grid("\n".join(rows)))
    return reading.orders[0], reading


def test_who_is_reached_where_is_no_customers_name():
    """Naive: the order is `ann@weaver.example`'s, or `12 Mill Road`'s, and ready."""
    order, reading = one_order(**{"PO Number": "P-77", "Customer Email": "ann@weaver.example"})
    assert (order.customer, reading.result) == (None, Result.QUESTIONS)
    assert one_order(**{"PO Number": "P-77", "ShipToAddress1": "12 Mill Road"})[0].customer is None


@pytest.mark.parametrize(
    "own",
    [
        {
            "Billing Name": "Ann Weaver",
            "Billing Company": "Kern Cafe Ltd",
            "Shipping Name": "B. Ode",
        },
        {"Bill To Name": "Kern Cafe Ltd", "Ship To Name": "Oak Gifts Ltd"},
        {"Customer": "Kern Cafe Ltd", "Customer Name": "Kern Cafe Ltd"},
        {"deliveryAddressCompany": "Kern Cafe Ltd", "deliveryAddressLastName": "Weaver"},
        {"주문자명": "Kern Cafe Ltd", "수령인": "Ann Weaver"},
        {"Buyer Name": "Ann Weaver", "Buyer Company": "Kern Cafe Ltd"},
        {"Customer account": "C-1041", "Name": "Kern Cafe Ltd"},
        {"Debiteur": "10450", "Naam": "Kern Cafe Ltd"},
    ],
)
def test_who_is_billed_is_the_customer(own):
    order, reading = one_order(**{"PO Number": "P-77"}, **own)
    assert (order.customer, reading.result) == ("Kern Cafe Ltd", Result.READY)


@pytest.mark.parametrize(
    "own",
    [
        {"Order Number": "5512", "PO Number": "P-77"},
        {"PO Number": "", "Order #": "P-77"},
        {"order_id": "5512", "order_number": "P-77"},
        {"Order No": "5512", "Customer Order No": "P-77"},
        {"OrderNumber": "5512", "PONumber": "P-77"},
    ],
)
def test_the_buyers_number_comes_before_a_shops_own(own):
    order, reading = one_order(Customer="Kern Cafe Ltd", **own)
    assert (order.po_number, reading.result) == ("P-77", Result.READY)


def test_numbers_that_part_the_lines_otherwise_are_asked():
    """Naive: one purchase order of two deliveries is one order, though the shop has two."""
    drawing = (
        "Order No|PO Number|Customer|SKU|Item name|Qty\n5512|P-77|Kern Cafe Ltd|A-1|Rope|5\n"
        "5512|P-77|Kern Cafe Ltd|A-2|Hook|2\n5513|P-77|Kern Cafe Ltd|A-3|Peg|4\n"
        "5513|P-77|Kern Cafe Ltd|A-1|Rope|9"
    )
    assert read(grid(drawing)).result is Result.QUESTIONS


def test_a_day_of_delivery_outweighs_the_day_of_shipping():
    days = {"Ship By": "2026-12-01", "Delivery Date": "2026-12-09"}
    order, reading = one_order(**{"PO Number": "P-77", "Customer": "Kern Cafe Ltd"}, **days)
    assert (order.delivery_date, reading.result) == ("2026-12-09", Result.READY)


def test_a_shops_key_of_an_item_is_no_code_beside_the_sellers():
    order, _ = one_order(**{"PO Number": "P-77", "Customer": "Kern Cafe Ltd", "Tax ID": "77120"})
    assert {line.tax for line in order.lines} == {None}
    drawing = (
        "Customer:|Kern Cafe Ltd\nProduct ID|SKU|Item name|Qty\n550|A-1|Rope|5\n561|A-2|Hook|2"
    )
    assert [line.sku for line in read(grid(drawing)).orders[0].lines] == ["A-1", "A-2"]


@pytest.mark.parametrize("own", [{"Ship To": "DC 0555"}, {"注文者姓": "Weaver", "注文者名": "Ann"}])
def test_a_place_or_half_a_name_orders_nothing(own):
    """Naive: `DC 0555`, or `Ann`, is the customer, and the order is ready."""
    order, reading = one_order(**{"PO Number": "P-77"}, **own)
    assert (order.customer, reading.result) == (None, Result.QUESTIONS)


def test_columns_that_say_the_same_of_each_line_need_no_choice():
    drawing = (
        "Customer:|Kern Cafe Ltd\nSKU|Item name|Qty|Order uom|Price|Price uom|Price\n"
        "A-1|Rope|5|EA|3.5|EA|3.5\nA-2|Hook|2|EA|10.5|EA|10.5\nA-3|Peg|4|EA|6.25|EA|6.25"
    )
    assert read(grid(drawing)).result is Result.READY


def test_an_amount_with_its_tax_is_no_tax():
    """Naive: `Bedrag incl. btw` over the line's gross is the line's tax."""
    drawing = (
        "Klant:|Kern Cafe BV\nArtikelcode|Omschrijving|Aantal|Prijs|Bedrag excl. btw|Bedrag incl. btw\n"
        "A-1|Rope|5|4|20|24.2\nA-2|Hook|2|10|20|24.2\nA-3|Peg|4|25|100|121"
    )
    lines = read(grid(drawing)).orders[0].lines
    assert {line.tax for line in lines} == {None}
    assert [str(line.line_total) for line in lines] == ["20", "20", "100"]
