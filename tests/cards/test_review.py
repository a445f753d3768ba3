"""The review card: totals compared like with like, and who may send the order on."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from cards.draw import draw
from cards.scene import Part
from orders.case import LaneReport, Status, WaitingFor
from orders.codes import CODES
from orders.habits import Habits
from orders.issue import Ask, Issue, Severity
from orders.panel import ModelCall, Panel
from orders.reading import Reading, Result
from orders.template import Outcome, Recall
from tests.cards.lint import complaints, verbs, words
from tests.cards.paper import case, order
from tests.cards.scenes import scene

DIFFERS = "differs from the file"
TAX = "Tax in the file"


def draft_total() -> Decimal:
    """What the lines of the paper order come to at the prices they are sent at."""
    whole = case("en")
    prices = {one.line_id: one.sent for one in whole.prices}
    lines = whole.reading.orders[0].lines
    return sum((one.quantity * prices[one.line_id] for one in lines), Decimal(0))


def text_with(**totals) -> str:
    """The text of Sara's review card of an order with these totals in the file."""
    whole = case("en")
    stated = replace(order("en"), **{"total": None, **totals})
    told = replace(whole, reading=Reading(Result.READY, (stated,)))
    content = draw(scene(Status.AWAITING_REVIEW, case=told)).content
    return json.dumps(content, ensure_ascii=False)


def test_a_total_that_agrees_is_not_named_twice():
    text = text_with(total=draft_total())
    assert DIFFERS not in text
    assert "File total" not in text


def test_a_total_with_tax_agrees_when_its_lines_do():
    tax = Decimal("78.85")
    text = text_with(tax=tax, total=draft_total() + tax)
    assert DIFFERS not in text
    assert "File total" in text
    assert TAX in text
    assert "78.85" in text


def test_a_subtotal_is_what_the_draft_is_compared_with():
    agrees = text_with(subtotal=draft_total(), tax=Decimal(70), total=draft_total() + 80)
    assert DIFFERS not in agrees
    off = text_with(subtotal=draft_total() - 5, tax=Decimal(5), total=draft_total())
    assert DIFFERS in off
    assert "5.00" in off


def test_a_total_that_differs_beyond_tax_is_a_warning():
    text = text_with(tax=Decimal(10), total=draft_total() + 12)
    assert DIFFERS in text
    assert "2.00 EUR" in text


def test_less_than_a_coin_is_no_difference():
    assert DIFFERS not in text_with(total=draft_total() + Decimal("0.004"))
    assert DIFFERS in text_with(total=draft_total() + Decimal("0.01"))


def test_no_total_in_the_file_is_no_difference():
    text = text_with()
    assert DIFFERS not in text
    assert "Draft total" in text


def test_a_line_without_amount_leaves_the_draft_without_a_total():
    whole = case("en")
    unpriced = tuple(replace(one, sent=None) for one in whole.prices)
    told = replace(whole, prices=unpriced)
    text = json.dumps(draw(scene(Status.AWAITING_REVIEW, case=told)).content)
    assert DIFFERS not in text
    assert "Draft total" not in text
    assert "File total" in text


@pytest.mark.parametrize("part", [Part.APPROVER, Part.MANAGER, Part.AUDITOR])
def test_only_the_requester_sends_it_on(part):
    others = draw(scene(Status.AWAITING_REVIEW, part)).content
    own = draw(scene(Status.AWAITING_REVIEW)).content
    assert '"verb": "submit"' in json.dumps(own)
    assert '"verb": "submit"' not in json.dumps(others)


