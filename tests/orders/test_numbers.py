import time
from decimal import Decimal

import pytest
from babel.numbers import format_currency, format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from orders.numbers import Style, parse_amount, style_of, whole_style

CLEAR = [
    ("1,000.50", "1000.50"), ("1.000,50", "1000.50"), ("1'000", "1000"), ("(5)", "-5"),
    ("5 %", "5"), ("$5", "5"), ("−5", "-5"), ("1 234,56", "1234.56"), ("1,23,456.78", "123456.78"),
    ("12,-", "12"), (".5", "0.5"), ("0.125", "0.125"), ("EUR 1.200,00", "1200"), ("１２", "12"),
    ("۱۲٬۳۴۵٫۶", "12345.6"), ("12 Stück", "12"), ("-12", "-12"), ("1\u00a0234", "1234"),
    ("10 x", "10"), ("۵ هزار", "5000"), ("1234.5", "1234.5"), ("8,15,001/-", "815001"),
    ("1,250.50 /=", "1250.50"), ("1,34,081.00 ¤", "134081.00"),
    ("12,50 kr", "12.50"), ("129.46 ر.س", "129.46"), ("NT$ 1,200.00", "1200"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number"), CLEAR)
def test_b060_b061_what_is_clear_is_read(text, number):
    amount = parse_amount(text)
    assert amount is not None
    assert amount.clear
    assert amount.value() == Decimal(number)


@pytest.mark.parametrize(
    "text",
    ["1_000", "½", "²", "Ⅷ", "12½", "3-4", "1/2", "3-", "two", "NaN", "INF", "1e400", "1e999999",
     "1e-30", "12 abc", "1.2.3,4,5", "1,2,3", "10 2", "", "-", "5 + 5", "1" * 80, "12pcs12", "4\n100"],
)  # fmt: skip
def test_b056_b061_what_is_no_number_is_none_and_fast(text):
    start = time.process_time()
    assert parse_amount(text) is None
    assert time.process_time() - start < 0.2


@pytest.mark.parametrize(
    "text", ["12.50/ea", "€12,50/Stk", "à 12,50", "@ 12.50", "12.50 per piece"]
)
def test_an_amount_may_say_that_it_is_each_pieces(text):
    amount = parse_amount(text)
    assert amount is not None
    assert set(amount.readings.values()) == {Decimal("12.5")}


def test_a_dash_stands_for_no_cents():
    assert [parse_amount(text).value() for text in ("71,-", "71,— €")] == [71, 71]


@pytest.mark.parametrize("text", ["1,234", "1.234", "12.000", "999,999"])
def test_a_lone_mark_before_three_digits_has_two_readings(text):
    amount = parse_amount(text)
    assert amount is not None
    assert len(set(amount.readings.values())) == 2
    assert amount.value() is None
    assert amount.value(Style.DOT) != amount.value(Style.COMMA)


def test_what_stands_beside_the_number_is_kept():
    price, count = parse_amount("1.200,00 €"), parse_amount("12 ctn")
    assert price is not None
    assert count is not None
    assert (price.currency, count.unit) == ("EUR", "ctn")


def test_a_column_proves_a_style_only_without_contradiction():
    told = [parse_amount(text) for text in ("1,234.50", "12,5")]
    assert style_of([told[0]]) is Style.DOT
    assert style_of([one for one in told if one]) is None


def test_pieces_have_no_parts():
    thousands = parse_amount("1,234")
    fours = parse_amount("4.000")
    assert thousands is not None
    assert fours is not None
    assert whole_style([thousands]) is Style.DOT
    assert whole_style([fours]) is None


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(["dot", "comma", "space", "farsi"]))
def test_numbers_round_trip_in_every_style(number, style):
    text = f"{number:,.2f}"
    if style == "comma":
        text = text.translate(str.maketrans(",.", ".,"))
    if style == "space":
        text = text.replace(",", "\u202f").replace(".", ",")
    if style == "farsi":
        text = text.translate(str.maketrans("0123456789.,", "۰۱۲۳۴۵۶۷۸۹٫٬"))
    amount = parse_amount(text)
    assert amount is not None
    assert amount.clear
    assert amount.value() == number


LOCALES = [
    "en_US", "en_GB", "fa", "ar_EG", "de", "de_CH", "fr", "es", "it", "pt_BR", "tr", "ru", "zh",
    "ko", "ja", "nl", "pl", "sv", "da", "nb", "cs", "uk", "ro",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(LOCALES),
    st.decimals(-10_000_000, 10_000_000, places=2),
    st.sampled_from(["", "EUR"]),
)
def test_numbers_and_money_round_trip_in_every_locale(locale, number, currency):
    text = format_decimal(number, "#,##0.00", locale=locale)
    if currency:
        text = format_currency(number, currency, locale=locale)
    amount = parse_amount(text)
    assert amount is not None
    assert amount.currency == currency
    assert number in amount.readings.values()
    assert amount.clear


@given(st.text(max_size=40))
def test_no_text_whatever_breaks_the_reading(text):
    amount = parse_amount(text)
    assert amount is None or all(value.is_finite() for value in amount.readings.values())


def test_packs_beside_what_each_holds_are_counted_as_packs():
    for text in ("2 ctn x 12", "2 ctn x 12 pcs", "۲ کارتن × ۱۲ عدد", "2 Kartons à 12 Stück"):
        amount = parse_amount(text)
        assert amount is not None, text
        assert (amount.value(), amount.pack) == (2, 12)
    assert [parse_amount(text) for text in ("2 x 12", "2 m x 12", "2 ctn x 12 kg")] == [None] * 3


def test_pieces_and_in_how_many_packs_they_come_are_one_number():
    for text, count in (("1200 pcs (10 ctn)", 1200), ("24 bouteilles (1 bac)", 24)):
        amount = parse_amount(text)
        assert amount is not None
        assert amount.value(Style.DOT) == count
    for text in ("10 boxes (100 pcs)", "25 pcs (2 ctn)", "24 pcs (1 missing)", "2 (3 pack)"):
        assert parse_amount(text) is None
