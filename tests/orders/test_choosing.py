"""Which sheet is the order, and why the others are not."""

from grids import grid, sheet

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result
from orders.sheet import Workbook

HEAD = "Customer:|Acme\nSKU|Description|Qty|Price|Total\n"
LINES = "A-1|Rope|5|2|10\nA-2|Hook|3|2|6"


def book(**drawings: str) -> Workbook:
    return Workbook("xlsx", tuple(sheet(text, name=name) for name, text in drawings.items()))


def test_a_summary_that_repeats_the_quantities_is_no_rival():
    reading = read(book(Totals="Product|Qty\nRope|5\nHook|3\nTotal|8", Detail=HEAD + LINES))
    assert reading.result is Result.READY
    assert list(reading.sheets_seen.items()) == [
        ("Detail", "chosen"), ("Totals", "repeats_quantities"),
    ]  # fmt: skip


def test_the_same_quantities_of_other_items_are_asked():
    reading = read(book(One=HEAD + LINES, Two="Product|Qty\nLamp|5\nTent|3"))
    assert "MULTIPLE_SHEET_CANDIDATES" in {one.code for one in reading.issues}


def test_another_version_of_the_sheet_that_is_named_an_order_is_asked():
    later = HEAD + LINES.replace("|5|2|10", "|7|2|14")
    reading = read(book(Order=HEAD + LINES, v2=later))
    (asked,) = [one for one in reading.issues if one.open]
    assert asked.code == "MULTIPLE_SHEET_CANDIDATES"


def test_an_archive_of_many_orders_is_no_rival_and_lends_no_customer():
    old = "\n".join(f"P-{n}|Shop {n}|A-1|Rope|{n}" for n in range(1, 30))
    reading = read(book(May=HEAD + LINES, Old=f"PO|Customer|SKU|Description|Qty\n{old}"))
    assert reading.result is Result.READY
    assert reading.sheets_seen["Old"] == "ledger"
    assert reading.orders[0].customer == "Acme"


def test_quantities_on_a_sheet_that_was_not_chosen_are_named():
    drawn = book(Toys=HEAD + LINES, Games="SKU|Description|Qty\nG-1|Chess|2\nG-2|Go|1")
    told = read(drawn, fixes=(Fix(FixKind.SHEET, "", "Toys"),))
    assert told.result is Result.READY
    (left,) = (one for one in told.issues if one.code == "TABLES_LEFT_OUT")
    assert left.facts["groups"] == "Games · 1 · 2"


def test_tables_side_by_side_are_chosen_by_their_first_cell():
    drawn = grid("SKU|Qty||SKU|Qty\nA-1|5||A-1|4\nA-2|6||A-2|3")
    (asked,) = (one for one in read(drawn).issues if one.code == "MULTI_TABLE")
    assert [one.value for one in asked.candidates] == ["A1", "D1"]
    told = read(drawn, fixes=(Fix(FixKind.HEADER_ROW, "Sheet1", "D1"),))
    assert [line.quantity for line in told.orders[0].lines] == [4, 3]


def test_a_catalogue_full_of_zeros_lists_what_is_ordered_and_asks_nothing():
    rows = "\n".join(f"A-{n}|Thing {n}|{n if n in (3, 9) else 0}|2|" for n in range(1, 40))
    reading = read(grid(HEAD + rows))
    assert [line.sku for line in reading.orders[0].lines] == ["A-3", "A-9"]
    assert list(reading.orders[0].skipped_rows.values()) == ["not_ordered"] * 37
    assert reading.result is Result.READY


def test_a_catalogue_lists_what_is_ordered_and_tells_of_the_rest():
    rows = "\n".join(f"A-{n}|Thing {n}|{n if n in (3, 9) else ''}|2|" for n in range(1, 40))
    reading = read(grid(HEAD + rows))
    assert [line.sku for line in reading.orders[0].lines] == ["A-3", "A-9"]
    assert list(reading.orders[0].skipped_rows.values()) == ["no_quantity"] * 37
    assert reading.result is Result.READY


def test_an_order_of_another_number_is_never_passed_over_for_the_name_of_its_sheet():
    """Naive: the one sheet that is called an order is read, and the other order left out unsaid."""
    head = HEAD.replace("Customer:|Acme", "Customer:|Acme\nPO number:|{}")
    drawn = {"Store 1": head.format("P-1") + LINES, "PO 2": head.format("P-2") + "B-1|Lamp|4|3|12"}
    assert "MULTI_ORDER_DETECTED" in {one.code for one in read(book(**drawn)).issues}


def test_a_sheet_whose_quantity_is_still_open_is_no_less_an_order():
    """Naive: the third order is left out because which of its columns counts is not yet said."""
    head = HEAD.replace("Customer:|Acme", "Customer:|Acme\nPO number:|{}")
    unsure = head.format("P-3").replace("Qty", "Quantity|Qty") + "C-1|Oil|4|5|3|12"
    drawn = {"A": head.format("P-1") + LINES, "B": head.format("P-2") + LINES, "C": unsure}
    (asked,) = [one for one in read(book(**drawn)).issues if one.code == "MULTI_ORDER_DETECTED"]
    assert asked.facts["count"] == "3"


def test_the_headings_again_over_numbers_that_ran_together_are_never_passed_over():
    again = "SKU|Description|Qty Price||Total\n.\nA-3|Lamp|4 2||8\nA-4|Tent|1 9||9"
    reading = read(book(One=f"{HEAD}{LINES}\n|||Subtotal|16\n{again}"))
    assert reading.result is Result.QUESTIONS
