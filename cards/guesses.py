"""Guesses on the review: what was guessed, why, and how to change it."""

from microsoft_teams.cards.core import CardElement

from cards.ask import draw_issue, more
from cards.catalogue import say
from cards.choices import title_of
from cards.elements import BOLD, SUBTLE, box, choice_input, line, text_input
from cards.literal import show
from cards.scene import Scene
from cards.telling import issue_text, reasons
from orders.authority import LEAVE_OUT
from orders.case import CaseDocument
from orders.catalogue import Method, Suggestion
from orders.issue import Issue

_MARKED = frozenset({"COLUMN_GUESSED", "ANSWERED_BEFORE"})
"""Questions of the reading that something else than a person answered; its answer is marked."""
GUESSED = frozenset({"CUSTOMER_GUESSED", "ITEM_GUESSED", "CUSTOMER_KNOWN", "ITEM_KNOWN"} | _MARKED)
"""Answers and matches that nobody chose for this order."""
_MOST = 8


def guesses(case: CaseDocument | None) -> list[Issue]:
    """The guesses on an order, the customer's first."""
    return [one for one in (case.issues if case else ()) if one.code in GUESSED]


def draw_guesses(scene: Scene) -> list[CardElement]:
    """A box with every guess, each to be changed by a pick or by another name or code."""
    found = guesses(scene.case)
    if not found:
        return []
    drawn: list[CardElement] = [line(say("review.guesses", scene.language), BOLD)]
    for issue in found[:_MOST]:
        drawn += _draw_guess(scene, issue)
    if len(found) > _MOST:
        drawn.append(more(len(found) - _MOST, scene.language))
    return [box(drawn, "emphasis")]


def _draw_guess(scene: Scene, issue: Issue) -> list[CardElement]:
    if issue.code in _MARKED:
        return [draw_issue(scene, issue, inputs=True)]
    language = scene.language
    because, offered = _found(scene.case, issue)
    choices = [(one.record_id, title_of(one, language)) for one in offered]
    leave = [(one.value, say("answer.leave_out", language)) for one in issue.candidates[-1:]
             if one.value == LEAVE_OUT]  # fmt: skip
    title, _ = issue_text(issue, language)
    drawn: list[CardElement] = [
        line(title),
        line(show(reasons(because, language), language), SUBTLE),
    ]
    if choices:
        place = issue.target.removeprefix("item:")
        drawn.append(choice_input(f"pick/{place}", title, [*choices, *leave], issue.preselect))
    hint = say("answer.text", language)
    return [*drawn, text_input(f"fix/{issue.issue_id}", say("choices.search", language), hint=hint)]


def _found(case: CaseDocument | None, issue: Issue) -> tuple[str, tuple[Suggestion, ...]]:
    """What a guess rests on, and what else was near."""
    matches = case.matches if case else None
    match = (
        matches.customer if matches and issue.target == "customer"
        else matches.items.get(issue.target.removeprefix("item:")) if matches else None
    )  # fmt: skip
    if match is None or match.method not in (Method.FUZZY, Method.ALIAS):
        return "", ()
    return match.because, match.suggestions
