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
