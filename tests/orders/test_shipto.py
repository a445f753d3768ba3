"""Where goods shall go: what a label names, line by line, and nothing that no label names."""

import pytest
from grids import grid

from orders.reader import read

TABLE = "\n.\nSKU|Description|Qty|Price\nA-1|Rope|5|2.50\nA-2|Hook|7|1.25"


def order_below(above):
    return read(grid(above + TABLE)).orders[0]


@pytest.mark.parametrize(
    "above",
    [
        "Customer:|Acme Ltd\nShip to:|Mill Lane 4\n|LS1 4AB Leeds",
        "Customer:|Acme Ltd\nDelivery address|Mill Lane 4, LS1 4AB Leeds",
        "Customer:|Acme Ltd\nDeliver to: Mill Lane 4, LS1 4AB Leeds",
        "Customer:|Acme Ltd||Lieferanschrift:\n|||Mill Lane 4\n|||LS1 4AB Leeds",
    ],
)
def test_an_address_is_read_beside_below_and_inside_its_label(above):
    order = order_below(above)
    assert (order.customer, order.ship_to) == ("Acme Ltd", "Mill Lane 4, LS1 4AB Leeds")
    assert order.evidence["ship_to"].cell
    assert order.sure["ship_to"] > 0.99


def test_an_address_in_persian_is_one_too():
    order = order_below("مشتری:|آفتاب شرق\nنشانی تحویل:|تهران، خیابان آزادی، پلاک ۱۲")
    assert order.ship_to == "تهران، خیابان آزادی، پلاک ۱۲"


@pytest.mark.parametrize(
    "above",
    [
        "Customer:|Acme Ltd",
        "Customer:|Acme Ltd\nShip to:|Acme Ltd",
        "Customer:|Acme Ltd\nShip to:|as above",
        "Ship to:|\nPO No:|4711",
        "Customer:|Acme Ltd\nBill to:|Mill Lane 4, Leeds",
    ],
)
def test_a_name_a_remark_or_another_label_is_no_address(above):
    assert order_below(above).ship_to is None


def test_an_address_ends_where_the_next_label_begins():
    order = order_below("Ship to:|Mill Lane 4\n|Leeds\nPO No:|4711\nCustomer:|Acme Ltd")
    assert (order.ship_to, order.po_number) == ("Mill Lane 4, Leeds", "4711")
