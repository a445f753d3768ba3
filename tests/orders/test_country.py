"""Which part of a date comes first where a paper's country is told."""

import pytest
from grids import grid

from orders.country import day_order, dollars_of
from orders.reader import read
from orders.view import make_grid

TABLE = "\n.\nSKU|Description|Qty|Price\nA-1|Rope|5|2.50"


def order(above):
    return day_order(make_grid(grid(above).sheets[0]), 99)


@pytest.mark.parametrize(
    ("above", "told"),
    [
        ("Vendor\nDayton, OH 45402\nShip to\nArchbold, OH 43502", "mdy"),
        ("Dayton, OH 45402", ""),
        ("Dayton, OH 45402\nArchbold, OH 43502\nToronto, Canada", ""),
        ("Dayton, OH 45402\nArchbold, OH 43502\nGSTIN 22AAAAA0000A1Z5", ""),
        ("GST: 22AAAAA0000A1Z5", "dmy"),
        ("All amounts in INR", "dmy"),
        ("GST: 22AAAAA0000A1Z5\nSingapore", ""),
        ("4 Weir Lane", ""),
    ],
)
def test_only_what_no_other_country_writes_tells_the_order(above, told):
    assert order(above) == told


def test_a_date_is_read_as_its_country_writes_it():
    above = "Vendor\nDayton, OH 45402\nArchbold, OH 43502\nPO Date:|01/08/2021"
    assert read(grid(above + TABLE)).orders[0].order_date == "2021-01-08"
    above = "GST: 22AAAAA0000A1Z5\nPO Date:|01/08/2021"
    assert read(grid(above + TABLE)).orders[0].order_date == "2021-08-01"


def test_a_clear_date_outweighs_the_country():
    above = "Dayton, OH 45402\nArchbold, OH 43502\nPO Date:|01/08/2021\nDelivery date:|25/08/2021"
    assert read(grid(above + TABLE)).orders[0].order_date == "2021-08-01"


@pytest.mark.parametrize(
    ("mail", "told"),
    [
        ("compras@brook.com.ec", "USD"),
        ("buying@brook.ca\nsales@weir.com", "CAD"),
        ("buying@brook.ca\nDayton, OH 45402", "CAD USD"),
        ("buying@brook.ca\nsales@weir.com.au", "AUD CAD"),
        ("sales@weir.com", ""),
        ("ventas@weir.com.co", "COP"),
        ("ventas@weir.co", ""),
        ("weir.com.ar", "ARS"),
        ("www.weir.cl", "CLP"),
        ("weir.ca", ""),
        ("Don Mills, Ontario M3A 2P9", "CAD"),
        ("Total with HST", "CAD"),
        ("Chesterfield S41 9QB", ""),
    ],
)
def test_a_dollar_is_that_of_the_one_country_that_addresses_tell(mail, told):
    assert dollars_of(make_grid(grid(mail).sheets[0])) == {*told.split()}


def test_the_dollars_of_a_canadian_with_an_american_vendor_are_left_unsaid():
    """Naive: where the United States are named a bare `$` is theirs, in an order called ready."""
    table = "\nSKU|Description|Qty|Price\nA-1|Rope|5|$2.50"
    order = read(grid(f"Toronto, Ontario M5V 2T6\nVendor: Buffalo, NY 14201{table}")).orders[0]
    assert order.currency is None


def test_a_bare_dollar_sign_is_the_dollar_of_the_paper_s_country():
    table = "\nSKU|Description|Qty|Price\nA-1|Rope|5|$2.50"
    assert read(grid(f"buying@brook.com.au{table}")).orders[0].currency == "AUD"
    assert (
        read(grid(f"buying@brook.com.au\nAll prices in US$ or USD{table}")).orders[0].currency
        == "USD"
    )


def test_whose_yuan_is_meant_is_told_by_letters_places_and_numbers():
    """Naive: `元` is China's money, on a paper of Taiwan as well."""
    lines = "品號|品名|數量|單價(元)\nA-1|馬克杯|24|320\nA-2|碟子|12|110"
    open_ = read(grid(f"訂購單\n客戶|大安商行\n{lines}"))
    assert [one.code for one in open_.issues if one.open] == ["INVALID_CURRENCY"]
    told = read(grid(f"訂購單\n客戶|大安商行|統一編號|12345678\n{lines}"))
    assert told.orders[0].currency == "TWD"
    simple = read(
        grid("订购单\n客户|大安商行\n品号|品名|数量|单价(元)\nA-1|杯|24|320\nA-2|碟|12|110")
    )
    assert simple.orders[0].currency == "CNY"
