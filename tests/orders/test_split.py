"""Several orders in one workbook are listed, one is chosen, and the rest are named."""

from grids import grid, sheet

from orders.fixes import Fix, FixKind, parse_target
from orders.reader import read
from orders.reading import Result
from orders.sheet import Merge, Workbook

BY_COLUMN = "Customer|PO|SKU|Qty\nAcme Ltd|P1|A|5\n||B|6\nBeta Ltd|P2|A|5\n|||Total|16"
BY_BLOCK = (
    "PO:|P1\nCustomer:|Acme Ltd\nSKU|Name|Qty|Price|Total\nA-1|Rope|5|2|10\nA-2|Hook|1|3|3\n"
    "|||Total|13\n.\n"
    "PO:|P2\nCustomer:|Beta Ltd\nSKU|Name|Qty|Price|Total\nA-1|Rope|4|2|8\n|||Total|8"
)


def by_sheet(*places: str) -> Workbook:
    return Workbook(
        "xlsx",
        tuple(
            sheet(f"PO:|P-{count}\nSKU|Name|Qty\nA-1|Rope|{count}", name=place)
            for count, place in enumerate(places, 2)
        ),
    )


def asked(reading):
    (question,) = (one for one in reading.issues if one.open)
    return question


def answer(book, question, value):
    kind, place = parse_target(question.target)
    return read(book, fixes=(Fix(kind, place, value), Fix(FixKind.FIELD, "customer", "Acme Ltd")))


def test_a_column_that_names_several_orders_parts_the_lines():
    reading = read(grid(BY_COLUMN))
    assert reading.result is Result.QUESTIONS
    assert [(one.po_number, one.customer, len(one.lines)) for one in reading.orders] == [
        ("P1", "Acme Ltd", 2), ("P2", "Beta Ltd", 1),
    ]  # fmt: skip
    question = asked(reading)
    assert (question.code, question.target) == ("MULTI_ORDER_DETECTED", "split")
    assert [one.label for one in question.candidates] == ["P1 · Acme Ltd · 2", "P2 · Beta Ltd · 1"]


def test_the_chosen_order_goes_on_and_the_others_are_named():
    reading = answer(grid(BY_COLUMN), asked(read(grid(BY_COLUMN))), "P2")
    assert reading.result is Result.READY
    (order,) = reading.orders
    assert [(one.row, one.quantity) for one in order.lines] == [(4, 5)]
    assert order.skipped_rows == {2: "other_order", 3: "other_order", 5: "other_order"}
    (left,) = (one for one in reading.issues if one.code == "OTHER_ORDERS_LEFT")
    assert left.facts["groups"] == "P1 · Acme Ltd · 2"


def test_blocks_below_each_other_are_orders_of_their_own():
    book = grid(BY_BLOCK)
    reading = read(book)
    assert [(one.po_number, one.customer, one.total) for one in reading.orders] == [
        ("P1", "Acme Ltd", 13), ("P2", "Beta Ltd", 8),
    ]  # fmt: skip
    question = asked(reading)
    assert [one.value for one in question.candidates] == ["3", "10"]
    told = answer(book, question, "10")
    assert told.result is Result.READY
    assert [(one.po_number, len(one.lines)) for one in told.orders] == [("P2", 1)]
    assert "OTHER_ORDERS_LEFT" in {one.code for one in told.issues}


def test_sheets_that_name_an_order_each_are_orders_of_their_own():
    book = by_sheet("North", "South", "West")
    reading = read(book)
    assert [one.po_number for one in reading.orders] == ["P-2", "P-3", "P-4"]
    assert asked(reading).target == "sheet"
    told = answer(book, asked(reading), "South")
    assert [(one.po_number, one.lines[0].quantity) for one in told.orders] == [("P-3", 3)]
    assert "OTHER_ORDERS_LEFT" in {one.code for one in told.issues}
    assert next(iter(told.sheets_seen.items())) == ("South", "chosen")


def test_an_answer_that_no_longer_fits_is_asked_again():
    told = read(grid(BY_COLUMN), fixes=(Fix(FixKind.SPLIT, "", "P9"),))
    assert asked(told).code == "MULTI_ORDER_DETECTED"


def test_the_same_header_again_is_no_second_order():
    same = BY_BLOCK.replace("P2", "P1").replace("Beta", "Acme")
    assert "MULTI_ORDER_DETECTED" not in {one.code for one in read(grid(same)).issues}


def test_an_order_of_a_chosen_sheet_is_parted_further_and_no_block_is_lost():
    """Naive: once a sheet was chosen, its second block vanished, and its column was not parted."""
    book = Workbook("xlsx", (sheet(BY_BLOCK, name="North"), sheet(BY_COLUMN, name="South")))
    for name, target in (("North", "header_row:North"), ("South", "split")):
        told = read(book, fixes=(Fix(FixKind.SHEET, "", name),))
        assert told.result is Result.QUESTIONS
        assert [one.po_number for one in told.orders] == ["P1", "P2"]
        assert asked(told).target == target


