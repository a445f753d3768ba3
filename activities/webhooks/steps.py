"""The activities of outbound events: collect, take, deliver, bury."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from temporalio import activity

from activities.webhooks.post import Post
from orders.delivery import DEAD, DELIVERED, GONE, NEW, TAKEN
from orders.errors import SubscriberUnavailable
from orders.outbound import Answer, Subscription
from runtime.storage.port import Store
from workflows.posting import Collect, Delivery, Due, Sent

LOOK_EVERY = 1.0
"""Seconds between two looks at the audit while there is nothing to send."""
ENDED = "webhook-gone/"
"""The switch that says that a subscriber has gone (HTTP 410)."""
_STATES = {Answer.DELIVERED: DELIVERED, Answer.DEAD: DEAD, Answer.GONE: GONE}


class Subscribers(Protocol):
    """Who is told, as the webhooks file says right now."""

    @property
    def known(self) -> tuple[Subscription, ...]:
        """Everybody who is subscribed."""
        ...


@dataclass(frozen=True, slots=True)
class Webhooks:
    """Activities over outbox and subscribers. `clock` tells the time in UTC."""

    store: Store
    post: Post
    subscribers: Subscribers
    clock: Callable[[], datetime]
    pause: float = LOOK_EVERY

    @activity.defn
    async def collect_deliveries(self, collect: Collect) -> Due:
        """Turn new audit records into deliveries; waits a while where there are none."""
        for _ in range(max(1, int(collect.seconds / self.pause))):
            for one in self.subscribers.known:
                if not await self.store.switch(f"{ENDED}{one.name}"):
                    await self.store.spread_events(one.name, one.events)
            found = await self.store.deliveries((NEW,))
            if found:
                due = (Delivery(subscription=e.subscription, event_id=e.event_id) for e in found)
                return Due(deliveries=tuple(due))
            await asyncio.sleep(self.pause)
        return Due()

    @activity.defn
    async def take_deliveries(self, due: Due) -> None:
        """Note that deliveries are under way; one that has ended meanwhile stays as it is."""
        for one in due.deliveries:
            entry = await self.store.delivery(one.subscription, one.event_id)
            if entry is not None and entry.state == NEW:
                await self.store.move_delivery(one.subscription, one.event_id, TAKEN)

    @activity.defn
    async def deliver(self, delivery: Delivery) -> Sent:
        """Send one event once. Raises `SubscriberUnavailable`, and is then tried again."""
        to = next(
            (one for one in self.subscribers.known if one.name == delivery.subscription), None
        )
        entry = await self.store.delivery(delivery.subscription, delivery.event_id)
        if entry is None or to is None or await self.store.switch(f"{ENDED}{to.name}"):
            return await self._end(delivery, DEAD, "nobody is subscribed under this name")
        now = int(self.clock().timestamp())
        answer, note = await self.post.send(to, entry.event_id, now, entry.body)
        if answer is Answer.GONE:
            await self.store.set_switch(f"{ENDED}{to.name}", self.clock().isoformat())
        return await self._end(delivery, _STATES[answer], note)

    @activity.defn
    async def bury_delivery(self, delivery: Delivery) -> Sent:
        """Keep an event that nobody took for a day as a dead letter."""
        return await self._end(delivery, DEAD, str(SubscriberUnavailable()))

    async def _end(self, delivery: Delivery, state: str, note: str) -> Sent:
        await self.store.move_delivery(delivery.subscription, delivery.event_id, state, note)
        return Sent(state=state)
