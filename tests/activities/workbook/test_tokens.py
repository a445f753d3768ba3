"""Tokens of .xls and .xlsb become the text that an .xlsx would hold, or `=?`."""

import struct

import pytest

from activities.workbook.limits import Limits
from activities.workbook.tokens import UNKNOWN, XLS, XLSB, Formulas, decode, error_text
from orders.errors import UnsafeFile
from tests.support.fourways import tokens

B2, C2 = b"\x44\1\0\1\xc0", b"\x44\1\0\2\xc0"
ONE, TWO, THREE = b"\x1e\1\0", b"\x1e\2\0", b"\x1e\3\0"


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("text", ["C2*D2", "B9-C9", "SUM(F2:F9)", "AA10/B1"])
def test_references_and_sums_read_alike_in_both_layouts(text, large):
    found = decode(tokens(text, large=large), XLSB if large else XLS, (1, 1))
    assert found == f"={text}"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (ONE + TWO + THREE + b"\x03\x04", "=1-(2+3)"),
        (ONE + TWO + b"\x03" + THREE + b"\x05", "=(1+2)*3"),
        (ONE + TWO + b"\x03\x15" + THREE + b"\x05", "=(1+2)*3"),
        (B2 + b"\x13" + TWO + b"\x14\x03", "=-B2+2%"),
        (b"\x1f" + struct.pack("<d", 1.25) + B2 + b"\x08", "=1.25&B2"),
        (b'\x17\3\0a"b' + b"\x1d\1\x0b", '="a""b"=TRUE'),
        (B2 + TWO + b"\x21\x1b\0", "=ROUND(B2,2)"),
        (B2 + C2 + TWO + b"\x42\3\xb7\0", "=PRODUCT(B2,C2,2)"),
        (b"\x19\1\0\0\x21\xdd\0", "=TODAY()"),
        (B2 + b"\x19\x02\4\0" + ONE + b"\x19\x08\3\0\x22\2\1\0", "=IF(B2,1)"),
        (b"\x24\1\0\1\0", "=$B$2"), (b"\x1c\x17", "=#REF!"),
    ],
)  # fmt: skip
def test_signs_functions_and_values_are_written_as_people_see_them(body, text):
    assert decode(body, XLS, (1, 1)) == text


@pytest.mark.parametrize(
    "body",
    [
        b"", ONE + TWO, b"\x03", b"\x22\x05\4\0", b"\x44\1", b"\x3a\2\0\1\0\2\0", b"\x3a\1\0\1\0\2\0", b"\x21\xff\x7f",
        b"\x1f" + struct.pack("<d", float("nan")), b"\x44\0\0\0\xc1", ONE * 400, b"\x15", b"\x19\x10\0\0",
    ],
)  # fmt: skip
def test_what_is_not_decoded_is_a_formula_that_nobody_computes(body):
    assert decode(body, XLS, (1, 1), ["Prices!", ""]) == UNKNOWN


def test_a_reference_to_another_sheet_names_it():
    body = b"\x3a\0\0\1\0\2\xc0" + b"\x3b\0\0\0\0\1\0\0\0\2\0" + b"\x19\x10\0\0" + b"\x05"
    assert decode(body, XLS, (1, 1), ["'Price list'!"]) == (
        "='Price list'!C2*SUM('Price list'!$A$1:$C$2)"
    )


@pytest.mark.parametrize(("layout", "large"), [(XLS, False), (XLSB, True)])
def test_a_shared_formula_is_seen_from_each_of_its_cells(layout, large):
    moved = b"\x2c\0\0\xfe\xff" if not large else b"\x4c\0\0\0\0\xfe\xff"
    formulas = Formulas(layout, Limits())
    for row in (4, 5):
        home = struct.pack("<I", 4) if large else struct.pack("<HH", 4, 2)
        formulas.take((row + 1, 3), b"\1" + home, struct.pack("<I", 2) if large else b"")
        if row == 4:
            formulas.share(moved + TWO + b"\x05")
    assert formulas.settle() == {(5, 3): "=A5*2", (6, 3): "=A6*2"}


def test_an_array_is_the_formula_of_all_its_cells_and_an_orphan_is_unknown():
    formulas = Formulas(XLS, Limits())
    formulas.take((1, 1), b"\1\0\0\0\0")
    formulas.spread(ONE)
    formulas.take((2, 1), b"\1\0\0\0\0")
    formulas.take((3, 1), b"\1\7\0\7\0")
    assert formulas.settle() == {(1, 1): "=1", (2, 1): "=1", (3, 1): UNKNOWN}


def test_shared_formulas_do_not_swell():
    formulas = Formulas(XLS, Limits(max_text=20))
    for row in range(20):
        formulas.take((row + 1, 1), b"\1\0\0\0\0")
    formulas.share(ONE)
    with pytest.raises(UnsafeFile, match="more formulas"):
        formulas.settle()


def test_errors_have_their_names():
    assert [error_text(code) for code in (0x07, 0x2A, 0x99)] == ["#DIV/0!", "#N/A", "#VALUE!"]
