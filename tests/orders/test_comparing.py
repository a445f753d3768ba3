"""A blank is nothing of any kind; things of two kinds are unequal."""

from decimal import Decimal

import pytest

from orders.comparing import compares

TWO = Decimal(2)


@pytest.mark.parametrize(
    ("left", "sign", "right", "holds"),
    [
        (TWO, "=", Decimal("2.0"), True), (TWO, ">=", Decimal(3), False), (None, "=", Decimal(0), True),
        (None, "=", "", True), (None, "=", False, True), (None, "=", None, True), (TWO, "<>", None, True),
        ("Yes", "=", "yes", True), ("2", "=", TWO, False), (True, "<>", Decimal(1), True),
        ("a", "<", "b", None), (TWO, "<", "b", None),
    ],
)  # fmt: skip
def test_comparisons_hold_as_in_a_spreadsheet(left, sign, right, holds):
    assert compares(left, sign, right) is holds
