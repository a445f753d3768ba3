"""Ids that say "the same": of an upload, of an order, of a click."""

import hashlib
import re
from collections.abc import Iterable
from datetime import datetime, timedelta

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

_COPY = re.compile(
    r"[\s_-]*(\(\d{1,3}\)|(?<![a-z])v\d{1,3}|copy|fixed|new|corrected|final|updated"
    r"|کپی|جدید|نهایی|اصلاح شده|اصلاحی)$"
)
"""What file managers and people add to the name of a copy."""

REDELIVERY = timedelta(minutes=10)
"""A message is taken for a redelivery of an older one only within this time."""


def order_id_of(tenant_id: str, conversation_id: str, file_key: str, again: str = "") -> str:
    """One id for one file in one conversation, however often Teams delivers it.

    `file_key` is the file's own unique id, or its address where there is none. `again` is set (to
    the id of the finished order) when a person sends its file once more on purpose.
    """
    return f"order-{_digest(tenant_id, conversation_id, file_key, again)[:32]}"


def part_id_of(order_id: str, kind: str, place: str, value: str) -> str:
    """The id of an order that is split off another one, by the correction that says which part.

    The same part of the same order has the same id, however often and by whomever it is asked for.
    """
    return f"order-{_digest(order_id, kind, place, value)[:32]}"


def code_of(order_id: str) -> str:
    """The short code people say: six Crockford base-32 characters of the id's hash."""
    number = int(_digest(order_id), 16)
    letters = ""
    for _ in range(6):
        number, rest = divmod(number, 32)
        letters += _CROCKFORD[rest]
    return letters


def clean_code(text: str) -> str:
    """A code as a person typed it, in its one spelling (`o` is 0, `i` and `l` are 1)."""
    upper = text.strip().upper().replace("-", "").replace(" ", "")
    return upper.translate(str.maketrans("OIL", "011"))


def decision_id_of(
    order_id: str, revision: int, verb: str, actor: str, answers: Iterable[str] = ()
) -> str:
    """One id for one decision: a double click is one, two people stay two.

    `answers` is what a person filled in: other answers on the same card are another decision, so
    that they are judged, and refused where the order has moved on, instead of lost in silence.
    """
    said = sorted(answers)
    filled = f":{_digest(*said)[:16]}" if said else ""
    return f"{order_id}:{revision}:{verb}:{actor}{filled}"


def is_repeat(received_at: str, sent_at: datetime) -> bool:
    """Whether a message so soon after the first is the same message, delivered again."""
    return sent_at - datetime.fromisoformat(received_at) < REDELIVERY


def same_file_name(one: str, other: str) -> bool:
    """Whether one name reads as a corrected copy of the other (`PO-1.xlsx`, `PO-1 (2).xlsx`)."""
    stem = _stem(one)
    return bool(stem) and stem == _stem(other)


def _stem(name: str) -> str:
    """The name without its suffix and without what a copy or a correction adds to it."""
    stem = (name.rpartition(".")[0] or name).casefold().replace("\u200c", " ").strip()
    stem = stem.removeprefix("copy of ")
    while (shorter := _COPY.sub("", stem)) not in ("", stem):
        stem = shorter
    return stem


def _digest(*parts: str) -> str:
    framed = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(framed.encode()).hexdigest()
