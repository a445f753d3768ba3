"""Ids that say "the same"."""

from datetime import UTC, datetime, timedelta

import pytest

from orders.fingerprint import (
    clean_code,
    code_of,
    decision_id_of,
    is_repeat,
    order_id_of,
    same_file_name,
)


def test_the_same_file_in_the_same_chat_is_the_same_order():
    one = order_id_of("t", "chat", "file")
    assert one == order_id_of("t", "chat", "file")
    others = {
        order_id_of("t2", "chat", "file"),
        order_id_of("t", "chat2", "file"),
        order_id_of("t", "chat", "file2"),
        order_id_of("t", "chat", "file", "again"),
        order_id_of("tc", "hat", "file"),
    }
    assert one not in others
    assert len(others) == 5


def test_a_code_is_short_and_stays():
    code = code_of("order-1")
    assert code == code_of("order-1")
    assert len(code) == 6
    assert not set(code) & set("ILOU")


@pytest.mark.parametrize("typed", ["k7q4mp", " K7Q4MP ", "k7q-4mp", "K7 Q4 MP"])
def test_codes_are_forgiving(typed):
    assert clean_code(typed) == "K7Q4MP"


def test_letters_that_look_like_digits_are_digits():
    assert clean_code("oil0li") == "011011"


def test_a_double_click_is_one_decision_and_two_people_are_two():
    assert decision_id_of("o", 1, "approve", "a") == decision_id_of("o", 1, "approve", "a")
    assert decision_id_of("o", 1, "approve", "a") != decision_id_of("o", 1, "approve", "b")


def test_only_soon_after_the_first_is_a_message_a_repeat():
    received = datetime(2026, 1, 1, tzinfo=UTC)
    assert is_repeat(received.isoformat(), received + timedelta(minutes=1))
    assert not is_repeat(received.isoformat(), received + timedelta(hours=1))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("PO-1.xlsx", "PO-1.xlsx", True),
        ("PO-1.xlsx", "po-1 (2).xlsx", True),
        ("PO-1.xlsx", "PO-1_fixed.xlsx", True),
        ("PO-1.csv", "PO-1.xlsx", True),
        ("PO-1.xlsx", "PO-2.xlsx", False),
        ("PO-1.xlsx", "PO-12.xlsx", False),
        ("PO-3.csv", "PO-3 late.csv", False),
        ("PO-3.csv", "Copy of PO-3 - corrected (2).csv", True),
        ("سفارش.xlsx", "سفارش خراب.xlsx", False),
        ("سفارش ۷.xlsx", "سفارش ۷ اصلاح‌شده.xlsx", True),
        ("", "PO-2.xlsx", False),
    ],
)
def test_a_corrected_copy_keeps_its_name(one, other, same):
    assert same_file_name(one, other) is same
