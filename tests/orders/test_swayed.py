"""Models settle what the values leave open to them; what they settled is shown as a guess."""

from decimal import Decimal

import pytest

from orders.hints import Hints
from orders.issue import Severity
from orders.reader import read
from orders.reading import Result, Vote
from tests.orders.grids import grid

SETTLED, ASKED = Result.READY, Result.QUESTIONS
TOP = "Customer:|Acme\nPO number:|7781\n"
LINES = {
    "one": "SKU|Name|{}|Price\nA-1|Rope|5|2.50\nA-2|Hook|2|1.50",
    "two": "SKU|Name|{}|Zorb|Price\nA-1|Rope|5|12|2.50\nA-2|Hook|2|30|1.50",
    "codes": "Qux|Blim|Name|Qty\nA-1|B-7|Rope|5\nA-2|B-9|Hook|2",
    "prices": "SKU|Name|Qty|Zorb|Blim\nA-1|Rope|5|2.50|3.10\nA-2|Hook|2|1.50|1.75",
}


def voted(drawing, field, choice, *, confirm=False):
    """The file read with three models that agree on one column."""
    votes = tuple(Vote(f"m:{place}", field, choice) for place in range(3))
    hints = Hints(votes=votes, voted_on="Sheet1!3", confirm=confirm)
    return read(grid(TOP + drawing), hints=hints)


@pytest.mark.parametrize(
    ("drawing", "field", "choice", "result"),
    [
        (LINES["one"].format("Idadi"), "quantity", "C", SETTLED),
        (LINES["two"].format("Idadi"), "quantity", "D", ASKED),
        (LINES["two"].format("Amount"), "quantity", "C", SETTLED),
        (LINES["two"].format("Amount"), "quantity", "D", ASKED),
        (LINES["codes"], "sku", "B", ASKED),
        (LINES["prices"], "unit_price", "E", ASKED),
    ],
)
def test_models_have_the_last_word_only_where_the_values_leave_one_column(
    drawing, field, choice, result
):
    """Naive: three models that obeyed a paraphrased order make any column certain."""
    reading = voted(drawing, field, choice)
    assert reading.result is result
    asked = [one for one in reading.issues if one.open]
    if result is ASKED:
        assert [(one.target, one.preselect) for one in asked] == [(f"column:{field}", choice)]
        return
    (guess,) = (one for one in reading.issues if one.code == "COLUMN_GUESSED")
    assert (guess.severity, guess.preselect) == (Severity.WARNING, choice)
    assert guess.facts["votes"] == f"m:0: {choice} · m:1: {choice} · m:2: {choice}"
    assert reading.orders[0].sure["quantity"] < 1


def test_what_members_without_keys_settle_is_no_guess():
    reading = voted("SKU|Name|Qty|Price\nA-1|Rope|5|2.50\nA-2|Hook|2|1.50", "quantity", "C")
    assert reading.result is SETTLED
    assert "COLUMN_GUESSED" not in {one.code for one in reading.issues}
    assert {one.share for one in reading.counts if one.field == "quantity"} == {Decimal(1)}


def test_where_a_person_must_confirm_the_same_column_is_asked():
    reading = voted(LINES["one"].format("Idadi"), "quantity", "C", confirm=True)
    assert [one.target for one in reading.issues if one.open] == ["column:quantity"]
