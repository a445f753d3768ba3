"""Items with their count in front are read where the paper says that it orders, and confirmed."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

HEAD = "Customer: Acme Ltd\nOrder 7781\n"


def lines_of(drawing):
    """Quantity, name, price and total of every line, where one yes is all that is asked."""
    reading = read(grid(HEAD + drawing))
    assert [one.code for one in reading.issues if one.open] == ["LAYOUT_TURNED"]
    return [
        (int(one.quantity), one.product_name, one.unit_price, one.line_total)
        for one in reading.orders[0].lines
    ]


@pytest.mark.parametrize(
    "drawn",
    [
        "2 x Rope - 5.50 EUR\nRemovals: knots\n1 x Hook - 4 EUR\nTotal: 15.00 EUR",
        "- 2x Rope €5.50\n- 1x Hook €4\nTotal: 15.00 EUR",
        "2 × Rope (long) 5.50 EUR/pc\n1 × Hook 4 EUR/pc",
    ],
)
def test_an_amount_is_a_price_where_the_sum_or_its_unit_says_so(drawn):
    told = lines_of(drawn)
    assert [(count, float(price), total) for count, _, price, total in told] == [
        (2, 5.5, None), (1, 4.0, None),
    ]  # fmt: skip


def test_an_amount_is_the_lines_where_the_sum_says_so():
    told = lines_of("2 x Rope - 5.50 EUR\n1 x Hook - 4 EUR\nTotal: 9.50 EUR")
    assert [(price, float(total)) for _, _, price, total in told] == [(None, 5.5), (None, 4.0)]


def test_an_amount_of_which_nothing_tells_what_it_is_is_left_out():
    """Naive: it is the price of one, though two may cost it together."""
    told = lines_of("2 x Rope - 5.50 EUR\n1 x Hook - 4 EUR")
    assert told == [(2, "Rope", None, None), (1, "Hook", None, None)]


def test_two_amounts_are_price_and_total_where_they_come_to_it():
    told = lines_of("- 2 x Rope 5 EUR/pc||10 EUR\n- 1 x Hook 4 EUR/pc||4 EUR")
    assert [(name, float(price), float(total)) for _, name, price, total in told] == [
        ("Rope", 5.0, 10.0), ("Hook", 4.0, 4.0),
    ]  # fmt: skip
    wrong = read(grid(f"{HEAD}2 x Rope 5 EUR||9 EUR\n1 x Hook 4 EUR||4 EUR"))
    assert wrong.result is not Result.READY


def test_what_says_no_order_is_none():
    reading = read(grid("Crane\n2 x steel beam\n4 x bolt"))
    assert not any(one.code == "LAYOUT_TURNED" for one in reading.issues)
