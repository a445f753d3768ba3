"""Cases T13 to T26 of the facts: tables, rows and columns that were read wrongly once."""

from dataclasses import replace
from decimal import Decimal

import pytest
from grids import grid

from orders.reader import Hints, read
from orders.reading import Reading, Result

HEAD = "Customer:|Acme Ltd\nSKU|Description|Qty|Price|Total\n"


def codes(reading: Reading) -> set[str]:
    return {one.code for one in reading.issues}


def test_a_plan_of_deliveries_under_a_line_never_hides_the_lines_below_it():
    lines = "A-1|Rope|5|2|10\nDelivery schedule\nDate|Qty\n'12.05.2026|'5.000\nA-2|Hook|3|2|6\n"
    reading = read(grid(HEAD + lines + "Delivery schedule\nDate|Qty\n'13.05.2026|'3.000"))
    assert [line.sku for line in reading.orders[0].lines if line.quantity][:2] == ["A-1", "A-2"]


NAMES = (
    "Summer Scarf", "Total Repair", "شکلات", "Balance bike", "Final touch", "Summit pole", "Assume",
    "Zero sum",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_t13_a_total_word_in_a_name_removes_no_line(name):
    reading = read(grid(f"{HEAD}A-1|Rope|2|5|10\nA-2|{name}|3|5|15\nTOTAL-1|Pole|1|5|5"))
    assert [line.product_name for line in reading.orders[0].lines] == ["Rope", name, "Pole"]


@pytest.mark.parametrize("name", NAMES)
def test_t13_nor_where_there_is_no_code(name):
    drawing = f"Customer:|Acme Ltd\nDescription|Qty|Price|Total\nRope|2|5|10\n{name}|3|5|15"
    assert len(read(grid(drawing)).orders[0].lines) == 2


def test_t14_a_total_that_adds_up_is_no_line():
    reading = read(grid(f"{HEAD}A-1|Rope|4|100|400\nA-2|Hook|5|11|55\nGrand Total 455||||455"))
    (order,) = reading.orders
    assert len(order.lines) == 2
    assert order.total == 455
    assert order.skipped_rows == {5: "total"}


@pytest.mark.parametrize(
    ("header", "row"),
    [("SKU|Qty|Price", "A-1|5|2.5"), ("Description|Qty|Price", "Rope|5|2.5"),
     ("EAN|Qty|Price", "5901234123457|5|2.5")],
)  # fmt: skip
def test_t15_one_identifier_is_enough(header, row):
    reading = read(grid(f"Customer:|Acme Ltd\n{header}\n{row}\n{row}\n{row}"))
    assert len(reading.orders[0].lines) == 3


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("SKU|Price", "A-1|2.5"),
        ("Description|Price", "Rope|2.5"),
        ("EAN|Price", "5901234123457|2.5"),
    ],
)
def test_t15_lines_without_a_quantity_column_are_kept_and_asked(header, row):
    reading = read(grid(f"Purchase order\nCustomer:|Acme Ltd\n{header}\n{row}"))
    assert len(reading.orders[0].lines) == 1
    assert "MISSING_QUANTITY_COLUMN" in codes(reading)


def test_t16_a_blank_description_drops_no_line():
    rows = "\n".join(f"A-{n}|{'' if n == 3 else 'Rope'}|{n}|5|{5 * n}" for n in range(1, 6))
    assert len(read(grid(HEAD + rows)).orders[0].lines) == 5


def test_t17_a_title_a_header_and_two_lines_are_an_order():
    reading = read(grid("Order 17\nSKU|Qty\nA-1|5\nA-2|7"))
    assert [line.quantity for line in reading.orders[0].lines] == [5, 7]


def test_t18_the_header_may_stand_on_row_12():
    above = "Acme Ltd\nMain street 1\n" + ".\n" * 9
    reading = read(grid(f"{above}SKU|Description|Qty|Price|Total\nA-1|Rope|5|2.5|12.5"))
    assert reading.orders[0].header_rows == (12,)
    assert reading.orders[0].lines[0].row == 13


def test_t19_the_customer_is_found_with_its_cell():
    order = read(grid(f"{HEAD}A-1|Rope|5|2.5|12.5")).orders[0]
    assert order.customer == "Acme Ltd"
    assert order.evidence["customer"].address == "Sheet1!B1"


