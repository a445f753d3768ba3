"""Rules 1 to 4 of the facts: nothing is left out unsaid, nothing known is lost on the way."""

from dataclasses import replace

import pytest
from grids import grid, sheet

from infra.readout import Source, to_json
from orders.codes import CODES
from orders.hints import Hints
from orders.issue import Severity
from orders.pack import question_of
from orders.reader import read
from orders.reading import Result
from orders.sheet import Merge, Visibility, Workbook

HEAD = "Customer:|Acme Ltd\nSKU|Description|Qty|Price|Total|Mood|Secret\n"
LINES = "A-1|Rope|5|2|10|fine|x\nA-2|Hook|3|2|6|good|y\n"


def test_rule_1_every_row_column_and_sheet_left_out_is_told_with_its_reason():
    drawing = f"{HEAD}{LINES}A-3|Bag|1|2|2\n||||16\n.\nLeave it at the gate"
    order = replace(sheet(drawing), hidden_rows=frozenset({5}), hidden_columns=frozenset({7}))
    terms = sheet("Terms and conditions\nNet 30 days", name="Terms")
    lists = sheet("SKU|Qty\nA-1|9", name="Lists", visibility=Visibility.HIDDEN)
    reading = read(Workbook("xlsx", (order, terms, lists)))
    (one,) = reading.orders
    assert one.skipped_rows == {5: "hidden", 6: "total", 8: "note"}
    assert reading.sheets_seen == {"Sheet1": "chosen", "Terms": "no_order_table", "Lists": "hidden"}
    facts = {issue.code: issue.facts for issue in reading.issues}
    assert facts["HIDDEN_ROWS_SKIPPED"]["rows"] == "5"
    assert facts["NOTES_BELOW_TABLE"]["rows"] == "8"
    assert facts["UNMAPPED_COLUMNS"]["columns"] == "Mood"
    assert facts["HIDDEN_COLUMNS_SKIPPED"]["columns"] == "G Secret"
    assert facts["HIDDEN_SHEETS_SKIPPED"]["sheets"] == "Lists"


@pytest.mark.parametrize(
    ("drawing", "code"),
    [
        ("just words\nand more of them", "NO_HEADER_ROW"),
        ("Customer:|Acme Ltd\nSKU|Description|Qty|Price", "NO_LINE_ITEMS"),
        ("Customer:|Acme Ltd\nSKU|Description|Qty|Price\nA-1|Rope||2\nA-2|Hook||3", "NO_LINE_ITEMS"),
    ],
)  # fmt: skip
def test_rule_2_no_header_and_no_lines_are_blockers(drawing, code):
    reading = read(grid(drawing))
    assert CODES[code] is Severity.BLOCKER
    assert (reading.result, reading.reason) == (Result.REFUSED, code)


def test_rule_3_totals_are_checked_against_amounts_that_are_computed_where_they_lack():
    table = "Customer:|Acme Ltd\nSKU|Description|Qty|Price\nA-1|Rope|5|2\nA-2|Hook|3|2\n"
    right, wrong = read(grid(f"{table}|||Total|16")), read(grid(f"{table}|||Total|17"))
    assert right.orders[0].total == 16
    assert "TOTAL_MISMATCH" not in {one.code for one in right.issues}
    (said,) = (one for one in wrong.issues if one.code == "TOTAL_MISMATCH")
    assert said.facts["expected"] == "16.00"


def test_rule_4_currency_totals_and_merges_reach_the_output():
    drawing = "مشتری:|آفتاب\nکد کالا|شرح کالا|مبلغ|قیمت (ریال)\nA-1|کوله|2|1000\nA-2|چراغ|3|900\nA-3|طناب|1|70"
    persian = grid(drawing)
    question = question_of(persian, read(persian), ((), Hints()))
    assert question is not None
    assert question.language == "fa"

    lent = f"Currency:|EUR\n{HEAD}{LINES}||||16".replace("Hook", "")
    merged = replace(sheet(lent), merges=(Merge(4, 2, 5, 2),))
    told = to_json(read(Workbook("xlsx", (merged,))), Source("a.xlsx", "0"))
    (order,) = told["orders"]
    assert (order["currency"], order["total"]) == ("EUR", "16")
    assert [line["product_name"] for line in order["lines"]] == ["Rope", "Rope"]
    assert [one["cells"] for one in told["issues"] if one["code"] == "MERGED_BODY_CELLS"] == [
        ["Sheet1!B4"]
    ]
    assert order["cells"]["total"] == "E6"
    assert order["cells"]["currency"] == "B1"
