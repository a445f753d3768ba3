"""The day that stands above the lines without a label is the order's, where it can be no other."""

from datetime import date

import pytest
from grids import grid

from orders.fixes import Fix, FixKind
from orders.hints import Hints
from orders.reader import read
from orders.riding import riders

LINES = "\nCustomer: Harrow Cafe Ltd\n.\nCode|Item|Qty|Price\nA-1|Mug|5|2\nA-2|Cup|6|3"
TODAY = Hints(today=date(2026, 11, 30))


def day_of(head: str) -> str | None:
    reading = read(grid(head + LINES), hints=TODAY)
    assert "order_date" not in [name for one in reading.issues if one.open for name in one.fields]
    return reading.orders[0].order_date


@pytest.mark.parametrize(
    "head",
    [
        "PURCHASE ORDER PO-77|||20 November 2026",
        "PURCHASE ORDER PO-77\n20.11.2026",
        "Hamburg, den 20.11.2026\nBestellung 4711",
        "Paris, le 20 novembre 2026\nBon de commande n° 4711",
        "Order list 20.11.2026",
        "Harrow Cafe Ltd|||2026-11-20",
        "سفارش خرید|||۱۴۰۵/۰۸/۲۹",
    ],
)
def test_a_day_beside_the_title_or_behind_a_place_is_the_orders(head):
    assert day_of(head) == "2026-11-20"


@pytest.mark.parametrize(
    "head",
    [
        "PURCHASE ORDER|Terms|Valid\nPO-77|net 30|20 November 2026",
        "PURCHASE ORDER PO-77\nQuote valid|20 November 2026",
        "PURCHASE ORDER PO-77\nQuote valid||20 November 2026",
        "PURCHASE ORDER PO-77\nPrice list 20.11.2026",
        "PURCHASE ORDER PO-77|||20 December 2026",
        "PURCHASE ORDER PO-77|||03/04/2026",
        "20.11.2026|||21.11.2026",
        "Delivery date:|20 November 2026",
    ],
)
def test_a_day_that_may_be_meant_otherwise_is_left(head):
    assert day_of(head) is None


def test_a_labelled_day_goes_before():
    assert (
        day_of("PURCHASE ORDER PO-77|||20 November 2026\nOrder date:|19 November 2026")
        == "2026-11-19"
    )


SAME_DAY = "Date|SKU|Item|Qty\n2026-04-07|A1|Jam|5\n2026-04-07|A2|Tea|8"


@pytest.mark.parametrize("head", ["", "PO No: 4411\n.\n"])
def test_one_day_on_every_line_under_no_more_than_date_is_the_orders_and_wants_but_a_yes(head):
    reading = read(grid(head + SAME_DAY))
    (order,) = reading.orders
    assert order.order_date == "2026-04-07"
    assert [line.delivery_date for line in order.lines] == [None, None]
    (along,) = riders(reading.issues)
    assert (along.fields, along.facts["why"]) == (("order_date",), "lone")
    told = read(grid(head + SAME_DAY), fixes=(Fix(FixKind.COLUMN, "order_date", "A"),))
    assert told.orders[0].order_date == "2026-04-07"
    assert not riders(told.issues)


def test_beside_a_day_of_the_order_it_is_the_lines():
    (order,) = read(grid(f"Order date: 2026-04-01\n.\n{SAME_DAY}")).orders
    assert order.order_date == "2026-04-01"
    assert [line.delivery_date for line in order.lines] == ["2026-04-07", "2026-04-07"]


@pytest.mark.parametrize(("code", "why"), [("AED", "likely"), ("MXN", "likely"), ("USD", "")])
def test_money_of_a_country_that_writes_the_day_first_leans_towards_it(code, why):
    drawing = f"Order date|05/06/2026\n.\nSKU|Item|Qty|Price {code}\nA1|Lamp|5|2.5"
    (told,) = (one for one in read(grid(drawing)).issues if one.code == "AMBIGUOUS_DATE")
    assert told.facts.get("why", "") == why


def test_a_local_purchase_order_has_its_number_and_what_is_replenished_is_counted():
    drawing = "LPO No.|LPO-2209\n.\nItem|Description|Sold|Replenish\nW1|Card|12|5"
    (order,) = read(grid(drawing)).orders
    assert (order.po_number, str(order.lines[0].quantity)) == ("LPO-2209", "5")
