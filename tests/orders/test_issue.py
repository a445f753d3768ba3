"""An issue keeps its id while the same thing is wrong at the same place."""

from dataclasses import replace

import pytest

from orders.issue import Ask, Candidate, Issue, Severity

ISSUE = Issue(
    "INVALID_QUANTITY", Severity.ERROR, ("S!D3",), ("quantity",), ("L003",), {"value": "ten"},
    ask=Ask.NUMBER, target="cell:S!D3",
)  # fmt: skip


def test_an_id_is_eight_hex_digits_fit_for_an_input():
    assert len(ISSUE.issue_id) == 8
    assert int(ISSUE.issue_id, 16) >= 0


@pytest.mark.parametrize(
    "change",
    [
        {"facts": {"value": "eleven"}},
        {"severity": Severity.WARNING},
        {"ask": Ask.TEXT},
        {"candidates": (Candidate("1", "1"),), "preselect": "1"},
    ],
)
def test_words_and_choices_do_not_change_it(change):
    assert replace(ISSUE, **change).issue_id == ISSUE.issue_id


@pytest.mark.parametrize(
    "change",
    [
        {"code": "MISSING_QUANTITY"},
        {"cells": ("S!D4",)},
        {"lines": ("L004",)},
        {"fields": ("unit_price",)},
        {"target": "cell:S!D4"},
    ],
)
def test_another_place_or_another_wrong_is_another_issue(change):
    assert replace(ISSUE, **change).issue_id != ISSUE.issue_id


@pytest.mark.parametrize(
    ("severity", "stops"),
    [
        (Severity.BLOCKER, True),
        (Severity.ERROR, True),
        (Severity.WARNING, False),
        (Severity.INFO, False),
    ],
)
def test_only_blockers_and_errors_stop_an_order(severity, stops):
    assert replace(ISSUE, severity=severity).open is stops
