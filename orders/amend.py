"""Corrections laid over a workbook before it is read again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from orders.fixes import Fix, FixKind
from orders.referring import with_references
from orders.sheet import Cell, CellKind, Sheet, Workbook, parse_address
from orders.view import Book, Grid, make_grid

_EMPTY = Cell("")


@dataclass(frozen=True, slots=True)
class Amendments:
    """All corrections of one case by what they change; the last one for a target counts."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """Field to column letter, or `-`."""
    sheet: str = ""
    headers: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Sheet name to the header's row, and to its first column where tables stand side by side."""
    split: str = ""
    """The PO number or customer whose lines are this order, where a column names several."""
    rows: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """(sheet, row) to `line` or `skip`."""
    fields: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    accepted: frozenset[str] = frozenset()


def collect(fixes: Sequence[Fix]) -> Amendments:
    """Sort corrections by kind; one whose target cannot be understood changes nothing."""
    columns: dict[str, str] = {}
    headers: dict[str, tuple[int, int]] = {}
    rows: dict[tuple[str, int], str] = {}
    fields: dict[str, str] = {}
    cells: dict[tuple[str, int, int], str] = {}
    accepted: set[str] = set()
    sheet, split = (_last(fixes, kind) for kind in (FixKind.SHEET, FixKind.SPLIT))
    for fix in fixes:
        match fix.kind:
            case FixKind.COLUMN:
                columns[fix.target] = fix.value
            case FixKind.HEADER_ROW:
                headers |= _header_place(fix)
            case FixKind.ROW:
                rows |= dict.fromkeys(_row_targets(fix.target), fix.value)
            case FixKind.FIELD:
                fields[fix.target] = fix.value
            case FixKind.CELL:
                cells |= dict.fromkeys(_cell_target(fix.target), fix.value)
            case FixKind.ACCEPT:
                accepted.add(fix.target)
    return Amendments(columns, sheet, headers, split, rows, fields, cells, frozenset(accepted))


def _last(fixes: Sequence[Fix], kind: FixKind) -> str:
    return next((fix.value for fix in reversed(fixes) if fix.kind is kind), "")


def _header_place(fix: Fix) -> dict[str, tuple[int, int]]:
    """Row `14`, or cell `H14` for the one of several tables that begins there."""
    if fix.value.isdecimal():
        return {fix.target: (int(fix.value), 0)}
    return {sheet: (row, at) for sheet, row, at in _cell_target(f"{fix.target}!{fix.value}")}


def _row_targets(target: str) -> Iterable[tuple[str, int]]:
    """`Sheet1!14` or, for several rows at once, `Sheet1!14,15,20-24`."""
    sheet, _, places = target.rpartition("!")
    for place in places.split(","):
        first, _, last = place.partition("-")
        if first.isdecimal() and (last or first).isdecimal():
            for row in range(int(first), int(last or first) + 1):
                yield sheet, row


def _cell_target(target: str) -> list[tuple[str, int, int]]:
    """`Sheet1!C3` or, for several cells at once, `Sheet1!C3,C5`."""
    sheet, _, cells = target.rpartition("!")
    try:
        places = [parse_address(cell) for cell in cells.split(",")]
    except ValueError:
        return []
    return [(sheet, row, column) for row, column in places]


def amended_grids(workbook: Workbook, amendments: Amendments) -> dict[str, Grid]:
    """Every sheet prepared for reading, with the cells people typed in place."""
    book = Book()
    sheets = with_references(workbook.sheets)
    return {sheet.name: _amended(sheet, amendments, book) for sheet in sheets}


def _amended(sheet: Sheet, amendments: Amendments, book: Book) -> Grid:
    typed = {
        (row, column): text
        for (name, row, column), text in amendments.cells.items()
        if name == sheet.name
    }
    if not typed:
        return make_grid(sheet, book=book)
    cells = dict(sheet.cells)
    originals: dict[tuple[int, int], Cell] = {}
    for place, text in typed.items():
        originals[place] = cells.get(place, _EMPTY)
        cells[place] = Cell(text, CellKind.TEXT)
    return make_grid(replace(sheet, cells=cells), originals, book)
