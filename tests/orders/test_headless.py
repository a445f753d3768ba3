"""A table without headings is read by its values, and always confirmed by a person."""

import pytest
from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result

HEAD = "Customer:|Acme Ltd\n.\n"


@pytest.mark.parametrize(
    ("lines", "columns"),
    [
        ("A-1|Rope 10 m|5\nA-2|Hook|4", {"sku": "A", "product_name": "B", "quantity": "C"}),
        ("1|Rope 10 m|5|pcs\n2|Hook|4|box\n3|Sail|7|pcs", {"product_name": "B", "quantity": "C", "unit": "D"}),
        ("5|A-1\n4|A-2", {"quantity": "A", "sku": "B"}),
        ("10023|5|Rope\n10044|4|Hook", {"sku": "A", "quantity": "B", "product_name": "C"}),
        ("A-1|Rope|5|2.5|12.5\nA-2|Hook|4|1.25|5",
         {"sku": "A", "product_name": "B", "quantity": "C", "unit_price": "D", "line_total": "E"}),
        ("A-1|Rope|24|EA|3.20\nA-2|Hook|12|EA|1.10\nA-3|Sail|6|EA|14.50",
         {"sku": "A", "product_name": "B", "quantity": "C", "unit": "D", "unit_price": "E"}),
        ("4006381333931|Pen, blue|5\n5901234123457|Pen, red|4", {"gtin": "A", "product_name": "B", "quantity": "C"}),
        ("طناب ۱۰ متری|۵\nقلاب|۴", {"product_name": "A", "quantity": "B"}),
    ],
)  # fmt: skip
def test_values_tell_the_columns_and_a_person_confirms_them(lines, columns):
    book = grid(HEAD + lines)
    reading = read(book)
    (asked,) = [one for one in reading.issues if one.open]
    assert (asked.code, asked.target) == ("NO_HEADINGS", "accept")
    order = reading.orders[0]
    assert (order.columns, order.customer, order.header_rows) == (columns, "Acme Ltd", ())
    assert len(order.lines) == len(lines.splitlines())
    confirmed = read(book, fixes=[Fix(FixKind.ACCEPT, asked.issue_id, "yes")])
    assert (confirmed.result, confirmed.layout) == (Result.READY, None)


@pytest.mark.parametrize(
    "drawing",
    [
        "PO number|4711\nCustomer no.|10023",
        "Rope|5",
        "Rope|yes\nHook|no",
        "Rope|5|7\nHook|4|9",
        "Rope|2.5\nHook|1.25",
        "10|Jan\n20|Feb\n30|.",
        "A-1|Rope|5|17.50\nA-2|Hook|4|4.40\nA-3|Sail|2|3.10",  # Prices, or what the lines come to.
    ],
)
def test_what_values_do_not_tell_is_refused(drawing):
    assert read(grid(drawing)).result is Result.REFUSED


def test_a_line_that_is_said_twice_is_no_heading_said_again():
    order = read(grid(HEAD + "A-1|Rope|5\nA-2|Hook|4\nA-1|Rope|5")).orders[0]
    assert [line.row for line in order.lines] == [3, 4, 5]


def test_a_total_below_is_none_of_the_lines():
    order = read(grid(HEAD + "A-1|Rope|5|2.5|12.5\nA-2|Hook|4|1.25|5\n.|.|.|Total|17.5")).orders[0]
    assert (len(order.lines), order.total) == (2, 17.5)


def test_a_person_may_choose_another_column():
    book = grid(HEAD + "A-1|Rope|5\nA-2|Hook|4")
    order = read(book, fixes=[Fix(FixKind.COLUMN, "sku", "-")]).orders[0]
    assert order.columns == {"product_name": "B", "quantity": "C"}


@pytest.mark.parametrize("title", ["Purchase order\nCustomer:|Acme Ltd\n", ""])
def test_an_order_number_that_differs_by_row_names_the_items_where_nothing_else_could(title):
    rows = "Position|Order number|Quantity\n1|AX-2210|5\n2|AX-2211|3\n3|77310|3"
    order = read(grid(title + rows)).orders[0]
    assert [line.sku for line in order.lines] == ["AX-2210", "AX-2211", "77310"]


