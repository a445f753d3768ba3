"""Labels with their number and no colon between."""

import pytest
from grids import grid

from orders.numbered import bare_number, below_title, numbered
from orders.view import make_grid


def test_a_label_and_its_number_stand_in_one_text():
    assert numbered("PO No 4711") == [("PO", "4711")]
    assert numbered("Rope 12") == []


@pytest.mark.parametrize(
    ("text", "number"), [("PO # 4547121990", "4547121990"), ("PO-4711", "PO-4711"), ("77A", "77A")]
)
def test_a_value_may_say_once_more_whose_number_it_is(text, number):
    assert bare_number(text) == number


def test_a_number_alone_below_the_title_is_the_orders():
    drawing = "Acme Ltd|PURCHASE ORDER\n|أمر شراء\nNo.7, Harbour|No. P00342\n.\n.\n.\n.\n|No. 99871"
    found = make_grid(grid(drawing).sheets[0])
    assert below_title(found, 3, 2) == "P00342"
    assert below_title(found, 3, 1) == below_title(found, 8, 2) == ""
