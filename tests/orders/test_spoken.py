"""Headings and labels as people of many trades write them: read, or left as they are."""

from datetime import date
from decimal import Decimal

import pytest
from grids import grid

from orders.order import Order
from orders.reader import read
from orders.reading import Result

CUSTOMER = "Customer:|Acme Ltd\n"


def order_of(text: str) -> Order:
    reading = read(grid(text))
    assert reading.result is Result.READY, [one.code for one in reading.issues if one.open]
    return reading.orders[0]


def test_words_under_a_trades_own_heading_name_the_items():
    rows = "Warm glove|AB-1|box|4\nCold pan|AB-2|vial|2\nRed brush|AB-3|pack|7"
    order = order_of(CUSTOMER + "Bezdak|Code|Pack|Quantity\n" + rows)
    assert [one.product_name for one in order.lines] == ["Warm glove", "Cold pan", "Red brush"]
    assert [one.unit for one in order.lines] == ["box", "vial", "pack"]


@pytest.mark.parametrize("header", ["Why we want it so", "Reason", "Justification"])
def test_reasons_name_no_items(header):
    rows = "AB-1|For the cold store|4\nAB-2|It broke last year|2\nAB-3|New guest rooms|7"
    order = order_of(CUSTOMER + f"Code|{header}|Quantity\n" + rows)
    assert {one.product_name for one in order.lines} == {None}


def test_a_row_that_numbers_columns_and_says_how_they_multiply_is_no_line():
    head = "Description|Quantity|Unit price|Total price\n(1)|(2)|(3)|(4)=(2)x(3)\n"
    order = order_of(CUSTOMER + head + "Warm glove|2|3.00|6.00\nCold pan|3|1.50|4.50")
    assert [one.quantity for one in order.lines] == [2, 3]


def test_days_as_columns_are_no_sizes():
    head = "Artikelnr|Omschrijving|21-10|31-10|04-11|Totaal\n"
    text = "Klant:|Acme Ltd\n" + head + "AB-1|Touw|9|8|8|25\nAB-2|Verf|3|3|6|12"
    reading = read(grid(text))
    assert [one.code for one in reading.issues if one.open] == ["QUANTITY_BY_PLACE"]
    assert not any(one.size for one in reading.orders[0].lines)
    assert [one.quantity for one in reading.orders[0].lines] == [25, 12]


def test_what_is_weighed_is_what_is_ordered_where_nothing_is_counted():
    head = "Coffee|Weight (kg)|Price per kg (€)|Total (€)\n"
    order = order_of(CUSTOMER + head + "Bean one|8.5|8.00|68.00\nBean two|10.5|20.00|210.00")
    assert [one.quantity for one in order.lines] == [Decimal("8.5"), Decimal("10.5")]


@pytest.mark.parametrize("writer", ["D. Nolan, Senior Pharmacist", "Dana Nolan, Head of Stores"])
def test_who_wrote_an_order_is_not_its_customer(writer):
    reading = read(grid(f"Ordered by:|{writer}\nCode|Item|Qty\nAB-1|Warm glove|4\nAB-2|Pan|2"))
    assert reading.result is Result.QUESTIONS
    assert reading.orders[0].customer is None


def test_signs_for_numbers_and_days_are_no_part_of_them():
    lines = "Indeks|Nazwa|Ilość\nAB-1|Farba|4\nAB-2|Klej|2"
    order = order_of(f"Zamówienie nr|nº 4711\nz dnia 08.11.2026\nNabywca|Acme Ltd\n{lines}")
    assert order.po_number == "4711"
    assert order.order_date == date(2026, 11, 8).isoformat()


def test_a_sum_in_words_below_the_lines_names_the_currency():
    text = "Покупатель|Акме\nАртикул|Товар|Количество|Цена|Сумма\nA-1|Клей|2|3,00|6,00\nA-2|Скотч|3|1,50|4,50"
    order = order_of(text + "\n\nВсего наименований 2, на сумму 10,50 руб.")
    assert order.currency == "RUB"


def test_a_code_below_the_title_is_the_orders_number():
    lines = "Code|Item|Qty\nAB-1|Warm glove|4\nAB-2|Pan|2"
    order = order_of(f"Customer:|Acme Ltd||Purchase Order\n|||NM45120\n\n{lines}")
    assert order.po_number == "NM45120"


def test_codes_that_come_again_with_their_names_are_not_left_out():
    rows = "AB-1|Warm glove|4\nAB-2|Cold pan|2\nAB-1|Warm glove|7"
    reading = read(grid(f"{CUSTOMER}Part|Description|Qty\n{rows}"))
    assert [one.sku for one in reading.orders[0].lines] == ["AB-1", "AB-2", "AB-1"]
    reading = read(grid(f"{CUSTOMER}Bezdak|Description|Qty\n{rows}"))
    assert [one.fields for one in reading.issues if one.open] == [("sku",)]


def test_ticks_under_order_do_not_take_the_quantity_from_its_own_column():
    rows = "x|AB-1|Warm glove|4\n|AB-2|Cold pan|\n|AB-3|Blue bin|\nx|AB-4|Hot pan|3"
    order = order_of(CUSTOMER + "Order (x)|Code|Product|Qty\n" + rows)
    assert [one.quantity for one in order.lines] == [4, 3]


def test_a_list_price_that_the_sums_less_a_discount_prove_is_the_price():
    head = "Title|Copies|RRP £|Disc %|Net £\n"
    order = order_of(CUSTOMER + head + "Salt Road|2|10.00|40|12.00\nDeep Water|3|8.00|35|15.60")
    assert [one.unit_price for one in order.lines] == [10, 8]
    reading = read(grid(CUSTOMER + head + "Salt Road|2|10.00|40|12.00\nDeep Water|3|8.00|35|19.60"))
    assert {one.unit_price for one in reading.orders[0].lines} == {None}
