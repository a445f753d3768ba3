from decimal import Decimal

import pytest
from grids import sheet

from orders.recompute import recompute
from orders.sheet import Sheet
from orders.view import Book, make_grid

GRID = make_grid(sheet("2|3|4.5\n10|x|=A1*B1→\n1|1|1\n=SUBTOTAL(9,A1:A3)→|1"))


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=A1*B1", "6"), ("=A1+B1*C1", "15.5"), ("=(A1+B1)*C1", "22.5"), ("=SUM(A1:C1)", "9.5"),
        ("=SUM(A1:A2,C1)", "16.5"), ("=-A1", "-2"), ("=$A$1/B1*3", "2"), ("=PRODUCT(A1:B1)", "6"),
        ("=ROUND(A1/B1,2)", "0.67"), ("=A2*10%", "1"), ("=C2", "6"), ("=SUM(B1:B3)", "4"),
        ('=IF(A1="","",A1*B1)', "6"), ("=IF(Z9=FALSE,1*A1,A1*Z9)", "2"), ("=IF(A1>B1,A1,B1)*2", "6"),
        ('=IF(B2="X",A1,0)', "2"), ('=IF(A1=FALSE,"(",SUM(A1,B1))', "5"), ("=IF(Z9,1,IF(A1<>2,4,7))", "7"),
        ("=MAX(A1:C1)-MIN(A1:C1)", "2.5"), ("=ABS(A1-B1)", "1"), ("=Z9", "0"), ("=.5*A1", "1.0"),
        ("=SUMPRODUCT(A1:B1,A3:B3)", "5"), ("=SUMPRODUCT(A1:A2,Z1:Z2)", "0"), ("=IFERROR(A1*B1,0)", "6"),
        ("=SUBTOTAL(9,A1:C1)", "9.5"), ("=ROUNDUP(A2/B1,0)", "4"), ("=ROUNDDOWN(A2/B1,0)", "3"), ("=CEILING(A2,B1)", "12"),
        ("=FLOOR(A2,B1)", "9"), ("=INT(C1)", "4"),
    ],
)  # fmt: skip
def test_simple_formulas_are_computed(formula, value):
    found = recompute(GRID, formula)
    assert found is not None
    assert round(found, 6) == Decimal(value)


@pytest.mark.parametrize(
    "formula",
    ["=TODAY()", '=IF(A1,"",2)', "=IF(A1", "=IF(B2>1,1,2)", "=IF(A1=1,2)", "=IF(A1=2,1,(2", "=A1=B1", "=A1/Z9", "=Sheet2!A1", "=[1]Sheet1!A1", "=Sheet1!A1:Sheet1!B1", "=SUM(A1:Sheet1!B1)", "=B2*2", "=A1+", "=(A1", "=VLOOKUP(A1,B1:C2,2)", "=SUMPRODUCT(A1:B1,A1:A3)", "=IFERROR(A1/Z9,7)", "=SUBTOTAL(1,A1:C1)", "=SUBTOTAL(9,A4:B4)",
     "=" + "(" * 200, "=A1" + "+A1" * 200, '="x"', "=SUM(A1:B)", "=SUM(A1:ZZ9999999)", "=A1)"],
)  # fmt: skip
def test_everything_else_is_left_alone(formula):
    assert recompute(GRID, formula) is None


def test_a_circle_ends():
    circle = make_grid(sheet("=B1→|=A1→"))
    assert recompute(circle, "=A1") is None


def test_other_sheets_are_looked_at_by_their_names_hidden_columns_too():
    book = Book()
    home = make_grid(sheet("2|3"), book=book)
    make_grid(sheet("5|=A1*2→|x", "Price list", hidden_columns=frozenset({1})), book=book)
    make_grid(sheet("7", "قیمت's"), book=book)
    make_grid(Sheet("Unread", {}), book=book)
    for formula, value in (
        ("=A1*'price LIST'!A1", 10), ("=B1*'Price list'!$B$1", 30), ("=SUM('Price list'!A1:C1)", 15),
        ("='قیمت''s'!A1+Sheet1!A1", 9),
    ):  # fmt: skip
        assert recompute(home, formula) == value
    assert [recompute(home, one) for one in ("=Unread!A1", "='Price list'!C1*2")] == [None, None]


def test_what_is_computed_is_bounded_however_formulas_are_nested():
    chain = "\n".join(f"={'+'.join([f'A{row + 1}'] * 40)}→" for row in range(1, 24))
    deep = make_grid(sheet(f"{chain}\n1"))
    assert recompute(deep, "=A1") == Decimal(40) ** 23
    wide = make_grid(sheet("1"))
    assert [recompute(wide, f"=SUM(A1:A20000)+{turn}") for turn in range(60)][-1] is None
