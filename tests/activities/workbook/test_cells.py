"""Raw cells become exact values, or errors that a person is asked about."""

# ruff: noqa: DTZ001 - a spreadsheet's dates have no zone

import time as clock
from datetime import date, datetime, time
from decimal import Decimal

import pytest

from activities.workbook.cells import RawCell, Shelf, exact_number, moment, typed_cell
from orders.errors import UnreadableFile
from orders.sheet import Cell, CellKind

DATES = Shelf(formats=("", "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "hh:mm", "[h]:mm"))


def cell(
    stored: str | None, kind: str = "n", style: int = 0, shelf: Shelf = DATES, **more
) -> Cell | None:
    return typed_cell(RawCell(kind, str(style), stored, **more), shelf)


def value(stored: str, **more) -> object:
    found = cell(stored, **more)
    return found and found.value


@pytest.mark.parametrize(
    ("stored", "number"),
    [
        ("0.1", "0.1"), ("5901234123457", "5901234123457"), ("10.50", "10.50"), ("-3", "-3"),
        ("1234567890123456789", "1234567890123456789"), ("1E3", "1000"), ("1.5E-3", "0.0015"),
        ("2.2999999999999998", "2.3"), ("0.30000000000000004", "0.3"), ("12.1", "12.1"),
        ("5.9012341234570001E12", "5901234123457"), ("1.2345678901234568E+18", "1234567890123456800"),
        ("-0", "0"), ("-0.0", "0"), ("0E5", "0"), ("+7", "7"), (".5", "0.5"), ("5.", "5"),
        ("100000", "100000"), ("1e29", "1" + "0" * 29),
    ],
)  # fmt: skip
def test_b059_numbers_keep_what_the_file_says_and_drop_only_float_noise(stored, number):
    assert str(exact_number(stored)) == number


@pytest.mark.parametrize(
    "stored",
    ["NaN", "nan", "INF", "-INF", "Infinity", "1e400", "1e999999", "1e-30", "1e30", "1e99999999999",
     "1_000", "１２", "١٢", "1,5", "0x10", "", "-", "1e", "sNaN", "1" * 41, "²", "½", "1 2"],
)  # fmt: skip
def test_b056_what_is_no_sane_number_is_an_error_cell_at_once(stored):
    began = clock.process_time()
    assert exact_number(stored) is None
    if stored:
        assert cell(stored) == Cell(stored, CellKind.ERROR)
    assert clock.process_time() - began < 0.2


def test_blanks_around_a_number_are_no_part_of_it():
    assert value(" 5\n") == Decimal(5)


def test_texts_come_from_the_shelf_or_the_cell_itself():
    shelf = Shelf(strings=("a", "", "b_x000D_"))
    assert value("0", kind="s", shelf=shelf) == "a"
    assert cell("1", kind="s", shelf=shelf) is None
    assert value("x_x0041_", kind="str") == "xA"
    assert cell(None, kind="inlineStr", inline="in") == Cell("in")
    assert cell(None, kind="inlineStr") is None


@pytest.mark.parametrize("index", ["-1", "zz", "2", "1.0", "99999999999", "١"])
def test_a_string_that_is_not_there_is_never_guessed(index):
    with pytest.raises(UnreadableFile, match="points to"):
        cell(index, kind="s", shelf=Shelf(strings=("a", "b")))


@pytest.mark.parametrize("style", [-1, 5, "x"])
def test_a_style_that_is_not_there_is_never_guessed(style):
    with pytest.raises(UnreadableFile, match="points to"):
        cell("1", style=style)


def test_an_unknown_type_is_refused():
    with pytest.raises(UnreadableFile, match="unknown type"):
        cell("1", kind="money")


@pytest.mark.parametrize(
    "text", ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"]
)
def test_b051_error_cells_keep_their_text_and_say_so(text):
    assert cell(text, kind="e") == Cell(text, CellKind.ERROR)


def test_booleans_are_zero_or_one_and_nothing_else():
    assert cell("1", kind="b") == Cell(value=True, kind=CellKind.BOOLEAN)
    assert value("false", kind="b") is False
    assert cell("7", kind="b") == Cell("7", CellKind.ERROR)


def test_the_number_format_travels_with_the_cell():
    found = cell("42", style=1, shelf=Shelf(formats=("", "00000")))
    assert found == Cell(Decimal(42), CellKind.NUMBER, "00000")


@pytest.mark.parametrize(
    ("stored", "style", "moment_then"),
    [
        ("45292", 1, date(2024, 1, 1)), ("45292.5", 1, datetime(2024, 1, 1, 12)),
        ("45292", 2, datetime(2024, 1, 1)), ("45292.75", 2, datetime(2024, 1, 1, 18)),
        ("0.5", 3, time(12)), ("1", 1, date(1900, 1, 1)), ("59", 1, date(1900, 2, 28)),
        ("61", 1, date(1900, 3, 1)), ("2958465", 1, date(9999, 12, 31)),
        ("45292.999999999", 2, datetime(2024, 1, 2)),
    ],
)  # fmt: skip
def test_b062_date_cells_are_dates(stored, style, moment_then):
    assert cell(stored, style=style) == Cell(moment_then, CellKind.DATE, DATES.formats[style])


@pytest.mark.parametrize("stored", ["60", "-1", "2958466", "1e20"])
def test_b062_serials_that_are_no_day_are_asked_about(stored):
    assert cell(stored, style=1) == Cell(stored, CellKind.ERROR, "yyyy-mm-dd")


def test_b062_the_1904_system_counts_from_another_day():
    assert moment(Decimal(0), "d", date1904=True) == date(1904, 1, 1)
    assert moment(Decimal(43830), "d", date1904=True) == date(2024, 1, 1)
    assert moment(Decimal(60), "d", date1904=True) == date(1904, 3, 1)
    shelf = Shelf(formats=("d",), date1904=True)
    assert value("43830", shelf=shelf) == date(2024, 1, 1)


def test_a_length_of_time_stays_a_number():
    assert cell("1.5", style=4) == Cell(Decimal("1.5"), CellKind.NUMBER, "[h]:mm")


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ("2024-02-29", Cell(date(2024, 2, 29), CellKind.DATE)),
        ("2024-02-29T10:30:00Z", Cell(datetime(2024, 2, 29, 10, 30), CellKind.DATE)),
        ("2024-02-30", Cell("2024-02-30")),
        ("29.2.2024", Cell("29.2.2024")),
    ],
)
def test_b062_iso_dates_are_dates_only_if_there_is_such_a_day(stored, expected):
    assert cell(stored, kind="d") == expected


def test_b050_a_formula_keeps_its_value_and_an_uncached_one_is_never_zero():
    assert cell("6", formula="=A1") == Cell(Decimal(6), CellKind.NUMBER, "", "=A1")
    assert cell(None, formula="=A1") == Cell(None, formula="=A1", cached=False)
    assert cell("", formula="=A1") == Cell(None, formula="=A1", cached=False)
    assert cell("", kind="str", formula="=A1") == Cell("", formula="=A1")
    assert cell("#N/A", kind="e", formula="=A1") == Cell("#N/A", CellKind.ERROR, "", "=A1")


def test_an_empty_cell_is_no_cell():
    assert cell(None) is None
    assert cell("") is None
    assert cell("", kind="str") is None
