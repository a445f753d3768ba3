"""What a person filled in on a card, judged against what was asked."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.amending import FORM, read_amendments
from bot.turn import InputValue
from orders.authority import LEAVE_OUT
from orders.case import CaseDocument
from orders.fixes import Fix, FixKind, parse_target
from orders.issue import Ask, Issue
from orders.numbers import parse_amount
from orders.prices import typed_key
from orders.riding import confirmed_along, yes_to

_LONGEST = 500
_FIX = "fix/"
_PICK = "pick/"
_PRICE = "price/"


@dataclass(frozen=True, slots=True)
class Filled:
    """Fixes and choices; `unread` is the first entry that a person typed and nobody can read."""

    fixes: tuple[Fix, ...] = ()
    choices: Mapping[str, str] | None = None
    unread: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing usable was filled in."""
        return not self.fixes and not self.choices


def read_answers(case: CaseDocument, inputs: Mapping[str, InputValue]) -> Filled:
    """Turn a card's inputs into fixes and choices.

    What an input changes is taken from the order's own issues and suggestions, never from the
    card; what nobody asked for is taken from the form for it, and only for the order's own sheet.
    Inputs that answer nothing the order asks (any more) are passed over.
    """
    issues = {f"{_FIX}{issue.issue_id}": issue for issue in case.issues}
    fixes: list[Fix] = []
    picked: dict[str, str] = {}
    typed: dict[str, str] = {}
    unread: list[str] = []
    answered: dict[str, str] = {}
    for name, raw in inputs.items():
        value = str(raw).strip()[:_LONGEST]
        if not value or not name.startswith((_FIX, _PICK, _PRICE)):
            continue
        if name.startswith(_PRICE):
            key, price = _typed_price(case, name.removeprefix(_PRICE), value)
            typed |= {key: price} if key else {}
            unread += [] if key else [value]
            continue
        issue = issues.get(name)
        what = name.removeprefix(_PICK)
        if issue is not None and _fits(issue, value):
            _answer_issue(issue, value, fixes, typed)
            answered[issue.issue_id] = value
        elif name.startswith(_PICK) and _is_offered(case, what, value):
            picked[what] = value
    amended, strange = read_amendments(case, _form(inputs))
    # Whoever corrects something beside the answers has not confirmed the rest as it was read.
    along = confirmed_along(case.issues, answered) if answered and not amended else []
    for one in along:
        _answer_issue(one, yes_to(one), fixes, typed)
    # The list of records comes with one picked already, so what a person typed says more.
    found = {**picked, **typed}
    return Filled((*fixes, *amended), found, next(iter([*unread, *strange]), ""))


def _form(inputs: Mapping[str, InputValue]) -> dict[str, str]:
    """What was filled in on the form for corrections nobody asked for."""
    texts = {name: str(raw).strip()[:_LONGEST] for name, raw in inputs.items()}
    return {
        name.removeprefix(FORM): text
        for name, text in texts.items()
        if text and name.startswith(FORM)
    }


def changes(case: CaseDocument, filled: Filled) -> bool:
    """Whether anything was filled in that is not what the order has already."""
    fixed = any(not _stands(case, fix) for fix in filled.fixes)
    return fixed or any(
        value != _standing(case, what) for what, value in (filled.choices or {}).items()
    )


def _stands(case: CaseDocument, fix: Fix) -> bool:
    """Whether a fix only says again what a guess on the card comes marked with."""
    return any(
        (str(fix.kind), fix.target, fix.value) == (*_target(one), one.preselect)
        for one in case.issues
        if not one.open and one.ask is Ask.CHOICE
    )


def _target(issue: Issue) -> tuple[str, str]:
    kind, _, place = issue.target.partition(":")
    return kind, place


def _standing(case: CaseDocument, what: str) -> str:
    """The record an order has now, of its customer or of a line."""
    if what == "customer":
        match = case.matches.customer
        return match.customer.customer_id if match and match.customer else ""
    item = case.matches.items.get(what)
    return item.item.item_id if item and item.item else ""


def _answer_issue(issue: Issue, value: str, fixes: list[Fix], typed: dict[str, str]) -> None:
    """An answer about customer, item, unit or price is a choice (a record, or a text to look for)."""
    kind, _, place = issue.target.partition(":")
    if kind == "customer":
        typed["customer"] = value
    elif kind == "item":
        typed[place] = value
    elif kind in ("price", "check", "unit"):
        typed[issue.target] = value
    elif kind == FixKind.ACCEPT:
        fixes.append(Fix(FixKind.ACCEPT, issue.issue_id, value))
    else:
        fixes.append(Fix(*parse_target(issue.target), value))


def _typed_price(case: CaseDocument, line_id: str, value: str) -> tuple[str, str]:
    """The choice that a typed price is, for a line whose price is asked; else two empty texts."""
    match = case.matches.items.get(line_id)
    asked = any(one.open and line_id in one.lines for one in case.issues if _is_price(one))
    amount = parse_amount(value)
    if not asked or match is None or match.item is None or amount is None or not amount.clear:
        return "", ""
    number = next(iter(amount.readings.values()))
    if amount.percent or number < 0:
        return "", ""
    return typed_key(line_id, match.item.item_id), f"{number:f}"


def _is_price(issue: Issue) -> bool:
    return issue.target.startswith(f"{_PRICE[:-1]}:")


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
