"""Every question the reader asks: drawn, answered on the card, read again, gone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.answers import Filled, read_answers
from cards.draw import draw
from cards.stage import Seat, set_scene
from orders.case import CaseDocument, Status, StatusView
from orders.fixes import FixKind
from orders.hints import Hints
from orders.issue import Ask, Issue, Severity
from orders.reader import read
from orders.reading import Reading, Result
from orders.riding import asked
from orders.roles import RoleBook
from orders.sheet import Workbook
from tests.orders.grids import grid, sheet

HEAD = "Customer:|Acme Ltd\nSKU|Description|Qty|Price|Total\n"
TWO = "A-1|Rope|5|2|10\nA-2|Hook|3|2|6\n"
TYPED = {"customer": "Acme Ltd", "sku": "ABC-1", "gtin": "4006381333931"}
HINTS = Hints(today=date(2026, 11, 21))
NOW = datetime(2026, 11, 21, tzinfo=UTC)

BOOKS: dict[str, tuple[Workbook, str, set[str]]] = {
    "cell, no number": (
        grid(f"{HEAD}A-1|Rope|'ten|2.50|17.50"),
        "INVALID_QUANTITY",
        {"cell:Sheet1!C3"},
    ),
    "cell, blank": (
        grid(f"{HEAD}A-1|Rope||2.50|17.50\nA-2|Hook|3|2|6"),
        "MISSING_QUANTITY",
        {"cell:Sheet1!C3"},
    ),
    "cell, below zero": (
        grid(f"{HEAD}A-1|Rope|-5|2.50|\nA-2|Hook|3|2|6"),
        "NEGATIVE_QUANTITY",
        {"cell:Sheet1!C3"},
    ),
    "cell, zero with a total": (
        grid(f"{HEAD}A-1|Rope|0|2.50|17.5\nA-2|Hook|3|2|6"),
        "ZERO_QUANTITY_WITH_TOTAL",
        {"cell:Sheet1!C3"},
    ),
    "cells, all zero": (
        grid(f"{HEAD}A-1|Rope|0|2.50|\nA-2|Hook|0|2|"),
        "ALL_QUANTITIES_ZERO",
        {"cell:Sheet1!C3", "cell:Sheet1!C4"},
    ),
    "cell, error": (
        grid(f"{HEAD}A-1|Rope|#REF!|2|14\nA-2|Hook|3|2|6"),
        "ERROR_CELL",
        {"cell:Sheet1!C3"},
    ),
    "cell, no item": (grid(f"{HEAD}{TWO}||3|2|6"), "MISSING_ITEM_IDENTIFIER", {"cell:Sheet1!A5"}),
    "cell, digits lost": (
        grid("Customer:|Acme\nSKU|Description|Qty\n12345678901234567890|Rope|5\nA-2|Hook|3"),
        "GTIN_PRECISION_LOST",
        {"cell:Sheet1!A3"},
    ),
    "cell, formula without a result": (
        grid(f"{HEAD}A-1|Rope|=LOOKUP(A3)→|2.50|17.50"),
        "FORMULAS_UNCONFIRMED",
        {"cell:Sheet1!C3"},
    ),
    "cell, which stands for a column of numbers": (
        grid("Customer:|Acme\nSKU|Qty|Price\nA|5|'1,250\nB|6|'2,750\nC|6|'3,750"),
        "AMBIGUOUS_NUMBER",
        {"cell:Sheet1!C3"},
    ),
    "cell, which stands for a column of dates": (
        grid(
            "Customer:|Acme\nSKU|Name|Qty|Delivery Date\n"
            "A-1|Rope|5|'03/04/2027\nA-2|Hook|6|'05/06/2027\nA-3|Nail|6|'07/08/2027"
        ),
        "AMBIGUOUS_DATE",
        {"cell:Sheet1!D3"},
    ),
    "field, customer": (
        grid("SKU|Description|Qty|Price|Total\nA-1|Rope|5|2.50|12.50"),
        "MISSING_CUSTOMER",
        {"field:customer"},
    ),
    "field, date": (
        grid(
            "Customer:|Acme|Order date:|'03/04/2026\nDelivery date:|'05/06/2027\n"
            "SKU|Qty|Price\nA-1|2|1000"
        ),
        "AMBIGUOUS_DATE",
        {"field:order_date"},  # Its answer tells the other day, too.
    ),
    "field, currency": (
        grid("Customer:|Acme Ltd\nSKU|Description|Qty|Price\nA-1|Rope|5|'€2.00\nA-2|Hook|3|'$2.00"),
        "INVALID_CURRENCY",
        {"field:currency"},
    ),
    "field, rial or toman": (
        grid("مشتری:|آفتاب\nکد کالا|تعداد|قیمت\nA-1|2|1000"),
        "CURRENCY_UNIT_UNCLEAR",
        {"field:currency"},
    ),
    "row": (grid(f"{HEAD}{TWO}||||77"), "TOTAL_ROW_UNCERTAIN", {"row:Sheet1!5"}),
    "rows below": (
        grid(f"{HEAD}{TWO}.\n.\n.\nB-1|Nail|3|2|6\nB-2|Nut|3|2|6"),
        "LINES_BELOW_TABLE",
        {"row:Sheet1!8,9"},
    ),
    "rows, blank": (
        grid(HEAD + "\n".join(f"A-{n}|Rope|{n if n < 3 else ''}|2|" for n in range(1, 9))),
        "MISSING_QUANTITY",
        {"accept"},
    ),
    "header row": (
        grid(f"{HEAD}{TWO}.\n.\n.\nArtikel|Bezeichnung|Menge\nX-1|Seil|5\nX-2|Haken|4\nX-3|Sack|1"),
        "MULTI_TABLE",
        {"header_row:Sheet1"},
    ),
    "sheet": (
        Workbook("xlsx", (sheet(HEAD + TWO, name="One"), sheet(HEAD + TWO, name="Two"))),
        "MULTIPLE_SHEET_CANDIDATES",
        {"sheet"},
    ),
    "column": (
        grid("Customer:|Acme\nItem Code|Name|Amount|Price\nA-1|Rope|5|2.5\nA-2|Hook|1|1.5"),
        "AMBIGUOUS_COLUMN",
        {"column:quantity"},
    ),
    "column, missing": (
        grid(
            "Purchase Order|PO-1\nCustomer:|Acme\nSKU|Name|Foo|Price\nA-1|Rope|5|2.5\nA-2|Hook|1|2"
        ),
        "MISSING_QUANTITY_COLUMN",
        {"column:quantity"},
    ),
    "accept, formulas": (
        grid(f"{HEAD}A-1|Rope|=2+3→5|2.50|12.50"),
        "FORMULAS_UNCONFIRMED",
        {"accept"},
    ),
    "accept, packs": (
        grid(
            "Customer:|Acme\nSKU|Name|Qty|Pack size|Price|Total\n"
            "A-1|Rope|5|12|2|120\nA-2|Hook|3|10|2|60"
        ),
        "PACK_SIZE_UNCLEAR",
        {"accept"},
    ),
    "accept, sums": (
        grid(f"{HEAD}A-1|Rope|5|2.50|25.00\nA-2|Hook|3|2|26\nA-3|Nail|3|3|77"),
        "ARITHMETIC_MISMATCH",
        {"accept"},
    ),
}


def case_of(reading: Reading, **changes: Any) -> CaseDocument:
    bare = CaseDocument(
        "order-1", "K7Q4MP", "t", "sara", "Sara", "chat", "en", "2026-11-21T09:00:00+00:00"
    )
    return replace(bare, reading=reading, issues=reading.issues, **changes)


def inputs_on(node: Any) -> Iterator[dict[str, Any]]:
    """Every input of a drawn card."""
    if isinstance(node, dict):
        if str(node.get("type", "")).startswith("Input."):
            yield node
        for part in node.values():
            yield from inputs_on(part)
    elif isinstance(node, list):
        for part in node:
            yield from inputs_on(part)


def drawn(case: CaseDocument, language: str = "en") -> dict[str, dict[str, Any]]:
    """The inputs of the requester's card by id."""
    view = StatusView(
        case.order_id, case.code, Status.AWAITING_CORRECTIONS, "checks", requester="sara"
    )
    seat = Seat("sara", language)
    content = draw(set_scene(view, case, RoleBook(), seat, NOW)).content
    return {one["id"]: one for one in inputs_on(content)}


