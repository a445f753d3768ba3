"""Products as columns become lines, each with its own cell, once a person confirms it."""

from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result

TEAM = (
    "Order form|||\nCustomer:|Acme||\nName|Black cap|White mug|Total\n"
    "Anna|2||2\nBen|1|3|4\nTotal|3|3|6"
)


def test_each_filled_cell_is_a_line_that_a_person_confirms():
    reading = read(grid(TEAM))
    lines = reading.orders[0].lines
    assert [(one.product_name, one.quantity, one.notes) for one in lines] == [
        ("Black cap", 2, "Anna"), ("Black cap", 1, "Ben"), ("White mug", 3, "Ben"),
    ]  # fmt: skip
    assert lines[2].evidence["quantity"].cell == "C5"
    assert lines[2].evidence["product_name"].cell == "C3"
    (asked,) = (one for one in reading.issues if one.open)
    assert (asked.code, asked.target) == ("LAYOUT_TURNED", "accept")
    told = read(grid(TEAM), fixes=(Fix(FixKind.ACCEPT, asked.issue_id, "yes"),))
    assert told.result is Result.READY


def test_a_sheet_that_says_no_order_is_none():
    for title in ("Attendance", "Grades"):
        reading = read(grid(TEAM.replace("Order form", title)))
        assert reading.result is not Result.READY


def test_items_as_rows_are_not_turned():
    reading = read(grid("Order form\nItem|London|Leeds\nRope|2|3\nHook|1|4"))
    assert "LAYOUT_TURNED" not in {one.code for one in reading.issues}


def test_a_row_that_does_not_add_up_is_said():
    reading = read(grid(TEAM.replace("Ben|1|3|4", "Ben|1|3|5").replace("|6", "|7")))
    assert reading.result is Result.QUESTIONS


def test_a_row_of_prices_under_the_products_says_that_they_are_ordered():
    drawing = "Name|Black cap|White mug\nPrice|2.5|3\nAnna|2|\nBen|1|3"
    lines = read(grid(drawing)).orders[0].lines
    assert [(one.product_name, str(one.unit_price), one.notes) for one in lines] == [
        ("Black cap", "2.5", "Anna"), ("Black cap", "2.5", "Ben"), ("White mug", "3", "Ben"),
    ]  # fmt: skip
    assert lines[0].evidence["unit_price"].cell == "B2"


def test_what_people_add_up_below_is_ordered_though_no_title_says_so():
    reading = read(grid(TEAM.replace("Order form|||\nCustomer:|Acme||\n", "")))
    assert {one.code for one in reading.issues if one.open} == {"LAYOUT_TURNED", "MISSING_CUSTOMER"}
    assert len(reading.orders[0].lines) == 3


NAMED = "Customer:|Acme Ltd\n"


def test_people_as_columns_under_an_empty_corner_are_asked_by_their_sum():
    """Naive: no row of column headings was found."""
    drawing = f"{NAMED}|Anna|Ben|Cy|Total\nRope|2|1|0|3\nHook|1|1|4|6"
    (asked,) = (one for one in read(grid(drawing)).issues if one.open)
    assert (asked.code, [one.value for one in asked.candidates]) == ("AMBIGUOUS_COLUMN", ["E", "-"])
    told = read(grid(drawing), fixes=(Fix(FixKind.COLUMN, "quantity", "E"),))
    assert told.result is Result.READY
    lines = [(one.product_name, one.quantity) for one in told.orders[0].lines]
    assert lines == [("Rope", 3), ("Hook", 6)]


def test_days_as_columns_of_an_order_are_added_up_or_each_its_own():
    """Naive: the file has no order lines."""
    drawing = f"{NAMED}Order form\nProduct|Mon 30/11|Wed 2/12|Fri 4/12\nMilk|10|10|15\nCream|2|2|4"
    (asked,) = (one for one in read(grid(drawing)).issues if one.open)
    assert (asked.code, asked.candidates[0].value) == ("QUANTITY_BY_PLACE", "B+C+D")
    told = read(grid(drawing), fixes=(Fix(FixKind.COLUMN, "quantity", "B+C+D"),))
    assert [one.quantity for one in told.orders[0].lines] == [35, 8]