def test_an_open_question_takes_the_place_of_sending_it_on():
    whole = case("en")
    asked = Issue(
        "INVALID_QUANTITY",
        Severity.ERROR,
        cells=("Sheet1!D13",),
        fields=("quantity",),
        ask=Ask.NUMBER,
        target="cell:Sheet1!D13",
    )
    told = replace(whole, issues=(asked,))
    text = json.dumps(draw(scene(Status.AWAITING_REVIEW, case=told)).content)
    assert f"fix/{asked.issue_id}" in text
    assert '"verb": "correct"' in text
    assert '"verb": "submit"' not in text


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome.USED, "as Omid confirmed on 21 Nov 2026 (template 0a1b2c3d4e)"),
        (Outcome.CORRECTED, "corrected; template 0a1b2c3d4e said otherwise"),
        (Outcome.CONTRADICTED, "no longer fits template 0a1b2c3d4e"),
    ],
)
@pytest.mark.parametrize("status", [Status.AWAITING_REVIEW, Status.AWAITING_APPROVAL])
def test_a_known_template_is_shown_with_who_confirmed_it_when(status, outcome, said):
    whole = case("en")
    met = Recall("0a1b2c3d4e", 1, outcome, "Omid", "2026-11-21T09:00:00+00:00")
    met = replace(met, habits=Habits(currency="TOMAN"))
    told = replace(whole, reading=replace(whole.reading, recall=met))
    drawn = json.dumps(draw(scene(status, case=told)).content, ensure_ascii=False)
    assert "money in toman" in drawn
    assert said in drawn


def test_an_order_in_the_lane_shows_every_condition_and_can_be_stopped():
    whole = scene(Status.AWAITING_REVIEW)
    report = LaneReport("auto", (("customer_opted", True), ("untouched", False)))
    view = replace(whole.view, lane_until="2026-11-21T09:10:00+00:00", waiting_for=WaitingFor.LANE)
    content = draw(replace(whole, view=view, case=replace(whole.case, lane=report))).content
    assert verbs(content)[0] == "report"
    told = words(content)
    assert "✓\u00a0The customer takes part" in told
    assert "✗\u00a0Nothing had to be corrected or chosen" in told
    assert complaints(content) == []


def test_outside_the_lane_nothing_is_said_of_it():
    content = draw(scene(Status.AWAITING_REVIEW)).content
    assert "report" not in verbs(content)


@pytest.mark.parametrize("mode", ["report", "ask", "confident"])
def test_the_card_says_what_language_models_had_to_do_with_it(mode):
    calls = (ModelCall("a", "voted", ""), ModelCall("b", "late", ""))
    told = replace(case("en"), panel=Panel("S!1", ("sku",), (), calls, mode))
    text = json.dumps(draw(scene(Status.AWAITING_REVIEW, case=told)).content)
    assert "1 of 2 voted on columns" in text


TOLD = {
    "FORMULAS_UNCONFIRMED": ({"why": "confirm", "count": "2", "cells": "S!C4, S!C5"}, "S!C4, S!C5"),
    "FORMULAS_WARNING": ({"cells": "S!E9"}, "S!E9"),
    "HIDDEN_SHEETS_SKIPPED": ({"sheets": "Lists, Calc"}, "Lists, Calc"),
    "HIDDEN_COLUMNS_SKIPPED": ({"columns": "D Margin"}, "D Margin"),
    "STRAY_CELLS": ({"cells": "S!XFD1048576"}, "S!XFD1048576"),
    "TEXTS_OVER_CELLS": ({"texts": "D4: call first"}, "D4: call first"),
    "UNSEEN_CELLS": ({"rows": "5, 8"}, "5, 8"),
    "HIDDEN_ROWS_SKIPPED": ({"rows": "7, 9"}, "7, 9"),
}


@pytest.mark.parametrize("code", TOLD)
@pytest.mark.parametrize(
    ("status", "part"),
    [(Status.AWAITING_REVIEW, Part.REQUESTER), (Status.AWAITING_APPROVAL, Part.APPROVER)],
)
def test_b050_b052_formulas_and_what_is_hidden_are_seen_by_whoever_decides(code, status, part):
    facts, said = TOLD[code]
    severity = CODES[code] if CODES[code] is Severity.WARNING else Severity.INFO
    told = replace(case("en"), issues=(Issue(code, severity, facts=facts),))
    assert said in words(draw(scene(status, part, case=told)).content)
