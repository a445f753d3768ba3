"""An .xls says its number formats and what it hides; a damaged one says nothing."""

import struct

import pytest

from activities.workbook.biff import read_records
from activities.workbook.limits import Limits
from activities.workbook.opening import open_content
from activities.workbook.tokens import UNKNOWN
from orders.sheet import CellKind
from orders.values import is_crossed_out, is_unseen, shown
from tests.support.oldbooks import biff, compound, globals_of, shown_xls, xls

ROWS = [["sku", "qty"], [7.0, 12.0], [120.0, 3.0]]
HIDDEN_ROW = (0x208, struct.pack("<6HI", 2, 0, 2, 255, 0, 0, 0x20))
HIDDEN_COLUMN = (0x7D, struct.pack("<6H", 1, 1, 2304, 0, 1, 0))
LOCK = (0x12, struct.pack("<H", 1))
MULTIPLE = (0xBD, struct.pack("<HHHIHIH", 9, 0, 1, 0, 1, 0, 1))


def test_t31_padded_zeros_of_an_old_file_stay_in_its_codes():
    book = open_content(shown_xls(ROWS, "00000"), "a.xls", Limits())
    assert [shown(book.sheets[0].cells[row, 1]) for row in (2, 3)] == ["00007", "00120"]
    assert book.notes == ()


def test_hidden_rows_and_columns_and_locks_are_told():
    told = read_records(shown_xls(ROWS, "0", HIDDEN_ROW, HIDDEN_COLUMN, LOCK), Limits())
    assert (told["Order"].hidden_rows, told["Order"].hidden_columns) == ({3}, {2})
    assert told["Order"].protected


def test_numbers_packed_into_one_record_have_their_formats():
    told = read_records(shown_xls(ROWS, "000", MULTIPLE), Limits())
    assert told["Order"].formats[10, 2] == "000"


def computed(result: bytes, waits: int = 0, tokens: bytes = b"\x1e\1\0") -> tuple[int, bytes]:
    told = struct.pack("<3H", 5, 0, 1) + result + struct.pack("<HIH", waits, 0, len(tokens))
    return 0x06, told + tokens


@pytest.mark.parametrize(
    ("result", "waits", "expected"),
    [
        (struct.pack("<d", 6), 0, (6, True)), (bytes(8), 0, (0, True)), (bytes(8), 3, (None, False)),
        (b"\3" + bytes(5) + b"\xff\xff", 0, (None, False)), (b"\2\0\x17\0\0\0\xff\xff", 0, ("#REF!", True)),
    ],
    ids=["number", "zero", "still to compute", "nothing", "error"],
)  # fmt: skip
def test_b050_a_formula_says_whether_its_result_is_there(result, waits, expected):
    book = open_content(shown_xls(ROWS, "0", computed(result, waits)), "a.xls", Limits())
    cell = book.sheets[0].cells[6, 1]
    assert (cell.value, cell.cached, cell.formula, book.notes) == (*expected, "=1", ())


def test_b051_an_error_stands_in_its_cell():
    error = (0x205, struct.pack("<3HBB", 5, 1, 0, 0x2A, 1))
    sheet = open_content(shown_xls(ROWS, "0", error), "a.xls", Limits()).sheets[0]
    assert (sheet.cells[6, 2].value, sheet.cells[6, 2].kind) == ("#N/A", CellKind.ERROR)


def test_shared_formulas_and_arrays_are_those_of_their_cells():
    frame = (
        computed(bytes(8), tokens=b"\1\5\0\0\0"),
        (0x4BC, struct.pack("<HHBBBBH", 5, 6, 0, 0, 0, 1, 5) + b"\x2c\0\0\1\xc0"),
        computed(bytes(8), tokens=b"\1\5\0\0\0"),
        (0x221, struct.pack("<HHBBHIH", 5, 6, 0, 0, 0, 0, 3) + b"\x1e\2\0"),
    )
    for first, text in ((0, "=B6"), (2, "=2")):
        told = read_records(shown_xls(ROWS, "0", *frame[first : first + 2]), Limits())["Order"]
        assert told.formulas == {(6, 1): text}


