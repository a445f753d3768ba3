"""The audit chain: canonical text, hashes, records and heads."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from orders.errors import CallerFault

SCHEMA_VERSION = 1
"""Which rule made a record; a new rule gets a new number and new tags."""
_TAGS = {
    name: f"order-desk/audit/{name}/{SCHEMA_VERSION}\0".encode()
    for name in ("genesis", "order", "desk", "anchor")
}
_LONGEST = 4_000
_KEPT = 200


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One thing that happened, before it is chained. `key` makes writing it twice harmless.

    `data` holds short strings only; amounts and quantities are text. No cell contents, no secrets.
    `at` is when it happened (ISO, with an offset).
    """

    order_id: str
    key: str
    event_type: str
    at: str
    actor_type: str = "system"
    actor_id: str = ""
    actor_role: str = ""
    data: Mapping[str, str] = field(default_factory=dict)
    tenant_id: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain: how many records, the last hash (hex), when it was recorded."""

    seq: int
    hash: str
    ts: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One chained entry as stored; hashes are hex, `body` is canonical JSON.

    `seq`, `prev` and `hash` belong to the desk's chain of all orders, the names with `order_` to
    the chain of the record's own order.
    """

    seq: int
    order_id: str
    order_seq: int
    key: str
    body: str
    order_prev: str
    order_hash: str
    prev: str
    hash: str
    ts: str


def canonical(value: object) -> str:
    """JSON with sorted keys and no spaces, the same text on every platform.

    Raises:
        CallerFault: a float, or anything else that is no text, whole number, list or mapping.
    """
    _refuse_inexact(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _refuse_inexact(value: object) -> None:
    if isinstance(value, dict):
        for key, part in value.items():
            _refuse_inexact(part)
            _refuse_inexact(key if isinstance(key, str) else None)
    elif isinstance(value, list):
        for part in value:
            _refuse_inexact(part)
    elif type(value) not in (str, int):
        raise CallerFault(f"Audit holds text and whole numbers only, no {type(value).__name__}.")


def seal(tag: str, prev: str, seq: int, body: bytes) -> str:
    """SHA-256 (hex) over domain tag, previous hash, number, length of body, body."""
    framed = bytes.fromhex(prev) + seq.to_bytes(8, "big") + len(body).to_bytes(8, "big") + body
    return hashlib.sha256(_TAGS[tag] + framed).hexdigest()


DESK_GENESIS = hashlib.sha256(_TAGS["genesis"]).hexdigest()
"""What the desk's first record (and the first anchor) names as its predecessor."""


def genesis(tenant_id: str, order_id: str) -> str:
    """What an order's first record names as its predecessor."""
    return seal("genesis", seal("genesis", "", 0, tenant_id.encode()), 1, order_id.encode())


def clean(text: str) -> str:
    """The text without lone surrogates and NUL; overlong text becomes its start and its hash.

    Raises:
        CallerFault: it is no text at all.
    """
    if not isinstance(text, str):
        raise CallerFault(f"Audit data is text, not {type(text).__name__}.")
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    whole = whole.replace("\0", "\ufffd")
    if len(whole) <= _LONGEST:
        return whole
    return f"{whole[:_KEPT]}… sha256:{hashlib.sha256(whole.encode()).hexdigest()}"


def utc(at: str) -> str:
    """The time in UTC to the microsecond, always 32 characters, so that text order is time order.

    Raises:
        CallerFault: no ISO time, or one without an offset.
    """
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        raise CallerFault("An audit entry needs an ISO time.") from None
    if moment.tzinfo is None:
        raise CallerFault("An audit entry's time needs an offset from UTC.")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def link(entry: AuditEntry, desk: Head, order: Head | None) -> Record:
    """Chain an entry to the desk's head and its order's head (None for the first record).

    `at` stays what the caller said; `ts` never goes backwards, whatever the writers' clocks say.

    Raises:
        CallerFault: the entry cannot be written canonically.
    """
    before = order or Head(0, genesis(entry.tenant_id, entry.order_id))
    seq, order_seq = desk.seq + 1, before.seq + 1
    ts = max(utc(entry.at), desk.ts)
    body = canonical(_body(entry, order_seq, ts))
    order_hash = seal("order", before.hash, order_seq, body.encode())
    return Record(
        seq=seq,
        order_id=entry.order_id,
        order_seq=order_seq,
        key=clean(entry.key),
        body=body,
        order_prev=before.hash,
        order_hash=order_hash,
        prev=desk.hash,
        hash=desk_hash(desk.hash, seq, order_hash),
        ts=ts,
    )


def desk_hash(prev: str, seq: int, order_hash: str) -> str:
    """The hash of a record in the desk's chain; its body is the record's hash in its order."""
    return seal("desk", prev, seq, bytes.fromhex(order_hash))


def _body(entry: AuditEntry, sequence: int, ts: str) -> dict[str, object]:
    actor = {"type": entry.actor_type, "id": entry.actor_id, "role": entry.actor_role}
    return {
        "schema_version": SCHEMA_VERSION,
        "order_id": entry.order_id,
        "tenant_id": entry.tenant_id,
        "sequence": sequence,
        "key": clean(entry.key),
        "event_type": clean(entry.event_type),
        "at": utc(entry.at),
        "ts": ts,
        "actor": {name: clean(value) for name, value in actor.items()},
        "data": {clean(name): clean(value) for name, value in entry.data.items()},
    }
