"""Ticks where a quantity should stand: one question, and its answer."""

import pytest
from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result

HEAD = "Customer:|Acme Ltd\nSKU|Item|Qty|Price\n"
TICKED = f"{HEAD}A-1|Rope|x|5\nA-2|Hook||6\nA-3|Net|x|2\nA-4|Peg||2\nA-5|Ring|X|1"


def test_ticks_are_one_question_and_what_has_none_is_not_ordered():
    reading = read(grid(TICKED))
    (asked,) = [one for one in reading.issues if one.open]
    assert (asked.code, asked.target) == ("INVALID_QUANTITY", "cell:Sheet1!C3,C5,C7")
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-3", "A-5"]
    assert reading.orders[0].skipped_rows == {4: "not_ordered", 6: "not_ordered"}


def test_one_answer_counts_for_every_tick_and_single_ones_may_differ():
    fixes = [
        Fix(FixKind.CELL, "Sheet1!C3,C5,C7", "2"),
        Fix(FixKind.CELL, "Sheet1!C5", "7"),
    ]
    reading = read(grid(TICKED), fixes=fixes)
    assert reading.result is Result.READY
    assert [line.quantity for line in reading.orders[0].lines] == [2, 7, 2]


@pytest.mark.parametrize("rows", ["A-1|Rope|x|5\nA-2|Hook|3|6", "A-1|Rope|x|5\nA-2|Hook||6"])
def test_a_tick_among_numbers_or_alone_is_asked_as_it_stands(rows):
    reading = read(grid(HEAD + rows))
    assert "cell:Sheet1!C3" in [one.target for one in reading.issues if one.open]
    assert len(reading.orders[0].lines) == 2
