"""A name without a number below the last line is confirmed, not passed over in silence."""

import pytest
from grids import grid

from orders.reader import read
from orders.riding import yes_to

HEAD = "Customer:|Acme Ltd\n.\nCode|Item|Qty\nA-1|Rope|3\n"


def asked(below):
    return [(one.code, yes_to(one)) for one in read(grid(HEAD + below)).issues if one.open]


def test_names_below_the_last_line_are_confirmed_as_left_out():
    """Naive: the form names three items, and the order has one."""
    assert asked("|Hook\n|Lamp") == [("MISSING_QUANTITY", "yes")]


@pytest.mark.parametrize(
    "below", ["|Delivery:|Monday", "|Packed well, please.", "Thank you", ".\n.\n|Hook", "|Total|3"]
)
def test_labels_sentences_totals_and_what_stands_apart_are_not(below):
    assert asked(below) == []


def test_a_heading_between_lines_is_none_either():
    assert asked("|Garden\nA-2|Rake|1") == []
