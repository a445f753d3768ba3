"""Headings that count in hundreds and thousands: pieces, once a person says so."""

from decimal import Decimal

import pytest
from grids import grid

from orders.fixes import Fix, FixKind
from orders.multiplied import times_in
from orders.reader import read
from orders.reading import Result
from orders.scale import scale_in

HEAD = "Customer:|Acme Ltd\nSKU|Description|Qty (thousands)|Price|Amount\n"


@pytest.mark.parametrize(
    ("header", "times"),
    [
        ("Qty (thousands)", 1000),
        ("Qty ('000)", 1000),
        ("Menge in Tsd.", 1000),
        ("تعداد (هزار)", 1000),
        ("Qty x100", 100),
        ("Qty", 1),
        ("Order 2000 qty", 1),
        ("Qty 100", 1),
    ],
)
def test_a_heading_multiplies(header, times):
    assert times_in(header) == times


def test_thousands_become_pieces_and_are_asked_once():
    """Naive: two screws were ordered where two thousand were meant."""
    reading = read(grid(f"{HEAD}A-1|Screw|2|10|\nA-2|Bolt|3|20|"))
    assert [one.facts["why"] for one in reading.issues if one.open] == ["times"]
    assert [line.quantity for line in reading.orders[0].lines] == [2000, 3000]
    (asked,) = [one for one in reading.issues if one.open]
    told = read(
        grid(f"{HEAD}A-1|Screw|2|10|\nA-2|Bolt|3|20|"),
        fixes=[Fix(FixKind.ACCEPT, asked.issue_id, "yes")],
    )
    assert told.result is Result.READY


def test_a_price_that_makes_up_the_total_is_for_a_thousand():
    lines = read(grid(f"{HEAD}A-1|Screw|2|10|20\nA-2|Bolt|3|20|60")).orders[0].lines
    assert [(one.quantity, one.unit_price) for one in lines] == [
        (2000, Decimal("0.01")),
        (3000, Decimal("0.02")),
    ]


def test_prices_in_thousands_written_with_zeros():
    assert [scale_in(text) for text in ("Price ('000 IDR)", "EUR 000s", "Price 5000", "USD")] == [
        1000, 1000, 1, 1,
    ]  # fmt: skip


def test_dozens_priced_by_the_dozen_stay_dozens():
    """Naive: 24 are ordered, in the unit that the heading names: 24 dozen."""
    head = "Customer:|Acme Ltd\nCode|Name|Qty (doz)|Price/doz|Total\n"
    reading = read(grid(f"{head}A-1|Mug|2|38.4|76.8\nA-2|Saucer|1|13.2|13.2"))
    told = [(one.quantity, one.unit, one.unit_price) for one in reading.orders[0].lines]
    assert (reading.result, told) == (
        Result.READY,
        [(2, "doz", Decimal("38.4")), (1, "doz", Decimal("13.2"))],
    )
    apart = read(
        grid("Customer:|Acme Ltd\nCode|Name|Qty (doz)|Price each\nA-1|Mug|2|4\nA-2|Cup|3|2")
    )
    assert [(one.quantity, one.unit) for one in apart.orders[0].lines] == [(24, None), (36, None)]
