"""Labels and values that stand beside a table, on its own rows: set apart.

`Buyer: | Acme` right of the headings would else be two columns of the table, or another order.
"""

from collections.abc import Iterator
from dataclasses import replace

from orders.dictionary import label_meanings
from orders.labels import HEADER_FIELDS
from orders.suiting import is_label, suits
from orders.view import Grid

_FEWEST = 2
_WIDE = 3
"""So many cells on a row that are no labels are a table's."""


def set_apart(grid: Grid) -> Grid:
    """The grid without a block of labels beside its rows, which it keeps as its `aside`."""
    for column in sorted({at for cells in grid.rows.values() for at in cells}):
        rows = list(_labelled(grid, column))
        if len(rows) >= _FEWEST and _is_block(grid, column, rows):
            return _without(grid, column, rows)
    return grid


def _labelled(grid: Grid, column: int) -> Iterator[int]:
    """The rows beside a table on which a label stands here, alone with its value."""
    for row, cells in grid.rows.items():
        left = [grid.text(row, at) for at in cells if at < column]
        table = len(left) >= _WIDE and not any(map(is_label_alone, left))
        ends = column - 1 not in cells and max(cells) == column + 1
        if table and ends and column in cells and is_label(grid.text(row, column)):
            yield row


def is_label_alone(text: str) -> bool:
    """Whether a text is a label that its colon marks as one."""
    return text.endswith((":", "：")) and is_label(text)


def _is_block(grid: Grid, column: int, rows: list[int]) -> bool:
    """Whether nothing else stands there from the first label to the last, and two name an order's values."""
    between = [row for row in grid.rows if rows[0] <= row <= rows[-1]]
    alone = all(
        row in rows or grid.rows[row].keys().isdisjoint((column - 1, column, column + 1))
        or is_label(grid.text(row, column))
        for row in between
    )  # fmt: skip
    return alone and sum(_tells(grid, row, column) for row in rows) >= _FEWEST


def _tells(grid: Grid, row: int, column: int) -> bool:
    cell = grid.cell(row, column + 1)
    told = label_meanings(grid.text(row, column).rstrip(" :："))
    return any(f in HEADER_FIELDS and cell is not None and suits(f, cell) for f in told)


def _without(grid: Grid, column: int, rows: list[int]) -> Grid:
    """Every cell of the block's columns from its first row on as far as labels go."""
    first, last = rows[0], rows[-1]
    while (last + 1 in grid.rows) and is_label(grid.text(last + 1, column)):
        last += 1
    block = {
        row: {at: cell for at, cell in cells.items() if at in (column, column + 1)}
        for row, cells in grid.rows.items()
        if first <= row <= last
    }
    kept = {
        row: {at: cell for at, cell in cells.items() if at not in block.get(row, ())}
        for row, cells in grid.rows.items()
    }
    aside = replace(grid, rows={row: cells for row, cells in block.items() if cells})
    return replace(grid, rows={row: cells for row, cells in kept.items() if cells}, aside=(aside,))