def answer_of(box: dict[str, Any], issue: Issue) -> str:
    """What a person fills in: the preselected choice or the first one, or a value that fits."""
    if box["type"] == "Input.ChoiceSet":
        return str(box.get("value") or box["choices"][0]["value"])
    if issue.ask is Ask.NUMBER:
        return "7"
    return TYPED[issue.fields[0]]


def fill(case: CaseDocument, language: str = "en") -> tuple[dict[str, str], Filled]:
    boxes = drawn(case, language)
    inputs = {
        f"fix/{one.issue_id}": answer_of(boxes[f"fix/{one.issue_id}"], one)
        for one in asked(case.issues)
    }
    return inputs, read_answers(case, inputs)


@pytest.mark.parametrize("name", BOOKS)
@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_question_answered_on_its_card_is_gone(name, language):
    book, code, targets = BOOKS[name]
    case = case_of(read(book, hints=HINTS))
    assert {one.target for one in case.issues if one.open} == targets
    assert code in {one.code for one in case.issues if one.open}
    inputs, filled = fill(case, language)
    assert filled.unread == ""
    assert len(filled.fixes) == len(inputs) == len(asked(case.issues))
    again = read(book, fixes=filled.fixes, hints=HINTS)
    assert again.result is Result.READY, [one for one in again.issues if one.open]


