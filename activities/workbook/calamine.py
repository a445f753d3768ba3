""".xls, .xlsb and .ods through python-calamine, which gives values only.

Number formats, formulas, errors and what is hidden come from the file's own records (`biff`,
`binary`, `opendocument`). Where those cannot be read, the notes say so, and the checks ask.
calamine can end its whole process on a hostile file: call this in the child only.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

import python_calamine as calamine

from activities.workbook.cells import exact_number, moment, text_cell
from activities.workbook.limits import MOST_STRAY, Limits
from activities.workbook.styles import date_letters, says_of_texts
from activities.workbook.told import At, Told
from orders.errors import FileTooLarge, TooManyLines, UnreadableFile, UnsafeFile
from orders.sheet import Cell, CellKind, Merge, Sheet, Value, Visibility, Workbook, address
from orders.values import is_blank

_SECONDS_PER_DAY = 86_400
_SPARSE = 25
"""calamine builds every empty cell too: at most so many for each filled one that is allowed."""
NOTES = ("formulas_unknown", "hidden_rows_unknown")
"""What a workbook cannot say whose records cannot be read."""


def read_calamine(
    content: bytes,
    kind: str,
    limits: Limits,
    notes: Iterable[str],
    told: Mapping[str, Told] | None = None,
) -> Workbook:
    """Every sheet's values, with what is told of each sheet by name.

    Raises:
        UnreadableFile: damaged, or not what it says it is.
        UnsafeFile: macro sheets of the old kind, or many cells far outside the table.
        FileTooLarge, TooManyLines: more sheets, cells or rows than the limits allow.
    """
    try:
        with calamine.CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            sheets = tuple(_sheets(book, limits, told or {}))
    except (calamine.CalamineError, OSError, ValueError):
        raise UnreadableFile("The file is damaged or was cut off on its way.") from None
    if not sheets:
        raise UnreadableFile("The workbook has no sheet with cells.")
    blind = any(sheet.name not in (told or {}) for sheet in sheets)
    dated = any(one.date1904 for one in (told or {}).values())
    return Workbook(
        kind, sheets, (*notes, *(["date1904"] if dated else []), *(NOTES if blind else ()))
    )


def _sheets(
    book: calamine.CalamineWorkbook, limits: Limits, told: Mapping[str, Told]
) -> Iterable[Sheet]:
    listed = book.sheets_metadata
    if len(listed) > limits.max_sheets:
        raise FileTooLarge(f"The workbook has more than {limits.max_sheets} sheets.")
    if any(one.typ == calamine.SheetTypeEnum.MacroSheet for one in listed):
        raise UnsafeFile("The workbook holds macro sheets of the old kind.")
    left = limits.max_cells
    for one in listed:
        if one.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(one.name)
        about = told.get(one.name, Told())
        cells = _Cells(one.name, limits)
        cells.gather(sheet, about)
        left -= len(cells.found)
        if left < 0:
            raise FileTooLarge("The workbook has more filled cells than the desk reads.")
        yield Sheet(
            one.name,
            cells.found,
            _visibility(one),
            _merges(sheet, about, limits),
            hidden_rows=frozenset(about.hidden_rows),
            hidden_columns=frozenset(about.hidden_columns),
            protected=about.protected,
            comments=about.comments,
            boxes=about.boxes,
            stray=tuple(cells.stray),
        )


def _visibility(about: calamine.SheetMetadata) -> Visibility:
    if about.visible == calamine.SheetVisibleEnum.Visible:
        return Visibility.VISIBLE
    hidden = about.visible == calamine.SheetVisibleEnum.Hidden
    return Visibility.HIDDEN if hidden else Visibility.VERY_HIDDEN


@dataclass(slots=True)
class _Cells:
    """The filled cells of one sheet, and the few that lie far outside of it."""

    name: str
    limits: Limits
    found: dict[At, Cell] = field(default_factory=dict)
    stray: list[str] = field(default_factory=list)
    last: int = 0
    """The last row that holds anything."""

    def gather(self, sheet: calamine.CalamineSheet, about: Told) -> None:
        """Every cell, with what is told of it."""
        last_row, last_column = sheet.end or (0, 0)
        if (last_row + 1) * (last_column + 1) > self.limits.max_cells * _SPARSE:
            raise self._far("its last cell")
        _, first = sheet.start or (0, 0)
        for row, values in enumerate(sheet.iter_rows(), start=1):
            for column, value in enumerate(values, start=first + 1):
                if value != "":
                    at = row, column
                    shown = about.formats.get(at, "")
                    left = about.texts.get(at)
                    self._take(at, text_cell(left, shown) if left else _cell(value, shown, about))
        for at in about.errors.keys() | about.formulas.keys():
            self._take(at, _computed(self.found.get(at), at, about))

    def _take(self, at: At, cell: Cell) -> None:
        if at[0] <= self.limits.max_rows and at[1] <= self.limits.max_columns:
            self.last = max(self.last, at[0])
            self.found[at] = cell
        elif cell.formula or not is_blank(cell):
            self._leave_out(at)

    def _leave_out(self, at: At) -> None:
        """A few cells far outside belong to no table; a table that goes on there is too long."""
        if at[0] == self.last + 1 > self.limits.max_rows:
            rows = self.limits.max_rows
            raise TooManyLines(f"The sheet {self.name!r} has more than {rows} rows.")
        where = address(*at)
        if where not in self.stray:
            self.stray.append(where)
        if len(self.stray) > MOST_STRAY:
            raise self._far(self.stray[0])

    def _far(self, what: str) -> UnsafeFile:
        return UnsafeFile(f"The sheet {self.name!r} has cells far outside its table: {what}.")


def _computed(cell: Cell | None, at: tuple[int, int], about: Told) -> Cell:
    """The cell with its formula, or with its error, which calamine gives as nothing."""
    formula = about.formulas.get(at, "")
    if at in about.errors:
        return Cell(about.errors[at], CellKind.ERROR, formula=formula)
    if about.is_open(at):
        return Cell(None, formula=formula, cached=False)
    return replace(cell or Cell(""), formula=formula)


def _merges(sheet: calamine.CalamineSheet, about: Told, limits: Limits) -> tuple[Merge, ...]:
    """Calamine counts from 0 and tells of no merge in an .ods or .xlsb."""
    ranges = about.merges + [
        ((top + 1, left + 1), (bottom + 1, right + 1))
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or []
    ]
    merges = tuple(
        Merge(top, left, min(bottom, limits.max_rows), right)
        for (top, left), (bottom, right) in ranges[: limits.max_merges]
        if top <= limits.max_rows and right <= limits.max_columns
    )
    covered = sum(
        (one.last_row - one.first_row + 1) * (one.last_column - one.first_column + 1)
        for one in merges
    )
    if len(ranges) > limits.max_merges or covered > limits.max_cells:
        raise UnsafeFile("A sheet merges more cells than an order has.")
    return merges


def _cell(
    value: str | float | bool | date | datetime | time | timedelta, number_format: str, about: Told
) -> Cell:
    plain, kind = _typed(value)
    if isinstance(plain, Decimal) and (letters := date_letters(number_format)):
        at = moment(plain, letters, date1904=about.date1904)
        if at is not None:
            return Cell(at, CellKind.DATE)
    told = kind is CellKind.NUMBER or says_of_texts(number_format)
    return Cell(plain, kind, number_format if told else "")


def _typed(value: object) -> tuple[Value, CellKind]:
    match value:
        case bool():
            return value, CellKind.BOOLEAN
        case int() | float():
            number = exact_number(repr(value).removesuffix(".0"))
            return (str(value), CellKind.ERROR) if number is None else (number, CellKind.NUMBER)
        case datetime() if value.time() == time():
            return value.date(), CellKind.DATE
        case datetime() | date() | time():
            return value, CellKind.DATE
        case timedelta():
            days = Decimal(value // timedelta(seconds=1)) / _SECONDS_PER_DAY
            return days, CellKind.NUMBER
        case _:
            return str(value), CellKind.TEXT
