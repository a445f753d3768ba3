"""The JSON form of readings, and the bundled samples it is shown on."""

import asyncio
import hashlib
import json
from decimal import Decimal
from pathlib import Path

import pytest

from activities.workbook.limits import Limits
from activities.workbook.reader import open_workbook
from infra.readout import Source, say_plainly, to_json
from orders.codes import issue
from orders.reader import read
from orders.reading import Reading, Result
from orders.sheet import Workbook
from tests.orders.grids import grid, sheet

SAMPLES = Path(__file__).resolve().parents[2] / "infra" / "samples"
KEYS = {
    "file", "sha256", "outcome", "reason", "orders", "issues", "questions", "members", "sheets",
    "seconds",
}  # fmt: skip


def readout(name: str) -> dict:
    content = (SAMPLES / name).read_bytes()
    book = asyncio.run(open_workbook(content, name, Limits()))
    source = Source(name, hashlib.sha256(content).hexdigest(), 0.01)
    return json.loads(json.dumps(to_json(read(book), source)))


@pytest.mark.parametrize(
    ("name", "customer", "po_number", "day", "total", "count"),
    [
        ("brightwater.xlsx", "Brightwater Outdoor GmbH", "PO-7781", "2026-11-20", "3884.28", 6),
        ("aftab.xlsx", "بازرگانی آفتاب شرق", "1405-217", "2026-11-20", "4134.2", 4),
    ],
)
def test_the_samples_go_through_by_their_own_strength(name, customer, po_number, day, total, count):
    told = readout(name)
    (order,) = told["orders"]
    assert set(told) == KEYS
    assert (told["outcome"], told["questions"]) == ("ready", [])
    assert (order["customer"], order["po_number"], order["order_date"]) == (
        customer,
        po_number,
        day,
    )
    assert (order["currency"], order["total"], len(order["lines"])) == ("EUR", total, count)


def test_the_third_sample_has_one_question_of_its_own():
    told = readout("karimi.csv")
    (asked,) = told["questions"]
    assert told["outcome"] == "questions"
    assert (asked["code"], asked["cells"]) == ("INVALID_QUANTITY", ["Sheet1!C7"])
    assert told["orders"][0]["customer"] == "Karimi Trading"


def test_every_value_names_its_cell_and_every_number_is_text():
    (order,) = readout("brightwater.xlsx")["orders"]
    line = order["lines"][2]
    assert order["cells"]["customer"] == "B5"
    assert order["columns"]["sku"] == "A"
    assert (line["row"], line["sku"], line["quantity"], line["unit"]) == (11, "0042", "60", "pcs")
    assert line["cells"]["quantity"] == "D11"


def test_amounts_of_the_samples_add_up():
    for name in ("brightwater.xlsx", "aftab.xlsx"):
        (order,) = readout(name)["orders"]
        amounts = [Decimal(line["line_total"]) for line in order["lines"]]
        counted = [Decimal(one["quantity"]) * Decimal(one["unit_price"]) for one in order["lines"]]
        assert amounts == counted
        assert Decimal(order["subtotal"] or order["total"]) == sum(amounts)


def test_a_refusal_says_why():
    blocked = issue("NO_HEADER_ROW", facts={"kind": "no_table"})
    told = to_json(
        Reading(Result.REFUSED, issues=(blocked,), reason="NO_HEADER_ROW"),
        Source("a.xlsx", "0" * 64),
    )
    assert told["outcome"] == "refused"
    assert told["reason"] == "NO_HEADER_ROW: kind no_table"
    assert told["orders"] == []


def test_an_issue_without_facts_is_its_code():
    assert say_plainly(issue("ALL_QUANTITIES_ZERO")) == ("ALL_QUANTITIES_ZERO", "")


def test_a_plain_yes_is_no_question_of_its_own_beside_the_customers():
    rows = "SKU|Qty|Price|Total\nA-1|5|2|10\nA-2|3|2|6\n||Sum|52"
    told = to_json(read(grid(rows)), Source("o.csv", ""), say_plainly)
    (question,) = told["questions"]
    assert (told["outcome"], question["code"]) == ("questions", "MISSING_CUSTOMER")
    (sum_,) = [one for one in told["issues"] if one["id"] in question["confirms"]]
    assert (sum_["code"], sum_["severity"], sum_["question"]) == ("TOTAL_MISMATCH", "error", "")
    assert sum_["message"] in question["question"]


def test_a_line_of_a_list_beside_itself_has_the_row_of_the_file():
    book = grid(
        "Customer:|Acme Ltd\nItem|Price|Qty||Item|Price|Qty\nRope|1|3||Lamp|2|\nHook|2|5||Oil|2|2"
    )
    (order,) = to_json(read(book), Source("order.xlsx", "0" * 64))["orders"]
    assert [one["row"] for one in order["lines"]] == [3, 4, 3, 4]


def test_a_cell_of_another_sheet_is_named_with_it():
    """Naive: `B1` of the lines' own sheet, where a product's name stands."""
    head = sheet("Customer:|Acme Ltd\nPO Number:|PO-42", name="Order info")
    lines = sheet("SKU|Description|Qty\nA-1|Mug|24\nA-2|Saucer|12", name="Lines")
    order = to_json(read(Workbook("xlsx", (head, lines))), Source("a.xlsx", "0"))["orders"][0]
    assert order["cells"] == {"customer": "Order info!B1", "po_number": "Order info!B2"}
    assert order["lines"][0]["cells"]["quantity"] == "C2"