def value_of(name: str, value: str) -> Reading:
    """Read a book again with one answer to its first question."""
    book = BOOKS[name][0]
    case = case_of(read(book, hints=HINTS))
    asked = next(one for one in case.issues if one.open)
    filled = read_answers(case, {f"fix/{asked.issue_id}": value})
    return read(book, fixes=filled.fixes, hints=HINTS)


def test_one_answer_settles_a_column_of_dates_either_way():
    name = "cell, which stands for a column of dates"
    british, american = value_of(name, "2027-04-03"), value_of(name, "2027-03-04")
    days = [line.delivery_date for line in british.orders[0].lines]
    assert days == ["2027-04-03", "2027-06-05", "2027-08-07"]
    assert [line.delivery_date for line in american.orders[0].lines] == [
        "2027-03-04",
        "2027-05-06",
        "2027-07-08",
    ]


@pytest.mark.parametrize(
    ("told", "prices"), [("1250", [1250, 2750, 3750]), ("1.25", ["1.250", "2.750", "3.750"])]
)
def test_one_answer_settles_a_column_of_numbers_either_way(told, prices):
    book = grid("Customer:|Acme\nSKU|Qty|Price\nA|5|'1.250\nB|6|'2.750\nC|6|'3.750")
    case = case_of(read(book))
    (asked,) = (one for one in case.issues if one.open)
    assert told in {one.value for one in asked.candidates}
    filled = read_answers(case, {f"fix/{asked.issue_id}": told})
    lines = read(book, fixes=filled.fixes).orders[0].lines
    assert [str(line.unit_price.normalize()) for line in lines] == [
        str(type(line.unit_price)(price).normalize())
        for line, price in zip(lines, prices, strict=True)
    ]


def test_a_column_that_is_missing_offers_every_column_where_none_holds_free_numbers():
    book = grid(
        "Purchase Order|1\nCustomer:|Acme\nSKU|Name|Price|Total\nA-1|Rope|2.5|5\nB|Hook|1|2"
    )
    case = case_of(read(book))
    (asked,) = (one for one in case.issues if one.open)
    box = drawn(case)[f"fix/{asked.issue_id}"]
    assert [one["value"] for one in box["choices"]] == ["A", "B", "C", "D"]


def test_typed_persian_digits_count():
    reading = value_of("cell, no number", "۱۰")
    assert reading.orders[0].lines[0].quantity == 10


def test_a_confirmation_is_of_this_question_alone():
    book, _, _ = BOOKS["accept, sums"]
    case = case_of(read(book))
    (asked,) = (one for one in case.issues if one.open)
    filled = read_answers(case, {f"fix/{asked.issue_id}": "yes"})
    (fix,) = filled.fixes
    assert (fix.kind, fix.target, fix.value) == ("accept", asked.issue_id, "yes")
    assert value_of("accept, formulas", "no").result is Result.QUESTIONS


def test_a_choice_takes_only_what_was_offered():
    assert value_of("row", "delete").result is Result.QUESTIONS
    assert value_of("sheet", "Three").result is Result.QUESTIONS
    assert value_of("column", "ZZ").result is Result.QUESTIONS


