"""Bytes to workbook: every kind finds its reader, and honest files read as elsewhere."""

# ruff: noqa: DTZ001 - a spreadsheet's dates have no zone

import io
import time
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
import python_calamine

from activities.workbook.limits import Limits
from activities.workbook.opening import open_content
from orders.errors import (
    FileTooLarge,
    OrderFault,
    ProtectedWorkbook,
    TooManyLines,
    UnreadableFile,
    UnsafeFile,
    UnsupportedFormat,
)
from orders.sheet import Workbook
from tests.support.oldbooks import compound, ods, ods_cell, xls, xlsb
from tests.support.packages import (
    Entry,
    book_parts,
    entries_of,
    lying_zip,
    number_cell,
    pack,
    row_xml,
    sheet_xml,
    workbook,
)
from tests.support.papers import pdf

LIMITS = Limits()

SHEET = sheet_xml(row_xml(1, number_cell("A1", "1")))


def read(content: bytes, name: str = "order.xlsx", limits: Limits = LIMITS) -> Workbook:
    return open_content(content, name, limits)


def honest() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["SKU", "نام", "Quantity", "Price", "Date", "When", "Total"])
    for row in range(2, 60):
        price = float(Decimal(row) * Decimal("12.1") / 3)
        sheet.append(
            [
                f"A-{row}",
                "کالا",
                row,
                price,
                date(2024, 1, 2),
                datetime(2024, 1, 2, 3, 4),
                f"=C{row}*D{row}",
            ]
        )
    sheet["J70"] = 5901234123457
    sheet["A70"] = True
    sheet["B70"] = " kept\nlines "
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (workbook(SHEET), "xlsx"), (xls([["a"]]), "xls"), (xlsb([["a"]]), "xlsb"),
        (ods(ods_cell("string", "x")), "ods"), (pdf(), "pdf"), (b"a,b\n1,2\n", "csv"), (b"a\tb\n1\t2\n", "tsv"),
    ],
    ids=["xlsx", "xls", "xlsb", "ods", "pdf", "csv", "tsv"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["order.xlsx", "order.csv", "order", "order.exe"])
def test_b046_the_content_says_the_kind_whatever_the_name(content, kind, name):
    assert read(content, name).kind == kind


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (compound({"EncryptedPackage": b""}), ProtectedWorkbook),
        (xls([["a"]], secret=True), ProtectedWorkbook),
        (ods(ods_cell("string", "x"), secret=True), ProtectedWorkbook),
        (b"<html></html>", UnsupportedFormat), (b"%PDF-1.7", UnreadableFile),
        (b"\x89PNG\r\n\x1a\n", UnsupportedFormat), (b"", UnreadableFile),
        (workbook(SHEET)[:300], UnreadableFile),
    ],
    ids=["encrypted", "xls", "ods", "html", "pdf", "png", "empty", "cut"],
)  # fmt: skip
def test_b046_b047_what_is_no_workbook_has_its_own_error_and_remedy(content, error):
    with pytest.raises(error) as caught:
        read(content)
    assert caught.value.what_now


def test_a_file_over_the_limit_is_refused():
    with pytest.raises(FileTooLarge, match="10 MB"):
        read(b"x" * 10_000_001, limits=Limits(max_bytes=10_000_000))


def test_macros_in_old_books_are_noted():
    assert read(xls([["a"]], streams=("_VBA_PROJECT",))).notes[0] == "macros"


def test_b043_other_readers_inflate_only_what_was_proven():
    parts = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}
    liar = Entry("Pictures/a.bin", b"x" * 99, crc=1)
    with pytest.raises(UnreadableFile):
        read(lying_zip([*entries_of(parts), liar]))


def test_ordinary_books_read_as_openpyxl_and_calamine_read_them():
    content = saved(honest())
    ours = read(content).sheets[0]
    theirs = openpyxl.load_workbook(io.BytesIO(content)).active
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    fast = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    filled = {(cell.row, cell.column) for row in theirs for cell in row if cell.value is not None}
    assert set(ours.cells) == filled
    for (row, column), cell in ours.cells.items():
        if cell.formula:
            assert cell.formula == theirs.cell(row, column).value
            continue
        for other in (theirs.cell(row, column).value, fast[row - 1][column - 1]):
            assert _same(cell.value, other), (row, column, cell.value, other)


def _same(ours: object, theirs: object) -> bool:
    if isinstance(ours, Decimal):
        return abs(float(ours) - float(theirs)) <= abs(float(theirs)) * 1e-14
    if isinstance(ours, date) and not isinstance(ours, datetime):
        return str(theirs).startswith(str(ours))
    return ours == theirs


def test_b055_a_hundred_thousand_rows_are_refused_at_the_limit():
    cells = "".join(number_cell(f"{column}{{0}}", "1") for column in "ABCDEFGHIJKL")
    rows = "".join(row_xml(row, cells.format(row)) for row in range(1, 100_001))
    content = pack(book_parts(sheet_xml(rows)))
    began = time.process_time()
    with pytest.raises(FileTooLarge, match="more filled cells"):
        read(content)
    with pytest.raises(TooManyLines, match="more than 500 rows"):
        read(content, limits=Limits(max_rows=500, max_cells=2_000_000))
    assert time.process_time() - began < 4


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels"])
@pytest.mark.parametrize(
    "hostile", ["<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", "utf-16"]
)
def test_b045_entities_and_wide_encodings_are_refused_in_every_part(part, hostile):
    parts = book_parts(SHEET)
    xml = str(parts[part]).partition("?>\n")[2]
    parts[part] = xml.encode("utf-16") if hostile == "utf-16" else hostile + xml
    with pytest.raises(UnsafeFile):
        read(pack(parts))


def test_every_refusal_is_a_file_error_with_a_sentence():
    for content in (b"PK\3\4", pack({"a": "b"}), pack({"[Content_Types].xml": "<"})):
        with pytest.raises(OrderFault) as caught:
            read(content)
        assert str(caught.value)
