"""One order on several sheets: laid below each other."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from orders.assemble import Assembled
from orders.columns import number_of
from orders.names import full_key
from orders.relaid import Place, is_movable
from orders.repeats import items_of, quantities
from orders.sheet import Cell
from orders.tables import Table
from orders.values import fold, words_of_list
from orders.view import Grid, make_grid

ALL = "+"
"""The answer that takes all of several sheets as one order."""
SHEETS = "sheets"
_OWN = ("delivery_date", "ship_to")
_CENT = Decimal("0.01")
_PAGE_WORDS = "page|seite|strona|стр|страница|页|第 页|ページ|쪽|صفحه|صفحة|pág|pag"
_PAGES = frozenset(words_of_list(_PAGE_WORDS))
"""No words by which programs name any sheet: `Sayfa1`, `Лист1`."""
_MOST = 12
"""More sheets than so many are kept for orders, one each."""
_DIGITS = re.compile(r"\d+")


def _are_pages(names: Sequence[str]) -> bool:
    """Whether sheets are named as the pages of one paper: `Page 1`, `Page 2`."""
    bare = {" ".join(_DIGITS.sub(" ", fold(name)).split()) for name in names}
    return len(bare) == 1 and bare <= _PAGES


def is_spread(tables: Sequence[Table], family: Sequence[Assembled], *, alike: bool) -> bool:
    """Whether one order goes on from sheet to sheet, none of which repeats another one's items.

    Every sheet names the same PO number, or one of them states the sum of all of them, or they are
    pages, laid out `alike`. The same counts under other headings may be the order in another language.
    """
    numbers = {full_key(one.order.po_number or "") for one in family}
    items = [items_of(table) for table in tables]
    apart = sum(len(one) for one in items) == len(set().union(*items))
    apart = apart and (alike or len({tuple(quantities(table)) for table in tables}) > 1)
    same = len(numbers) == 1 and "" not in numbers
    pages = alike and _are_pages([one.grid.name for one in tables])
    return apart and (same or (len(numbers - {""}) <= 1 and (pages or _is_summed(family))))


def _is_summed(family: Sequence[Assembled]) -> bool:
    """Whether one of the orders states as its total what all of them come to together."""
    sums = [_sum(one) for one in family]
    return all(sums) and any(sum(sums) in (one.order.total, one.order.subtotal) for one in family)


def below_each_other(tables: Sequence[Table]) -> Grid | None:
    """The sheets of these tables as one, each below the one before; None where they are no one list.

    They may be one where all have the same headings in the same columns, and no item stands twice.
    """
    heads = [{at: fold(text) for at, text in one.header.texts.items()} for one in tables]
    grids = [one.grid for one in tables]
    movable = all(is_movable(one) and not one.places for one in grids)
    if not 1 < len(tables) <= _MOST or heads.count(heads[0]) < len(heads) or not movable:
        return None
    items = [items_of(one) for one in tables]
    apart = all(items) and sum(map(len, items)) == len(set().union(*items))
    return laid_below(grids) if apart else None


def bare_pages(table: Table, grids: Sequence[Grid]) -> list[tuple[Grid, list[int]]]:
    """Sheets without headings whose rows go on with the table's lines, each with those rows.

    Items, counts and money stand in the same columns, and the money proves it, or the sheets are
    named as pages.
    """
    pages = [(grid, _going_on(table, grid)) for grid in grids if is_movable(grid)]
    pages = [(grid, rows) for grid, rows in pages if rows]
    known = items_of(table) if pages else set()
    return [(grid, rows) for grid, rows in pages if not known & _named(table, grid, rows)]


def _going_on(table: Table, grid: Grid) -> list[int]:
    at = table.mapping
    money = [at[name] for name in ("unit_price", "line_total") if name in at]
    named = [at[name] for name in table.identifiers]
    needed = {*named[:1], at.get("quantity", 0), *money}
    rows = [row for row in grid.rows if needed <= grid.rows[row].keys()]
    numbers = [at.get("quantity", 0), *money]
    rows = [row for row in rows if all(_number(grid, row, one) is not None for one in numbers)]
    if not money or len(rows) * 2 <= len(grid.rows):
        return []
    proven = len(money) > 1 and all(_multiplies(grid, row, numbers) for row in rows)
    return rows if proven or _are_pages([table.grid.name, grid.name]) else []


def _named(table: Table, grid: Grid, rows: Sequence[int]) -> set[str]:
    return {fold(grid.text(row, table.mapping[one])) for row in rows for one in table.identifiers}


def _number(grid: Grid, row: int, column: int) -> Decimal | None:
    cell = grid.cell(row, column)
    return number_of(cell) if cell else None


def _multiplies(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    quantity, price, total = (_number(grid, row, one) or Decimal(0) for one in columns)
    return bool(total) and abs(quantity * price - total) < _CENT


def are_apart(family: Sequence[Assembled]) -> bool:
    """Whether the sheets say different days or places: each is a delivery of its own."""
    told = [{getattr(one.order, name) for one in family} - {None} for name in _OWN]
    return any(len(values) > 1 for values in told)


def as_laid(
    grid: Grid, family: Sequence[Assembled], more: Sequence[tuple[str, int]]
) -> dict[tuple[str, int], str]:
    """What each row of the sheets is, for the sheets as one: lines stay lines, as do `more` rows.

    The sums of each sheet alone are left out where every sheet states its own.
    """
    at = {(grid.homes[row], grid.places[row, column][0]): row for row, column in grid.places}
    rows = {
        (grid.name, at[one.order.sheet, row]): "line" for one in family for row in one.rows.lines
    }
    rows |= {(grid.name, at[place]): "line" for place in more}
    if not more and all(one.order.total == _sum(one) for one in family):
        sums = [(one.order.sheet, total.row) for one in family for total in one.rows.totals]
        rows |= {(grid.name, at[place]): "skip" for place in sums}
    return rows


def _sum(one: Assembled) -> Decimal:
    amounts = (line.line_total or line.expected_total for line in one.order.lines)
    return sum((amount or Decimal(0) for amount in amounts), Decimal(0))


def laid_below(grids: Sequence[Grid]) -> Grid:
    """The rows of these sheets as one sheet, each cell still standing where the file has it."""
    cells: dict[Place, Cell] = {}
    places: dict[Place, Place] = {}
    homes: dict[int, str] = {}
    typed: dict[Place, Cell] = {}
    comments: dict[Place, str] = {}
    merges = []
    below = 0
    for grid in grids:
        for row, filled in grid.rows.items():
            homes[row + below] = grid.name
            for column, cell in filled.items():
                cells[row + below, column] = cell
                places[row + below, column] = row, column
        typed |= {(row + below, at): cell for (row, at), cell in grid.typed.items()}
        comments |= {(row + below, at): text for (row, at), text in grid.sheet.comments.items()}
        merges += [
            replace(one, first_row=one.first_row + below, last_row=one.last_row + below)
            for one in grid.sheet.merges
        ]
        below += grid.last_row
    first = grids[0]
    sheet = replace(first.sheet, cells=cells, merges=tuple(merges), comments=comments)
    aside = tuple(block for grid in grids for block in grid.aside)
    made = replace(make_grid(sheet, typed), book=first.book, laid=SHEETS, aside=aside)
    return replace(made, places=places, homes=homes)
