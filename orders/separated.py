"""Tables written as text: cells that hold a whole row, `Item;Qty;Price`."""

from dataclasses import replace

from orders.dictionary import column_meanings
from orders.headers import IDENTIFIERS
from orders.relaid import SPOKEN, cells_of, is_movable, relaid
from orders.view import Grid

_SIGNS = (";", "|", ",")
_FEWEST = 3
_SURE = 0.6
_Split = dict[int, list[str]]


def taken_apart(grid: Grid) -> Grid | None:
    """The sheet with the values of each such row in cells of their own; else None."""
    rows = next((rows for sign in _SIGNS if (rows := _rows(grid, sign))), {})
    if not rows or not is_movable(grid):
        return None
    cells = cells_of(grid)
    for row, parts in rows.items():
        column = min(grid.rows[row])
        place, cell = cells.pop((row, column))
        for at, part in enumerate(parts):
            if part:
                cells[row, column + at] = place, replace(cell, value=part)
    return relaid(grid, cells, SPOKEN)


def _rows(grid: Grid, sign: str) -> _Split:
    """Headings, and the rows below them of as many values; none where another row is cut as often.

    A comma inside a name or an amount would shift the values behind it.
    """
    parts = {
        row: _cut(grid.text(row, min(cells)), sign)
        for row, cells in grid.rows.items()
        if len(cells) == 1
    }
    first = next((row for row, told in parts.items() if _are_headings(told)), 0)
    wide = len(parts.get(first, ()))
    below = {row: told for row, told in parts.items() if row >= first > 0}
    rows = {row: told for row, told in below.items() if len(told) == wide}
    last = max(rows, default=0)
    whole = all(row in rows or row > last for row in grid.rows if row >= first)
    other = any(wide - 1 <= len(told) != wide for told in below.values())
    return rows if len(rows) > 1 and whole and not other else {}


def _cut(text: str, sign: str) -> list[str]:
    """The values between the signs, quoted ones whole; a lone `"` measures inches."""
    pieces = text.split('"')
    if len(pieces) % 2:
        pieces[::2] = [piece.replace(sign, "\0") for piece in pieces[::2]]
        values = '"'.join(pieces).split("\0")
    else:
        values = text.split(sign)
    return [_bare(value.strip()) for value in values]


def _bare(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] == '"'
    return value[1:-1].replace('""', '"').strip() if quoted else value


def _are_headings(parts: list[str]) -> bool:
    """Whether each part may head a column, and they say surely how many of what."""
    told = [column_meanings(part) for part in parts]
    sure = {name for one in told for name, score in one.items() if score >= _SURE}
    named = all(parts) and not any(sign.isdigit() for part in parts for sign in part)
    return len(parts) >= _FEWEST and named and "quantity" in sure and bool(sure & set(IDENTIFIERS))
