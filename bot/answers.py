"""What a person filled in on a card, judged against what was asked."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.turn import InputValue
from orders.case import CaseDocument
from orders.fixes import Fix, FixKind, parse_target
from orders.issue import Ask, Issue

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
    issues = {f"{_FIX}{issue.issue_id}": issue for issue in case.issues}
    fixes: list[Fix] = []
    picked: dict[str, str] = {}
    typed: dict[str, str] = {}
    unknown = 0
    for name, raw in inputs.items():
        value = str(raw).strip()[:_LONGEST]
        if not value or not name.startswith((_FIX, _PICK)):
            continue
        issue = issues.get(name)
        what = name.removeprefix(_PICK)
        if issue is not None and _fits(issue, value):
            _answer_issue(issue, value, fixes, typed)
        elif name.startswith(_PICK) and _is_offered(case, what, value):
            picked[what] = value
        else:
            unknown += 1
    # The list of records comes with one picked already, so what a person typed says more.
    return Filled(tuple(fixes), {**picked, **typed}, unknown)


def _answer_issue(issue: Issue, value: str, fixes: list[Fix], typed: dict[str, str]) -> None:
    """An answer about customer, item or price is a choice (a record, or a text to look for)."""
    kind, _, place = issue.target.partition(":")
    if kind == "customer":
        typed["customer"] = value
    elif kind == "item":
        typed[place] = value
    elif kind == "price":
        typed[issue.target] = value
    elif kind == FixKind.ACCEPT:
        fixes.append(Fix(FixKind.ACCEPT, issue.issue_id, value))
    else:
        fixes.append(Fix(*parse_target(issue.target), value))


def _fits(issue: Issue, value: str) -> bool:
    """Whether the issue asks for anything, and where it offers a choice, whether this is one.

    A record may also be looked for by a text, whatever was offered.
    """
    if issue.target == "customer" or issue.target.startswith("item:"):
        return True
    if issue.ask is Ask.CHOICE:
        return value in {one.value for one in issue.candidates}
    return bool(issue.target) and issue.ask is not Ask.NONE


def _is_offered(case: CaseDocument, what: str, value: str) -> bool:
    """Whether this record was among the suggestions (or the line may be left out)."""
    if what == "customer":
        match = case.matches.customer
        return match is not None and value in {one.record_id for one in match.suggestions}
    item = case.matches.items.get(what)
    if item is None:
        return False
    return value == LEAVE_OUT or value in {one.record_id for one in item.suggestions}
