from decimal import Decimal

import pytest
from grids import sheet

from orders.recompute import recompute
from orders.view import make_grid

GRID = make_grid(sheet("2|3|4.5\n10|x|=A1*B1→\n1|1|1"))


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=A1*B1", "6"), ("=A1+B1*C1", "15.5"), ("=(A1+B1)*C1", "22.5"), ("=SUM(A1:C1)", "9.5"),
        ("=SUM(A1:A2,C1)", "16.5"), ("=-A1", "-2"), ("=$A$1/B1*3", "2"), ("=PRODUCT(A1:B1)", "6"),
        ("=ROUND(A1/B1,2)", "0.67"), ("=A2*10%", "1"), ("=C2", "6"), ("=SUM(B1:B3)", "4"),
        ("=MAX(A1:C1)-MIN(A1:C1)", "2.5"), ("=ABS(A1-B1)", "1"), ("=Z9", "0"), ("=.5*A1", "1.0"),
    ],
)  # fmt: skip
def test_simple_formulas_are_computed(formula, value):
    found = recompute(GRID, formula)
    assert found is not None
    assert round(found, 6) == Decimal(value)


@pytest.mark.parametrize(
    "formula",
    ["=TODAY()", "=IF(A1,1,2)", "=A1/Z9", "=Sheet2!A1", "=B2*2", "=A1+", "=(A1", "=VLOOKUP(A1,B1:C2,2)",
     "=" + "(" * 200, "=A1" + "+A1" * 200, '="x"', "=SUM(A1:B)", "=SUM(A1:ZZ9999999)", "=A1)"],
)  # fmt: skip
def test_everything_else_is_left_alone(formula):
    assert recompute(GRID, formula) is None


def test_a_circle_ends():
    circle = make_grid(sheet("=B1→|=A1→"))
    assert recompute(circle, "=A1") is None
