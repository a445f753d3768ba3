"""Where goods shall go: what a label names, line by line, and nothing that no label names."""

import pytest
from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result

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


def test_two_places_of_delivery_are_asked_and_one_that_says_less_is_not_a_second():
    lines = "\n.\nCode|Qty|Price\nA-1|4|5\nA-2|2|6"
    head = "Customer:|Acme Ltd\nShip to:|Acme Berlin, Main St 1\n"
    two = read(grid(head + "Ship to:|Acme Munich, High St 2" + lines))
    (asked,) = [one for one in two.issues if one.open]
    assert (asked.code, asked.target) == ("AMBIGUOUS_VALUE", "field:ship_to")
    assert two.orders[0].ship_to is None
    fix = Fix(FixKind.FIELD, "ship_to", asked.candidates[1].value)
    answered = read(grid(head + "Ship to:|Acme Munich, High St 2" + lines), fixes=[fix])
    assert (answered.result, answered.orders[0].ship_to) == (
        Result.READY,
        "Acme Munich, High St 2",
    )
    assert read(grid(head + "Delivery address:|Main St 1" + lines)).result is Result.READY


@pytest.mark.parametrize(
    "above",
    [
        "Deliver to|Mill Lane 4, LS1 4AB Leeds\nDelivery location|3 Dock Rd or 5 Quay St",
        "Deliver to: Weir Depot\nMill Lane 4\nLS1 4AB Leeds",
        "Deliver to:|Mill Lane 4,\n|LS1 4AB Leeds,",
    ],
)
def test_the_plainest_label_goes_first_and_its_address_goes_on_below(above):
    assert (order_below(above).ship_to or "").endswith("Mill Lane 4, LS1 4AB Leeds")


def test_an_address_above_the_lines_is_the_orders_and_a_count_is_none():
    schedule = "\n|Ship to|Sch. num.\n||1\n|Ship to|Quay 9, Hull"
    assert order_below("Customer:|Acme Ltd" + "\nShip to|Sch. num.\n|1").ship_to is None
    head = "Customer:|Acme Ltd\nShip to:|Mill Lane 4, Leeds"
    reading = read(grid(head + TABLE + "\n.\n.\n." + schedule))
    assert (reading.result, reading.orders[0].ship_to) == (Result.READY, "Mill Lane 4, Leeds")
