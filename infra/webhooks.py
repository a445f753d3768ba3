"""Operators and outbound events: subscribers, dead letters, test."""

import secrets
from datetime import UTC, datetime

from rich.console import Console
from rich.table import Table

from activities.webhooks.post import Post
from activities.webhooks.steps import ENDED
from infra.store import opened_store, opened_trail
from orders.delivery import DEAD, DELIVERED, GONE, NEW, TAKEN, OutboxEntry
from orders.errors import SettingsError, SubscriberUnavailable
from orders.outbound import TEST, Answer, Subscription, body_of
from runtime.settings import WebhookSettings, load_group
from runtime.storage.port import Store
from runtime.subscriptions import Subscribers

_MOST = 1000


def _subscriptions() -> tuple[Subscription, ...]:
    return Subscribers(load_group(WebhookSettings).file).known


async def list_webhooks(console: Console) -> int:
    """Each subscriber with its events and how its deliveries stand."""
    table = Table("name", "address", "waiting", "delivered", "dead", "state")
    async with opened_store() as store:
        for one in _subscriptions():
            counts = [
                str(len(await store.deliveries(states, one.name, _MOST)))
                for states in ((NEW, TAKEN), (DELIVERED,), (DEAD,))
            ]
            gone = await store.switch(f"{ENDED}{one.name}")
            table.add_row(
                one.name, one.url, *counts, f"gone since {gone}" if gone else "subscribed"
            )
    console.print(table, markup=False)
    return 0


async def dead_letters(store: Store, subscription: str = "") -> list[OutboxEntry]:
    """Every event that nobody took, or one subscriber's."""
    return await store.deliveries((DEAD, GONE), subscription, _MOST)


async def send_again(store: Store, event: str, subscription: str) -> int:
    """Send dead letters again, all where an argument is empty; says how many.

    A subscriber that had gone is subscribed again.
    """
    dead = await dead_letters(store, subscription)
    chosen = [one for one in dead if event in ("", one.event_id)]
    for one in chosen:
        await store.set_switch(f"{ENDED}{one.subscription}", "")
        await store.move_delivery(one.subscription, one.event_id, NEW)
    return len(chosen)


async def list_dead(console: Console) -> int:
    """Every dead letter and why it died; 1 where there is one."""
    async with opened_store() as store:
        dead = await dead_letters(store)
    for one in dead:
        console.print(
            f"{one.event_id} {one.subscription} {one.kind} {one.at}: {one.note}", markup=False
        )
    console.print(f"{len(dead)} dead letters")
    return 1 if dead else 0


async def replay_dead(console: Console, event: str, subscription: str) -> int:
    """Send dead letters again, one or all; a subscriber that had gone is subscribed again."""
    async with opened_trail() as (trail, who):
        await trail.note(who, "ops.webhook_replayed", event=event, subscription=subscription)
        count = await send_again(trail.store, event, subscription)
    console.print(f"{count} events are sent again")
    return 0 if count else 1


async def try_webhook(console: Console, name: str) -> int:
    """Send one signed test event now; 0 when it was taken."""
    to = next((one for one in _subscriptions() if one.name == name), None)
    if to is None:
        raise SettingsError(f"The webhooks file has no subscription called {name}.")
    identity, now = f"evt_{secrets.token_hex(12)}", datetime.now(UTC)
    post = Post(allow_loopback=load_group(WebhookSettings).allow_loopback)
    try:
        body = body_of(identity, TEST, now.isoformat(), {})
        answer, note = await post.send(to, identity, int(now.timestamp()), body)
    except SubscriberUnavailable as error:
        console.print(f"not taken: {error}", markup=False)
        return 1
    console.print(f"{answer}: {note}", markup=False)
    return 0 if answer is Answer.DELIVERED else 1
