"""Which answers take a manager."""

import pytest

from orders.authority import any_needs_manager, needs_manager, waits_for_manager
from orders.codes import CODES
from orders.issue import Ask, Candidate, Issue, Severity


@pytest.mark.parametrize(
    ("target", "value", "needed"),
    [
        ("price:abc", "sheet", True),
        ("price:abc", "books", True),
        ("price:abc", "-", False),
        ("price:L001:460", "12.5", True),
        ("check:CREDIT_LIMIT_EXCEEDED:abc", "go", True),
        ("check:EXTRA_APPROVAL_NEEDED:abc", "go", True),
        ("check:DUPLICATE_ORDER:abc", "second", False),
        ("customer", "460", False),
        ("L001", "-", False),
    ],
)
def test_money_takes_a_manager_and_leaving_out_does_not(target, value, needed):
    assert needs_manager(target, value) is needed
    assert any_needs_manager({"customer": "1", target: value}) is needed


@pytest.mark.parametrize(
    ("code", "target", "severity", "waits"),
    [
        ("PRICE_ZERO", "price:a", Severity.ERROR, True),
        ("PRICE_DIFFERENCE", "price:a", Severity.WARNING, False),
        ("CREDIT_LIMIT_EXCEEDED", "check:CREDIT_LIMIT_EXCEEDED:a", Severity.ERROR, True),
        ("DUPLICATE_ORDER", "check:DUPLICATE_ORDER:a", Severity.ERROR, False),
    ],
)
def test_an_open_question_of_money_waits_for_a_manager(code, target, severity, waits):
    candidates = (Candidate("go", "go"), Candidate("-", "-"))
    assert code in CODES
    issue = Issue(code, severity, ask=Ask.CHOICE, target=target, candidates=candidates)
    assert waits_for_manager(issue) is waits
