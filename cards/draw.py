"""From an order and a reader to one finished card."""

import json
from collections.abc import Callable
from typing import Any

from microsoft_teams.cards.core import AdaptiveCard, CardElement

from cards import approval, blocked, choices, final, issues, progress, queued, review, stuck
from cards.approval import Headline
from cards.catalogue import say
from cards.elements import BOLD, QUIET, SUBTLE, line
from cards.head import foot, summary, top
from cards.lines import Detail
from cards.literal import plain
from cards.scene import Card, Scene, seal
from cards.verbs import Press, press_all, refresh, row
from orders.case import TERMINAL, Status

BUDGET = 80 * 1024
"""Bytes in UTF-16 that a card may take; Teams refuses above about 100 KB (facts: teams §7)."""

Body = Callable[[Scene, Detail], list[CardElement]]


def _whatever_detail(body: Callable[[Scene], list[CardElement]]) -> Body:
    def draw_body(scene: Scene, _detail: Detail) -> list[CardElement]:
        return body(scene)

    return draw_body


def _undoing(scene: Scene) -> list[CardElement]:
    return [line(say("undoing.what", scene.language))]


BODIES: dict[Status, Body] = {
    **dict.fromkeys(Status, _whatever_detail(progress.body)),
    Status.BLOCKED: _whatever_detail(blocked.body),
    Status.AWAITING_CORRECTIONS: _whatever_detail(issues.body),
    Status.AWAITING_SELECTION: _whatever_detail(choices.body),
    Status.AWAITING_REVIEW: review.body,
    Status.AWAITING_APPROVAL: approval.body,
    Status.QUEUED_FOR_ZOHO: queued.body,
    Status.NEEDS_HELP: _whatever_detail(stuck.body),
    Status.UNDOING: _whatever_detail(_undoing),
    **dict.fromkeys(TERMINAL, final.body),
}
"""The card module of every status."""


def draw(scene: Scene) -> Card:
    """The card of an order as it stands, for one reader."""
    return _fit(scene, BODIES[scene.view.status])


def draw_reminder(scene: Scene) -> Card:
    """The approval card with the reminder's headline."""
    return _draw_raised(scene, "reminder")


def draw_escalation(scene: Scene) -> Card:
    """The approval card with the headline for those it was raised to."""
    return _draw_raised(scene, "escalation")


def _draw_raised(scene: Scene, headline: Headline) -> Card:
    return _fit(scene, lambda scene_, detail: approval.body(scene_, detail, headline))


def draw_confirm_cancel(scene: Scene) -> Card:
    """The question before a cancel: what happens, Yes, or keep the order."""
    return _fit(scene, _whatever_detail(_confirm))


def _confirm(scene: Scene) -> list[CardElement]:
    draft, language = scene.view.draft, scene.language
    key = f"confirm.what{final.taking_back(draft) or '_draft'}"
    what = say(key, language, number=draft.number, code=draft.updates) if draft else ""
    return [
        line(say("confirm.title", language, code=scene.view.code), BOLD),
        line(what or say("confirm.what", language)),
        line(say("confirm.keeps", language), SUBTLE),
        *row(press_all(scene, Press.CANCEL, (Press.REFRESH, "verb.keep"))),
    ]


def draw_superseded(scene: Scene) -> Card:
    """One line in place of a card that a newer one has replaced; it never refreshes."""
    text = say("superseded.what", scene.language, code=scene.view.code)
    return finish([line(text, QUIET)], scene.language, text)


def _fit(scene: Scene, body: Body) -> Card:
    """Draw in ever less detail until the card fits its budget."""
    for detail in (Detail.TABLE, Detail.TEXT):
        card = _draw(scene, body, detail)
        if size(card.content) <= BUDGET:
            return card
    return _draw(scene, body, Detail.SUMMARY)


def _draw(scene: Scene, body: Body, detail: Detail) -> Card:
    cut = [line(say("word.cut", scene.language), QUIET)] if detail is Detail.SUMMARY else []
    rest = row(press_all(scene, Press.SPLIT_REST))
    parts = [*top(scene), *body(scene, detail), *cut, *rest, *foot(scene)]
    return finish(parts, scene.language, summary(scene), scene)


def size(content: dict[str, Any]) -> int:
    """Bytes of the card in UTF-16, as Teams counts them."""
    return len(json.dumps(content, ensure_ascii=False).encode("utf-16-le"))


def finish(parts: list[CardElement], language: str, text: str, scene: Scene | None = None) -> Card:
    """Wrap elements into a sealed card; with a scene it refreshes for its readers."""
    spoken = plain(text)
    card = AdaptiveCard(
        body=parts,
        version="1.5",
        lang=language,
        rtl=True if language == "fa" else None,
        fallback_text=spoken,
        refresh=refresh(scene) if scene else None,
    )
    content = card.model_dump(by_alias=True, exclude_none=True)
    content["$schema"] = "https://adaptivecards.io/schemas/adaptive-card.json"
    return seal(content, spoken)
