from decimal import Decimal

import pytest
from grids import grid
from hypothesis import given
from hypothesis import strategies as st

from orders.gtin import check_digit, digits_of, gtin_in, is_valid, padded, read_gtin
from orders.reader import read
from orders.sheet import Cell, CellKind


@given(
    st.sampled_from([7, 11, 12, 13]).flatmap(
        lambda n: st.text("0123456789", min_size=n, max_size=n)
    )
)
def test_a_right_check_digit_is_valid_and_every_other_is_not(body):
    right = check_digit(body)
    assert is_valid(f"{body}{right}")
    assert not any(is_valid(f"{body}{digit}") for digit in range(10) if digit != right)


def test_upc_and_ean_of_one_item_compare_equal():
    assert padded("036000291452") == padded("0036000291452")


@pytest.mark.parametrize(
    ("cell", "digits", "problem"),
    [
        (Cell("5901234123457"), "5901234123457", ""),
        (Cell("EAN: 4250236821689"), "4250236821689", ""),
        (Cell("590-1234 123457"), "5901234123457", ""),
        (Cell(Decimal(36000291452), CellKind.NUMBER), "036000291452", "padded"),
        (Cell("5901234123458"), "5901234123458", "invalid"),
        (Cell("5.90123E+12"), "", "lost"),
        (Cell("5,90123E+12"), "", "lost"),
        (Cell(Decimal(1234567890123456), CellKind.NUMBER), "", "lost"),
        (Cell("۵۹۰۱۲۳۴۱۲۳۴۵۷"), "5901234123457", ""),
    ],
)
def test_b059_cells_are_read_repaired_or_doubted(cell, digits, problem):
    found = read_gtin(cell)
    assert found is not None
    assert (found.digits, found.problem) == (digits, problem)


def test_words_are_no_gtin():
    assert read_gtin(Cell("none")) is None
    assert digits_of("A-100") == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Rope 10m EAN: 4006381333931", "4006381333931"),
        ("Rope (GTIN-13 4006381333931)", "4006381333931"),
        ("Rope EAN: 4006381333930", ""),
        ("Rope EAN: 4006381333931, EAN: 9780201379624", ""),
        ("4006381333931", ""),
    ],
)
def test_a_gtin_named_inside_a_text_is_found(text, code):
    assert gtin_in(text) == code


def test_an_article_column_of_named_gtins_gives_gtins():
    table = "Artikel|Bezeichnung|Menge\nEAN: 4006381333931|Seil|5\nEAN: 9780201379624|Lampe|6"
    (order,) = read(grid(f"Kunde:|Acme GmbH\n{table}")).orders
    assert [(one.sku, one.gtin) for one in order.lines] == [
        (None, "4006381333931"),
        (None, "9780201379624"),
    ]