def test_beside_barcodes_weights_and_sizes_may_stand_and_a_person_confirms():
    rows = (
        "1|Socks women|C-35|23|20|0.357|59.10|4000000001010\n"
        "2|Socks men|C-43|25-27|40|0.785|37.10|4000000002024\n"
        "3|Socks women|C-35|25|60|0.811|59.10|4000000003038"
    )
    reading = read(grid(rows))
    assert [line.quantity for line in reading.orders[0].lines] == [20, 40, 60]
    assert {one.code for one in reading.issues if one.open} == {"NO_HEADINGS", "MISSING_CUSTOMER"}


def test_what_kind_a_record_is_names_no_item():
    rows = "DTL|4000000001010|80\nDTL|4000000002024|100\nDTL|4000000003038|20"
    assert read(grid(rows)).orders[0].columns == {"gtin": "B", "quantity": "C"}


def test_check_digits_prove_a_list_without_headings_and_nothing_else_does():
    rows = "DTL|1|4000000001010|80\nDTL|2|4000000002024|100\nDTL|3|4000000003038|20"
    assert asked_of(rows) == ["MISSING_CUSTOMER"]
    for other in (rows.replace("DTL", "5"), rows.replace("4000000002024", "AB-100")):
        assert asked_of(other)[0] != "MISSING_CUSTOMER"


def asked_of(rows: str) -> list[str]:
    return [one.code for one in read(grid(rows)).issues if one.open]


PROVEN = "Rope|A-1|4|pcs|2.50|10.00|10.00|https://shop.example/1\nHook|A-2|1|pcs|7.25|7.25|7.25|https://shop.example/2\n"


def test_pieces_times_price_on_every_row_prove_a_list_without_headings():
    rows = PROVEN + "Sail cloth||3|pcs|1.10|3.30|3.30|https://shop.example/3"
    (order,) = read(grid(rows)).orders
    assert asked_of(rows) == ["MISSING_CUSTOMER"]
    assert next((one.sku, one.quantity, one.line_total) for one in order.lines) == ("A-1", 4, 10)
    whole = "Rope|A-1|4|2|8\nHook|A-2|1|7|7\nSail cloth|A-3|3|1|3"
    for other in (rows.replace("3.30", "3.40"), whole):
        assert asked_of(other)[0] != "MISSING_CUSTOMER"


CART = [
    ("399-14636-ND", 7),
    ("PCE3812CT-ND", 3),
    ("445-14419-ND", 1),
    ("CTX277LV-ND", 1),
    ("568-11697-ND", 1),
    ("S1011E-36-ND", 2),
    ("CP-063BH-ND", 1),
    ("277-1013-ND", 1),
]


def test_a_plain_cart_of_long_codes_and_small_counts_is_told_and_not_asked():
    reading = read(grid("\n".join(f"{count}|{code}" for code, count in CART)))
    assert [one.code for one in reading.issues if one.open] == ["MISSING_CUSTOMER"]
    assert "NO_HEADINGS" in [one.code for one in reading.issues]
    assert [(one.sku, one.quantity) for one in reading.orders[0].lines] == CART


@pytest.mark.parametrize(
    "counts",
    [(1,) * 8, range(1, 9), (120, 99, 120, 80, 99, 80, 99, 80), (5, 12, 7, 30, 9, 18, 8, 4)],
)
def test_numbers_beside_codes_that_may_be_prices_or_places_are_asked(counts):
    rows = "\n".join(f"{count}|{code}" for (code, _), count in zip(CART, counts, strict=True))
    assert asked_of(rows)[0] != "MISSING_CUSTOMER"


