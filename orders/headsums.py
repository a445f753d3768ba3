"""Rows that say above lines what those come to: a group's or all's sum."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from orders.likely import value_of
from orders.numbers import Style
from orders.tables import Table

_FEWEST = 3
"""A sum and the two lines it is made of."""


def sums_above(table: Table, lines: Sequence[int], style: Style | None) -> list[int]:
    """Rows whose quantity is that of the rows up to the next such row, if they divide all lines.

    A quantity may be the sum of two others by chance, so that the rows must look unlike their
    lines too: another cell filled, or the code with which theirs begin.
    """
    if table.sizes or len(lines) < _FEWEST or "quantity" not in table.mapping:
        return []
    counts = [value_of(table, row, "quantity", style) or Decimal(0) for row in lines]
    groups = list(_groups(lines, _ends(counts))) if min(counts) > 0 else []
    return [group[0] for group in groups] if groups and _differ(table, groups) else []


def _ends(counts: Sequence[Decimal]) -> list[int]:
    """For each place where a row's group ends, so that groups divide all from there on; 0 for no."""
    ends = [0] * len(counts)
    for place in range(len(counts) - _FEWEST, -1, -1):
        left, end = counts[place], place + 1
        while end < len(counts) and left > 0:
            left -= counts[end]
            end += 1
            divides = end == len(counts) or ends[end]
            if not left and end - place >= _FEWEST and divides:
                ends[place] = end
                break
    return ends


def _groups(lines: Sequence[int], ends: Sequence[int]) -> Iterator[Sequence[int]]:
    place = 0
    while place < len(lines) and ends[place]:
        yield lines[place : ends[place]]
        place = ends[place]


def _differ(table: Table, groups: Sequence[Sequence[int]]) -> bool:
    """Whether all sums fill other cells than all of their lines, or bear the beginning of codes."""
    heads = [table.grid.rows[group[0]].keys() for group in groups]
    below = [table.grid.rows[row].keys() for group in groups for row in group[1:]]
    ours, theirs = set.intersection(*map(set, heads)), set.intersection(*map(set, below))
    if ours - set().union(*below) or theirs - set().union(*heads):
        return True
    code = table.mapping.get("sku", 0)
    return all(_begins(table, group, code) for group in groups)


def _begins(table: Table, group: Sequence[int], column: int) -> bool:
    head, *codes = (table.grid.lent(row, column) for row in group)
    return bool(head) and all(code.startswith(head) and code != head for code in codes)
