"""What a person filled in on a card, judged against what was asked."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.turn import InputValue
from orders.case import CaseDocument
from orders.fixes import Fix, parse_target
from orders.issue import Issue

LEAVE_OUT = "-"
_LONGEST = 500
_FIX = "fix/"
_PICK = "pick/"


@dataclass(frozen=True, slots=True)
class Filled:
    """Fixes and choices; `unknown` counts inputs that answer nothing the order asked."""

    fixes: tuple[Fix, ...] = ()
    choices: Mapping[str, str] | None = None
    unknown: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing usable was filled in."""
        return not self.fixes and not self.choices


def read_answers(case: CaseDocument, inputs: Mapping[str, InputValue]) -> Filled:
    """Turn a card's inputs into fixes and choices.

    What an input changes is taken from the order's own issues and suggestions, never from the
    card: an input that nobody asked for changes nothing.
    """
    issues = {issue.issue_id: issue for issue in case.issues}
    fixes: list[Fix] = []
    choices: dict[str, str] = {}
    unknown = 0
    for name, raw in inputs.items():
        value = str(raw).strip()[:_LONGEST]
        issue = issues.get(name.removeprefix(_FIX)) if name.startswith(_FIX) else None
        if not value or not name.startswith((_FIX, _PICK)):
            continue
        if issue is not None:
            _answer_issue(issue, value, fixes, choices)
        elif name.startswith(_PICK) and _is_offered(case, name.removeprefix(_PICK), value):
            choices[name.removeprefix(_PICK)] = value
        else:
            unknown += 1
    return Filled(tuple(fixes), choices, unknown)


def _answer_issue(issue: Issue, value: str, fixes: list[Fix], choices: dict[str, str]) -> None:
    """An answer about customer, item or price is a choice (a record, or a text to look for)."""
    if issue.target == "customer":
        choices["customer"] = value
    elif issue.target.startswith("item:"):
        choices[issue.target.removeprefix("item:")] = value
    elif issue.target.startswith("price:"):
        if value in {one.value for one in issue.candidates}:
            choices[issue.target] = value
    elif issue.target:
        kind, place = parse_target(issue.target)
        fixes.append(Fix(kind, place, value))


def _is_offered(case: CaseDocument, what: str, value: str) -> bool:
    """Whether this record was among the suggestions (or the line may be left out)."""
    if what == "customer":
        match = case.matches.customer
        return match is not None and value in {one.record_id for one in match.suggestions}
    item = case.matches.items.get(what)
    if item is None:
        return False
    return value == LEAVE_OUT or value in {one.record_id for one in item.suggestions}