COUNTED = "\n".join(f"{count}|{code}" for count, code in zip(
    (5, 2, 2, 1, 2, 1, 1, 5), ("KGM05-AR71", "5875-514-1", "C0805-C106", "GRM32-ER60", "SM58-17PL",
    "TXU0202-DC", "USB4105-GF", "TPS5662-47"), strict=True,
))  # fmt: skip


def test_lines_above_an_odd_row_are_lines_as_well():
    """Naive: the longest run of rows is the table, and what stood above it vanishes."""
    rows = COUNTED.splitlines()
    book = grid("\n".join(["Customer:|Acme Ltd", ".", *rows[:3], "1|", *rows[3:]]))
    (order,) = read(book).orders
    assert [line.row for line in order.lines] == [3, 4, 5, 7, 8, 9, 10, 11]


def test_where_more_lines_stand_apart_above_the_table_is_refused():
    rows = COUNTED.splitlines()
    apart = ["7|KGM05-AR72|red", "8|KGM05-AR73|blue", ".", "."]
    assert read(grid("\n".join([*apart, *rows]))).result is Result.REFUSED


def test_the_word_for_the_quantity_is_heading_enough_over_a_cart():
    reading = read(grid(f"Qty|DK\n{COUNTED}"))
    (order,) = reading.orders
    assert [line.row for line in order.lines] == [2, 3, 4, 5, 6, 7, 8, 9]
    assert (order.lines[0].sku, order.lines[0].quantity) == ("KGM05-AR71", 5)


def test_a_line_that_counts_nothing_above_a_list_without_headings_is_not_dropped():
    rows = "C-3706|6|2.5|15\nA-5398|36|1.5|54\nA-5767|6|3|18"
    reading = read(grid(f"Foo|Bar|Baz|Zap\nK-8321|TBD|82.79|165.58\n{rows}"))
    assert reading.result is Result.REFUSED


def test_barcodes_of_records_are_no_prices():
    drawing = (
        "HDR|4711|20261105|Mill Press|Brook Street\nDTL||001|9781399183666|21\n"
        "DTL||002|9781399183574|20\nDTL||003|9781399184281|18"
    )
    (order,) = read(grid(drawing)).orders
    assert (order.lines[0].gtin, str(order.lines[0].quantity)) == ("9781399183666", "21")
    assert not any(one.unit_price for one in order.lines)


def test_places_on_a_board_beside_codes_and_counts_are_no_codes():
    """Naive: no row of column headings was found."""
    drawings = (
        "1|1N4148XTPMSCT-ND|D1\n1|587-2045-1-ND|L1\n3|311-4.70KCRCT-ND|R12|R25|R9\n1|668-1391-ND|MIC1",
        "0297020.WXT-ND|3|'X1,X2,X3\n1175-1735-ND|1|J4\n1276-1066-1-ND|1|C6\n1276-2728-1-ND|3|'C3,C22,C30",
    )
    for drawing in drawings:
        reading = read(grid(drawing))
        assert {one.code for one in reading.issues if one.open} == {
            "NO_HEADINGS",
            "MISSING_CUSTOMER",
        }
        assert [one.quantity for one in reading.orders[0].lines] in ([1, 1, 3, 1], [3, 1, 1, 3])
        assert all(one.sku and len(one.sku) > 8 for one in reading.orders[0].lines)


def test_amounts_whose_sum_stands_below_are_no_codes():
    """Naive: `135` was the item's code and `45 (N)` its name."""
    lines = "3|pcs|Nougat|45 (N)|135000\n4|pcs|Kringle|35 (C)|140000\n5|pcs|Box B|155 (R)|775000\n2|pcs|Box C|25 (H)|50000"
    totals = "|||Subtotal|1100000\n|||Discount|100000\n|||Total|1000000"
    (order,) = read(grid(f"Customer:|Acme\n.\n{lines}\n.\n{totals}")).orders
    assert [(one.sku, one.product_name) for one in order.lines] == [
        (None, "Nougat"), (None, "Kringle"), (None, "Box B"), (None, "Box C"),
    ]  # fmt: skip
    assert (str(order.subtotal), str(order.total)) == ("1100000", "1000000")