def test_a_wrong_answer_is_asked_again():
    reading = value_of("cell, no number", "eleven")
    (asked,) = (one for one in reading.issues if one.open)
    assert asked.facts["value"] == "eleven"


def test_nobody_else_gets_inputs():
    book, _, _ = BOOKS["cell, no number"]
    case = case_of(read(book))
    view = StatusView(
        case.order_id, case.code, Status.AWAITING_CORRECTIONS, "checks", requester="sara"
    )
    scene = set_scene(view, case, RoleBook(), Seat("omid"), NOW)
    assert list(inputs_on(draw(scene).content)) == []


UNNAMED = "SKU|Description|Qty|Price|Total\nA-1|Rope|5|2|10\nA-2|Hook|3|2|6\n|||Total|52"


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_sum_that_does_not_hold_is_confirmed_with_the_customers_name(language):
    """Naive: two answers where one press of one person settles both."""
    book = grid(UNNAMED)
    case = case_of(read(book, hints=HINTS))
    (customer,) = asked(case.issues)
    boxes = drawn(case, language)
    assert [one for one in boxes if one.startswith("fix/")] == [f"fix/{customer.issue_id}"]
    filled = read_answers(case, {f"fix/{customer.issue_id}": "Acme Ltd"})
    assert [str(fix.kind) for fix in filled.fixes] == ["field", "accept"]
    again = read(book, fixes=filled.fixes, hints=HINTS)
    assert again.result is Result.READY
    assert again.orders[0].customer == "Acme Ltd"
    (seen,) = [one for one in again.issues if one.code == "TOTAL_MISMATCH"]
    assert (seen.severity, seen.ask) == (Severity.WARNING, Ask.NONE)


def test_the_only_column_for_the_items_is_confirmed_with_the_customers_name():
    """Naive: what was confirmed by the way is no choice of a column, and is asked again."""
    book = grid("Order|Qty|Price\n2 blue ropes of 10m|5|2.5\nlarge lamp|3|4")
    case = case_of(read(book, hints=HINTS))
    (customer,) = asked(case.issues)
    filled = read_answers(case, {f"fix/{customer.issue_id}": "Acme Ltd"})
    assert [(fix.kind, fix.target, fix.value) for fix in filled.fixes] == [
        (FixKind.FIELD, "customer", "Acme Ltd"),
        (FixKind.COLUMN, "product_name", "A"),
    ]
    assert read(book, fixes=filled.fixes, hints=HINTS).result is Result.READY


def test_the_card_says_what_the_customers_name_confirms():
    case = case_of(read(grid(UNNAMED), hints=HINTS))
    view = StatusView(
        case.order_id, case.code, Status.AWAITING_CORRECTIONS, "checks", requester="sara"
    )
    card = str(draw(set_scene(view, case, RoleBook(), Seat("sara", "en"), NOW)).content)
    assert card.count("saving your answer says that this is right as it was read") == 1
    assert "Sheet1!E4" in card
    watcher = str(draw(set_scene(view, case, RoleBook(), Seat("omid", "en"), NOW)).content)
    assert "saving your answer" not in watcher


def test_a_correction_of_another_cell_confirms_nothing():
    """Naive: whoever corrects a price by the way has confirmed the sum."""
    case = case_of(read(grid(UNNAMED), hints=HINTS))
    (customer,) = asked(case.issues)
    named = {f"fix/{customer.issue_id}": "Acme Ltd"}
    filled = read_answers(case, {**named, "amend/cell": "D2", "amend/value": "3"})
    assert {fix.kind for fix in filled.fixes} == {FixKind.FIELD, FixKind.CELL}


def test_names_in_the_file_are_shown_and_the_likeliest_stands_in_the_box():
    """Naive: a person types what the file says under no label."""
    rows = "Oak Retail Ltd\nPurchase order|PO-5\nSKU|Description|Qty\nA-1|Rope|5\nA-2|Hook|3"
    case = case_of(read(grid(rows), hints=HINTS))
    (customer,) = asked(case.issues)
    assert drawn(case)[f"fix/{customer.issue_id}"]["value"] == "Oak Retail Ltd"
    assert customer.facts["names"] == "Oak Retail Ltd"
