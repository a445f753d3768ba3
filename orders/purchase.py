"""When two orders are the same purchase: number, customer and goods."""

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from orders.values import fold

_PREFIXES = ("purchaseorder", "bestellung", "order", "po", "nr", "no")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What one order bought: who, under which number, which goods, for how much, when (ISO, UTC).

    `po` is a canonical key (empty without a number), `lines` the hash of items and quantities,
    `total` is before tax in `currency`.
    """

    order_id: str
    code: str
    tenant_id: str
    customer_id: str
    po: str = ""
    lines: str = ""
    total: Decimal = Decimal(0)
    currency: str = ""
    at: str = ""


def po_key(text: str) -> str:
    """One ASCII key per purchase order number, whatever its script, length, marks and spaces.

    `PO 77/81`, `po-7781` and `PO‑۷۷۸۱` are one number; two numbers never share a key but by a
    collision of 64 bits.
    """
    bare = "".join(one for one in fold(text) if unicodedata.category(one)[0] in "LN")
    for prefix in _PREFIXES:
        rest = bare.removeprefix(prefix)
        if rest != bare and rest[:1].isdigit():
            bare = rest
            break
    return hashlib.sha256(bare.encode()).hexdigest()[:16] if bare else ""


def same_number(one: str, other: str) -> bool:
    """Whether two texts are the same purchase order number; without a number nothing is."""
    key = po_key(one)
    return bool(key) and key == po_key(other)


def goods_key(goods: Iterable[tuple[str, str]]) -> str:
    """The hash of what was bought, as item ids and quantities; the order of lines is no matter."""
    listed = ";".join(f"{item_id}={quantity}" for item_id, quantity in sorted(goods))
    return hashlib.sha256(listed.encode()).hexdigest()[:32] if listed else ""


def twin_of(mine: Fingerprint, twins: Sequence[Fingerprint]) -> Fingerprint | None:
    """The last earlier order with the same purchase order number."""
    return next((one for one in twins if mine.po and one.po == mine.po), None)
