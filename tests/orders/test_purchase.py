"""When two purchases are the same one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.purchase import goods_key, po_key, same_number


@pytest.mark.parametrize(
    "other",
    ["PO-7781", "po 7781", "PO-۷۷۸۱", "７７８１", "No. 77/81", "Purchase Order 7781", "7781"],
)
def test_b099_a_number_is_the_same_however_it_is_written(other):
    assert same_number("PO 7781", other)


@pytest.mark.parametrize("other", ["7782", "PO-7781-A", "77810", "", "POX7781"])
def test_b099_another_number_is_another(other):
    assert not same_number("PO 7781", other)


def test_nothing_is_no_number():
    assert not same_number("", "")
    assert not same_number(" - ", "/")


@given(st.text(max_size=300))
def test_b099_a_key_is_ascii_and_stable_whatever_the_text(text):
    key = po_key(text)
    assert key == po_key(text)
    assert key == "" or (len(key) == 16 and key.isascii())


def test_goods_are_the_same_in_any_order():
    assert goods_key([("1", "2"), ("3", "4")]) == goods_key([("3", "4"), ("1", "2")])
    assert goods_key([("1", "2")]) != goods_key([("1", "3")])
    assert goods_key([]) == ""
