"""Rows that only divide the line above: how much of it is wanted when."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from orders.labels import find_labels
from orders.likely import has_code, is_priced, lends_code, value_of
from orders.numbers import Style
from orders.sorted_rows import Rows
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


def without_days(
    table: Table, rows: Rows, lines: Sequence[int], style: Style | None
) -> tuple[list[int], list[int]]:
    """The lines without `Delivery date: 15.03. | 96` below one, and such rows that are doubtful.

    Where they add up to the line above they are noted, and nobody is asked.
    """
    proven, doubted = list[int](), list[int]()
    whole, below = None, list[int]()
    for row in (*sorted({*lines, *rows.unsure}), 0):
        if row and _says_day(table, row, style):
            below.append(row)
            continue
        counts = [value_of(table, one, "quantity", style) or Decimal(0) for one in below]
        (proven if whole == sum(counts) else doubted).extend(below)
        whole, below = (value_of(table, row, "quantity", style) if row else None), []
    rows.note(proven)
    return [row for row in lines if row not in proven], [row for row in doubted if row in lines]


def _says_day(table: Table, row: int, style: Style | None) -> bool:
    """Whether a labelled day of delivery stands where a row without a price would name its item."""
    if is_priced(table, row, style):
        return False
    places = {table.mapping[name] for name in table.identifiers}
    days = (one for one in find_labels(table.grid, [row]) if one.field == "delivery_date")
    return any(one.row == row and one.column in places for one in days)


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
