"""Sizes, or days of delivery, as rows: the first row's item counts below."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from orders.headers import IDENTIFIERS
from orders.sheet import Merge
from orders.view import Grid

_VARIES = ("size", "colour", "delivery_date")
_LENT = ("sku", "product_name", "colour")


def lend_down(grid: Grid, mapping: Mapping[str, int], body: Sequence[int]) -> Grid:
    """The grid with each style's cells lent to the rows of its other sizes, as if merged.

    A row takes part only where it names no item, follows the style's own row without a gap, holds
    a quantity, and differs in size, colour or day of delivery from the rows before it.
    """
    if "quantity" not in mapping or not set(mapping) & set(_VARIES):
        return grid
    masters = dict(grid.masters)
    for first, last in _groups(grid, mapping, body):
        for name in _LENT:
            column = mapping.get(name, 0)
            if column and grid.text(first, column):
                merge = Merge(first, column, last, column)
                empty = [row for row in range(first, last + 1) if not grid.text(row, column)]
                masters |= {(row, column): masters.get((row, column), merge) for row in empty}
    return replace(grid, masters=masters) if len(masters) > len(grid.masters) else grid


def _groups(
    grid: Grid, mapping: Mapping[str, int], body: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """First and last row of every style that stands over several rows."""
    named = [mapping[name] for name in IDENTIFIERS if name in mapping]
    varies = [mapping[name] for name in _VARIES if name in mapping]
    first, last, seen = 0, 0, set[tuple[str, ...]]()
    for row in body:
        kind = tuple(grid.text(row, at) or grid.text(first, at) for at in varies)
        ordered = any(grid.text(row, at) for at in varies) and bool(
            grid.text(row, mapping["quantity"])
        )
        if ordered and any(grid.lent(row, column) for column in named):
            yield from ([(first, last)] if last > first else [])
            first, last, seen = row, row, {kind}
        elif ordered and first and row == last + 1 and kind not in seen:
            last = row
            seen.add(kind)
        else:
            yield from ([(first, last)] if last > first else [])
            first, last = 0, 0
    yield from ([(first, last)] if last > first else [])
