"""Plain confirmations that ride with another answer instead of asking.

A clerk who names the customer has the whole card before them: what only wants a plain yes is shown
there and confirmed with that answer. An answer that changes what the lines are (a column, a sheet,
a cell) confirms nothing, for it may change what the yes was about.
"""

from collections.abc import Collection, Sequence

from orders.fixes import FixKind
from orders.issue import Ask, Issue

_FEW = 5
"""More confirmations than so many are looked at one by one."""


def asked(issues: Sequence[Issue]) -> list[Issue]:
    """The open issues that want an answer of their own."""
    along = riders(issues)
    return [one for one in issues if one.open and one.ask is not Ask.NONE and one not in along]


def riders(issues: Sequence[Issue]) -> list[Issue]:
    """The open issues that another answer confirms as well: the customer's, or the first plain yes."""
    waiting = [one for one in issues if one.open]
    plain = [one for one in waiting if one.target == FixKind.ACCEPT]
    others = [one for one in waiting if one not in plain]
    if len(plain) > _FEW or not all(one.target.startswith(f"{FixKind.FIELD}:") for one in others):
        return []
    return plain if others else plain[1:]


def confirmed_along(issues: Sequence[Issue], answered: Collection[str]) -> list[Issue]:
    """The riders that these answers (ids of issues) confirm: all, once nothing else is left to ask."""
    left = [one for one in asked(issues) if one.issue_id not in answered]
    return [] if left else riders(issues)
