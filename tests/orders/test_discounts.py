"""A discount counts where the line's own total proves it to be per cents."""

from decimal import Decimal

import pytest

from orders.discounts import proven_percent
from orders.order import Line


@pytest.mark.parametrize(
    ("discount", "total", "percent"),
    [
        ("10", "90", "10"),
        ("0.1", "90", "10"),
        ("10", "100", "0"),
        ("10", None, "0"),
        ("10", "80", "0"),
        ("100", "0", "0"),
        ("-10", "110", "0"),
        ("0.1", "99.9", "0.1"),
    ],
)
def test_only_the_sum_beside_it_tells_what_a_discount_is(discount, total, percent):
    line = Line(
        "L001", 2, quantity=Decimal(10), unit_price=Decimal("10.00"),
        discount=Decimal(discount), line_total=None if total is None else Decimal(total),
    )  # fmt: skip
    assert proven_percent(line, "EUR") == Decimal(percent)
