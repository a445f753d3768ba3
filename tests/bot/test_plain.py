"""What people meant, out of what they typed."""

import time

import pytest

from bot.plain import clean_text, fold, split_words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("<at>Order Desk</at> status", "status"),
        ('<at id="0">Order  Desk</at>\tstatus', "status"),
        ("<p>my <b>orders</b></p>", "my orders"),
        ("5 &lt; 6 &amp; 7", "5 < 6 & 7"),
        ("a < b and c > d", "a < b and c > d"),
        ("s\u200bt\u2060a\ufefft\u202eus\u2069", "status"),
        ("سفارش\u200cهای من", "سفارش\u200cهای من"),
        ("two\nlines", "two\nlines"),
        ("\x00bell\x07", "bell"),
        ("  a\u00a0\u00a0b  ", "a b"),
    ],
)
def test_mentions_markup_and_invisible_junk_are_gone(typed, meant):
    assert clean_text(typed) == meant


def test_mentions_are_removed_as_the_activity_names_them():
    assert clean_text("@Order Desk status", ["@Order Desk", ""]) == "status"


def test_text_is_bounded():
    assert len(clean_text("x" * 10_000)) == 4_000
    assert clean_text("x" * 10, limit=3) == "xxx"


def test_hostile_markup_takes_no_time():
    started = time.process_time()
    for hostile in ("<at>" * 15_000, "<" * 60_000, "&" * 60_000, "<a" * 30_000):
        clean_text(hostile)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Status", "STATUS"),
        ("وضعيت", "وضعیت"),
        ("كمك", "کمک"),
        ("۱۲۳", "123"),
        ("٤٥٦", "456"),
        ("ｓｔａｔｕｓ", "status"),
        ("می\u200cشود", "میشود"),
        ("سـفـارش", "سفارش"),
    ],
)
def test_spellings_that_mean_the_same_compare_equal(one, other):
    assert fold(one) == fold(other)


def test_words_come_without_the_punctuation_around_them():
    assert split_words(" /Status:  «K7Q4MP»!! … ") == ["status", "k7q4mp"]
    assert split_words("?!") == []
