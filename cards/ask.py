"""Issues on a card: what is wrong, where, and the input to fix it."""

from collections.abc import Sequence
from decimal import Decimal

from microsoft_teams.cards.core import CardElement

from cards.catalogue import line_number, say
from cards.elements import (
    BOLD,
    CODE,
    QUIET,
    SUBTLE,
    Colour,
    Ink,
    Style,
    box,
    choice_input,
    date_input,
    heading,
    line,
    text_input,
)
from cards.figures import digits, number
from cards.lines import order_of
from cards.literal import join
from cards.scene import Scene
from cards.telling import answer_label, answer_text, issue_text
from orders.authority import needs_manager, waits_for_manager
from orders.case import CaseDocument
from orders.issue import Ask, Candidate, Issue, Severity
from orders.order import Line
from orders.riding import riders

MOST = 10
"""Up to so many issues stand on one card; the rest follow when these are settled."""

_COLOURS: dict[Severity, Colour] = {
    Severity.BLOCKER: "Attention",
    Severity.ERROR: "Attention",
    Severity.WARNING: "Warning",
    Severity.INFO: "Default",
}
_STYLES: dict[Severity, Style] = {Severity.BLOCKER: "attention", Severity.ERROR: "emphasis"}
_CELLS_NAMED = 6
_TYPED = 5
"""For so many lines a price can be typed at once; the rest follow when these are settled."""
_ROW_FIELDS = ("sku", "gtin", "product_name", "quantity", "unit", "unit_price", "line_total")


def draw_issues(
    scene: Scene, issues: Sequence[Issue], *, inputs: bool, most: int = MOST
) -> list[CardElement]:
    """Issues grouped by severity, gravest first, at most `most` of them."""
    drawn: list[CardElement] = []
    left, along = most, riders(issues) if inputs else []
    for severity in Severity:
        group = [one for one in issues if one.severity is severity and one not in along]
        own = len(group)
        group += [one for one in along if one.severity is severity]
        if group:
            count = number(own or len(group), scene.language)
            title = f"{say(f'severity.{severity}', scene.language)} ({count})"
            drawn += [heading(title, _COLOURS[severity])] if left > 0 else []
            drawn += [
                draw_issue(scene, one, inputs=inputs, rides=one in along) for one in group[:left]
            ]
            left = max(0, left - len(group))
    hidden = len(issues) - most
    if hidden > 0:
        drawn.append(more(hidden, scene.language))
    return drawn


def more(count: int, language: str) -> CardElement:
    """Say how many are not shown."""
    return line(say("word.more", language, count=number(count, language)), QUIET)


def draw_issue(scene: Scene, issue: Issue, *, inputs: bool, rides: bool = False) -> CardElement:
    """One issue: title, cells, the row it stands in, what to do, and its input.

    One that `rides` has none: the answer to the others confirms it, and the card says so.
    """
    title, what_now = issue_text(issue, scene.language)
    items = [line(title, Ink(bold=True))]
    items += _draw_where(scene, issue, title)
    if rides:
        items.append(line(say("answer.confirmed_along", scene.language), SUBTLE, spacing="Small"))
    elif inputs or issue.open:
        items.append(line(what_now, SUBTLE, spacing="Small"))
    guarded = waits_for_manager(issue)
    if guarded and not scene.reader.manages:
        names = scene.names_of(scene.managers)
        items.append(line(say("answer.by_manager", scene.language, names=names), BOLD))
    if "answer" in issue.facts:
        items.append(line(_given(scene, issue), SUBTLE, spacing="Small"))
    if (inputs and not rides) or (guarded and scene.reader.manages):
        items += draw_input(issue, scene.language, manages=scene.reader.manages)
    return box(items, _STYLES.get(issue.severity))


def _given(scene: Scene, issue: Issue) -> str:
    """What was answered, and by whom."""
    answer = issue.facts["answer"]
    told = answer_text(issue, Candidate(answer, answer), scene.language)
    by = issue.facts.get("by", "")
    return say("answer.given", scene.language, answer=told, name=scene.name(by) if by else "")


def _draw_where(scene: Scene, issue: Issue, title: str) -> list[CardElement]:
    language = scene.language
    drawn = []
    named = [cell for cell in issue.cells[:_CELLS_NAMED] if cell not in title]
    if named:
        extra = len(issue.cells) - _CELLS_NAMED
        rest = f" +{number(extra, language)}" if extra > 0 else ""
        cells = join(named, language, say("word.comma", language), 60)
        drawn.append(line(f"{cells}{rest}", CODE, spacing="None"))
    row = _row_of(scene.case, issue)
    if row is not None:
        place = digits(str(row.row), language)
        text = say(
            "word.row", language, row=place, content=join(_contents(row, language), language)
        )
        drawn.append(line(text, QUIET, spacing="None"))
    return drawn


def _row_of(case: CaseDocument | None, issue: Issue) -> Line | None:
    order = order_of(case)
    if order is None or len(issue.lines) != 1:
        return None
    return next((one for one in order.lines if one.line_id == issue.lines[0]), None)


def _contents(row: Line, language: str) -> list[str]:
    """The row as the file shows it; where no cell is known, as it was read."""
    shown = []
    for name in _ROW_FIELDS:
        witness, value = row.evidence.get(name), getattr(row, name)
        read = number(value, language) if isinstance(value, Decimal) else value or ""
        shown.append((witness.display or witness.raw) if witness else read)
    return shown


def draw_input(issue: Issue, language: str, *, manages: bool = False) -> list[CardElement]:
    """The labelled input that settles an issue; its id is `fix/<issue_id>`.

    Answers that only a manager may give are offered to managers only, and none of them comes
    picked already.
    """
    name, label = f"fix/{issue.issue_id}", answer_label(issue, language)
    if issue.ask is Ask.CHOICE and issue.candidates:
        choices = [
            (one.value, answer_text(issue, one, language))
            for one in issue.candidates
            if manages or not needs_manager(issue.target, one.value)
        ]
        offered = [choice_input(name, label, choices, issue.preselect)] if choices else []
        return [*offered, *(_draw_typed(issue, language) if manages else [])]
    if issue.ask is Ask.DATE:
        return [date_input(name, label, issue.preselect)]
    if issue.ask in (Ask.TEXT, Ask.NUMBER):
        hint = say(f"answer.{issue.ask}", language)
        return [text_input(name, label, hint=hint, value=issue.preselect)]
    return []


def _draw_typed(issue: Issue, language: str) -> list[CardElement]:
    """A price of their own for each of the first lines; its id is `price/<line_id>`."""
    if not issue.target.startswith("price:"):
        return []
    hint = say("answer.number", language)
    return [
        text_input(
            f"price/{line_id}",
            say("answer.typed_price", language, line=digits(line_number(line_id), language)),
            hint=hint,
        )
        for line_id in issue.lines[:_TYPED]
    ]
