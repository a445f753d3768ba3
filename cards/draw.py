"""From an order and a reader to one finished card."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from microsoft_teams.cards.core import AdaptiveCard, CardElement

from cards import approval, blocked, choices, final, issues, progress, queued, review, stuck
from cards.approval import Headline
from cards.catalogue import say
from cards.elements import BOLD, QUIET, SUBTLE, line
from cards.head import foot, is_asked, summary, top
from cards.lines import Detail
from cards.literal import plain
from cards.scene import Card, Scene, seal
from cards.verbs import Press, press_all, refresh, row
from orders.case import TERMINAL, WAITING, Status

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
    """Today's card with the reminder's headline."""
    return _draw_raised(scene, "reminder")


def draw_escalation(scene: Scene) -> Card:
    """Today's card with the headline for those it was raised to."""
    return _draw_raised(scene, "escalation")


def _draw_raised(scene: Scene, headline: Headline) -> Card:
    """The headline over what the order waits for; nothing over one that waits no more."""
    status = scene.view.status
    if status not in WAITING:
        return draw(scene)
    scene = _lasting(scene)
    if status is Status.AWAITING_APPROVAL:
        return _fit(scene, lambda scene_, detail: approval.body(scene_, detail, headline))
    told = line(_say_raised(scene, headline), BOLD)
    return _fit(scene, lambda scene_, detail: [told, *BODIES[status](scene_, detail)])


def _say_raised(scene: Scene, headline: Headline) -> str:
    """Why this card comes anew while people are waited for who do not decide, but answer."""
    view, language = scene.view, scene.language
    if headline == "reminder":
        key = "approval.reminder" if is_asked(scene) else "raised.reminder"
        return say(key, language)
    names, name = scene.names_of(view.escalated_to), scene.name(view.requester)
    if scene.reader.object_id == view.requester:
        return say("raised.told", language, names=names)
    return say("raised.you" if is_asked(scene) else "raised.yours", language, name=name)


def draw_confirm_cancel(scene: Scene) -> Card:
    """The question before a cancel: what happens, Yes, or keep the order."""
    return _fit(_lasting(scene), _whatever_detail(_confirm))


def _lasting(scene: Scene) -> Scene:
    """The same scene for a card that says more than today's: Teams must not swap it for that.

    A client asks for a new view as soon as a card comes into sight, and would take the question or
    the headline away before anybody has read it. The desk's own next edit still replaces it.
    """
    return replace(scene, refresh_ids=())


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
