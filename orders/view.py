"""A sheet prepared for reading: rows, shown texts, merges, typed cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from orders.evidence import Evidence, Origin
from orders.sheet import Cell, Merge, Sheet, address, column_letter
from orders.values import is_blank, shown, written


@dataclass(slots=True)
class Book:
    """What formulas lead to: the sheets of one workbook, and what was computed of them before."""

    grids: dict[str, Grid] = field(default_factory=dict)
    """Every sheet by its name in small letters."""
    computed: dict[tuple[str, str], Decimal] = field(default_factory=dict)
    """Results by sheet and formula."""
    found: dict[tuple[str, str], Any] = field(default_factory=dict)
    """What was looked for once for all orders of a table, by its name and what it is."""
    left: int = 1_000_000
    """So many cells more are looked at for formulas; an honest order needs far fewer."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet's filled cells by row, without hidden columns; rows and columns are 1-based.

    `typed` holds, for cells a person replaced, the cell of the file; `masters` maps every cell of
    a merged range to its range; `places` says where a cell stands in the file, if it is laid
    elsewhere here, and `laid` how (orders/relaid.py).
    """

    sheet: Sheet
    rows: Mapping[int, Mapping[int, Cell]]
    typed: Mapping[tuple[int, int], Cell] = field(default_factory=dict)
    masters: Mapping[tuple[int, int], Merge] = field(default_factory=dict)
    comments: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    """What people pinned to cells, by row and column."""
    book: Book = field(default_factory=Book, repr=False, compare=False)
    places: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    laid: str = ""
    aside: tuple[Grid, ...] = ()
    """Labels and values that stand beside the table (orders/setapart.py)."""
    homes: Mapping[int, str] = field(default_factory=dict)
    """The sheet from which a row was laid here, where it is not this one."""
    _texts: dict[int, dict[int, str]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The sheet's name."""
        return self.sheet.name

    @property
    def last_row(self) -> int:
        """The last row that holds anything; 0 for an empty sheet."""
        return max(self.rows, default=0)

    def cell(self, row: int, column: int) -> Cell | None:
        """The filled cell there, or None."""
        return self.rows.get(row, {}).get(column)

    def text(self, row: int, column: int) -> str:
        """What a person sees in the cell, tidy; empty where there is none."""
        return self._row(row).get(column, "")

    def lent(self, row: int, column: int) -> str:
        """The cell's text, or that of the merged cell above which spans it."""
        merge = self.masters.get((row, column))
        own = self.text(row, column)
        return own if own or merge is None else self.text(merge.first_row, merge.first_column)

    def lent_down(self, row: int, column: int) -> str:
        """The cell's text, or that of the merged cell above; one from the side is another column's."""
        merge = self.masters.get((row, column))
        aside = merge is not None and merge.first_column != column
        return "" if aside else self.lent(row, column)

    def filled(self, row: int) -> Iterator[tuple[int, str]]:
        """Columns and texts of a row's cells that say something."""
        return iter(self._row(row).items())

    def _row(self, row: int) -> dict[int, str]:
        known = self._texts.get(row)
        if known is None:
            cells = self.rows.get(row, {})
            told = ((column, shown(cell)) for column, cell in cells.items())
            known = self._texts[row] = {column: text for column, text in told if text}
        return known

    def address(self, row: int, column: int) -> str:
        """`Sheet1!D14`, as the file has it."""
        return f"{self.homes.get(row, self.name)}!{address(*self.place(row, column))}"

    def place(self, row: int, column: int) -> tuple[int, int]:
        """Row and column of a cell in the file."""
        return self.places.get((row, column), (row, column))

    @property
    def of_file(self) -> Grid:
        """The sheet as the file has it, by which addresses and formulas go."""
        return self.book.grids.get(self.name.casefold(), self) if self.places else self

    def home(self, sheet: str) -> Grid:
        """The sheet of that name as the file has it."""
        return self.book.grids.get(sheet.casefold(), self.of_file)

    def evidence(self, row: int, column: int, reading: str = "") -> Evidence:
        """The cell as witness of a value."""
        cell = self.cell(row, column)
        original = self.typed.get((row, column))
        merge = self.masters.get((row, column))
        master = address(merge.first_row, merge.first_column) if merge else ""
        # What a merged cell or a style lends to the rows below stands in its first cell.
        own = merge is None or bool(self.text(row, column))
        at = address(*self.place(row, column)) if own else master
        source = original if original is not None else cell
        return Evidence(
            sheet=self.homes.get(row, self.name),
            cell=at,
            raw=written(source.value) if source else "",
            display=self.text(row, column),
            number_format=cell.number_format if cell else "",
            reading="person" if original is not None else reading,
            formula=source.formula if source else "",
            origin=Origin.PERSON if original is not None else Origin.CELL,
            merged_master=master,
            hidden=row in self.sheet.hidden_rows,
        )


def make_grid(
    sheet: Sheet,
    typed: Mapping[tuple[int, int], Cell] | None = None,
    book: Book | None = None,
) -> Grid:
    """Prepare a sheet, of `book` where there are others; blank cells and hidden columns are left out."""
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sheet.cells.items():
        if column not in sheet.hidden_columns and not is_blank(cell):
            rows.setdefault(row, {})[column] = cell
    ordered = {row: dict(sorted(rows[row].items())) for row in sorted(rows)}
    comments: dict[int, dict[int, str]] = {}
    for (row, column), text in sheet.comments.items():
        comments.setdefault(row, {})[column] = text
    made = Grid(sheet, ordered, typed or {}, _masters(sheet), comments, book or Book())
    made.book.grids[sheet.name.casefold()] = made
    return made


_MERGE_AT_MOST = 5000


def _masters(sheet: Sheet) -> dict[tuple[int, int], Merge]:
    masters: dict[tuple[int, int], Merge] = {}
    for merge in sheet.merges:
        height = merge.last_row - merge.first_row + 1
        width = merge.last_column - merge.first_column + 1
        if height * width > _MERGE_AT_MOST:
            continue
        for row in range(merge.first_row, merge.last_row + 1):
            for column in range(merge.first_column, merge.last_column + 1):
                masters[row, column] = merge
    return masters


_WORD = re.compile(r"[^\W\d_]{3}")
_COUNTED = re.compile(r"^\W?(\w{1,2})\)?\s*[=(（]\s*\(?\w{1,2}\W.*$")


def is_numbering(grid: Grid, row: int) -> bool:
    """A spare row under the header that only counts the columns: 1, 2, 3=1x2 or A, B, C."""
    texts = [_COUNTED.sub(r"\1", text).strip("() ") for _, text in grid.filled(row)]
    counted = [str(place) for place in range(1, len(texts) + 1)]
    lettered = [column_letter(place) for place in range(1, len(texts) + 1)]
    if len(texts) == 2:
        below = [text for _, text in grid.filled(row + 1)]
        return texts == counted and len(below) == 2 and any(map(_WORD.search, below))
    return len(texts) > 2 and texts in (counted, lettered)


def heads_block(grid: Grid, row: int) -> bool:
    """Whether a text alone stands above an empty row and a block of lines, as over a box with an address."""
    filled = [len(grid.rows.get(at, ())) for at in range(row, row + 4)]
    return filled[:2] == [1, 0] and all(0 < one < 3 for one in filled[2:])
