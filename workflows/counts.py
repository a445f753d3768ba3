"""How much of an order is still open, as the workflow needs to know it."""

from orders.authority import waits_for_manager
from orders.case import CaseDocument
from orders.issue import Severity
from workflows.messages import Checked


def count_issues(case: CaseDocument) -> Checked:
    """How many issues of each severity stand on a case, and the first blocker's code."""
    severities = [issue.severity for issue in case.issues]
    blockers = [issue.code for issue in case.issues if issue.severity is Severity.BLOCKER]
    read = case.reading.orders if case.reading else ()
    return Checked(
        blockers=len(blockers),
        errors=severities.count(Severity.ERROR),
        guarded=sum(waits_for_manager(issue) for issue in case.issues),
        warnings=severities.count(Severity.WARNING),
        lines=sum(len(order.lines) for order in read),
        first_blocker=blockers[0] if blockers else "",
    )