def test_t20_a_number_column_is_never_the_customer():
    drawing = "No|Code|Product|Order Qty|Unit|Price|Amount\n1|300|Rope|5|pcs|2.5|12.5\n2|301|Hook|7|pcs|1.5|10.5"
    reading = read(grid(drawing))
    assert reading.orders[0].customer is None
    assert "MISSING_CUSTOMER" in codes(reading)
    assert reading.orders[0].columns["unit"] == "E"
    assert [line.sku for line in reading.orders[0].lines] == ["300", "301"]


def test_t21_an_amount_that_may_be_a_quantity_is_asked():
    reading = read(grid("Item Code|Name|Amount|Price\nA-1|Rope|5|2.5\nA-2|Hook|1|1.5"))
    asked = next(one for one in reading.issues if one.target == "column:quantity")
    assert asked.preselect == "C"
    assert reading.orders[0].customer is None
    assert "MISSING_CUSTOMER" in codes(reading)


def test_t22_a_price_is_not_also_a_total():
    reading = read(grid("Customer:|Acme Ltd\nSKU|Qty|Unit Price\nA-1|5|2.5\nA-2|3|4.5"))
    assert "line_total" not in reading.orders[0].columns
    assert "ARITHMETIC_MISMATCH" not in codes(reading)
    assert reading.result is Result.READY


def test_t23_style_colour_and_size_are_fields_and_wholesale_is_the_price():
    reading = read(
        grid(
            "Customer:|Acme Ltd\nStyle|Description|Colour|Size|Qty|Wholesale|RRP\n"
            "ST-1|Shirt|Red|M|5|10.00|25.00\nST-2|Coat|Blue|L|3|40.00|99.00"
        )
    )
    line = reading.orders[0].lines[0]
    assert (line.colour, line.size, line.unit_price) == ("Red", "M", Decimal(10))


def test_t23_sizes_as_columns_are_read_as_lines_of_their_own():
    drawing = (
        "Customer:|Acme Ltd\nStyle|Description|S|M|L|Price\nST-1|Shirt|2||3|10\nST-2|Coat|1|4||40"
    )
    reading = read(grid(drawing))
    assert [(one.sku, one.size, one.quantity) for one in reading.orders[0].lines] == [
        ("ST-1", "S", 2), ("ST-1", "L", 3), ("ST-2", "S", 1), ("ST-2", "M", 4),
    ]  # fmt: skip


def test_t24_whole_prices_and_number_skus_match_fully():
    reading = read(
        grid(
            "مشتری:|آفتاب\nکد کالا|شرح کالا|تعداد|قیمت واحد (ریال)\n101|کوله|2|1844500\n731|چراغ|3|90000"
        )
    )
    assert reading.result is Result.READY
    assert [line.sku for line in reading.orders[0].lines] == ["101", "731"]


def test_t25_lines_for_five_customers_are_several_orders():
    rows = "\n".join(f"Customer {n} Ltd|A-{n}|{n}|5" for n in range(1, 6))
    reading = read(grid(f"Customer|SKU|Qty|Price\n{rows}"))
    assert reading.result is Result.QUESTIONS
    assert [one.customer for one in reading.orders] == [f"Customer {n} Ltd" for n in range(1, 6)]
    (asked,) = (one for one in reading.issues if one.open)
    assert (asked.code, asked.facts["count"]) == ("MULTI_ORDER_DETECTED", "5")


def test_t26_notes_and_hidden_rows_are_left_out_and_said():
    book = grid(
        f"{HEAD}A-1|Rope|5|2|10\nA-2|Hook|3|2|6\nA-3|Bag|1|2|2\n.\nDeliver to the back door"
    )
    hidden = replace(book.sheets[0], hidden_rows=frozenset({4}))
    reading = read(replace(book, sheets=(hidden,)))
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-3"]
    assert {"HIDDEN_ROWS_SKIPPED", "NOTES_BELOW_TABLE"} <= codes(reading)
    assert reading.orders[0].skipped_rows == {4: "hidden", 7: "note"}


def test_more_lines_than_the_limit_are_refused():
    rows = "\n".join(f"A-{n}|Rope|5|2|10" for n in range(12))
    assert read(grid(HEAD + rows), hints=Hints(max_lines=4)).issues[0].facts["limit"] == "4"
    assert read(grid(HEAD + rows), hints=Hints(max_lines=10)).reason == "TOO_MANY_LINES"
