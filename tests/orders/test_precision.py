"""A currency's own precision reads amounts that have two readings, where its home agrees."""

from decimal import Decimal

import pytest
from grids import grid

from orders.reader import read

HEAD = "Customer:|Acme Ltd\nSKU|Qty|Price\n"


def price_of(drawing: str) -> Decimal | None:
    return read(grid(HEAD + drawing)).orders[0].lines[0].unit_price


@pytest.mark.parametrize(
    ("price", "other", "meant"),
    [("20.000 KD", "10.500 KD", 20), ("BHD 1.250", "BHD 2.500", Decimal("1.25")),
     ("82,901 INR", "10,500 INR", 82901), ("AED 1,250", "AED 2,000", 1250)],
)  # fmt: skip
def test_thousandths_are_read_and_thousands_are(price, other, meant):
    assert price_of(f"A-1|4|'{price}\nA-2|3|'{other}") == meant


@pytest.mark.parametrize(
    "prices",
    ["20,000 KD/10,500 KD", "82.901 EUR/10.500 EUR", "82,901 USD/10,500 USD", "25,000 IQD/1,500 IQD",
     "1.250 INR/2.500 INR"],
)  # fmt: skip
def test_what_precision_does_not_settle_stays_open(prices):
    one, other = prices.split("/")
    assert price_of(f"A-1|4|'{one}\nA-2|3|'{other}") is None


def test_a_count_that_reads_two_ways_leaves_the_amounts_open_too():
    assert price_of("A-1|'4.000|'20.000 KD\nA-2|'3.000|'10.500 KD") is None


def test_a_language_with_a_decimal_comma_leaves_it_open():
    reading = read(grid("Kunde:|Acme GmbH\nArtikelnummer|Menge|Preis\nA-1|4|'82,901 INR"))
    assert reading.orders[0].lines[0].unit_price is None
