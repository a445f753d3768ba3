"""Which taxes are the order's, and which sums are parts."""

from decimal import Decimal

from grids import grid

from orders.reader import read
from orders.settling import settled
from orders.totals import TotalRow


def row(number, kind, amount):
    return TotalRow(number, kind, {3: Decimal(amount)})


def kinds(*found):
    return [(one.row, one.kind) for one in found]


def test_a_tax_among_the_lines_is_a_lines_own():
    rows = [row(3, "tax", 9), row(5, "tax", 18), row(6, "subtotal", 300), row(7, "tax", 27)]
    assert kinds(*settled(rows, {3, 5}, 4)) == [(6, "subtotal"), (7, "tax")]


def test_so_is_the_tax_of_an_only_line_if_it_is_told_again_below():
    rows = [row(3, "tax", 9), row(4, "subtotal", 100), row(5, "tax", 9)]
    assert kinds(*settled(rows, {3}, 2)) == [(4, "subtotal"), (5, "tax")]
    assert kinds(*settled(rows[:2], {3}, 2)) == [(3, "tax"), (4, "subtotal")]


def test_a_sum_with_lines_below_is_a_parts():
    rows = [row(3, "total", 100), row(6, "whole", 300)]
    assert kinds(*settled(rows, (), 5)) == [(3, "carried"), (6, "total")]


def test_a_block_s_sums_under_a_carried_total_are_a_total():
    head = "Customer:|Acme Ltd\nSKU|Name|Qty|Price|Amount\nA-1|Rope|4|2|8\nA-2|Hook|3|5|15\n"
    below = "Total of group: places - 2||7||23\nA-3|Net|2|9|18\nA-4|Sail|1|30|30\nTotal of group: places - 6||3||48\n"
    (order,) = (reading := read(grid(f"{head}{below}Total||10||71"))).orders
    assert [one.code for one in reading.issues if one.open] == []
    assert (len(order.lines), order.total) == (4, 71)
