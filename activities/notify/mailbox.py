"""Addresses of readers, and the one live card each of them has."""

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from cards.draw import draw_superseded
from cards.scene import Card, Scene
from orders.case import TERMINAL, WAITING, CaseDocument, StatusView
from orders.errors import CallerFault, ConversationGone, DeliveryUnknown, MessageGone
from runtime.connector.chats import own_chat
from runtime.connector.client import Connector
from runtime.connector.messages import card_message, text_message
from runtime.storage.port import ConversationRef, SentCard, Store

NOBODYS = "0"
"""The id of a message that is not there: whether it can be deleted says whether Teams answers."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Sends or updates cards over the connector; remembers where they lie."""

    store: Store
    connector: Connector

    async def address(self, case: CaseDocument, reader: str) -> ConversationRef:
        """Where this reader's card goes: the order's own conversation, or the reader's chat.

        Somebody who never wrote gets a chat of their own opened for them.

        Raises:
            ConversationGone: there is no way to reach them.
        """
        asking = await self.store.conversation(case.tenant_id, case.requester)
        if reader == case.requester:
            if asking is None:
                raise ConversationGone
            return replace(asking, conversation_id=case.conversation)
        known = await self.store.conversation(case.tenant_id, reader)
        if known is not None and known.conversation_id and not known.dead:
            return known
        if asking is None:
            raise ConversationGone
        return await own_chat(self.store, self.connector, known or _stranger(asking, reader))

    async def deliver(self, ref: ConversationRef, scene: Scene, card: Card, *, fresh: bool) -> bool:
        """Update the reader's live card, or send a new one where there is none or `fresh` asks.

        Returns whether a card was changed where it lies, which Teams announces to nobody.
        A card that shows the same already is left alone; an older view never overwrites a newer.
        In a crowded conversation a card that stands is left as it is while the order is passing by.
        """
        live = await self.store.card(scene.view.order_id, scene.reader.object_id)
        if live is not None and self._may_stand(live, ref, scene, card, fresh=fresh):
            return False
        changed = live if live is not None and live.activity_id and not fresh else None
        if changed is not None and await self._update(changed, card):
            await self._remember(ref, scene, card, changed.activity_id)
            return True
        unanswered = live is not None and not live.activity_id and not live.digest
        if unanswered:
            await self._listens(ref)
        try:
            activity_id = await self._send(ref, card)
        except DeliveryUnknown:
            if live is None or not (live.activity_id or unanswered):
                await self._remember(ref, scene, replace(card, digest=""), "")
                raise
            activity_id = await self._settle(live, card)
        await self._remember(ref, scene, card, activity_id)
        if live is not None and fresh and live.activity_id not in ("", activity_id):
            await self._update(live, draw_superseded(scene))
        return False

    async def tell(self, ref: ConversationRef, text: str) -> None:
        """Say a few words that Teams announces."""
        await self._post(ref, text_message(text))

    def _may_stand(
        self, live: SentCard, ref: ConversationRef, scene: Scene, card: Card, *, fresh: bool
    ) -> bool:
        """Whether the card may stay as it is: it shows this, or newer, or this passes by soon.

        A message of its own is sent once for each version, however often its sending is repeated.
        """
        if fresh:
            return bool(live.digest) and live.version >= scene.view.version
        if live.digest == card.digest or live.version > scene.view.version:
            return True
        crowded = self.connector.crowded(ref.conversation_id)
        return bool(live.activity_id) and _passes(scene.view) and crowded

    async def _send(self, ref: ConversationRef, card: Card) -> str:
        return await self._post(ref, card_message(card.content))

    async def _post(self, ref: ConversationRef, message: dict[str, Any]) -> str:
        try:
            return await self.connector.send(ref.service_url, ref.conversation_id, message)
        except ConversationGone:
            await self._bury(ref)
            raise

    async def _listens(self, ref: ConversationRef) -> None:
        """Raise `ChatUnavailable` while Teams answers nothing at all.

        A post whose answer was lost in an outage was most likely lost itself: repeated within the
        outage and then taken for a yes, the card would never be seen.
        """
        with suppress(MessageGone, CallerFault):
            await self.connector.delete(ref.service_url, ref.conversation_id, NOBODYS)

    async def _settle(self, live: SentCard, card: Card) -> str:
        """Where the reader's card lies after Teams gave no answer: `live`'s id, or none.

        A bot cannot look a message up, so every repeat may show the card twice. A card that stands
        is updated instead. A card is posted twice at most, the second time where Teams answers:
        another lost answer is taken for a yes, and the order's next change posts anew.
        """
        return live.activity_id if live.activity_id and await self._update(live, card) else ""

    async def _bury(self, ref: ConversationRef) -> None:
        """Note that a person's own chat is gone; a group that is gone says nothing about it."""
        own = await self.store.conversation(ref.tenant_id, ref.object_id)
        if own is not None and own.conversation_id == ref.conversation_id:
            await self.store.save_conversation(replace(own, dead=True))

    async def _update(self, live: SentCard, card: Card) -> bool:
        """False when the message is no longer there."""
        try:
            await self.connector.update(
                live.service_url,
                live.conversation_id,
                live.activity_id,
                card_message(card.content),
            )
        except MessageGone:
            return False
        return True

    async def _remember(
        self, ref: ConversationRef, scene: Scene, card: Card, activity_id: str
    ) -> None:
        await self.store.save_card(
            SentCard(
                order_id=scene.view.order_id,
                reader=scene.reader.object_id,
                conversation_id=ref.conversation_id,
                service_url=ref.service_url,
                activity_id=activity_id,
                digest=card.digest,
                version=scene.view.version,
            )
        )


def _passes(view: StatusView) -> bool:
    """Whether the order goes on by itself in a moment, with nothing for anybody to do."""
    return not (view.waiting_for or view.error_state or view.status in TERMINAL | WAITING)


def _stranger(asking: ConversationRef, reader: str) -> ConversationRef:
    """Somebody the desk has never heard, reachable by the way that the requester came."""
    return ConversationRef(
        tenant_id=asking.tenant_id,
        object_id=reader,
        conversation_id="",
        service_url=asking.service_url,
        bot_id=asking.bot_id,
        time_zone=asking.time_zone,
    )
