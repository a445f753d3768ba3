"""Plain confirmations ride with the answer about the order's head, and with nothing else."""

import pytest

from orders.codes import confirmed, issue
from orders.issue import Ask, Candidate, Issue
from orders.riding import asked, confirmed_along, riders

CUSTOMER = issue("MISSING_CUSTOMER", fields=("customer",), ask=Ask.TEXT, target="field:customer")
DAY = issue("AMBIGUOUS_DATE", ask=Ask.CHOICE, target="field:order_date")
SUM = confirmed("TOTAL_MISMATCH", severity="error", cells=("S!F9",))
FORMULA = confirmed("FORMULAS_UNCONFIRMED", cells=("S!F3",))
COLUMN = issue(
    "AMBIGUOUS_COLUMN", ask=Ask.CHOICE, target="column:quantity", candidates=(Candidate("C", "C"),)
)
SEEN = issue("UNMAPPED_COLUMNS")
BLOCKED = issue("NO_LINE_ITEMS")


def many(count: int) -> list[Issue]:
    return [confirmed("FORMULAS_UNCONFIRMED", cells=(f"S!F{row}",)) for row in range(count)]


def test_a_plain_yes_is_given_with_the_customers_name():
    issues = [SEEN, SUM, CUSTOMER, FORMULA]
    assert asked(issues) == [CUSTOMER]
    assert riders(issues) == [SUM, FORMULA]
    assert confirmed_along(issues, {CUSTOMER.issue_id}) == [SUM, FORMULA]


def test_one_yes_is_given_for_all_that_want_a_yes():
    assert asked([SUM, FORMULA]) == [SUM]
    assert confirmed_along([SUM, FORMULA], {SUM.issue_id}) == [FORMULA]
    assert asked([SUM]) == [SUM]


def test_nothing_is_confirmed_while_something_is_left_to_ask():
    """Naive: the first of two answers confirms what its author has not come to yet."""
    issues = [CUSTOMER, DAY, SUM]
    assert asked(issues) == [CUSTOMER, DAY]
    assert confirmed_along(issues, {CUSTOMER.issue_id}) == []
    assert confirmed_along(issues, set()) == []
    assert confirmed_along(issues, {CUSTOMER.issue_id, DAY.issue_id}) == [SUM]


@pytest.mark.parametrize("other", [COLUMN, BLOCKED])
def test_what_may_change_the_lines_confirms_nothing_of_them(other):
    """Naive: a sum that was confirmed for the wrong column counts for the right one."""
    assert riders([other, CUSTOMER, SUM]) == []
    assert SUM in asked([other, CUSTOMER, SUM])


def test_many_confirmations_are_looked_at_one_by_one():
    assert len(asked([CUSTOMER, *many(6)])) == 7
