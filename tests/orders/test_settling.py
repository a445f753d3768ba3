"""Which taxes are the order's, and which sums are parts."""

from decimal import Decimal

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
