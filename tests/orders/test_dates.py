from datetime import date, datetime
from decimal import Decimal

import jdatetime
import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from orders.dates import Moment, likely, order_of, parse_date, read_moment
from orders.sheet import Cell, CellKind

CLEAR = [
    ("2026-11-21", "2026-11-21"), ("2026/11/21", "2026-11-21"), ("21.11.2026", "2026-11-21"),
    ("2018年06月17日", "2018-06-17"), ("2026. 11. 21.", "2026-11-21"), ("5 March 2026", "2026-03-05"),
    ("March 5th, 2026", "2026-03-05"), ("5 mars 2026", "2026-03-05"), ("5 März 2026", "2026-03-05"),
    ("۵ دی ۱۴۰۴", "2025-12-26"), ("07/21/14", "2014-07-21"), ("1404/10/05", "2025-12-26"),
    ("Day 11/21/2026", "2026-11-21"), (": 21/11/26", "2026-11-21"),
    ("2026-11-21 14:30", "2026-11-21"), ("令和8年7月21日", "2026-07-21"), ("26年7月1日", "2026-07-01"),
    ("Tue 21 Jul 2026", "2026-07-21"), ("پنجشنبه ۵ دی ۱۴۰۴", "2025-12-26"), ("21 تموز 2026", "2026-07-21"),
    ("21 Temmuz 2026 Salı", "2026-07-21"), ("mar 21 jul 2026", "2026-07-21"), ("21 juli 2026", "2026-07-21"), ("1 de marzo de 2026", "2026-03-01"),
    ("21 ноября 2026", "2026-11-21"), ("2026년 11월 21일", "2026-11-21"), ("26. 3. 4.", "2026-03-04"), ("20261121", "2026-11-21"), ("05-Mar-26", "2026-03-05"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), CLEAR)
def test_what_is_clear_is_read(text, day):
    assert parse_date(text).value() == day


@pytest.mark.parametrize(
    "text", ["2024-02-30", "1404/12/30", "32.01.2026", "soon", "", "1/2/3/4", "60"]
)
def test_b062_what_is_no_day_has_no_reading(text):
    assert not parse_date(text).readings


@pytest.mark.parametrize("text", ["03/04/2025", "03/04/25", "05112026"])
def test_b062_what_is_two_days_is_two(text):
    assert len(set(parse_date(text).readings.values())) == 2


def test_of_two_days_years_apart_the_one_near_today_is_meant():
    moment, today = parse_date("28-03-06"), date(2028, 2, 1)
    assert likely(moment, today).value() == "2028-03-06"
    assert not likely(parse_date("03/04/2026"), today).clear
    assert not likely(moment, None).clear


def test_another_date_of_the_column_proves_the_order_of_parts():
    moments = [parse_date("03/04/2025"), parse_date("23/04/2025")]
    assert moments[0].value(order_of(moments)) == "2025-04-03"
    assert order_of([parse_date("03/04/2025")], "fr") == "dmy"
    assert order_of([parse_date("03/04/2025")], "en") == ""
    assert order_of([parse_date("23/04/2025"), parse_date("04/23/2025")], "fr") == ""


def test_date_cells_are_what_they_are_and_plain_numbers_are_nothing():
    assert read_moment(Cell(datetime(2026, 3, 4, 12), CellKind.DATE)).value() == "2026-03-04"  # noqa: DTZ001
    assert read_moment(Cell(date(2026, 3, 4), CellKind.DATE)).value() == "2026-03-04"
    assert read_moment(Cell(Decimal(46000), CellKind.NUMBER)) == Moment({})


@given(st.dates(date(1991, 1, 1), date(2089, 12, 31)))
def test_jalali_dates_round_trip(day):
    jalali = jdatetime.date.fromgregorian(date=day)
    assert parse_date(f"{jalali.year}/{jalali.month:02}/{jalali.day:02}").value() == day.isoformat()


LOCALES = [
    "en_US", "en_GB", "fa", "ar_EG", "de", "de_CH", "fr", "es", "it", "pt_BR", "tr", "ru", "zh",
    "zh_Hant", "ko", "ja", "nl", "pl", "sv", "da", "nb", "cs", "uk", "ro", "el", "fi", "hu", "he", "vi", "bg", "sl",
    "sk", "lt", "lv", "et", "id", "az", "ca", "hi", "ur", "sr", "sr_Latn",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(LOCALES),
    st.dates(date(1991, 1, 1), date(2089, 12, 31)),
    st.sampled_from(["long", "full"]),
)
def test_dates_with_a_months_name_round_trip_in_every_locale(locale, day, style):
    assert parse_date(format_date(day, style, locale=locale)).value() == day.isoformat()


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(LOCALES), st.dates(date(1991, 1, 1), date(2089, 12, 31)))
def test_short_dates_of_every_locale_are_never_a_wrong_day_for_sure(locale, day):
    moment = parse_date(format_date(day, "medium", locale=locale))
    assert day.isoformat() in moment.readings.values()


def test_a_month_that_two_languages_count_otherwise_is_no_sure_one():
    """October in Zagreb, November in Warsaw; only Croatian sets a dot behind the day."""
    assert set(parse_date("20. listopada 2026.").readings.values()) == {"2026-10-20", "2026-11-20"}
    assert set(parse_date("20. lip 2026.").readings.values()) == {"2026-06-20", "2026-07-20"}
    assert parse_date("20 listopada 2026").value() == "2026-11-20"
    assert parse_date("20. listopadu 2026").value() == "2026-11-20"


@pytest.mark.parametrize("text", ["20/11/2569", "20 พฤศจิกายน 2569", "2569-11-20"])
def test_thai_years_count_from_the_buddha(text):
    assert parse_date(text).value() == "2026-11-20"
    assert parse_date("29/02/2569").readings == {}


@given(st.text(max_size=30))
def test_no_text_whatever_breaks_the_reading(text):
    assert isinstance(parse_date(text).readings, dict)


def test_the_day_of_an_order_is_never_the_later_of_two_that_has_not_been_yet():
    moment = read_moment(Cell("27-04-22"))
    assert likely(moment, date(2026, 11, 30)).readings == {"ymd": "2027-04-22"}
    assert likely(moment, date(2026, 11, 30), ordered=True).readings == {"dmy": "2022-04-27"}
