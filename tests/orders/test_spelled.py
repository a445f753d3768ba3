"""Quantities written as words are read, and confirmed by a yes."""

import pytest
from grids import grid

from orders.reader import read
from orders.riding import riders
from orders.spelled import spelled


@pytest.mark.parametrize(
    ("text", "number"),
    [("two", 2), ("three boxes", 3), ("a dozen", 12), ("two dozen", 24), ("zwölf", 12), ("دو", 2), ("deux boîtes", 2)],
)  # fmt: skip
def test_a_word_is_its_number_with_or_without_a_unit(text, number):
    assert spelled(text) == number


@pytest.mark.parametrize(
    "text", ["", "lots", "six or seven", "five to seven", "a few", "once", "-"]
)
def test_what_leaves_the_number_open_is_none(text):
    assert spelled(text) is None


def test_all_of_them_are_one_yes():
    reading = read(grid("Item|Qty\nTape|two\nGlue|three boxes\nTwine|1\nHook|a dozen"))
    assert [str(line.quantity) for line in reading.orders[0].lines] == ["2", "3", "1", "12"]
    (told,) = riders(reading.issues)
    assert told.facts["value"] == "two = 2, three boxes = 3, a dozen = 12"
