"""Which answers take a manager: whatever moves money."""

from collections.abc import Mapping

from orders.issue import Issue

LEAVE_OUT = "-"
"""Leaving a line out is anybody's answer: nothing is sold then."""
SECOND = "second"
UPDATE = "update"
GO = "go"
MONEY = frozenset(
    {
        "CREDIT_LIMIT_EXCEEDED", "OVERDUE_BALANCE", "CUSTOMER_ON_HOLD", "BELOW_MINIMUM_ORDER",
        "EXTRA_APPROVAL_NEEDED", "PRICE_LIST_UNREADABLE",
    }
)  # fmt: skip
"""Checks of the whole order that only a manager waves through."""


def needs_manager(target: str, value: str) -> bool:
    """Whether this answer counts only from a manager.

    Targets are `price:…` (what a line costs) and `check:CODE:…` (a business check).
    """
    kind, _, rest = target.partition(":")
    if value == LEAVE_OUT:
        return False
    return kind == "price" or (kind == "check" and rest.partition(":")[0] in MONEY)


def any_needs_manager(choices: Mapping[str, str]) -> bool:
    """Whether a click carries any answer that counts only from a manager."""
    return any(needs_manager(target, value) for target, value in choices.items())


def waits_for_manager(issue: Issue) -> bool:
    """Whether an open issue has an answer that only a manager can give."""
    values = [one.value for one in issue.candidates] or [GO]
    return issue.open and any(needs_manager(issue.target, value) for value in values)
