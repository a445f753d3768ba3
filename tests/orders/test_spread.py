"""Columns of counts side by side: a day, a week or a branch each."""

import pytest
from grids import grid

from orders.reader import read
from orders.riding import asked, riders

BRANCHES = (
    "Code|Product|North|South|East|West|Harbour\nB1|Loaf|||24||\nB2|Bun|||60||\nB4|Roll|||15||"
)
DAYS = (
    "Item|Unit|Mon|Tue|Wed|Thu|Fri|Sat|Sun\nCarrots|kg|1|2|||||5\nKale|kg|||3||||\nLeek|kg||||||4|"
)


def quantities(reading):
    return [[str(line.quantity) for line in one.lines] for one in reading.orders]


@pytest.mark.parametrize(
    ("drawing", "counts"),
    [
        (BRANCHES, ["24", "60", "15"]),
        ("Item|Unit|Mon|Tue|Wed\nCarrots|kg|||10\nLeek|kg|||4", ["10", "4"]),
    ],
)
def test_the_one_that_is_filled_is_read_and_wants_but_a_yes(drawing, counts):
    reading = read(grid(drawing))
    assert quantities(reading) == [counts]
    assert [one.code for one in riders(reading.issues)] == ["AMBIGUOUS_COLUMN"]
    assert [one.code for one in asked(reading.issues)] == ["MISSING_CUSTOMER"]


@pytest.mark.parametrize(
    "drawing",
    [
        "Item|Description|W40|W41|W42|W43|Total\nI1|Coil|10|10||5|25\nI2|Rod||20|20||40\nI3|Pin|1||2||3",
        "Article|Colour|Store 1|Store 2|Store 3|Total|Price CHF\nM1|red|12|3|10|25|40\nM2|blue|20|10|10|40|55\nM3|pink|1|1|1|3|10",
    ],
)
def test_what_adds_the_others_up_is_read_and_wants_but_a_yes(drawing):
    reading = read(grid(drawing))
    assert quantities(reading) == [["25", "40", "3"]]
    assert [one.code for one in riders(reading.issues)] == ["QUANTITY_BY_PLACE"]
    assert [one.code for one in asked(reading.issues)] == ["MISSING_CUSTOMER"]


@pytest.mark.parametrize(
    ("drawing", "columns"),
    [
        (DAYS, "Mon, Tue, Wed, Sat, Sun"),
        (
            "Material|Description|05.10.2026|12.10.2026|19.10.2026\nM-1|Gasket|100|0|100\nM-2|Seal|40|40|",
            "05.10.2026, 12.10.2026, 19.10.2026",
        ),
    ],
)
def test_of_several_all_are_asked_about_at_once_and_empty_ones_part_none(drawing, columns):
    (told,) = (one for one in read(grid(drawing)).issues if one.code == "QUANTITY_BY_PLACE")
    assert told.facts["columns"] == columns


def test_amounts_under_unknown_words_make_no_heading_of_a_row():
    assert read(grid("Code|Product|North|South|East|West\nB1|Loaf|1.5|2.5|3.25|4.1")).orders == ()
