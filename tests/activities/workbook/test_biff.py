"""An .xls says its number formats and what it hides; a damaged one says nothing."""

import struct

from activities.workbook.biff import read_records
from activities.workbook.limits import Limits
from activities.workbook.opening import open_content
from orders.values import shown
from tests.support.oldbooks import shown_xls, xls

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
    told = read_records(shown_xls(ROWS, "0", HIDDEN_ROW, HIDDEN_COLUMN, LOCK))
    assert (told["Order"].hidden_rows, told["Order"].hidden_columns) == ({3}, {2})
    assert told["Order"].protected


def test_numbers_packed_into_one_record_have_their_formats():
    told = read_records(shown_xls(ROWS, "000", MULTIPLE))
    assert told["Order"].formats[10, 2] == "000"


def test_formulas_stay_unknown_and_are_said():
    formula = (0x06, struct.pack("<3H", 5, 0, 1) + bytes(16))
    book = shown_xls(ROWS, "0", formula)
    assert read_records(book)["Order"].formulas
    assert open_content(book, "a.xls", Limits()).notes == ("formulas_unknown",)


def test_what_breaks_off_or_names_no_format_says_nothing():
    assert read_records(xls(ROWS)) == {}
    assert read_records(b"no compound file") == {}
    assert read_records(shown_xls(ROWS, "0")[:1600]) == {}
