"""Which answers say something of the next file, and which questions they answer there."""

import pytest

from orders.codes import issue
from orders.evidence import Evidence
from orders.fixes import Fix, FixKind
from orders.habits import NO_HABITS, Habits, answers, speaks_against, told_by
from orders.issue import Ask, Candidate
from orders.order import Order


def question(code, target, values, **facts):
    candidates = tuple(Candidate(value, value) for value in values)
    return issue(code, ask=Ask.CHOICE, target=target, candidates=candidates, facts=facts)


NUMBER = question("AMBIGUOUS_NUMBER", "cell:S!D3", ("1250", "1.25"), value="1.250")
DATE = question(
    "AMBIGUOUS_DATE", "field:order_date", ("2026-03-04", "2026-04-03"), value="03/04/2026"
)
TOMAN = question("CURRENCY_UNIT_UNCLEAR", "field:currency", ("IRR", "TOMAN"))
SIGN = question("INVALID_CURRENCY", "field:currency", ("USD", "MXN"), value="USD, MXN", sign="$")
MIXED = question("INVALID_CURRENCY", "field:currency", ("EUR", "USD"), value="EUR, USD")
SHEET = question("MULTIPLE_SHEET_CANDIDATES", "sheet", ("A", "B"), sheets="A, B")
SEVERAL = question("MULTI_ORDER_DETECTED", "sheet", ("A", "B"))


@pytest.mark.parametrize(
    ("asked", "value", "told"),
    [
        (NUMBER, "1250", Habits(style="comma")),
        (NUMBER, "1.25", Habits(style="dot")),
        (NUMBER, "7", NO_HABITS),
        (DATE, "2026-04-03", Habits(dates="dmy")),
        (TOMAN, "TOMAN", Habits(currency="TOMAN")),
        (SIGN, "MXN", Habits(currency="MXN")),
        (MIXED, "EUR", NO_HABITS),
        (SHEET, "B", Habits(among="A, B")),
        (SEVERAL, "B", NO_HABITS),
    ],
)
def test_an_answer_says_what_its_question_was_about(asked, value, told):
    kind, _, place = asked.target.partition(":")
    assert told_by([asked], [Fix(FixKind(kind), place, value)]) == told
    given = answers([asked], told)
    assert given == ((Fix(FixKind(kind), place, value),) if told and asked is not SHEET else ())


def test_only_what_is_offered_is_answered():
    assert answers([TOMAN], Habits(currency="EUR")) == ()
    assert answers([MIXED], Habits(currency="EUR")) == ()


def test_a_place_named_unasked_is_told_and_other_corrections_are_not():
    assert told_by([], [Fix(FixKind.HEADER_ROW, "S", "5")]) == Habits(named=True)
    assert told_by([NUMBER], [Fix(FixKind.CELL, "S!A1", "x")]) == NO_HABITS


def test_later_answers_lie_over_earlier_ones():
    assert Habits("dot", "dmy").joined(Habits("comma")) == Habits("comma", "dmy")
    assert not NO_HABITS.joined(NO_HABITS)


@pytest.mark.parametrize(
    ("used", "raw", "codes", "against"),
    [
        (Habits(style="comma"), "1,250.50", (), True),
        (Habits(style="comma"), "1.250", (), False),
        (Habits(style="comma"), "1.250", ("TOTAL_MISMATCH",), True),
        (Habits(dates="dmy"), "12/31/2026", (), True),
        (Habits(dates="dmy"), "2026-12-31", (), False),
        (Habits(dates="dmy"), "03/04/2026", ("INVALID_DATE",), True),
        (Habits(currency="IRR"), "12/31/2026", ("TOTAL_MISMATCH",), False),
    ],
)
def test_values_and_sums_speak_against_a_habit(used, raw, codes, against):
    seen = Evidence("S", "A1", raw=raw)
    order = Order("S", (1,), {}, (), evidence={"total": seen, "order_date": seen})
    assert speaks_against(order, [issue(code) for code in codes], used) is against
