"""Rows that only divide the line above: how much of it is wanted when."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from orders.likely import has_code, is_priced, lends_code, value_of
from orders.numbers import Style
from orders.tables import Table


def parts_of_lines(table: Table, lines: Sequence[int], style: Style | None) -> list[int]:
    """Rows without a code or a price whose quantities add up to that of the line right above."""
    if not {"sku", "gtin"} & set(table.mapping):
        return []
    found: list[int] = []
    for parent, below in _families(table, lines, style):
        counts = [value_of(table, row, "quantity", style) for row in below]
        whole = value_of(table, parent, "quantity", style)
        if len(below) > 1 and whole and sum(one or Decimal(0) for one in counts) == whole:
            found += below
    return found


def _families(
    table: Table, lines: Sequence[int], style: Style | None
) -> Iterator[tuple[int, list[int]]]:
    """Each line with a code, and the bare rows that follow it without a gap."""
    parent, below = 0, list[int]()
    for row in lines:
        if parent and row == parent + len(below) + 1 and _is_bare(table, row, style):
            below.append(row)
            continue
        if below:
            yield parent, below
        parent, below = (row, []) if has_code(table, row) else (0, [])
    if below:
        yield parent, below


def _is_bare(table: Table, row: int, style: Style | None) -> bool:
    return not (is_priced(table, row, style) or lends_code(table, row))
