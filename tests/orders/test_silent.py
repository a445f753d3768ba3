"""Rows of sums that no word names."""

from decimal import Decimal

from orders.silent import kind_unnamed
from orders.sums import RunningSums


def test_numbers_are_a_total_only_where_they_add_up():
    sums = RunningSums()
    sums.add(Decimal(10), Decimal(2))
    sums.close_block()
    sums.add(Decimal(5), Decimal(1))
    assert kind_unnamed({5: Decimal(15)}, sums) == "total"
    assert kind_unnamed({4: Decimal(99), 5: Decimal(5)}, sums) == "subtotal"
    assert kind_unnamed({5: Decimal(77)}, sums) == ""
