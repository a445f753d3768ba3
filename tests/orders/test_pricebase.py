"""A price for a hundred or a dozen is divided where sums prove it, and asked where none does."""

from decimal import Decimal

import pytest
from grids import grid

from orders.pricebase import base_in
from orders.reader import read
from orders.reading import Result

HEAD = "Customer:|Acme Ltd\n"


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Price per 100", 100), ("Preis pro 1.000 Stk", 1000), ("Prix / 100", 100), ("€/dz", 12),
        ("Price per thousand", 1000), ("قیمت هر ۱۰۰ عدد", 100), ("Precio por docena", 12),
        ("Price/unit", 1), ("Price per 0.75 l", 1), ("Price 2026", 1), ("Unit price", 1),
    ],
)  # fmt: skip
def test_a_header_says_for_how_many_a_price_stands(text, base):
    assert base_in(text) == base


def test_a_price_per_hundred_that_the_totals_prove_is_divided():
    reading = read(grid(HEAD + "SKU|Qty|Price per 100|Total\nA-1|500|12.5|62.5\nA-2|200|8|16"))
    assert reading.result is Result.READY
    assert [one.unit_price for one in reading.orders[0].lines] == [
        Decimal("0.125"),
        Decimal("0.08"),
    ]
    assert reading.orders[0].lines[0].evidence["unit_price"].reading.endswith("per=100")


def test_without_totals_it_is_asked_once():
    reading = read(grid(HEAD + "SKU|Qty|Price per 100\nA-1|500|12.5\nA-2|200|8"))
    assert [(one.code, one.target) for one in reading.issues if one.open] == [
        ("INVALID_PRICE", "accept")
    ]


def test_a_box_of_twelve_is_a_unit_and_no_price_for_twelve():
    reading = read(grid(HEAD + "SKU|Qty|Unit|Price\nA-1|5|box/12|12.5\nA-2|2|box/12|8"))
    assert [one.unit_price for one in reading.orders[0].lines] == [Decimal("12.5"), Decimal(8)]


def test_hundreds_that_were_counted_keep_their_price():
    reading = read(grid(HEAD + "SKU|Qty|Price per 100|Total\nA-1|5|12.5|62.5\nA-2|2|8|16"))
    assert [one.unit_price for one in reading.orders[0].lines] == [Decimal("12.5"), Decimal(8)]


def test_a_column_says_it_line_by_line():
    drawing = "Material|Menge|ME|Nettopreis|Preiseinheit|Nettowert\nA-1|500|ST|12.5|100|62.5\nA-2|3|ST|8|1|24"
    reading = read(grid("Kunde:|Acme GmbH\n" + drawing))
    assert reading.result is Result.READY
    assert [one.unit_price for one in reading.orders[0].lines] == [Decimal("0.125"), Decimal(8)]


def test_thousands_of_pieces_with_a_price_per_thousand_keep_their_zeros():
    drawing = "Material|Menge|Nettopreis|Preiseinheit|Nettowert\nA-1|'60.000|'72,78|'1.000|'4.366,80\nA-2|'3.000|'39,55|'1.000|'118,65"
    reading = read(grid("Kunde:|Acme GmbH\n" + drawing))
    assert reading.result is Result.READY
    assert [one.quantity for one in reading.orders[0].lines] == [60000, 3000]


def test_sums_that_hold_only_in_a_style_the_sheet_never_writes_are_asked():
    drawing = "Material|Menge|Nettopreis|Nettowert\nA-1|'60.000|'72,78|'4.366,80\nA-2|'3.000|'39,55|'118,65"
    reading = read(grid("Kunde:|Acme GmbH\n" + drawing))
    assert [one.code for one in reading.issues if one.open] == ["AMBIGUOUS_NUMBER"]


def test_what_a_kitchen_keeps_is_no_base_of_prices():
    head = "Item #|Item|Par|On Hand|Order|Price|Ext"
    reading = read(grid(HEAD + f"{head}\nA-1|Rice|10|2|5|4.50|22.50\nA-2|Beans|10|1|7|3.00|21.00"))
    assert [f"{one.unit_price:f}" for one in reading.orders[0].lines] == ["4.5", "3"]
