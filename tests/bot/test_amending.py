"""The form for what nobody asked about: every entry a fix of the order's own sheet, or nothing."""

from dataclasses import replace

import pytest

from bot.answers import read_answers
from orders.case import CaseDocument
from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.sheet import Visibility, Workbook
from tests.orders.grids import sheet

HEAD = "Customer:|Acme Ltd\nSKU|Description|Qty|Price|Total\n"
BOOK = Workbook(
    "xlsx",
    (
        sheet(f"{HEAD}A-1|Rope|5|2|10\nA-2|Hook|3|2|6", name="Order"),
        sheet("just a note", name="Notes"),
        sheet(f"{HEAD}B-1|Old|1|2|2", name="Secret", visibility=Visibility.HIDDEN),
    ),
)
CASE = CaseDocument("o", "K7Q4MP", "t", "sara", "Sara", "chat", "en", "2026-01-01T00:00:00+00:00")
READ = replace(CASE, reading=read(BOOK))


@pytest.mark.parametrize(
    ("filled", "fix"),
    [
        ({"cell": "c3", "value": "7"}, Fix(FixKind.CELL, "Order!C3", "7")),
        ({"cell": "C۳", "value": "۷"}, Fix(FixKind.CELL, "Order!C3", "۷")),
        ({"row": "4"}, Fix(FixKind.ROW, "Order!4", "skip")),
        ({"row": "4, 5", "as": "line"}, Fix(FixKind.ROW, "Order!4,5", "line")),
        ({"header": "2"}, Fix(FixKind.HEADER_ROW, "Order", "2")),
        ({"field": "quantity", "column": "d"}, Fix(FixKind.COLUMN, "quantity", "D")),
        ({"sheet": "Notes"}, Fix(FixKind.SHEET, "", "Notes")),
    ],
)
def test_an_entry_is_a_fix(filled, fix):
    answers = read_answers(READ, {f"amend/{name}": value for name, value in filled.items()})
    assert (answers.fixes, answers.unread) == ((fix,), "")


@pytest.mark.parametrize(
    "filled",
    [
        {"cell": "Other!C3", "value": "7"},
        {"cell": "C3"},
        {"value": "7"},
        {"row": "all"},
        {"row": "4", "as": "gift"},
        {"header": "two"},
        {"field": "owner", "column": "D"},
        {"field": "quantity", "column": "4"},
    ],
)
def test_what_cannot_be_meant_changes_nothing(filled):
    answers = read_answers(READ, {f"amend/{name}": value for name, value in filled.items()})
    assert answers.fixes == ()
    assert answers.unread in filled.values()


@pytest.mark.parametrize("sheet", ["Secret", "Nowhere", "Order"])
def test_a_sheet_that_cannot_be_chosen_changes_nothing(sheet):
    assert read_answers(READ, {"amend/sheet": sheet, "amend/field": "sku"}).empty


def test_an_untouched_form_and_a_case_without_an_order_change_nothing():
    assert read_answers(READ, {"amend/as": "skip", "amend/cell": " "}).empty
    assert read_answers(CASE, {"amend/row": "4"}).empty


def test_the_order_is_read_again_with_the_fix():
    answers = read_answers(READ, {"amend/cell": "C3", "amend/value": "7", "amend/row": "4"})
    (order,) = read(BOOK, fixes=answers.fixes).orders
    assert [(line.row, line.quantity) for line in order.lines] == [(3, 7)]
    assert order.skipped_rows == {4: "person"}
