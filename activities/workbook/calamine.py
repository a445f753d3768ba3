""".xls, .xlsb and .ods through python-calamine, which gives values only.

Number formats and what is hidden come from the file's own records where they are read (`biff`,
`opendocument`). What is still not told apart, the workbook's notes say, and the checks ask.
calamine can end its whole process on a hostile file: call this in the child only.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

import python_calamine as calamine

from activities.workbook.cells import exact_number
from activities.workbook.limits import Limits
from activities.workbook.told import Told
from orders.errors import FileTooLarge, TooManyLines, UnreadableFile, UnsafeFile
from orders.sheet import Cell, CellKind, Merge, Sheet, Value, Visibility, Workbook

_SECONDS_PER_DAY = 86_400
_SPARSE = 5
"""calamine builds every empty cell too: at most so many for each filled one that is allowed."""
NOTES = ("formulas_unknown", "hidden_rows_unknown")
"""What a workbook read this way cannot say."""


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
        UnsafeFile: macro sheets of the old kind, or a cell far outside the table.
        FileTooLarge, TooManyLines: more sheets, cells or rows than the limits allow.
    """
    try:
        with calamine.CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            sheets = tuple(_sheets(book, limits, told or {}))
    except (calamine.CalamineError, OSError, ValueError):
        raise UnreadableFile("The file is damaged or was cut off on its way.") from None
    if not sheets:
        raise UnreadableFile("The workbook has no sheet with cells.")
    return Workbook(kind, sheets, (*notes, *_unknown(sheets, told or {})))


def _unknown(sheets: Iterable[Sheet], told: Mapping[str, Told]) -> tuple[str, ...]:
    """What stays unsaid: all where some sheet is not told of, and what its formulas are."""
    if not all(sheet.name in told for sheet in sheets):
        return NOTES
    return NOTES[:1] if any(one.formulas for one in told.values()) else ()


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
        cells = _cells(sheet, limits, left, about.formats)
        left -= len(cells)
        yield Sheet(
            one.name,
            cells,
            _visibility(one),
            _merges(sheet, limits),
            hidden_rows=frozenset(about.hidden_rows),
            hidden_columns=frozenset(about.hidden_columns),
            protected=about.protected,
        )


def _visibility(about: calamine.SheetMetadata) -> Visibility:
    if about.visible == calamine.SheetVisibleEnum.Visible:
        return Visibility.VISIBLE
    hidden = about.visible == calamine.SheetVisibleEnum.Hidden
    return Visibility.HIDDEN if hidden else Visibility.VERY_HIDDEN


def _cells(
    sheet: calamine.CalamineSheet,
    limits: Limits,
    left: int,
    formats: Mapping[tuple[int, int], str],
) -> dict[tuple[int, int], Cell]:
    last_row, last_column = sheet.end or (0, 0)
    if last_column >= limits.max_columns:
        raise UnsafeFile(f"The sheet {sheet.name!r} has a cell far outside its table.")
    if last_row >= limits.max_rows:
        raise TooManyLines(f"The sheet {sheet.name!r} has more than {limits.max_rows} rows.")
    if (last_row + 1) * (last_column + 1) > limits.max_cells * _SPARSE:
        raise UnsafeFile(f"The sheet {sheet.name!r} has a cell far outside its table.")
    cells: dict[tuple[int, int], Cell] = {}
    for row, values in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        for column, value in enumerate(values, start=1):
            if value != "":
                cells[row, column] = _cell(value, formats.get((row, column), ""))
    if len(cells) > left:
        raise FileTooLarge("The workbook has more filled cells than the desk reads.")
    return cells


def _merges(sheet: calamine.CalamineSheet, limits: Limits) -> tuple[Merge, ...]:
    """Calamine counts from 0 and gives ((row, column), (row, column))."""
    ranges = sheet.merged_cell_ranges or []
    if len(ranges) > limits.max_merges:
        raise UnsafeFile("A sheet merges more cells than an order has.")
    return tuple(
        Merge(top + 1, left + 1, min(bottom + 1, limits.max_rows), right + 1)
        for (top, left), (bottom, right) in ranges
        if top < limits.max_rows and right < limits.max_columns
    )


def _cell(
    value: str | float | bool | date | datetime | time | timedelta, number_format: str
) -> Cell:
    plain, kind = _typed(value)
    return Cell(plain, kind, number_format if kind is CellKind.NUMBER else "")


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
