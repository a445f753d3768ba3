from decimal import Decimal

import pytest
from grids import grid, sheet

from orders.fixes import Fix, FixKind
from orders.hints import Hints
from orders.reader import read
from orders.reading import Reading, Result
from orders.sheet import Visibility, Workbook

HEAD = "Customer:|Acme\nSKU|Qty|Price\n"


def asked(reading: Reading) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.facts.get("why", ""), one.cells) for one in reading.issues if one.open]


def test_formulas_that_hold_are_one_question_and_one_click():
    book = grid(f"{HEAD}A-1|=2*3→6|2\nA-2|=B3+1→7|3\nA-3|5|=C3*2→4")
    reading = read(book)
    assert asked(reading) == [("confirm", ("Sheet1!B3", "Sheet1!B4", "Sheet1!C5"))]
    (question,) = (one for one in reading.issues if one.open)
    told = read(book, fixes=[Fix(FixKind.ACCEPT, question.issue_id, "yes")])
    assert told.result is Result.READY
    assert [one.quantity for one in told.orders[0].lines] == [6, 7, 5]


def test_a_result_that_differs_is_asked_by_its_cell_with_both_values():
    reading = read(grid(f"{HEAD}A-1|=2*3→60|2\nA-2|=2*4→8|3"))
    assert asked(reading) == [("differing", ("Sheet1!B3",)), ("confirm", ("Sheet1!B4",))]
    (question, _) = (one for one in reading.issues if one.open)
    assert [one.value for one in question.candidates] == ["60", "6"]
    told = read(
        grid(f"{HEAD}A-1|=2*3→60|2\nA-2|8|3"), fixes=[Fix(FixKind.CELL, question.target[5:], "6")]
    )
    assert [one.quantity for one in told.orders[0].lines] == [6, 8]


def test_a_stale_total_of_a_line_is_asked_once():
    """Naive: the formula asks, and the sum that it breaks asks as well."""
    head = "Customer:|Acme Ltd\nSKU|Qty|Price|Total\n"
    book = grid(f"{head}A-1|2|3.5|=B3*C3→7\nA-2|3|4|=B4*C4→16\nA-3|5|2|=B5*C5→10")
    (question,) = [one for one in read(book).issues if one.open]
    assert (question.code, question.target) == ("FORMULAS_UNCONFIRMED", "cell:Sheet1!D4")
    mended = read(book, fixes=[Fix(FixKind.CELL, "Sheet1!D4", "12")])
    assert mended.result is Result.READY
    kept = read(book, fixes=[Fix(FixKind.CELL, "Sheet1!D4", "16")])
    assert [one.code for one in kept.issues if one.open] == ["ARITHMETIC_MISMATCH"]


def test_b050_results_the_file_lacks_are_computed_again_and_asked_once():
    book = grid(f"{HEAD}A-1|=2*3→|2\nA-2|=2*4→|3\nA-3|=2*5→|3")
    for policy in ("ask", "accept"):
        reading = read(book, hints=Hints(formulas=policy))
        assert [one.quantity for one in reading.orders[0].lines] == [6, 8, 10]
        assert len(asked(reading)) == 1
        assert reading.orders[0].lines[0].evidence["quantity"].reading == "recomputed"


def test_b050_results_made_of_other_sheets_are_computed_again_too():
    order = sheet(f"{HEAD}A-1|=Plan!B1*2→60|2\nA-2|='Plan'!B1→|3\nA-3|=Plan!B1+1→4|=Plan!B2→")
    plan = sheet("north|3\nsouth|7.5", "Plan", visibility=Visibility.HIDDEN)
    reading = read(Workbook("xlsx", (order, plan)))
    assert asked(reading) == [
        ("differing", ("Sheet1!B3",)), ("confirm", ("Sheet1!B4", "Sheet1!B5", "Sheet1!C5")),
    ]  # fmt: skip
    (question, _) = (one for one in reading.issues if one.open)
    assert [one.value for one in question.candidates] == ["60", "6"]
    assert [one.quantity for one in reading.orders[0].lines] == [60, 3, 4]
    assert reading.orders[0].lines[2].unit_price == Decimal("7.5")


@pytest.mark.parametrize(
    ("policy", "result"),
    [("accept", Result.READY), ("ask", Result.QUESTIONS), ("block", Result.REFUSED)],
)
def test_the_policy_decides_and_the_evidence_shows_the_formula(policy, result):
    reading = read(grid(f"{HEAD}A-1|=2*3→6|2\nA-2|7|3"), hints=Hints(formulas=policy))
    assert reading.result is result
    assert reading.orders[0].lines[0].evidence["quantity"].formula == "=2*3"
    assert any(one.code.startswith("FORMULAS_") for one in reading.issues)


def test_totals_by_formula_are_checked_and_asked_only_for_a_sum_that_fails():
    table = f"{HEAD[:-1]}|Total\nA-1|5|2|=B3*C3→10\nA-2|6|3|=B4*C4→18\n||Total|=SUM(D3:D4)→99"
    reading = read(grid(table))
    assert reading.result is Result.QUESTIONS
    assert reading.orders[0].total == Decimal(99)
    codes = {one.code: one for one in reading.issues}
    assert [one for one in codes if codes[one].open] == ["TOTAL_MISMATCH"]
    assert set(codes) == {"TOTAL_MISMATCH", "FORMULAS_WARNING"}
    assert codes["FORMULAS_WARNING"].facts["differing"] == "Sheet1!D5"


def test_totals_that_are_not_stored_are_computed_again_and_compared():
    rows = "".join(
        f"\nA-{row}|{row}|{length}|5|=IF(C{row + 2}=FALSE,B{row + 2}*D{row + 2},B{row + 2}*C{row + 2}*D{row + 2})→"
        for row, length in ((1, ""), (2, "20"), (3, "1"))
    )
    reading = read(grid(f"Customer:|Acme\nSKU|Qty|Feet|Price|Total Price{rows}"))
    assert [one.line_total for one in reading.orders[0].lines] == [5, 200, 15]
    (wrong,) = (one for one in reading.issues if one.code == "ARITHMETIC_MISMATCH")
    assert (wrong.cells, reading.result) == (("Sheet1!E4",), Result.QUESTIONS)