def test_one_order_on_several_sheets_is_refused_and_says_how_to_mend_it():
    """Naive: one of the sheets is picked, and the lines of the others are lost."""
    drawn = {
        "Page 1": "SKU|Name|Qty\nA-1|Rope|5\nA-2|Hook|1",
        "Page 2": "Qty|SKU|Name\n3|B-1|Lamp\n2|B-2|Tent",
    }
    pages = [sheet(f"PO:|P-7\n{text}", name=name) for name, text in drawn.items()]
    told = read(Workbook("xlsx", tuple(pages)))
    assert (told.result, told.reason) == (Result.REFUSED, "ORDER_ACROSS_SHEETS")
    (spread,) = (one for one in told.issues if one.code == "ORDER_ACROSS_SHEETS")
    assert spread.facts["sheets"] == "Page 1, Page 2"
    assert read(Workbook("xlsx", tuple(pages[:1]))).result is not Result.REFUSED


def test_a_total_over_several_sheets_makes_them_one_order():
    first = sheet("PO:|P-7\nSKU|Name|Qty|Price\nA-1|Rope|5|2\nA-2|Hook|1|3", name="Page 1")
    more = "SKU|Name|Qty|Price|Total\nB-1|Lamp|4|2|8\nB-2|Tent|1|4|4\n|||Grand total|"
    whole, own = (
        read(Workbook("xlsx", (first, sheet(f"{more}{total}", name="Page 2"))))
        for total in (25, 12)
    )
    assert whole.reason == "ORDER_ACROSS_SHEETS"
    assert "MULTIPLE_SHEET_CANDIDATES" in {one.code for one in own.issues}


def test_a_sheet_that_repeats_the_others_items_is_asked_about():
    copy = "PO:|P-7\nSKU|Name|Qty\nA-1|Rope|5\nA-2|Hook|"
    book = Workbook("xlsx", tuple(sheet(f"{copy}{n}", name=f"Copy {n}") for n in (1, 2)))
    assert "MULTIPLE_SHEET_CANDIDATES" in {one.code for one in read(book).issues}


def test_which_sheet_is_asked_before_anything_within_one():
    """Naive: the customer of a sheet that nobody means is asked for."""
    one, other = "SKU|Name|Qty\nA-1|Rope|4\nA-2|Hook|", "SKU|Name|Qty\nB-1|Net|7\nB-2|Sail|2"
    book = Workbook("xlsx", (sheet(one, "May"), sheet(other, "June")))
    asked = [issue.code for issue in read(book).issues if issue.open]
    assert asked == ["MULTIPLE_SHEET_CANDIDATES"]
    chosen = read(book, fixes=[Fix(FixKind.SHEET, "sheet", "May")])
    assert {issue.code for issue in chosen.issues if issue.open} == {
        "MISSING_CUSTOMER", "MISSING_QUANTITY",
    }  # fmt: skip


def test_the_same_headings_on_a_page_of_notes_open_no_other_order():
    head = "P.O. number:|PU-1\nCustomer:|Acme Ltd\n.\nQuantity|Stock number|Description\n450|C-1|Pallet\n.\n.\n.\n"
    notes = "Customer:|Brook Ltd\nQuantity||Stock number||Description\nSend a list with the goods|||Buyer:|Ann Weir"
    reading = read(grid(head + notes))
    assert "MULTI_ORDER_DETECTED" not in {one.code for one in reading.issues}
    assert [line.sku for line in reading.orders[0].lines] == ["C-1"]


def test_line_numbers_merged_beside_an_empty_heading_name_no_orders():
    """Naive: the cell merged from `PO Line` into the next column was a PO number on each line."""
    merges = tuple(Merge(row, 1, row, 2) for row in (3, 5, 6))
    head = "Customer:|Acme\n.\nPO||Item|Code|Qty|Cost\nLine||Name||Order|Unit\n"
    drawing = head + "001||Rope|A-1|5|2\n002||Hook|A-2|2|3"
    reading = read(grid(drawing, merges=merges))
    assert "MULTI_ORDER_DETECTED" not in {one.code for one in reading.issues}
    assert len(reading.orders) == 1


def test_what_is_merged_from_another_fields_column_is_no_value():
    """Naive: the price merged over the column of units was the unit `2`."""
    merges = tuple(Merge(row, 3, row, 4) for row in (4, 5))
    drawing = "Customer:|Acme\n.\nItem|Qty|Price|Unit\nRope|5|2\nHook|2|3"
    (order,) = read(grid(drawing, merges=merges)).orders
    assert [(str(one.unit_price), one.unit) for one in order.lines] == [("2", None), ("3", None)]
