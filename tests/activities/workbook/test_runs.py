"""Of a text that is struck through in part, the rest is meant."""

import pytest

from activities.workbook.runs import Struck, of_fonts, standing


@pytest.mark.parametrize(
    ("kept", "cut", "left", "whole"),
    [("12", "10", "12", False), (" ", "10", "10", True), ("", "", "", False), ("12", "", "12", False)],
)  # fmt: skip
def test_what_stands_is_left_or_all_of_it_is_struck(kept, cut, left, whole):
    found = standing(kept, cut)
    assert (found, isinstance(found, Struck)) == (left, whole)


@pytest.mark.parametrize(
    ("runs", "left"),
    [
        ([(0, 1), (2, 0)], "12"),
        ([(2, 1)], "10"),
        ([(0, 1)], "1012"),
        ([(0, 0), (2, 2)], None),
        ([(2, 0), (4, 1)], None),
    ],
)
def test_runs_are_struck_by_their_fonts(runs, left):
    assert of_fonts("1012", runs, {1}) == left
