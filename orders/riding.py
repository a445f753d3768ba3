"""Plain confirmations that ride with another answer instead of asking.

A clerk who names the customer has the whole card before them: what only wants a plain yes is shown
there and confirmed with that answer. An answer that changes what the lines are (another column, a
sheet, a cell) confirms nothing, for it may change what the yes was about.
"""

from collections.abc import Mapping, Sequence

from orders.fixes import FixKind
from orders.issue import Ask, Issue

LONE = "lone"
"""Why a question about a column wants but a yes: no other may serve, and it was read as that."""
LIKELY = "likely"
"""Why another question wants but a yes: it was read as that, which is far likelier than the rest."""
STRUCK = "struck"
"""Why rows were left out that call themselves cancelled or delivered, which wants but a yes."""
_FEW = 5
"""More confirmations than so many are looked at one by one."""


def yes_to(issue: Issue) -> str:
    """The answer that takes an issue as it was read; empty where it wants more than a plain yes."""
    if issue.target == FixKind.ACCEPT:
        return "yes"
    return issue.preselect if issue.facts.get("why") in (LONE, LIKELY, STRUCK) else ""


def asked(issues: Sequence[Issue]) -> list[Issue]:
    """The open issues that want an answer of their own."""
    along = riders(issues)
    return [one for one in issues if one.open and one.ask is not Ask.NONE and one not in along]


def riders(issues: Sequence[Issue]) -> list[Issue]:
    """The open issues that another answer confirms as well: the customer's, or the first plain yes."""
    waiting = [one for one in issues if one.open]
    plain = [one for one in waiting if yes_to(one)]
    others = [one for one in waiting if one not in plain]
    if len(plain) > _FEW or not all(one.target.startswith(f"{FixKind.FIELD}:") for one in others):
        return []
    return plain if others else plain[1:]


def confirmed_along(issues: Sequence[Issue], answers: Mapping[str, str]) -> list[Issue]:
    """The riders that these answers (by the ids of issues) confirm: all, once nothing else is asked.

    None where an answer takes something otherwise than it was read.
    """
    told = [(yes_to(one), answers[one.issue_id]) for one in issues if one.issue_id in answers]
    if any(yes not in ("", answer) for yes, answer in told):
        return []
    left = [one for one in asked(issues) if one.issue_id not in answers]
    return [] if left else riders(issues)
