"""Formulas are shown as a person would see them in their cell."""

import time
from decimal import Decimal

import pytest

from activities.workbook.formulas import Formulas, shift
from activities.workbook.limits import Limits
from orders.errors import UnsafeFile
from orders.sheet import Cell, CellKind


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("A1*B1", "B3*C3"), ("$A1+A$1+$A$1", "$A3+B$1+$A$1"), ("SUM(A1:B2)", "SUM(B3:C4)"),
        ('"A1"&A1', '"A1"&B3'), ("'A1 b'!A1", "'A1 b'!B3"), ("Sheet1!A1", "Sheet1!B3"),
        ("LOG10(A1)", "LOG10(B3)"), ("Rate1*A1", "Rate1*B3"), ("A1_x+A1", "A1_x+B3"),
        ("1E5+A1", "1E5+B3"), ("TRUE", "TRUE"), ("ABCD1", "ABCD1"),
        ("AB1!A1", "AB1!B3"), ("نامA1+A1", "نامA1+B3"), ("A1:$B2", "B3:$B4"), ("-A1%", "-B3%"),
    ],
)  # fmt: skip
def test_a_copied_formula_moves_its_relative_references(formula, moved):
    assert shift(formula, 2, 1) == moved


def test_a_reference_moved_off_the_sheet_is_lost():
    assert shift("A1+B2", -1, 0) == "#REF!+B1"
    assert shift("A1+B2", 0, -1) == "#REF!+A2"


def test_shared_formulas_are_told_for_every_cell():
    formulas = Formulas(Limits())
    assert formulas.text_of({"t": "shared", "si": "0", "ref": "C2:C4"}, "A2*B2", (2, 3)) == "=A2*B2"
    assert formulas.text_of({"t": "shared", "si": "0"}, "", (4, 3)) == "=A4*B4"
    assert formulas.text_of({"t": "shared", "si": "9"}, "", (4, 3)) == "=?"
    assert formulas.text_of({}, "", (4, 3)) == "=?"
    assert formulas.text_of({}, "A1", (4, 3)) == "=A1"


def test_an_array_formula_marks_every_cell_it_fills():
    formulas = Formulas(Limits())
    formulas.text_of({"t": "array", "ref": "A1:A3"}, "B1:B3*2", (1, 1))
    number = Cell(Decimal(2), CellKind.NUMBER)
    cells = {(1, 1): Cell(Decimal(1), formula="=own"), (2, 1): number, (5, 1): number}
    formulas.spread(cells)
    assert cells[2, 1].formula == "=B1:B3*2"
    assert cells[1, 1].formula == "=own"
    assert cells[5, 1].formula == ""
    assert (3, 1) not in cells


def test_an_array_over_the_whole_sheet_is_refused():
    formulas = Formulas(Limits())
    formulas.text_of({"t": "array", "ref": "A1:XFD1048576"}, "1", (1, 1))
    with pytest.raises(UnsafeFile, match="fills more"):
        formulas.spread({})


def test_formulas_have_an_allowance_of_text():
    formulas = Formulas(Limits(max_text=100))
    formulas.text_of({"t": "shared", "si": "0"}, "A1+" * 20, (1, 1))
    with pytest.raises(UnsafeFile, match="more formulas"):
        formulas.text_of({"t": "shared", "si": "0"}, "", (2, 1))


def test_b079_the_worst_formula_is_shifted_quickly():
    for hostile in ('"' * 50_001, "'" * 50_001, "A" * 100_000, "$A$" * 33_000, "A1" * 50_000):
        began = time.process_time()
        shift(hostile, 1, 1)
        assert time.process_time() - began < 0.5
