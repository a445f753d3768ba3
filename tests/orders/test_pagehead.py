"""What a further page prints above the header that it repeats is no line."""

from grids import grid

from orders.reader import read

HEAD = "Purchase order: PO-77\nCustomer:|Acme Ltd\n.\n"
TABLE = "Qty|Item|SKU\n1|Beam|M-1\n2|Beam|M-2\n"
MORE = "Qty|Item|SKU\n3|Post|M-3"


def test_the_head_of_a_further_page_is_no_line():
    page = "PO: PO-77 / 38|Vendor: Our Trading|2/4\nWeir Lane|Terms|NET 30\n"
    reading = read(grid(HEAD + TABLE + page + MORE))
    assert [f"{line.quantity}" for line in reading.orders[0].lines] == ["1", "2", "3"]
    assert reading.orders[0].po_number == "PO-77"
    assert not any(one.open for one in reading.issues)


def test_a_row_without_any_label_above_a_repeated_header_is_asked():
    reading = read(grid(HEAD + TABLE + "some|Plate|M-4\n" + MORE))
    assert any(one.open for one in reading.issues)


def test_a_number_in_a_head_that_is_said_again_is_no_amount():
    """Naive: the seller's number stands under the amounts, so the address beside it is a line."""
    head = "Order: PO-77\n.\nAcme Ltd, 4 Weir Lane|Agent :||100\n.\n"
    table = "Item|Qty|SKU|Amount\nBeam|1|M-1|10\nPost|2|M-2|20\n"
    page = "Order: PO-77\nAcme Ltd, 4 Weir Lane|||Agent : 100\nAcme Ltd, 4 Weir Lane||Agent :|100\n"
    more = "Item|Qty|SKU|Amount\nBeam|3|M-3|30"
    reading = read(grid(head + table + page + more))
    assert [line.sku for line in reading.orders[0].lines] == ["M-1", "M-2", "M-3"]


def test_a_row_of_the_head_with_the_number_of_its_page_is_said_again():
    """Naive: the revision under the quantity makes a line of the order's own number."""
    head = "Order: PO-77|Harbour Road, Leeds|2|Revision A|Page 1 of 3\n"
    table = "Line|Item|Qty|SKU|Amount\n1|Beam|1|M-1|10\n"
    more = "Line|Item|Qty|SKU|Amount\n2|Beam|3|M-3|30"
    page = head.replace("Page 1", "Page 2")
    reading = read(grid("Customer:|Acme Ltd\n" + head + ".\n" + table + page + more))
    assert [line.sku for line in reading.orders[0].lines] == ["M-1", "M-3"]


def test_a_head_that_a_page_without_lines_says_again_is_no_line():
    """Naive: a number stands under the amounts, so the address beside it is a line, and the total above a part's."""
    head = "|Acme Ltd||Order:|4500022\n|4 Weir Lane||Code:|40001\n|Leeds LS1||Name:|Our Trading\n"
    table = ".\nSKU|Item|Qty|Price|Amount\nM-1|Beam|1|10|10\nM-2|Post|2|10|20\n"
    reading = read(grid(head + table + head))
    assert [line.sku for line in reading.orders[0].lines] == ["M-1", "M-2"]
    assert not any(one.open for one in reading.issues)
    reading = read(grid(head + table + "Total value:|33.00 GBP\n" + head))
    assert [one.code for one in reading.issues if one.open] == ["TOTAL_MISMATCH"]
