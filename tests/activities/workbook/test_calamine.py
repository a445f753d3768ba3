"""Old and open formats give values, and say what they cannot say."""

# ruff: noqa: DTZ001 - a spreadsheet's dates have no zone

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from activities.workbook.calamine import NOTES, read_calamine
from activities.workbook.calamine import _typed as typed
from activities.workbook.limits import Limits
from orders.errors import FileTooLarge, TooManyLines, UnreadableFile, UnsafeFile
from orders.sheet import CellKind, Merge, Visibility, Workbook
from tests.support.oldbooks import ods, ods_cell, xls, xlsb

LIMITS = Limits()

ROWS = [["sku", "تعداد"], ["A-1", 5901234123457.0], ["A-2", 0.1]]


def read(content: bytes, kind: str = "xls", limits: Limits = LIMITS) -> Workbook:
    return read_calamine(content, kind, limits, [])


@pytest.mark.parametrize(("write", "kind"), [(xls, "xls"), (xlsb, "xlsb")])
def test_values_are_exact_and_stand_where_they_stood(write, kind):
    book = read(write(ROWS), kind)
    assert book.kind == kind
    assert book.notes == NOTES
    assert {at: one.value for at, one in book.sheets[0].cells.items()} == {
        (1, 1): "sku", (1, 2): "تعداد", (2, 1): "A-1", (2, 2): Decimal(5901234123457),
        (3, 1): "A-2", (3, 2): Decimal("0.1"),
    }  # fmt: skip


def test_an_empty_area_at_the_start_shifts_nothing():
    book = read(ods("", "<table:table-cell/>" + ods_cell("string", "x")), "ods")
    assert list(book.sheets[0].cells) == [(2, 2)]


def test_open_documents_give_dates_times_and_truths():
    row = (
        ods_cell("date", "2024-01-02") + ods_cell("date", "2024-01-02T03:04:05")
        + ods_cell("time", "PT03H04M05S") + ods_cell("boolean", "true")
        + '<table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>m</text:p></table:table-cell>'
    )  # fmt: skip
    sheet = read(ods(row), "ods").sheets[0]
    assert [one.value for one in sheet.cells.values()][:4] == [
        date(2024, 1, 2), datetime(2024, 1, 2, 3, 4, 5), time(3, 4, 5), True,
    ]  # fmt: skip
    assert [one.kind for one in sheet.cells.values()][:4] == [CellKind.DATE] * 3 + [
        CellKind.BOOLEAN
    ]


@pytest.mark.parametrize(("state", "visibility"), list(enumerate(Visibility)))
def test_b052_an_old_sheet_says_whether_it_is_seen(state, visibility):
    assert read(xls(ROWS, state=state)).sheets[0].visibility is visibility


def test_b052_a_hidden_sheet_says_so():
    assert read(ods(ods_cell("string", "x"), hidden=True), "ods").sheets[0].visibility is (
        Visibility.HIDDEN
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3, (Decimal(3), CellKind.NUMBER)), (3.0, (Decimal(3), CellKind.NUMBER)),
        (float("nan"), ("nan", CellKind.ERROR)), (1e300, ("1e+300", CellKind.ERROR)),
        (True, (True, CellKind.BOOLEAN)), ("x", ("x", CellKind.TEXT)),
        (timedelta(hours=36), (Decimal("1.5"), CellKind.NUMBER)),
        (datetime(2024, 1, 2), (date(2024, 1, 2), CellKind.DATE)),
    ],
)  # fmt: skip
def test_b056_every_value_has_its_kind_and_numbers_are_sane(value, expected):
    assert typed(value) == expected


def test_b048_a_macro_sheet_is_refused():
    with pytest.raises(UnsafeFile, match="macro sheets"):
        read(xls([["a"]], kind=1))


@pytest.mark.parametrize("content", [b"", xls(ROWS)[:700], b"PK\3\4"])
def test_damage_is_unreadable(content):
    with pytest.raises(UnreadableFile):
        read(content)


def test_a_book_without_cells_is_unreadable():
    with pytest.raises(UnreadableFile, match="no sheet"):
        read(xls([["a"]], kind=2))


def test_limits_hold():
    with pytest.raises(TooManyLines):
        read(xls(ROWS), limits=Limits(max_rows=2))
    with pytest.raises(FileTooLarge, match="cells"):
        read(xls(ROWS), limits=Limits(max_cells=5))
    with pytest.raises(FileTooLarge, match="sheets"):
        read(xls(ROWS), limits=Limits(max_sheets=0))
    with pytest.raises(UnsafeFile, match="far outside"):
        read(xls([["a", *"b" * 17]]), limits=Limits(max_columns=1))


def test_b039_a_few_cells_far_outside_are_left_out_and_named():
    gap = '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'
    last = ods(ods_cell("string", "sku"), gap, ods_cell("string", "x"))
    for content, kind, far in (
        (xlsb([["sku"]], last=(1_048_575, 0)), "xlsb", ("A1048576",)),
        (xlsb([["sku"]], last=(0, 16_383)), "xlsb", ("XFD1",)),
        (last, "ods", ("A1048576",)),
    ):
        sheet = read(content, kind).sheets[0]
        assert (sheet.cells[1, 1].value, len(sheet.cells), sheet.stray) == ("sku", 1, far)
    assert read(xls(ROWS), limits=Limits(max_columns=1)).sheets[0].stray == ("B1", "B2", "B3")


def test_merges_are_counted_from_one_and_stay_in_the_table():
    merges = ((0, 2, 0, 1), (0, 60_000, 2, 2), (30_000, 30_001, 0, 0), (0, 0, 0, 1_500))
    sheet = read(xls(ROWS, merges=merges), limits=Limits(max_rows=20_000)).sheets[0]
    assert sheet.merges == (Merge(1, 1, 3, 2), Merge(1, 3, 20_000, 3))
    with pytest.raises(UnsafeFile, match="merges more"):
        read(xls(ROWS, merges=merges), limits=Limits(max_merges=3))
