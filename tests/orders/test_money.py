from decimal import Decimal

import pytest
from grids import grid

from orders.money import currencies_in, currency_of, currency_of_format, minor_unit
from orders.reader import Hints, read


@pytest.mark.parametrize(
    ("text", "code"),
    [("€", "EUR"), ("EUR", "EUR"), ("eur", "EUR"), ("ریال", "IRR"), ("﷼", "IRR"), ("تومان", "TOMAN"),
     ("US$", "USD"), ("A$", "AUD"), ("人民币CNY", "CNY"), ("TL", "TRY"), ("¥", "¥"), ("pcs", ""), ("", "")],
)  # fmt: skip
def test_a_short_text_is_a_currency_or_none(text, code):
    assert currency_of(text) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [("Price (EUR)", {"EUR"}), ("قیمت (ریال)", {"IRR"}), ("Total USD", {"USD"}), ("SKU", set()),
     ("金额（元）", {"CNY"}), ("発注元", set()), ("单价元", {"CNY"}), ("Birim Fiyat (TL)", {"TRY"}), ("A$ 5", {"AUD"})],
)  # fmt: skip
def test_currencies_are_found_inside_texts(text, codes):
    assert currencies_in(text) == codes


@pytest.mark.parametrize(
    ("number_format", "code"),
    [("#,##0.00 [$€-407]", "EUR"), ('#,##0.00 "EUR"', "EUR"), ("$#,##0.00", "USD"), ("0.00", ""),
     ("[$-409]d-mmm", "")],
)  # fmt: skip
def test_number_formats_show_a_currency(number_format, code):
    assert currency_of_format(number_format) == code


def test_the_smallest_units_differ():
    assert [minor_unit(code) for code in ("EUR", "IRR", "JPY", "KWD")] == [
        Decimal("0.01"), Decimal(1), Decimal(1), Decimal("0.001"),
    ]  # fmt: skip


def currency(drawing: str, home: str = ""):
    reading = read(grid(f"Customer:|Acme\n{drawing}"), hints=Hints(currency=home))
    return reading.orders[0].currency, {one.code for one in reading.issues if one.open}


@pytest.mark.parametrize(
    ("drawing", "home", "code"),
    [
        ("SKU|Qty|Price (GBP)\nA|5|2", "", "GBP"),
        ("Currency:|CHF\nSKU|Qty|Price\nA|5|2", "", "CHF"),
        ("All prices in EUR\nSKU|Qty|Price\nA|5|2", "", "EUR"),
        ("SKU|Qty|Price|Total\nA|5|2|10\nTotal|||EUR 10.00", "", "EUR"),
        ("SKU|Qty|Price\nA|5|$2", "CAD", "CAD"),
        ("货号|数量|单价（¥）\nA|5|2", "", "CNY"),
        ("SKU|Qty|Currency|Price\nA|5|SEK|2\nB|6|SEK|3", "", "SEK"),
        ("SKU|Qty|Price\nA|5|2", "", None),
    ],
)
def test_the_currency_is_found_wherever_it_is_said(drawing, home, code):
    assert currency(drawing, home) == (code, set())


def test_several_currencies_are_asked():
    assert currency("SKU|Qty|Price\nA|5|$2\nB|5|€2") == (None, {"INVALID_CURRENCY"})
    assert currency("SKU|Qty|Price (¥)\nA|5|2") == (None, {"INVALID_CURRENCY"})


def test_rial_or_toman_is_asked_where_nothing_says():
    assert currency("کد کالا|تعداد|قیمت\nA|5|2000") == (None, {"CURRENCY_UNIT_UNCLEAR"})
    mixed = currency("کد کالا|تعداد|قیمت (ریال)|مبلغ کل (تومان)\nA|5|2000|1000")[1]
    assert "CURRENCY_UNIT_UNCLEAR" in mixed


def test_a_bare_dollar_in_a_spanish_sheet_is_asked():
    drawing = "Cliente:|Ferretería Ltda\nCódigo|Descripción|Cantidad|Precio{}\n{}"
    lines = "E-1|Tornillo|'5|'$ 500\nE-2|Manguera|'20|'$ 15.000"
    reading = read(grid(drawing.format("", lines)))
    assert [one.code for one in reading.issues if one.open] == ["INVALID_CURRENCY"]
    assert reading.orders[0].lines[1].unit_price == 15000
    assert read(grid(drawing.format(" USD", lines))).orders[0].currency == "USD"
    home = read(grid(drawing.format("", lines)), hints=Hints(currency="MXN"))
    assert home.orders[0].currency == "MXN"


def test_totals_grouped_as_the_lines_are_read_with_them():
    drawing = "Cliente:|Ferretería Ltda\nCódigo|Cantidad|Precio €|Importe €\n"
    lines = "E-1|'1.000|'5|'5.000\nE-2|'2.000|'15|'30.000\n||Subtotal|'35.000\n||IVA|'7.350"
    (order,) = read(grid(f"{drawing}{lines}\n||Total|'42.350")).orders
    assert (order.subtotal, order.tax, order.total) == (35000, 7350, 42350)


def test_letters_that_mean_a_steel_or_a_model_are_no_currency():
    assert currencies_in("TMT BAR 12 MDL X") == frozenset()
    assert currencies_in("MZN 11,106.84") == {"MZN"}


def test_a_dollar_sign_beside_dollars_by_their_name_is_another_money():
    """Naive: pesos beside their worth in dollars were read as dollars."""
    head = "Cliente:|Ferretería Ltda\nCódigo|Descripción|Cantidad|Precio|Importe $|Importe U$S\n"
    reading = read(grid(f"{head}E-1|Tornillo|2|1000|2000|2\nE-2|Gancho|3|500|1500|1.5"))
    assert [one.code for one in reading.issues if one.open] == ["INVALID_CURRENCY"]
    assert reading.orders[0].currency is None
    assert currencies_in("Weight (pounds)") == frozenset()
    assert currencies_in("Price in pounds") == {"GBP"}


def test_a_column_of_codes_names_the_currency_and_a_word_among_words_does_not():
    """Naive: a note of `no real customer` made an order in Brazilian money."""
    head = "Sample only, no real customer data\nCustomer:|Acme Ltd\nSKU|Qty|Price|Currency note\n"
    (order,) = read(grid(f"{head}A-1|5|2.50|USD\nA-2|7|1.25|USD")).orders
    assert order.currency == "USD"
    assert currencies_in("Precio real") == frozenset()
    assert currencies_in("Real") == {"BRL"}
