"""A formula without texts that gave nothing was never computed."""

import pytest

from activities.workbook.told import Told


@pytest.mark.parametrize(
    ("formula", "blank", "expected"),
    [
        ("=A1*B1", True, True), ("=?", True, True), ("=A1*B1", False, False),
        ('=IF(A1>0,A1,"")', True, False), ("=A1&B1", True, False),
    ],
)  # fmt: skip
def test_an_empty_result_is_none_where_no_text_can_come_of_it(formula, blank, expected):
    told = Told(formulas={(1, 1): formula}, blank={(1, 1)} if blank else set())
    assert told.is_open((1, 1)) is expected
