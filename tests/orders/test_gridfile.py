"""A stored grid gives back exactly the workbook that was stored."""

# ruff: noqa: DTZ001 - a spreadsheet's dates have no zone

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.gridfile import dump_workbook, load_workbook
from orders.sheet import Cell, CellKind, Merge, Sheet, Visibility, Workbook

VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.text(max_size=9),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.datetimes(),
    st.dates(),
    st.times(),
)
CELLS = st.builds(
    Cell,
    value=VALUES,
    kind=st.sampled_from(CellKind),
    number_format=st.sampled_from(["", "0.00"]),
    formula=st.sampled_from(["", "=A1"]),
    cached=st.booleans(),
)
PLACES = st.tuples(st.integers(1, 99), st.integers(1, 99))


@given(st.dictionaries(PLACES, CELLS, max_size=9))
def test_every_value_comes_back_with_its_type(cells):
    stored = load_workbook(dump_workbook(Workbook("xlsx", (Sheet("S", cells),))))
    assert stored.sheets[0].cells == cells
    for at, cell in cells.items():
        back = stored.sheets[0].cells[at].value
        assert type(back) is type(cell.value)
        assert str(back) == str(cell.value)


@pytest.mark.parametrize(
    "value", ["1", "s1", "", "\ud800", Decimal("1.50"), Decimal("1E+3"), True, date(2024, 1, 2),
              datetime(2024, 1, 2), time(3, 4), None],
)  # fmt: skip
def test_values_that_look_alike_stay_apart(value):
    book = Workbook("csv", (Sheet("S", {(1, 1): Cell(value)}),))
    back = load_workbook(dump_workbook(book)).sheets[0].cells[1, 1].value
    assert (type(back), repr(back)) == (type(value), repr(value))


def test_everything_around_the_cells_comes_back():
    sheet = Sheet(
        "سفارش", {}, Visibility.VERY_HIDDEN, (Merge(1, 2, 3, 4),), frozenset({9, 2}),
        frozenset({5}), right_to_left=True, protected=True, stray=("XFD9",), comments={(6, 3): "8 کافی است"},
        boxes={(1, 1): "Urgent"},
    )  # fmt: skip
    book = Workbook("xlsm", (sheet, Sheet("B", {})), ("macros",), {"encoding": "utf-8"})
    assert load_workbook(dump_workbook(book)) == book


def test_equal_workbooks_give_equal_bytes():
    one, two = Cell("a"), Cell("b")
    first = Workbook("csv", (Sheet("S", {(1, 1): one, (1, 2): two}),), (), {"a": "1", "b": "2"})
    second = Workbook("csv", (Sheet("S", {(1, 2): two, (1, 1): one}),), (), {"b": "2", "a": "1"})
    assert dump_workbook(first) == dump_workbook(second)


def test_a_grid_of_the_version_before_is_read():
    cells = b'[[1,1,"text","sA",0],[1,2,"number","n7",1],[2,1,"number",null,0,"=A1",false]]'
    told = b'{"version":1,"kind":"csv","sheets":[%s],"formats":["","000"],"notes":[],"document":{}}'
    around = (
        b'{"name":"S","cells":%s,"visibility":"visible","merges":[],"hidden_rows":[],'
        b'"hidden_columns":[],"right_to_left":false,"protected":false}'
    )
    assert load_workbook(told % (around % cells)).sheets[0].cells == {
        (1, 1): Cell("A"),
        (1, 2): Cell(Decimal(7), CellKind.NUMBER, "000"),
        (2, 1): Cell(None, CellKind.NUMBER, formula="=A1", cached=False),
    }
    assert load_workbook(told % (around % b"[]")).sheets[0].cells == {}


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"version": 3}', b"+"])
def test_other_bytes_are_no_grid(content):
    with pytest.raises(ValueError):  # noqa: PT011  (json's own error is one too)
        load_workbook(content)
