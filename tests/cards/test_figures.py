from decimal import Decimal

import pytest

from cards.figures import currency_name, day, digits, figure, moment, money, number, percent


def test_numbers_read_as_each_language_writes_them():
    assert number(Decimal("1234.50"), "en") == "1,234.5"
    assert number(Decimal("1234.50"), "fa") == "۱٬۲۳۴٫۵"
    assert number(12, "fa") == "۱۲"
    assert digits("K7", "fa") == "K۷"
    assert digits("K7", "en") == "K7"


def test_money_has_the_currencys_decimals_and_never_hides_more():
    assert money(Decimal(90), "EUR", "en") == "90.00 EUR"
    assert money(Decimal("4.205"), "EUR", "en") == "4.205 EUR"
    assert money(Decimal(420_000), "IRR", "fa") == "۴۲۰٬۰۰۰ ریال"
    assert money(Decimal("1.5"), "", "en") == "1.5"
    assert figure(Decimal("1.5"), "KWD", "en") == "1.500"
    assert money(Decimal(1), "Toman?", "en") == "1 Toman?"


def test_absurd_numbers_are_shown_not_expanded():
    assert number(Decimal("1E+500"), "en") == "1E+500"
    assert number(Decimal("NaN"), "en") == "NaN"


def test_currencies_have_names_where_we_know_them():
    assert currency_name("EUR", "fa") == "یورو"
    assert currency_name("XAU", "fa") == "XAU"


def test_dates_are_gregorian_in_english_and_both_in_persian():
    assert day("2026-11-21", "en") == "21 Nov 2026"
    assert day("2026-11-21", "fa") == "۳۰ آبان ۱۴۰۵ (۲۰۲۶/۱۱/۲۱)"
    assert day("soon", "fa") == "soon"


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("UTC", "21 Nov 2026, 22:30 UTC"),
        ("Asia/Tehran", "22 Nov 2026, 02:00"),
        ("No/Such_Zone", "21 Nov 2026, 22:30 UTC"),
        ("../etc/passwd", "21 Nov 2026, 22:30 UTC"),
    ],
)
def test_times_are_in_the_readers_zone(zone, shown):
    assert moment("2026-11-21T22:30:00+00:00", "en", zone) == shown


def test_a_time_without_offset_is_utc_and_nonsense_stays():
    assert moment("2026-11-21T22:30:00", "fa").endswith("۲۲:۳۰ UTC")
    assert moment("later", "en") == "later"


def test_shares_are_whole_percents():
    assert percent(Decimal("0.874"), "en") == "87 %"
    assert percent(Decimal("0.874"), "fa") == "۸۷٪"
