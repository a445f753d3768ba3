"""What real papers taught: boxes of labels, taxes of several names, sums called by more words."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

HEAD = "Sr|Description|Qty|Price|Amount"
LINES = "1|Pump|2|50|100\n2|Valve|3|10|30"
BUYER = "Customer:|Acme Ltd"


def order_of(drawing):
    reading = read(grid(drawing))
    assert reading.result is Result.READY, [one.code for one in reading.issues if one.open]
    return reading.orders[0]


def test_a_total_of_more_words_is_known_by_its_sums():
    order = order_of(f"{BUYER}\n{HEAD}\n{LINES}\n|Total Qty & Value|5||130")
    assert (len(order.lines), str(order.total)) == (2, "130")


def test_a_total_of_more_words_whose_amount_is_no_sum_is_asked():
    reading = read(grid(f"{BUYER}\n{HEAD}\n{LINES}\n|Total Qty & Value|5||999"))
    assert "TOTAL_ROW_UNCERTAIN" in {one.code for one in reading.issues if one.open}
    plain = order_of(f"{BUYER}\n{HEAD}\n{LINES}\n3|Total Repair Cream|4|5|20")
    assert len(plain.lines) == 3


@pytest.mark.parametrize(
    ("taxes", "tax"),
    [("|CGST @ 9%||9|11.70\n|SGST @ 9%||9|11.70", "23.4"), ("|Input IGST @ 18%||18|23.40", "23.4")],
)
def test_taxes_of_their_own_names_are_no_lines(taxes, tax):
    order = order_of(f"{BUYER}\n{HEAD}\n{LINES}\n{taxes}\n|Round off|||0.60\n|Total|||154.00")
    assert (len(order.lines), str(order.tax), str(order.total)) == (2, tax, "154")


def test_labels_in_boxes_have_their_values_below():
    strip = "Invoice To|Voucher No.|Dated\nAcme Ltd|AC/611|13-Mar-26\nHarbour Road 1"
    order = order_of(f"PURCHASE ORDER\n{strip}\n.\n{HEAD}\n{LINES}")
    assert (order.customer, order.po_number) == ("Acme Ltd", "AC/611")
    assert order.order_date == "2026-03-13"


@pytest.mark.parametrize(
    "boxes",
    [
        "Invoice To: (Bill To)|Ship To:\nAcme Ltd|Acme Ltd",
        "FROM|DELIVER TO|CARRIER\nWarehouse 2|Acme Ltd|-",
        "BILL TO|SHIP TO\nفاتورة إلى|التوصيل إلى\nAcme Ltd|Acme Ltd",
    ],
)
def test_a_label_is_nobodys_name(boxes):
    assert order_of(f"PURCHASE ORDER\n{boxes}\n.\n{HEAD}\n{LINES}").customer == "Acme Ltd"


def test_a_post_office_box_is_no_number_of_an_order():
    order = order_of(f"{BUYER}|P.O. Box 817\n{HEAD}\n{LINES}")
    assert order.po_number is None


def test_of_two_titles_the_upper_one_is_the_papers():
    reading = read(grid(f"Acme Ltd|INVOICE\n{BUYER}\nOrder\n{HEAD}\n{LINES}"))
    assert "PAPER_DOUBTED" in {one.code for one in reading.issues if one.open}
