"""The card on which people pick the customer and items meant."""

from collections import Counter
from dataclasses import dataclass

from microsoft_teams.cards.core import CardElement

from cards.ask import draw_issues, more
from cards.catalogue import line_number, say
from cards.elements import BOLD, SUBTLE, box, choice_input, line, text_input
from cards.figures import digits, percent
from cards.head import is_asked, waited_for
from cards.lines import drawn_lines
from cards.literal import Shown, join, show
from cards.scene import Part, Scene
from cards.telling import issue_text, reasons
from cards.verbs import Press, press_all, row
from orders.authority import LEAVE_OUT, waits_for_manager
from orders.catalogue import ItemMatch, Suggestion
from orders.issue import Issue

_MOST_ITEMS = 8
_ID_END = 4
_ABOUT_CUSTOMER = frozenset(
    {"MISSING_CUSTOMER", "CUSTOMER_NOT_FOUND", "AMBIGUOUS_CUSTOMER", "CUSTOMER_NOT_SELLABLE"}
)
_ABOUT_ITEM = frozenset(
    {
        "ITEM_NOT_FOUND", "AMBIGUOUS_ITEM", "SKU_GTIN_CONFLICT", "INACTIVE_ITEM",
        "ITEM_DISCONTINUED",
    }
)  # fmt: skip


def body(scene: Scene) -> list[CardElement]:
    """Customer first, then items, then whatever else is open."""
    if scene.case is None:
        return []
    owns = scene.reader.part is Part.REQUESTER
    others = [one for one in scene.case.issues if not _is_pick(one)]
    picks = [*_draw_customer(scene, inputs=owns), *_draw_items(scene, inputs=owns)]
    return [
        line(_intro(scene, picks=bool(picks) and owns)),
        *picks,
        *draw_issues(scene, others, inputs=owns, most=5),
        *row(press_all(scene, *_presses(scene, others), Press.UNDO, Press.ASK_CANCEL)),
    ]


def _intro(scene: Scene, *, picks: bool) -> str:
    """What is asked of the reader; else of whom it is asked."""
    if is_asked(scene):
        return say("choices.intro" if picks else "choices.intro_answer", scene.language)
    return say("choices.intro_others", scene.language, name=scene.names_of(waited_for(scene)))


def _presses(scene: Scene, others: list[Issue]) -> list[Press]:
    """A manager saves where an answer is theirs to give; the requester always."""
    theirs = scene.reader.manages and any(waits_for_manager(one) for one in others)
    return [Press.CHOOSE] if theirs or scene.reader.part is Part.REQUESTER else []


def _is_pick(issue: Issue) -> bool:
    return issue.code in _ABOUT_CUSTOMER or issue.code in _ABOUT_ITEM


def _draw_customer(scene: Scene, *, inputs: bool) -> list[CardElement]:
    match = scene.case.matches.customer if scene.case else None
    issue = _find(scene, _ABOUT_CUSTOMER, "")
    if (match is None and issue is None) or (match is not None and match.customer is not None):
        return []
    language = scene.language
    asked = match.asked if match else ""
    offered = match.suggestions if match else ()
    items = [line(say("choices.customer", language), BOLD)]
    if asked:
        items.append(line(say("choices.customer_asked", language, asked=asked), SUBTLE))
    items += _draw_reason(issue, language)
    if not offered:
        items.append(line(say("choices.customer_none", language)))
    label = say("field.customer", language)
    pick = _Pick("customer", label, offered, preselect=issue.preselect if issue else "")
    items += _draw_pick(scene, pick, inputs=inputs)
    return [box([*items, *_draw_search(issue, language, inputs=inputs)], "emphasis")]


def _find(scene: Scene, codes: frozenset[str], line_id: str) -> Issue | None:
    issues = scene.case.issues if scene.case else ()
    return next(
        (one for one in issues if one.code in codes and (not line_id or line_id in one.lines)), None
    )


def _draw_items(scene: Scene, *, inputs: bool) -> list[CardElement]:
    matches = scene.case.matches.items if scene.case else {}
    open_ = [one for one in matches.values() if one.item is None and not one.left_out]
    drawn = [_draw_item(scene, one, inputs=inputs) for one in open_[:_MOST_ITEMS]]
    hidden = len(open_) - _MOST_ITEMS
    return [*drawn, *([more(hidden, scene.language)] if hidden > 0 else [])]


def _draw_item(scene: Scene, match: ItemMatch, *, inputs: bool) -> CardElement:
    language = scene.language
    which = digits(line_number(match.line_id), language)
    items = [line(say("choices.item", language, line=which), BOLD)]
    asked = _asked(scene, match.line_id)
    if asked:
        items.append(line(say("choices.item_asked", language, asked=asked), SUBTLE))
    issue = _find(scene, _ABOUT_ITEM, match.line_id)
    items += _draw_reason(issue, language)
    if not match.suggestions:
        items.append(line(say("choices.item_none", language)))
    pick = _Pick(
        match.line_id,
        say("word.line", language, line=which),
        match.suggestions,
        leave=say("answer.leave_out", language),
        preselect=issue.preselect if issue else "",
    )
    items += _draw_pick(scene, pick, inputs=inputs)
    return box([*items, *_draw_search(issue, language, inputs=inputs)], "emphasis")


def _draw_reason(issue: Issue | None, language: str) -> list[CardElement]:
    return [line(issue_text(issue, language)[0], spacing="Small")] if issue else []


def _asked(scene: Scene, line_id: str) -> Shown:
    for one in drawn_lines(scene.case):
        if one.line.line_id == line_id:
            own = one.line
            return join((own.sku or "", own.gtin or "", own.full_name), scene.language)
    return Shown()


@dataclass(frozen=True, slots=True)
class _Pick:
    """What one radio group asks: its place in the order, and the records it offers."""

    place: str
    label: str
    offered: tuple[Suggestion, ...]
    leave: str = ""
    preselect: str = ""


def _draw_pick(scene: Scene, pick: _Pick, *, inputs: bool) -> list[CardElement]:
    choices = _told_apart([(one.record_id, title_of(one, scene.language)) for one in pick.offered])
    if not inputs:
        return [line(f"• {title}", spacing="Small") for _, title in choices]
    if pick.leave:
        choices.append((LEAVE_OUT, pick.leave))
    chosen = scene.case.choices.get(pick.place, "") if scene.case else ""
    value = chosen or pick.preselect
    return [choice_input(f"pick/{pick.place}", pick.label, choices, value)] if choices else []


def _told_apart(choices: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Two records of one title are told apart by the end of their ids, as the books' pages show."""
    often = Counter(title for _, title in choices)
    return [
        (record, f"{title} · …{record[-_ID_END:]}" if often[title] > 1 else title)
        for record, title in choices
    ]


def title_of(one: Suggestion, language: str) -> str:
    """A record as it is offered: its name, why, and how near."""
    share = percent(one.score, language) if one.score else ""
    because = show(reasons(one.because, language), language, 120)
    label = show(one.label, language, 100)
    return say("choices.because", language, label=label, because=because, share=share)


def _draw_search(issue: Issue | None, language: str, *, inputs: bool) -> list[CardElement]:
    if issue is None or not inputs:
        return []
    return [text_input(f"fix/{issue.issue_id}", say("choices.search", language))]
