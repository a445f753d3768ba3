"""Rows of sums that no word names."""

from decimal import Decimal

from grids import grid

from orders.reader import read
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


def test_a_row_of_sums_below_one_line_is_no_line():
    head = (
        "Customer:|Acme Ltd\n.\nNo|Item|Qty|Unit price|Tax|Amount\n1|Motor|1|190.00|17.10|190.00\n"
    )
    reading = read(grid(head + "||1||17.10|190.00\n|Grand total||||190.00"))
    assert [line.product_name for line in reading.orders[0].lines] == ["Motor"]
    assert not any(one.open for one in reading.issues)
