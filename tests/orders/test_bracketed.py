"""Quantities that go on in brackets are one question, and one click."""

import pytest
from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result

HEAD = "Customer:|Acme Ltd\nSKU|Description|Qty|Price\n"
PACKS = HEAD + "A-1|Rope|2 (3 pack)|9\nA-2|Hook|4 [180 in all]|3\nA-3|Ring|5|1"


def test_several_are_asked_once_and_a_yes_takes_the_numbers_in_front():
    reading = read(grid(PACKS))
    (asked,) = [one for one in reading.issues if one.open]
    assert (asked.code, asked.target, len(asked.cells)) == ("INVALID_QUANTITY", "accept", 2)
    told = read(grid(PACKS), fixes=[Fix(FixKind.ACCEPT, asked.issue_id, "yes")])
    assert told.result is Result.READY
    assert [f"{line.quantity:f}" for line in told.orders[0].lines] == ["2", "4", "5"]
    assert told.orders[0].lines[0].evidence["quantity"].reading == "the number in it"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2 (3 pack)", "2"),
        ("ca. 100", "100"),
        ("~ 50 kg", "50"),
        ("12 pcs if in stock", "12"),
        (">=5", "5"),
        ("≥ 4 pcs", "4"),
        ("3+", "3"),
    ],
)
def test_one_alone_takes_a_yes_as_well(text, number):
    reading = read(grid(f"{HEAD}A-1|Rope|{text}|9\nA-2|Hook|4|3"))
    (asked,) = [one for one in reading.issues if one.open]
    assert (asked.target, f"{reading.orders[0].lines[0].quantity:f}") == ("accept", number)


@pytest.mark.parametrize(
    "text", ["2 of each", "3 per colour", "10 or 12", "5 thousand", "2 + 1 free"]
)
def test_what_makes_another_number_of_it_is_asked_for_the_number(text):
    """Naive: two of each of five colours are two."""
    reading = read(grid(f"{HEAD}A-1|Rope|{text}|9\nA-2|Hook|4|3"))
    assert [one.target for one in reading.issues if one.open] == ["cell:Sheet1!C3"]
    assert reading.orders[0].lines[0].quantity is None


def test_a_total_that_the_number_in_front_does_not_give_is_told():
    drawing = (
        PACKS.replace("Price", "Price|Total").replace("|9\n", "|9|54\n").replace("|3\n", "|3|12\n")
    )
    codes = {one.code for one in read(grid(drawing + "|5")).issues}
    assert {"INVALID_QUANTITY", "ARITHMETIC_MISMATCH"} <= codes


def test_one_remark_beside_several_quantities_is_one_question():
    """Naive: `change to 24`, said of every line, is asked line by line."""
    head = "Customer:|Acme Ltd\nSKU|Description|Qty|Remarks\n"
    rows = "A-1|Rope|12|KIT 3\nA-2|Hook|6|KIT 3\nA-3|Ring|9|KIT 3"
    (question,) = [one for one in read(grid(head + rows)).issues if one.open]
    assert (question.code, question.target, question.facts["count"]) == (
        "INVALID_QUANTITY", "accept", "3",
    )  # fmt: skip
    other = rows.replace("6|KIT 3", "6|change to 24")
    codes = [one.target for one in read(grid(head + other)).issues if one.open]
    assert "cell:Sheet1!C4" in codes


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("ten", "10", None), ("Two (2)", "2", None), ("twenty-four pcs", "24", "pcs"), ("zwei", "2", None), ("سه عدد", "3", "عدد"),
        ("五箱", "5", "箱"), ("十二", "12", None), ("five hundred", "500", None),
    ],
)  # fmt: skip
def test_numbers_in_words_are_one_yes(text, number, unit):
    reading = read(grid(f"{HEAD}A-1|Rope|{text}|9\nA-2|Hook|4|3\nA-3|Ring|four|1"))
    (asked,) = [one for one in reading.issues if one.open]
    assert (asked.target, asked.facts["why"], asked.facts["value"]) == ("accept", "worded", f"{text} = {number}, four = 4")  # fmt: skip
    line = reading.orders[0].lines[0]
    assert (f"{line.quantity:f}", line.unit) == (number, unit)
    told = read(grid(f"{HEAD}A-1|Rope|{text}|9\nA-2|Hook|4|3"))
    assert [one.target for one in told.issues if one.open] == ["cell:Sheet1!C3"]


@pytest.mark.parametrize("text", ["Ten (12)", "a dozen", "some", "十分", "to", "per ten"])
def test_other_words_are_asked_for_the_number(text):
    reading = read(grid(f"{HEAD}A-1|Rope|{text}|9\nA-2|Hook|4|3\nA-3|Ring|5|1"))
    assert reading.orders[0].lines[0].quantity is None
