"""Names in the row below each line's code and numbers."""

from grids import grid

from orders.reader import read

HEAD = "Customer:|Acme Ltd\n.\nLine|Part #|Qty|Price|Total\n"


def names(body):
    (order,) = read(grid(HEAD + body)).orders
    return [line.product_name for line in order.lines]


def test_each_line_has_the_name_below_it():
    body = "1|A-1|5|2|10\n|Rope of hemp\n|Ship to: Dock 1\n2|A-2|3|2|6\n|Hook, steel\n|||Total|16"
    assert names(body) == ["Rope of hemp", "Hook, steel"]


def test_headings_and_remarks_are_no_names():
    assert names("1|A-1|5|2|10\n|Spare parts\n2|A-2|3|2|6") == [None, None]
    assert names("1|A-1|5|2|10\n|To dock 1\n2|A-2|3|2|6\n|To dock 1") == [None, None]
    assert names("1|A-1|5|2|10\n|Note: red\n2|A-2|3|2|6\n|Note: blue") == [None, None]


def test_below_stacked_headings_the_name_stands_under_the_code_whatever_is_beside_it():
    head = "Customer:|Acme Ltd\n.\nLine|Part Number|Delivery Date|Quantity|Unit Price|Tax|Amount\n|Description||UOM|(USD)||(USD)\n"
    body = "1|A-1|2026-07-02|5|2|N|10\n|Rope of hemp|Dock 1|Each\n2|A-2|2026-07-02|3|2|N|6\n|Hook, steel|Dock 1|Each\n|||||Total|16"
    (order,) = read(grid(head + body)).orders
    assert [line.product_name for line in order.lines] == ["Rope of hemp", "Hook, steel"]
