from dataclasses import replace
from decimal import Decimal

from grids import grid
from test_checks import D, codes, line, order

from orders.packs import check_cases, check_packs, is_packed
from orders.reader import read

CASE = "14006381333938"


def test_an_amount_that_only_the_pack_explains_is_asked_once():
    packed = line(pack_size=D(12), line_total=D(60))
    assert is_packed(packed)
    assert codes(order(packed, replace(packed, line_id="L002", sku="B"))) == ["PACK_SIZE_UNCLEAR"]
    assert not is_packed(line(pack_size=D(12)))
    assert list(check_packs(order(line(pack_size=D(12))))) == []


def test_a_cases_gtin_is_asked_unless_cases_are_counted():
    (asked,) = check_cases(order(line(gtin=CASE)))
    assert (asked.code, asked.target) == ("PACK_SIZE_UNCLEAR", "accept")
    assert list(check_cases(order(line(gtin=CASE, unit="ctn")))) == []
    assert list(check_cases(order(line(gtin="0" + CASE[1:])))) == []


def test_cases_with_a_price_per_piece_are_no_wrong_sum():
    table = "SKU|Qty|Unit|Pack size|Price|Total\nA|5|case|12|2|120\nB|2|case|10|3|60"
    reading = read(grid(f"Customer:|Acme\n{table}"))
    assert [one.code for one in reading.issues] == ["PACK_SIZE_UNCLEAR"]
    assert reading.orders[0].lines[0].quantity == Decimal(5)
