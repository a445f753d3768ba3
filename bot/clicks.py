"""From a click to its verdict, and to the card that tells it."""

from collections.abc import Callable
from typing import TypeVar

from bot.desk import Desk, actor_of, no_such_order
from bot.order_desk import Arrival, Receipt
from bot.turn import Action, Answer, TextAnswer, Turn
from cards.catalogue import say
from orders.approval import Refusal, Verb
from orders.fingerprint import decision_id_of
from runtime.storage.port import CaseRow
from workflows.messages import ClickMessage

M = TypeVar("M", bound=ClickMessage)
_NO_ACTION = Action("")
_ANSWERS = frozenset({Verb.CORRECT, Verb.CHOOSE})
"""Clicks that carry what a person filled in; with other content they are other clicks."""


def action_of(turn: Turn) -> Action:
    """The click of a turn; an empty one where the turn is none."""
    return turn.action or _NO_ACTION


def text_input(turn: Turn, name: str) -> str:
    """One text the person filled in, trimmed and bounded."""
    return str(action_of(turn).inputs.get(name, "")).strip()[:2000]


async def row_of(turn: Turn, desk: Desk) -> CaseRow | None:
    """The order a click names, if this person may see it and the card is not another order's.

    A live card speaks for its own order only: data that names another one was tampered with, and
    is answered as if that order did not exist.
    """
    row = await desk.find(turn, action_of(turn).order)
    if row is None or not turn.message_id:
        return row
    card = await desk.store.card_at(turn.conversation_id, turn.message_id)
    return None if card is not None and card.order_id != row.order_id else row


def draft_click(turn: Turn, row: CaseRow, verb: Verb, kind: Callable[..., M], **more: object) -> M:
    """The signal of a click: its id from order, revision, verb and the authenticated person.

    Answers are told apart by what came from the card, not by what it means today: a click that is
    delivered again is the same click, however far the order has come meanwhile.
    """
    actor, revision = actor_of(turn), action_of(turn).revision
    filled = [f"{name}={value}" for name, value in action_of(turn).inputs.items()]
    said, answers = (Verb.CORRECT, filled) if verb in _ANSWERS else (verb, [])
    return kind(
        decision_id=decision_id_of(row.order_id, revision, str(said), actor.object_id, answers),
        actor=actor,
        revision=revision,
        **more,
    )


async def press(
    turn: Turn, desk: Desk, verb: Verb, kind: Callable[..., ClickMessage], **more: object
) -> Answer:
    """Send a click that carries nothing of the case's content, and show what became of it.

    What Teams sends by itself is no click: it shows today's card and changes nothing.
    """
    row = await row_of(turn, desk)
    if row is None:
        return no_such_order(turn, action_of(turn).order)
    if action_of(turn).automatic:
        return await desk.show(turn, row)
    receipt = await desk.orders.click(
        row.order_id, verb, draft_click(turn, row, verb, kind, **more)
    )
    return await tell(turn, desk, row, receipt)


async def tell(turn: Turn, desk: Desk, row: CaseRow, receipt: Receipt) -> Answer:
    """Today's card, with the refusal on top where the click did not count.

    While nobody judges clicks nobody draws cards either: a stored click is answered by a sentence,
    at once, and the card stays as it is until it is brought up to date.
    """
    notice, facts = notice_of(receipt)
    if receipt.arrival is Arrival.QUEUED:
        return TextAnswer(say(f"notice.{notice}", turn.language))
    return await desk.show(turn, row, notice, **facts)


def notice_of(receipt: Receipt) -> tuple[str, dict[str, str]]:
    """The key and facts of the line that answers a click; empty when the card says it all."""
    if receipt.arrival is Arrival.CLOSED:
        return str(Refusal.CLOSED), {}
    if receipt.outcome is None:
        return "queued", {}
    if receipt.outcome.accepted:
        return "", {}
    return str(receipt.outcome.refusal), {"name": receipt.outcome.by}
