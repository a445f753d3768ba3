"""Outbound events: what is told, how it is signed, what answers mean."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from orders.chain import Record
from orders.errors import SettingsError
from orders.fingerprint import code_of

EVENTS: Mapping[str, str] = {
    "case.created": "order.received",
    "file.blocked": "order.blocked",
    "approval.requested": "order.submitted",
    "approval.granted": "order.approved",
    "approval.rejected": "order.rejected",
    "lane.granted": "order.passed",
    "draft.created": "order.drafted",
    "draft.seen": "order.draft_changed",
    "case.completed": "order.completed",
    "case.cancelled": "order.cancelled",
    "wait.timed_out": "order.expired",
}
"""What the audit notes, and what subscribers hear of it."""
TEST = "desk.test"
_TOLD = frozenset({"number", "order_hash", "kind", "how", "state", "updates"})
_SHORTEST_SECRET = 24


class Answer(StrEnum):
    """What a subscriber's answer means for a delivery."""

    DELIVERED = "delivered"
    RETRY = "retry"
    DEAD = "dead"
    """Sending the same again would be refused again: kept until somebody replays it."""
    GONE = "gone"
    """The subscriber is no longer there: nothing is sent any more."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """One subscriber: a name, an https address, a secret shared with them, and what they hear."""

    name: str
    url: str
    secret: str
    events: frozenset[str] = frozenset(EVENTS.values())


def event_id(order_id: str, key: str) -> str:
    """The id of an event: the same for every subscriber and every repeat."""
    return f"evt_{hashlib.sha256(f'{order_id}|{key}'.encode()).hexdigest()[:24]}"


def event_of(record: Record) -> tuple[str, str] | None:
    """The event's type and JSON body that an audit record stands for; None where it is none."""
    told = json.loads(record.body)
    kind = EVENTS.get(told.get("event_type", ""))
    if kind is None:
        return None
    data = {name: value for name, value in told.get("data", {}).items() if name in _TOLD}
    order = {"id": record.order_id, "code": code_of(record.order_id)}
    return kind, body_of(event_id(record.order_id, record.key), kind, record.ts,
                         {"sequence": record.order_seq, "order": order, "data": data})  # fmt: skip


def body_of(identity: str, kind: str, at: str, more: Mapping[str, Any]) -> str:
    """The body that is signed and sent: one JSON object, the same bytes every time."""
    whole = {"id": identity, "type": kind, "at": at, **more}
    return json.dumps(whole, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def sign(secret: str, identity: str, timestamp: int, body: str) -> Mapping[str, str]:
    """The headers of one sending, as standardwebhooks.com describes them.

    The signature covers id, time (Unix seconds) and body: a receiver refuses old times and ids it
    has seen, so that nothing can be replayed.
    """
    signed = f"{identity}.{timestamp}.{body}".encode()
    digest = hmac.new(secret.encode(), signed, hashlib.sha256).digest()
    return {
        "Content-Type": "application/json",
        "webhook-id": identity,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
    }


def judge_answer(status: int) -> Answer:
    """2xx is taken, 410 ends the subscription, other answers below 500 are final, the rest passes.

    A redirect is final too: events are sent to the address that was subscribed, nowhere else.
    """
    if 200 <= status < 300:
        return Answer.DELIVERED
    if status == 410:
        return Answer.GONE
    return Answer.DEAD if status < 500 else Answer.RETRY


def parse_subscriptions(document: object) -> tuple[Subscription, ...]:
    """Read the webhooks file's content (already YAML-parsed).

    The shape: `subscriptions: [{name, url, secret, events?: [...]}]`.

    Raises:
        SettingsError: anything is not as described; the sentence names the entry.
    """
    entries = document.get("subscriptions") if isinstance(document, dict) else None
    if not isinstance(entries, list):
        raise SettingsError("The webhooks file needs a list called 'subscriptions'.")
    found = [_subscription(entry, number) for number, entry in enumerate(entries, 1)]
    if len({one.name for one in found}) != len(found):
        raise SettingsError("The webhooks file names a subscription twice.")
    return tuple(found)


def _subscription(entry: object, number: int) -> Subscription:
    where = f"entry {number} of the webhooks file"
    if not isinstance(entry, dict) or set(entry) - {"name", "url", "secret", "events"}:
        raise SettingsError(f"{where} has name, url, secret and perhaps events, nothing else.")
    name, url, secret = (str(entry.get(key) or "") for key in ("name", "url", "secret"))
    if not name.isascii() or not name.replace("-", "").isalnum():
        raise SettingsError(f"{where} needs a name of letters, digits and hyphens.")
    if len(secret) < _SHORTEST_SECRET:
        raise SettingsError(f"{where} needs a secret of {_SHORTEST_SECRET} characters or more.")
    return Subscription(name, url, secret, _events(entry.get("events"), where))


def _events(wanted: object, where: str) -> frozenset[str]:
    if wanted is None:
        return frozenset(EVENTS.values())
    known: Sequence[str] = sorted(EVENTS.values())
    if not isinstance(wanted, list) or not wanted or set(map(str, wanted)) - set(known):
        raise SettingsError(f"events in {where} are some of {', '.join(known)}.")
    return frozenset(map(str, wanted))
