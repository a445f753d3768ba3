"""Single texts of a page: days, parts of numbers."""

import pytest

from activities.workbook.texts import goes_on_day, goes_on_number, tells_day


@pytest.mark.parametrize("text", ["November 13, 2026", "13 November 2026", "13. Nov 2026"])
def test_a_day_in_words_is_told(text):
    assert tells_day(text)


@pytest.mark.parametrize("text", ["2026", "13 pieces", "November"])
def test_what_is_less_than_a_day_is_none(text):
    assert not tells_day(text)


def test_a_day_goes_on_with_its_year_or_month():
    assert goes_on_day("13,", "2026")
    assert goes_on_day("24", "Nov")


def test_a_count_does_not_go_on_with_a_price_or_a_unit():
    """Naive: `10` and `1999` side by side are a day and a year."""
    assert not goes_on_day("10", "1999")
    assert not goes_on_day("24", "pcs")


def test_thousands_go_on_and_other_numbers_do_not():
    assert goes_on_number("82", "140,86")
    assert not goes_on_number("82", "14")
