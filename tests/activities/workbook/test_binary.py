"""An .xlsb says its formats, formulas, errors and what it hides; a damaged one says nothing."""

import struct
from datetime import date

import pytest

from activities.workbook.archive import Archive
from activities.workbook.binary import read_binary
from activities.workbook.limits import Limits
from activities.workbook.opening import open_content
from activities.workbook.told import Told
from orders.errors import FileTooLarge, UnsafeFile
from orders.sheet import CellKind, Sheet
from orders.values import is_crossed_out, is_unseen, shown
from tests.support.fourways import tokens
from tests.support.oldbooks import record, row_record, wide, xlsb, xlsb_of

LIMITS = Limits()
WHITE = b"\x05\0\0\0\xff\xff\xff\xff"


def cell(column: int, kind: int, value: bytes, style: int = 0) -> bytes:
    return record(kind, struct.pack("<II", column, style) + value)


def number(column: int, value: float, style: int = 0) -> bytes:
    return cell(column, 5, struct.pack("<d", value), style)


def computed(column: int, value: bytes, kind: int = 9, formula: str = "A1*A2") -> bytes:
    body = tokens(formula, large=True)
    return cell(column, kind, value + struct.pack("<HI", 0, len(body)) + body + bytes(4))


def styles(*codes: str, white: bool = False, struck: bool = False) -> bytes:
    font = bytes(2) + (b"\x08" if struck else b"\0") + bytes(9)
    told = record(611) + record(43, font + (WHITE if white else bytes(8))) + record(612)
    told += record(603) + record(45, bytes(12)) + record(604) + record(626) + record(47, bytes(16))
    told += record(627) + record(615, struct.pack("<I", len(codes)))
    for at, code in enumerate(codes, start=164):
        told += record(44, struct.pack("<H", at) + wide(code))
    told += record(616) + record(617, struct.pack("<I", len(codes)))
    for at in range(len(codes)):
        told += record(47, struct.pack("<HHHH", 0xFFFF, 164 + at, 0, 0) + bytes(8))
    return told + record(618)


def content(*rows: bytes, frame: bytes = b"", codes: bytes = b"", **more: int) -> bytes:
    sheet = record(129) + record(148, struct.pack("<4I", 0, len(rows), 0, 9)) + frame + record(145)
    for at, row in enumerate(rows):
        sheet += row_record(at, hidden=row.startswith(b"hidden")) + row.removeprefix(b"hidden")
    return xlsb_of(sheet + record(146) + record(130), codes, **more)


def told(*rows: bytes, frame: bytes = b"", codes: bytes = b"") -> Told:
    return read_binary(Archive(content(*rows, frame=frame, codes=codes), LIMITS), LIMITS)["Order"]


def opened(*rows: bytes, codes: bytes = b"", **more: int) -> Sheet:
    return open_content(content(*rows, codes=codes, **more), "a.xlsb", LIMITS).sheets[0]


def test_t31_padded_zeros_of_a_binary_file_stay_in_its_codes():
    sheet = opened(number(0, 7, 1) + number(1, 7), codes=styles("General", "00000"))
    assert [shown(one) for one in sheet.cells.values()] == ["00007", "7"]


def test_dates_have_their_day_in_both_calendars():
    for properties, day in ((0, date(2026, 3, 4)), (1, date(2030, 3, 5))):
        sheet = opened(
            number(0, 46085, 1), codes=styles("General", "dd/mm/yyyy"), properties=properties
        )
        assert sheet.cells[1, 1].value == day


def test_what_is_struck_through_is_told_of_texts_too():
    cells = number(0, 1) + cell(1, 6, wide("Rope"))
    struck = opened(cells, codes=styles("0.00", struck=True)).cells
    assert all(map(is_crossed_out, (struck[1, 1], struck[1, 2])))
    assert not opened(cells, codes=styles("0.00")).cells[1, 2].number_format


def test_b052_what_is_hidden_or_locked_or_white_on_white_is_told():
    frame = record(535, b"\0\0\1\0\0\0") + record(60, struct.pack("<4IH", 1, 2, 2304, 0, 1))
    found = told(number(0, 1), b"hidden" + number(0, 2), frame=frame)
    assert (found.hidden_rows, found.hidden_columns, found.protected) == ({2}, {2, 3}, True)
    unseen = opened(number(0, 1) + cell(1, 6, wide("Rope")), codes=styles("0.00", white=True))
    assert all(map(is_unseen, unseen.cells.values()))


def test_merged_ranges_are_told():
    frame = record(176, struct.pack("<4I", 0, 2, 1, 1))
    assert told(number(0, 1), frame=frame).merges == [((1, 2), (3, 2))]


def test_b051_errors_stand_in_their_cells():
    sheet = opened(cell(0, 3, b"\x17") + computed(1, b"\x07", kind=11))
    assert [(one.value, one.kind) for one in sheet.cells.values()] == [
        ("#REF!", CellKind.ERROR), ("#DIV/0!", CellKind.ERROR),
    ]  # fmt: skip
    assert sheet.cells[1, 2].formula == "=A1*A2"


def test_b050_an_empty_result_of_arithmetic_is_no_result():
    sheet = opened(computed(0, struct.pack("<d", 6)) + computed(1, wide(""), kind=8))
    assert [(one.value, one.cached) for one in sheet.cells.values()] == [(6, True), (None, False)]


@pytest.mark.parametrize(
    "broken", [b"\x05", record(5, b"\0"), record(9, bytes(16)), number(0, 1, 9)]
)
def test_what_breaks_off_or_points_nowhere_says_nothing(broken):
    codes = styles("General")
    assert read_binary(Archive(content(broken, codes=codes), LIMITS), LIMITS) == {}


def test_limits_hold():
    rows = [number(0, 1) + number(1, 2)] * 3
    with pytest.raises(FileTooLarge, match="cells"):
        read_binary(Archive(content(*rows), LIMITS), Limits(max_cells=5))
    with pytest.raises(UnsafeFile, match="empty cells"):
        read_binary(Archive(content(*rows), LIMITS), Limits(max_elements=5))
    far = open_content(xlsb([["a"]], last=(0, 1_500)), "a.xlsb", LIMITS).sheets[0]
    assert (len(far.cells), far.stray) == (1, ("BES1",))


def test_what_is_struck_through_inside_a_text_is_left_out():
    runs = struct.pack("<IHHHH", 2, 0, 0, 2, 1)
    strings = record(159, struct.pack("<II", 2, 2)) + record(19, b"\1" + wide("1012") + runs)
    strings += record(19, b"\0" + wide("Rope")) + record(160)
    sheet = record(129) + record(148, struct.pack("<4I", 0, 1, 0, 9)) + record(145) + row_record(0)
    sheet += cell(0, 7, struct.pack("<I", 0)) + cell(1, 7, struct.pack("<I", 1))
    more = {"xl/sharedStrings.bin": strings}
    looks = styles("General", struck=True)
    book = xlsb_of(sheet + record(146) + record(130), looks, more=more)
    (told,) = open_content(book, "a.xlsb", LIMITS).sheets
    assert [one.value for one in told.cells.values()] == ["12", "Rope"]
