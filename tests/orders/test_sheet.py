"""Addresses as the spreadsheet shows them, and rows in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.sheet import (
    Cell,
    Sheet,
    address,
    column_letter,
    column_number,
    iter_rows,
    parse_address,
)


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")]
)
def test_columns_have_letters(number, letters):
    assert column_letter(number) == letters
    assert column_number(letters) == number


@given(st.integers(1, 9_999_999), st.integers(1, 18_278))
def test_an_address_comes_back_as_it_was(row, column):
    assert parse_address(address(row, column)) == (row, column)


@pytest.mark.parametrize(
    "text", ["", "14", "D", "d14", "D0", "D014", "ABCD1", "D14 ", "S!D14", "D12345678"]
)
def test_what_is_no_address_is_refused(text):
    with pytest.raises(ValueError, match="no cell address"):
        parse_address(text)


def test_rows_come_top_down_and_cells_left_to_right():
    cells = {(3, 2): Cell("d"), (1, 5): Cell("b"), (3, 1): Cell("c"), (1, 2): Cell("a")}
    rows = list(iter_rows(Sheet("S", cells)))
    assert [row for row, _ in rows] == [1, 3]
    assert [list(found) for _, found in rows] == [[2, 5], [1, 2]]