def test_files_older_than_unicode_show_their_zeros_and_hide_their_formulas():
    start = biff(0x809, struct.pack("<4H", 0x500, 5, 0, 0))
    start += biff(0x41E, struct.pack("<HB", 164, 3) + b"000") + 2 * biff(
        0xE0, struct.pack("<HH", 0, 164) + bytes(12)
    )
    end = biff(0x0A)
    sheet = biff(0x809, struct.pack("<4H", 0x500, 0x10, 0, 0)) + biff(
        *computed(struct.pack("<d", 6))
    )
    name = struct.pack("<IHB", len(start) + 4 + 12 + len(end), 0, 5) + b"Order"
    told = read_records(compound({"Book": start + biff(0x85, name) + end + sheet + end}), Limits())[
        "Order"
    ]
    assert (told.formats, told.formulas) == ({(6, 1): "000"}, {(6, 1): UNKNOWN})


def test_what_breaks_off_or_names_no_format_says_nothing():
    assert read_records(xls(ROWS), Limits()) == {}
    assert read_records(b"no compound file", Limits()) == {}
    assert read_records(shown_xls(ROWS, "0")[:1600], Limits()) == {}


def test_what_is_struck_through_is_told_of_texts_and_numbers():
    start = biff(0x809, struct.pack("<6H", 0x600, 5, 0, 0, 0, 0) + bytes(4))
    for place in range(5):
        start += biff(0x31, struct.pack("<HH", 200, 8 if place == 4 else 0) + bytes(12))
    # No font has the number 4, so the fifth is number 5.
    start += b"".join(biff(0xE0, struct.pack("<HH", font, 0) + bytes(16)) for font in (0, 5))
    sheet = biff(0x809, struct.pack("<6H", 0x600, 0x10, 0, 0, 0, 0) + bytes(4))
    for row, style in ((0, 0), (1, 1)):
        sheet += biff(0x204, struct.pack("<3HHB", row, 0, style, 4, 0) + b"Rope")
        sheet += biff(0x203, struct.pack("<3Hd", row, 1, style, 3))
    content = compound({"Workbook": globals_of(start, bytes(2)) + sheet + biff(0x0A)})
    cells = open_content(content, "a.xls", Limits()).sheets[0].cells
    assert {at for at, cell in cells.items() if is_crossed_out(cell)} == {(2, 1), (2, 2)}


@pytest.mark.parametrize(
    ("ink", "fill", "palette", "unseen"),
    [
        (9, (0, 64), b"", True), (9, (1, 9), b"", True), (9, (1, 18), b"", False), (8, (0, 64), b"", False),
        (10, (1, 11), b"\0\0\0\0" * 2 + b"\xff\xff\xff\0" * 2, True), (9, (0, 64), bytes(8), False),
    ],
    ids=["bare", "on white", "on blue", "black", "the file's own white", "the file's own black"],
)  # fmt: skip
def test_b052_white_on_white_is_told_of_texts_and_numbers(ink, fill, palette, unseen):
    pattern, colour = fill
    start = biff(0x809, struct.pack("<6H", 0x600, 5, 0, 0, 0, 0) + bytes(4))
    start += biff(0x31, struct.pack("<HHH", 200, 0, ink) + bytes(10))
    style = bytes(4) + bytes(13) + bytes([pattern << 2]) + struct.pack("<H", colour)
    start += biff(0xE0, style) + (biff(0x92, struct.pack("<H", 4) + palette) if palette else b"")
    sheet = biff(0x809, struct.pack("<6H", 0x600, 0x10, 0, 0, 0, 0) + bytes(4))
    sheet += biff(0x204, struct.pack("<3HHB", 0, 0, 0, 4, 0) + b"Rope")
    sheet += biff(0x203, struct.pack("<3Hd", 0, 1, 0, 3))
    content = compound({"Workbook": globals_of(start, bytes(2)) + sheet + biff(0x0A)})
    cells = open_content(content, "a.xls", Limits()).sheets[0].cells
    assert [is_unseen(one) for one in cells.values()] == [unseen] * 2