def test_a_table_of_marks_is_no_order():
    reading = read(grid("|Maths|Physics|Art\nAnna|2|1|3\nBen|1|1|2"))
    assert reading.result is Result.REFUSED


def test_answers_of_a_form_are_an_order_for_each_who_answered():
    drawing = (
        "Timestamp|Name of the company|Email|Plum jam|Fig jam|Honey\n"
        "2025-04-14 18:48:08|Corner Shop|a@corner.example|2 BOXES|1 BOX|\n"
        "2025-04-15 15:36:24|Mill Stores|b@mill.example||3 BOXES|5 BOXES"
    )
    reading = read(grid(drawing))
    assert [one.code for one in reading.issues if one.open] == ["MULTI_ORDER_DETECTED"]
    first, second = reading.orders
    assert (first.customer, second.customer) == ("Corner Shop", "Mill Stores")
    told = [(line.product_name, int(line.quantity or 0), line.unit) for line in second.lines]
    assert told == [("Fig jam", 3, "BOXES"), ("Honey", 5, "BOXES")]


def test_counts_under_headings_of_goods_are_what_somebody_ordered():
    """Naive: only `2 BOXES` counts, and `2` under `Plum jam 250 g` is refused."""
    drawing = (
        "Timestamp|Company name|Plum jam 250 g|Fig jam 250 g|Honey (HN-10)|Comments\n"
        "2025-04-14 18:48:08|Corner Shop|24||6|please call before"
    )
    reading = read(grid(drawing))
    assert [one.code for one in reading.issues if one.open] == ["LAYOUT_TURNED"]
    (order,) = reading.orders
    assert order.customer == "Corner Shop"
    assert [(one.product_name, one.quantity) for one in order.lines] == [
        ("Plum jam 250 g", 24), ("Honey (HN-10)", 6),
    ]  # fmt: skip


def test_marks_of_a_survey_are_no_order():
    drawing = "Timestamp|Company|Q1 Taste|Q2 Price\n2025-04-14|Corner Shop|5|4\n2025-04-15|Mill Stores|3|1"
    assert read(grid(drawing)).result is Result.REFUSED


def test_texts_of_a_survey_are_no_order():
    drawing = "Timestamp|Company|Satisfied|Again\n2025-04-14|Corner Shop|5 yes|4 no\n2025-04-15|Mill Stores|3 yes|1 no"
    assert read(grid(drawing)).result is Result.REFUSED


def test_a_text_under_no_heading_beside_counts_is_no_stumbling_block():
    drawing = "Customer|Soap||Jam|Tea\nAnn|2 boxes|soon|3 boxes|1 box\nBen|1 box|late|2 boxes|1 box"
    assert read(grid(drawing)).result is not Result.READY


def test_numbered_orders_with_products_as_columns_are_listed():
    """Naive: no row of column headings was found."""
    drawing = (
        "Order #|Customer Name|Email|Phone|Pale Ale|Cider|Stout|Lager\n"
        "BK-001|Dora Cohn|dora@example.com|0501234567|2|0|1|0\n"
        "BK-002|Mia Levin|mia@example.com|0529876543|0|3|0|2"
    )
    reading = read(grid(drawing))
    assert [one.code for one in reading.issues if one.open] == ["MULTI_ORDER_DETECTED"]
    told = [
        (one.po_number, one.customer, [(x.product_name, x.quantity) for x in one.lines])
        for one in reading.orders
    ]
    assert told == [
        ("BK-001", "Dora Cohn", [("Pale Ale", 2), ("Stout", 1)]),
        ("BK-002", "Mia Levin", [("Cider", 3), ("Lager", 2)]),
    ]


def test_columns_of_numbers_beside_an_items_own_column_are_no_products():
    drawing = "Order #|Customer Name|Item|Width|Height\nBK-001|Dora Cohn|Door|80|200\nBK-002|Mia Levin|Gate|90|120"
    assert read(grid(drawing)).result is not Result.READY
    assert not any(
        one.product_name in ("Width", "Height")
        for o in read(grid(drawing)).orders
        for one in o.lines
    )
