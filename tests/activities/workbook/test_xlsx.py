"""A whole package: sheets in order, hidden ones listed, notes of what is not used."""

from decimal import Decimal

import pytest

from activities.workbook.archive import Archive
from activities.workbook.limits import Limits
from activities.workbook.xlsx import read_xlsx
from orders.errors import FileTooLarge, TooManyLines
from orders.filenotes import stray_cells
from orders.sheet import Visibility, Workbook
from tests.support.packages import (
    number_cell,
    row_xml,
    sheet_xml,
    strings_xml,
    styles_xml,
    workbook,
)

LIMITS = Limits()


def rows(count: int) -> str:
    return sheet_xml("".join(row_xml(n, number_cell(f"A{n}", str(n))) for n in range(1, count + 1)))


def read(*sheets: str, limits: Limits = LIMITS, **more) -> Workbook:
    return read_xlsx(Archive(workbook(*sheets, **more), limits), "xlsx", limits)


def test_sheets_come_in_the_books_order_whatever_was_read_first():
    book = read(rows(1), rows(2), rows(3), states=("hidden", "visible", "veryHidden"))
    assert [(one.name, len(one.cells)) for one in book.sheets] == [
        ("Sheet1", 1), ("Sheet2", 2), ("Sheet3", 3),
    ]  # fmt: skip
    assert book.sheets[2].visibility is Visibility.VERY_HIDDEN
    assert book.notes == ()


def test_strings_and_styles_reach_every_sheet():
    sheet = sheet_xml(row_xml(1, '<c r="A1" t="s" s="0"><v>0</v></c>'))
    book = read(sheet, sheet, strings=strings_xml("<t>سفارش</t>"), styles=styles_xml("@"))
    for one in book.sheets:
        assert one.cells[1, 1].value == "سفارش"
        assert one.cells[1, 1].number_format == "@"


def test_b062_the_1904_system_is_noted():
    book = read(rows(1), book='<workbookPr date1904="true"/>')
    assert book.notes == ("date1904",)
    assert book.sheets[0].cells[1, 1].value == Decimal(1)


def test_b039_a_solver_sheet_lends_the_order_no_far_cell():
    far = sheet_xml(
        row_xml(1, number_cell("A1", "1")) + row_xml(1_048_576, number_cell("XFD1048576", "1"))
    )
    book = read(rows(2), far, far, states=("visible", "veryHidden", "hidden"))
    assert [len(one.cells) for one in book.sheets] == [2, 1, 1]
    assert list(stray_cells(book.sheets)) == []
    assert [one.cells for one in stray_cells(read(rows(2), far).sheets)] == [("Sheet2!XFD1048576",)]


def test_a_hidden_archive_beyond_the_limits_does_not_stop_the_order():
    limits = Limits(max_rows=5)
    book = read(rows(9), rows(2), states=("hidden", "visible"), limits=limits)
    assert [len(one.cells) for one in book.sheets] == [0, 2]
    with pytest.raises(TooManyLines):
        read(rows(9), rows(2), limits=limits)


def test_cells_are_counted_over_all_sheets():
    with pytest.raises(FileTooLarge, match="more filled cells"):
        read(rows(6), rows(5), limits=Limits(max_cells=10))
    book = read(rows(5), rows(6), states=("hidden", "visible"), limits=Limits(max_cells=10))
    assert [len(one.cells) for one in book.sheets] == [0, 6]


def test_sheets_without_strings_or_styles_are_read():
    assert read(rows(1)).sheets[0].cells[1, 1].value == Decimal(1)
