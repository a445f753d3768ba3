"""A table on its side: headings below each other, an item in each column.

A form for one item is such a table with one column of values.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from orders.dictionary import column_meanings, label_meanings
from orders.headers import IDENTIFIERS, Header
from orders.relaid import FORM, SIDEWAYS, Place, cells_of, is_movable, relaid
from orders.sheet import Cell
from orders.values import has_letters
from orders.view import Grid

_ITEM = frozenset({*IDENTIFIERS, "quantity", "unit", "unit_price", "line_total", "discount"})
_SURE = 0.9
_LEAST: dict[str, float] = dict.fromkeys(IDENTIFIERS, 0.6)
"""How surely a word names a field; `Artikel` may be a code or a name."""
_FEWEST, _MOST, _SEARCHED = 2, 60, 200
_LONGEST = 40


def turned(grid: Grid, headers: Sequence[Header]) -> Grid | None:
    """The sheet with such a table set upright, its headings in the first of its rows; else None.

    `headers` are those that were found: a row of units (`Unit | pcs | box`) passes for one.
    """
    if not is_movable(grid) or not all(map(partial(_is_among, grid), headers)):
        return None
    rows = next(filter(None, map(list, _blocks(grid))), None)
    if not rows or any(not {*one.rows} <= {*rows} for one in headers):
        return None
    return _upright(grid, rows)


def _is_among(grid: Grid, header: Header) -> bool:
    """Whether the rows right above or below a header begin with headings too."""
    return any(_field(grid, row) for row in (header.rows[0] - 1, header.rows[-1] + 1))


def _blocks(grid: Grid) -> Iterator[Sequence[int]]:
    """Runs of rows that each begin with a heading in the same column, cut to those of items."""
    run: list[int] = []
    for row in [*list(grid.rows)[:_SEARCHED], 0]:
        if row and run and row <= run[-1] + 2 and _first(grid, row) == _first(grid, run[0]):
            run.append(row)
            continue
        yield _of_items(grid, run)
        run = [row] if row else []


def _first(grid: Grid, row: int) -> int:
    return min(grid.rows.get(row, {}), default=0)


def _label(grid: Grid, row: int) -> str:
    """A row's first text without its colon, with which no heading ends."""
    return grid.text(row, _first(grid, row)).rstrip(" :：")


def _of_items(grid: Grid, run: Sequence[int]) -> Sequence[int]:
    """From the first to the last heading of an item's field; empty where these make no table."""
    if not _FEWEST <= len(run) <= _MOST:
        return []
    named = {row: field for row in run if (field := _field(grid, row))}
    fields = list(named.values())
    told = fields.count("quantity") == 1
    # `Bestellnummer` above an item's name is the order's number, though in a table it is a code.
    while told and set(IDENTIFIERS) & set(fields[1:]) and _is_of_head(grid, named):
        del named[min(named)], fields[0]
    rows = [row for row in run if min(named, default=row + 1) <= row <= max(named, default=0)]
    told = told and bool(set(IDENTIFIERS) & set(fields))
    return rows if told and _is_filled(grid, named, rows) else []


def _is_of_head(grid: Grid, named: Mapping[int, str]) -> bool:
    """Whether the first of these rows has one value, and its label names an order."""
    top = min(named)
    counted = next(row for row, name in named.items() if name == "quantity")
    sure = label_meanings(_label(grid, top)).get("po_number", 0.0)
    alone = len(grid.rows[top]) == 2
    return alone and sure > 0 and (sure >= 1 or len(grid.rows[counted]) > 2)


def _field(grid: Grid, row: int) -> str:
    """The field of an item that a row's first text plainly names."""
    text = _label(grid, row)
    if len(text) > _LONGEST or not has_letters(text) or any(map(str.isdigit, text)):
        return ""
    sure = {name: at for name, at in column_meanings(text).items() if at >= _LEAST.get(name, _SURE)}
    return next((name for name in sure if name in _ITEM), "")


def _is_filled(grid: Grid, named: Mapping[int, str], rows: Sequence[int]) -> bool:
    """Whether every item has a quantity and a name; beside `Qty` below a title other headings may stand."""
    first = _first(grid, rows[0])
    items = {
        column
        for row, name in named.items()
        if name in (*IDENTIFIERS, "quantity")
        for column in grid.rows[row]
        if column > first
    }
    counted = next(row for row, name in named.items() if name == "quantity")
    told = any(any(map(str.isdigit, grid.text(counted, column))) for column in items)
    return told and items <= grid.rows[counted].keys()


def _upright(grid: Grid, rows: Sequence[int]) -> Grid:
    """The block's columns as rows; what stands below it moves down as far as it must."""
    top, first = rows[0], _first(grid, rows[0])
    columns = sorted({column for row in rows for column in grid.rows[row]})
    at = {column: top + place for place, column in enumerate(columns)}
    lower = max(0, at[columns[-1]] - rows[-1]) + 1
    cells: dict[Place, tuple[Place, Cell]] = {}
    for (row, column), (place, cell) in cells_of(grid).items():
        if row in rows:
            told = replace(cell, value=_label(grid, row)) if column == first else cell
            cells[at[column], first + rows.index(row)] = place, told
        else:
            cells[row + lower if row > rows[-1] else row, column] = place, cell
    return relaid(grid, cells, FORM if len(columns) == 2 else SIDEWAYS)
