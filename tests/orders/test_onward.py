"""One order that goes on from sheet to sheet is read as one; deliveries of their own are not."""

import pytest
from grids import sheet

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.sheet import Workbook

HEAD = "SKU|Description|Qty|Price|Total"
ONE = f"{HEAD}\nA-1|Rope|5|2|10\nA-2|Hook|1|3|3"
TWO = f"{HEAD}\nB-1|Sheet|4|2|8\nB-2|Nail|20|1|20"
TOLD = "PO number:|P-1\nCustomer:|Brenner Catering Ltd\n"


def book(**sheets):
    return Workbook("xlsx", tuple(sheet(text, name=name) for name, text in sheets.items()))


def asked(reading):
    return [(one.code, one.facts.get("kind", "")) for one in reading.issues if one.open]


def skus(order):
    return [line.sku for line in order.lines]


@pytest.mark.parametrize(
    "book",
    [
        book(**{"Page 1": TOLD + ONE, "Page 2": TWO}),
        book(**{"Page 1": TOLD + ONE, "Page 2": f"PO P-1 continued\n.\n{TWO}\n|||Total|41"}),
        book(North=TOLD + ONE, South=TOLD + TWO),
        book(North=f"{TOLD}{ONE}\n|||Total|13", South=f"{TOLD}{TWO}\n|||Total|28"),
    ],
)
def test_sheets_of_one_order_are_read_as_one_and_confirmed(book):
    reading = read(book)
    (order,) = reading.orders
    assert asked(reading) == [("LAYOUT_TURNED", "sheets")]
    assert skus(order) == ["A-1", "A-2", "B-1", "B-2"]
    assert order.total in (None, 41)
    second = book.sheets[1].name
    assert order.lines[3].evidence["sku"].sheet == second
    assert set(reading.sheets_seen.values()) == {"chosen"}


def test_a_page_without_headings_is_not_lost():
    """Naive: a sheet without headings held no order, and its lines were left out unsaid."""
    rows = TWO.partition("\n")[2]
    for name in ("Page 2", "More"):
        reading = read(book(**{"Page 1": TOLD + ONE, name: f"{rows}\n|||Total|41"}))
        assert asked(reading) == [("LAYOUT_TURNED", "sheets")]
        assert skus(reading.orders[0]) == ["A-1", "A-2", "B-1", "B-2"]
        assert reading.orders[0].total == 41
    other = read(book(**{"Page 1": TOLD + ONE, "Codes": "B-1|Sheet|4|2|9\nB-2|Nail|20|1|33"}))
    assert asked(other) == []


def test_orders_of_pages_are_parted_and_have_their_facts():
    head = "Order No|SKU|Description|Qty|Price"
    facts = "Order No|Customer|Order Date\nP-1|Shop One|2026-11-03\nP-2|Shop Two|2026-11-04\nP-3|Shop Three|2026-11-05"
    reading = read(
        book(
            **{
                "Page 1": f"{head}\nP-1|A-1|Rope|5|2\nP-2|A-2|Hook|1|3",
                "Page 2": f"{head}\nP-2|B-1|Sheet|4|2\nP-3|B-2|Nail|20|1",
                "Orders": facts,
            }
        )
    )
    assert [(one.customer, skus(one)) for one in reading.orders] == [
        ("Shop One", ["A-1"]), ("Shop Two", ["A-2", "B-1"]), ("Shop Three", ["B-2"]),
    ]  # fmt: skip
    assert asked(reading) == [("MULTI_ORDER_DETECTED", "")]
    assert "ORDERS_WITHOUT_LINES" not in {one.code for one in reading.issues}


def test_a_cell_of_a_later_sheet_is_corrected_where_it_stands():
    pages = book(**{"Page 1": TOLD + ONE, "Page 2": TWO})
    reading = read(pages, fixes=(Fix(FixKind.CELL, "Page 2!C2", "7"),))
    assert reading.orders[0].lines[2].quantity == 7
    assert reading.orders[0].lines[2].evidence["quantity"].address == "Page 2!C2"


def test_sheets_that_may_be_one_order_are_offered_together():
    """Naive: whichever sheet was picked, the lines of the others were left out."""
    parts = book(Dairy=TOLD.partition("\n")[2] + ONE, Dry=TWO)
    (question,) = (one for one in read(parts).issues if one.open)
    assert question.code == "MULTIPLE_SHEET_CANDIDATES"
    assert question.candidates[-1].label == "Dairy + Dry · 4"
    told = read(parts, fixes=(Fix(FixKind.SHEET, "", question.candidates[-1].value),))
    assert skus(told.orders[0]) == ["A-1", "A-2", "B-1", "B-2"]
    picked = read(parts, fixes=(Fix(FixKind.SHEET, "", "Dry"),))
    assert skus(picked.orders[0]) == ["B-1", "B-2"]


@pytest.mark.parametrize("label", ["Delivery date:|2030-01-{}", "Ship to:|Dock Road {}, Hull"])
def test_parts_for_other_days_or_places_are_orders_of_their_own(label):
    parts = book(North=f"{TOLD}{label.format(20)}\n{ONE}", South=f"{TOLD}{label.format(24)}\n{TWO}")
    reading = read(parts)
    (question,) = (one for one in reading.issues if one.open)
    assert question.code == "MULTI_ORDER_DETECTED"
    assert question.candidates[0].label == "North · P-1 · Brenner Catering Ltd · 2"
    told = read(parts, fixes=(Fix(FixKind.SHEET, "", "South"),))
    assert skus(told.orders[0]) == ["B-1", "B-2"]
    assert "OTHER_ORDERS_LEFT" in {one.code for one in told.issues}


def test_other_columns_are_not_laid_below():
    other = TWO.replace("SKU|Description", "Description|SKU")
    reading = read(book(North=TOLD + ONE, South=TOLD + other))
    assert reading.reason == "ORDER_ACROSS_SHEETS"


def test_what_stands_on_two_sheets_is_not_offered_twice():
    reading = read(book(North=ONE, South=ONE.replace("|5|2|10", "|6|2|12")))
    (question,) = (one for one in reading.issues if one.code == "MULTIPLE_SHEET_CANDIDATES")
    assert [one.value for one in question.candidates] == ["North", "South"]


def test_sheets_that_a_program_named_are_no_pages():
    reading = read(book(Sheet1=TOLD + ONE, Sheet2=TWO))
    assert asked(reading) == [("MULTIPLE_SHEET_CANDIDATES", "")]
