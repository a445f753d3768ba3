from decimal import Decimal

import pytest
from grids import grid

from orders.reader import read
from orders.scale import scale_in


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("قیمت (هزار تومان)", 1000),
        ("مبالغ به میلیون ریال", 1_000_000),
        ("Preis in T€", 1000),
        ("单价(万元)", 10_000),
        ("金額（千円）", 1000),
        ("Цена, тыс. руб.", 1000),
        ("Price per thousand EUR", 1),
        ("قیمت هر هزار عدد", 1),
        ("Price (EUR)", 1),
        ("합계금액 : 일금 이백만원정 (₩2,079,000)", 1),
        ("일금 백만원정", 1),
        ("合計 3万円", 1),
        ("단위: 백만원", 1_000_000),
        ("Amount in words: two thousand euros", 1),
    ],
)
def test_a_header_may_speak_of_thousands(text, scale):
    assert scale_in(text) == scale


def test_amounts_in_thousands_of_toman_are_rial_in_full():
    table = "کد|تعداد|قیمت (هزار تومان)|جمع\nA-1|2|150|300\nA-2|3|200|600\n||جمع کل|900"
    (order,) = read(grid(f"مشتری|شرکت آریا\n{table}")).orders
    assert (order.currency, order.total) == ("IRR", 9_000_000)
    assert [one.unit_price for one in order.lines] == [1_500_000, 2_000_000]
    assert order.lines[0].line_total == Decimal(3_000_000)


def test_a_label_for_the_whole_sheet_counts_and_a_contradiction_is_asked():
    table = "مشتری|شرکت آریا\nمبالغ به میلیون ریال\nکد|تعداد|{}\nA-1|2|150\nA-2|3|200"
    assert read(grid(table.format("قیمت"))).orders[0].lines[0].unit_price == 150_000_000
    asked = read(grid(table.format("قیمت (ریال)")))
    assert [one.code for one in asked.issues if one.open] == ["CURRENCY_UNIT_UNCLEAR"]
