"""The cards whose pictures stand in docs/cards, by file name."""

from dataclasses import replace
from functools import cache

from cards.draw import draw, draw_confirm_cancel, draw_escalation, draw_reminder
from cards.replies import OrderRowView, help_card, orders_card, text_card
from cards.scene import Card, Part
from orders.case import Status
from tests.cards.paper import LENA, case
from tests.cards.scenes import along, repeated, scene, several, split_off, updating

S = Status
_STORY = (
    ("progress", S.RUNNING_COMMITTEE, Part.REQUESTER),
    ("blocked", S.BLOCKED, Part.REQUESTER),
    ("issues", S.AWAITING_CORRECTIONS, Part.REQUESTER),
    ("choices", S.AWAITING_SELECTION, Part.REQUESTER),
    ("review", S.AWAITING_REVIEW, Part.REQUESTER),
    ("waiting", S.AWAITING_APPROVAL, Part.REQUESTER),
    ("approval", S.AWAITING_APPROVAL, Part.APPROVER),
    ("queued", S.QUEUED_FOR_ZOHO, Part.REQUESTER),
    ("help-needed", S.NEEDS_HELP, Part.REQUESTER),
    ("completed", S.COMPLETED, Part.REQUESTER),
    ("rejected", S.REJECTED, Part.REQUESTER),
)


def rows(language: str) -> list[OrderRowView]:
    first = OrderRowView(
        "K7Q4MP",
        S.AWAITING_APPROVAL,
        "PO-7781.xlsx",
        case(language).requester_name,
        "2026-11-21T09:02:00Z",
    )
    second = replace(first, code="M2R8TX", status=S.AWAITING_CORRECTIONS, file_name="November.csv")
    return [first, second]


@cache
def gallery() -> dict[str, Card]:
    """Every pictured card: `<name>-<language>`."""
    cards = {}
    for language in ("en", "fa"):
        for name, status, part in _STORY:
            cards[f"{name}-{language}"] = draw(scene(status, part, language))
        refused = scene(S.AWAITING_APPROVAL, Part.REQUESTER, language, notice="own_order")
        cards[f"refused-{language}"] = draw(refused)
        cards[f"along-{language}"] = draw(along(language))
        cards[f"several-{language}"] = draw(several(language))
        cards[f"split-{language}"] = draw(split_off(language))
        cards[f"repeated-{language}"] = draw(repeated(language))
        cards[f"updating-{language}"] = draw(updating(language))
        cards[f"orders-{language}"] = orders_card(rows(language), language)
        cards[f"help-{language}"] = help_card(language)
    waiting = scene(S.AWAITING_APPROVAL, Part.APPROVER)
    cards["reminder-en"] = draw_reminder(waiting)
    raised = replace(waiting.view, escalated_to=(LENA,))
    cards["escalation-en"] = draw_escalation(
        replace(scene(S.AWAITING_APPROVAL, Part.MANAGER), view=raised)
    )
    cards["cancel-en"] = draw_confirm_cancel(scene(S.COMPLETED))
    cards["unknown-text-fa"] = text_card("unknown_text", "fa", {"text": "سلام؟ PO-7781"})
    return cards
