"""Lines below a gap that go on: they count on, or say as much."""

from itertools import pairwise

from orders.likely import value_of
from orders.numbers import Style
from orders.sorted_rows import Rows
from orders.tables import Table
from orders.values import ascii_digits

_FEWEST = 2
_LONGEST = 6
"""More digits make a code of an item, no number of a line."""


def counts_on(table: Table, rows: Rows, row: int) -> bool:
    """Whether the row's number in the lines' first column follows on those of all lines above.

    Lines count by one step; some of them may be left out. Below a grand total none goes on. Behind
    a first line the second one fills the same columns.
    """
    numbers = [_number(table, line) for line in (*rows.lines, row)]
    steps = [b - a for a, b in pairwise(numbers) if a is not None and b is not None]
    first = numbers == [1, 2] and _filled(table, row) == _filled(table, rows.lines[0])
    if not (first or len(rows.lines) >= _FEWEST) or len(steps) < len(rows.lines) or min(steps) < 1:
        return False
    if rows.below or rows.is_summed:
        return False
    return all(step % min(steps) == 0 for step in steps)


def resumes(table: Table, rows: Rows, row: int, style: Style | None) -> bool:
    """Whether a row below the table's end says all that every line above it says.

    Below the header said again it says what a line must. Not below a grand total, nor below a row
    that says less, nor where the lines count anew.
    """
    if rows.below or rows.is_summed or not rows.lines:
        return False
    fields = [at for at in table.mapping.values() if at]
    told = {at for at in fields if all(table.grid.text(line, at) for line in rows.lines)}
    before, number = _number(table, rows.lines[-1]), _number(table, row)
    if before is not None and number is not None and number <= before:
        return False
    counted = value_of(table, row, "quantity", style) is not None
    return counted and (rows.again or all(table.grid.text(row, at) for at in told))


def _filled(table: Table, row: int) -> list[int]:
    return [at for at, _ in table.grid.filled(row)]


def _number(table: Table, row: int) -> int | None:
    """What stands first in a row, left of all that is ordered, if it may number a line."""
    column, text = min(table.grid.filled(row), default=(0, ""))
    served = [at for at in table.mapping.values() if at]
    bare = ascii_digits(text)
    told = bare.isdecimal() and len(bare) <= _LONGEST and column < min(served, default=0)
    return int(bare) if told else None
