"""A .xlsx or .xlsm package as a workbook, by one strict reader of our own.

Why not calamine with a second opinion: what an order needs of a cell beside its value (exact digits,
formula, number format, error, hidden, merged) must be read from the XML anyway, calamine gives
numbers as floats and errors as empty texts, and of mutated files both read, a fifth gave different
values. One reader that refuses whatever has two readings needs no vote; tests compare it with
calamine and openpyxl on honest files. calamine still reads .xls, .xlsb and .ods.
"""

from dataclasses import replace

from activities.workbook.archive import Archive
from activities.workbook.book import SheetRef, read_book
from activities.workbook.cells import Shelf
from activities.workbook.limits import Limits
from activities.workbook.package import package_notes
from activities.workbook.strings import read_strings
from activities.workbook.styles import read_formats
from activities.workbook.worksheet import read_sheet
from orders.errors import FileTooLarge, TooManyLines, UnsafeFile
from orders.sheet import Sheet, Visibility, Workbook

_UNREAD = "unread_sheets"


def read_xlsx(archive: Archive, kind: str, limits: Limits) -> Workbook:
    """Every sheet with its cells; a hidden sheet beyond the limits is listed without them.

    Raises:
        OrderFault: as `read_book`, `read_strings`, `read_formats` and `read_sheet` do.
    """
    book = read_book(archive, limits)
    shelf = Shelf(
        read_strings(archive, book.strings, limits),
        read_formats(archive, book.styles, limits),
        book.date1904,
    )
    notes = list(package_notes(archive)) + (["date1904"] if book.date1904 else [])
    sheets: dict[str, Sheet] = {}
    left = limits.max_cells
    for ref in sorted(book.sheets, key=lambda one: one.visibility is not Visibility.VISIBLE):
        sheet = _read(archive, ref, shelf, replace(limits, max_cells=left))
        if sheet is None:
            notes.append(_UNREAD)
        sheets[ref.name] = sheet or Sheet(ref.name, {}, ref.visibility)
        left -= len(sheets[ref.name].cells)
    ordered = tuple(sheets[ref.name] for ref in book.sheets)
    return Workbook(kind, ordered, tuple(dict.fromkeys(notes)))


def _read(archive: Archive, ref: SheetRef, shelf: Shelf, limits: Limits) -> Sheet | None:
    try:
        return read_sheet(archive, ref, shelf, limits)
    except (TooManyLines, FileTooLarge, UnsafeFile):
        if ref.visibility is Visibility.VISIBLE:
            raise
        return None
