"""Undo drops the last answer, fixes and choices alike, and nothing else."""

from dataclasses import replace

from orders.answered import with_answer, without_last
from orders.case import CaseDocument
from orders.fixes import Fix, FixKind

ONE, TWO = (Fix(FixKind.CELL, f"Sheet1!D{row}", "10") for row in (3, 4))
CASE = CaseDocument("o1", "K7Q4MP", "t", "sara", "Sara", "a:c", "en", "2026-01-05T08:00:00Z")


def test_undo_gives_back_what_an_answer_replaced():
    first = with_answer(CASE, 2, (ONE,), {"customer": "77"}, "sara")
    second = with_answer(
        replace(first, order_hash="h"), 3, (TWO, ONE), {"customer": "8", "L3": "-"}, "reza"
    )
    assert (second.fixes, second.order_hash) == ((ONE, TWO, ONE), "")
    assert second.chosen_by == {"customer": "reza", "L3": "reza"}
    back = without_last(second, 4)
    assert back == replace(first, revision=4)
    assert without_last(back, 5) == replace(CASE, revision=5)


def test_with_no_answer_left_only_the_revision_moves():
    assert without_last(CASE, 2) == replace(CASE, revision=2)
