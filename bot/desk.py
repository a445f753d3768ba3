"""What every handler may use: the store, the orders, the people, the time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.middleware import Directory
from bot.order_desk import OrderDesk
from bot.turn import Answer, CardAnswer, TextAnswer, Turn
from cards.catalogue import say
from cards.draw import draw
from cards.replies import text_card
from cards.scene import Scene
from cards.stage import Seat, set_scene
from orders.approval import Actor, Ladder
from orders.errors import ChatAccessDenied, ConversationGone, RecordMissing
from orders.fingerprint import clean_code
from orders.roles import Role
from runtime.connector.chats import own_chat
from runtime.connector.client import Connector
from runtime.connector.messages import card_message
from runtime.storage.port import CaseRow, ConversationRef, Store

_OVERSEERS = (Role.MANAGER, Role.AUDITOR, Role.ADMIN)
_DRAWN_AGAIN = 3
"""How often a card is drawn again whose order moves on meanwhile."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the settings say about every new order."""

    ladder: Ladder
    undo_hours: float
    watch_hours: float
    books_retry_seconds: float
    books_give_up_hours: float
    file_hosts: tuple[str, ...] = ()
    """Hosts that files are fetched from, `*.x` for any host under x."""
    models: tuple[str, ...] = ()
    """Hosts of the language models that may be asked about columns."""
    masked: bool = True
    """Whether names are hidden from them."""
    local_files: bool = False
    """Whether this machine's own addresses may serve files."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The handlers' dependencies. `clock` tells the time in UTC."""

    store: Store
    orders: OrderDesk
    directory: Directory
    clock: Callable[[], datetime]
    rules: Rules
    connector: Connector

    async def find(self, turn: Turn, code: str) -> CaseRow | None:
        """The order behind a code, if this person may see it; else None, whatever the reason."""
        row = await self.store.find_code(turn.tenant_id, clean_code(code))
        return row if row is not None and may_see(actor_of(turn), row) else None

    async def scene(self, turn: Turn, row: CaseRow, notice: str, **facts: str) -> Scene | None:
        """Everything needed to draw this order for this person; None while it cannot be asked."""
        view = await self.orders.status(row.order_id)
        if view is None:
            return None
        try:
            case = await self.store.load_case(row.order_id)
        except RecordMissing:
            case = None
        seat = Seat(turn.object_id, turn.language, turn.member_id, turn.time_zone, notice, facts)
        return set_scene(view, case, self.directory.book, seat, self.clock())

    async def show(self, turn: Turn, row: CaseRow, notice: str = "", **facts: str) -> Answer:
        """Today's card of an order, with a one-line answer on top.

        What an order became while its card was drawn stands on the message already, and the answer
        would cover it: then the card is drawn again.
        """
        scene = await self.scene(turn, row, notice, **facts)
        if scene is None:
            return try_later(turn)
        content = draw(scene).content
        for _ in range(_DRAWN_AGAIN):
            newest = await self.orders.status(row.order_id)
            if newest is None or newest.version == scene.view.version:
                break
            scene = await self.scene(turn, row, notice, **facts) or scene
            content = draw(scene).content
        return await self.alone(turn, CardAnswer(content), row)

    async def alone(self, turn: Turn, answer: CardAnswer, row: CaseRow | None = None) -> CardAnswer:
        """The answer in the person's own chat, and a sentence where others read what was asked.

        An order that was sent where it is asked about is shown there; so is what a click asks for,
        because Teams shows that to nobody but the person who clicked.
        """
        written = turn.action is None and not turn.is_personal
        if not written or (row is not None and await self._lives_here(turn, row)):
            return answer
        try:
            await self._send_alone(turn, answer)
        except (ChatAccessDenied, ConversationGone):
            return say_card(turn, "ask_alone")
        return say_card(turn, "told_alone")

    async def _send_alone(self, turn: Turn, answer: CardAnswer) -> None:
        known = await self.store.conversation(turn.tenant_id, turn.object_id)
        asking = ConversationRef(
            turn.tenant_id, turn.object_id, "", turn.service_url, turn.member_id, turn.bot_id
        )
        chat = await own_chat(self.store, self.connector, known or asking)
        message = card_message(answer.content)
        await self.connector.send(chat.service_url, chat.conversation_id, message)

    async def _lives_here(self, turn: Turn, row: CaseRow) -> bool:
        try:
            case = await self.store.load_case(row.order_id)
        except RecordMissing:
            return False
        return _channel(case.conversation) == _channel(turn.conversation_id)


def _channel(conversation_id: str) -> str:
    """A channel's id, whichever of its threads was written in."""
    return conversation_id.partition(";")[0]


def say_card(turn: Turn, key: str, facts: Mapping[str, object] | None = None) -> CardAnswer:
    """A short answer in the person's language, fit for where they asked."""
    shared = not turn.is_personal
    card = text_card(key, turn.language, facts, shared=shared, bot_id=turn.bot_id)
    return CardAnswer(card.content)


def try_later(turn: Turn) -> TextAnswer:
    """A sentence: as a card it would stand in the order's place, with nothing left to press."""
    return TextAnswer(say("reply.try_later", turn.language))


def no_such_order(turn: Turn, code: str) -> CardAnswer:
    """The same answer for an unknown order and for one this person may not see."""
    return say_card(turn, "no_such_order", {"code": clean_code(code)[:12]})


def actor_of(turn: Turn) -> Actor:
    """Who acts. The middleware lets nobody through without an actor.

    Raises:
        PermissionError: it did.
    """
    if turn.actor is None:
        raise PermissionError("a turn without an actor reached a handler")
    return turn.actor


def may_see(actor: Actor, row: CaseRow) -> bool:
    """Own orders, orders one is asked about, and everything for those who oversee."""
    if row.tenant_id != actor.tenant_id:
        return False
    involved = (row.requester, *row.approvers)
    return actor.object_id in involved or actor.has(*_OVERSEERS)
