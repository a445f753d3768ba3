"""How much of an order is still open."""

from orders.case import CaseDocument
from orders.issue import Ask, Candidate, Issue, Severity
from workflows.counts import count_issues
from workflows.messages import Checked


def test_issues_are_counted_by_severity_and_those_for_a_manager_apart():
    money = Issue("PRICE_ZERO", Severity.ERROR, ask=Ask.CHOICE, target="price:a",
                  candidates=(Candidate("sheet", "sheet"),))  # fmt: skip
    issues = (
        money,
        Issue("MISSING_CUSTOMER", Severity.ERROR, target="customer"),
        Issue("STOCK_SHORT", Severity.WARNING),
        Issue("PARSE_ERROR", Severity.BLOCKER),
    )
    case = CaseDocument("o", "K7Q4MP", "t", "r", "R", "c", "en", "", issues=issues)
    assert count_issues(case) == Checked(
        blockers=1, errors=2, guarded=1, warnings=1, first_blocker="PARSE_ERROR"
    )
