"""What people taught: names of customers, and customers' own codes."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from orders.case import CaseDocument
from orders.catalogue import Customer, Item, item_label
from orders.items import sku_key
from orders.names import full_key
from orders.order import Line

RETIRED_AFTER = 2
"""So many later corrections retire what was learned."""


class AliasKind(StrEnum):
    """What a text stands for."""

    CUSTOMER = "customer"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Alias:
    """A text that people said means a record of the books: who said so, when, in which order.

    A customer's name holds for the whole tenant (`owner` is empty); an item's code or name only for
    the customer in `owner`. `key` is the text folded; `corrections` counts later choices of another
    record, `retired_at` is when it ended (ISO, UTC), by corrections or by `./desk aliases revoke`.
    """

    tenant_id: str
    kind: AliasKind
    owner: str
    key: str
    written: str
    record_id: str
    label: str
    by: str
    by_name: str
    at: str
    order_code: str
    corrections: int = 0
    corrected_by: str = ""
    """The code of the last order that corrected it."""
    retired_at: str = ""

    @property
    def alias_id(self) -> str:
        """Eight hex digits by which people name it."""
        key = f"{self.tenant_id}|{self.kind}|{self.owner}|{self.key}"
        return hashlib.sha256(key.encode()).hexdigest()[:8]

    @property
    def live(self) -> bool:
        """Whether it still counts."""
        return not self.retired_at


Known = Mapping[str, Alias]
"""Live aliases by key."""


def customer_key(text: str) -> str:
    """The key under which a customer's name is learned: the legal form tells names apart."""
    return full_key(text)


def item_key(sku: str | None, name: str | None) -> str:
    """The key of a line: its code as text, or its name where it has no code."""
    return f"sku:{sku_key(sku)}" if sku_key(sku) else f"name:{full_key(name or '')}"


def known_by_key(aliases: Sequence[Alias]) -> dict[str, Alias]:
    """The live ones by key."""
    return {one.key: one for one in aliases if one.live}


def taught(before: Alias | None, new: Alias) -> Alias:
    """What stands after a person's choice.

    The same record confirms what was learned. Another one is a correction; the second one retires
    the old meaning, and the new one takes its place.
    """
    if before is None or not before.live:
        return new
    if before.record_id == new.record_id:
        return replace(before, corrections=0)
    corrected = replace(before, corrections=before.corrections + 1, corrected_by=new.order_code)
    return new if corrected.corrections >= RETIRED_AFTER else corrected


def lessons_of(case: CaseDocument, at: str) -> list[Alias]:
    """What an approved order teaches: every record that a person chose for what the file says."""
    order = case.order
    match = case.matches.customer
    if order is None or match is None or match.customer is None:
        return []
    found = [_lesson(case, order.customer or "", match.customer, at)]
    for line in order.lines:
        item = case.matches.items.get(line.line_id)
        if item is not None and item.item is not None and not item.left_out:
            found.append(_item_lesson(case, line, item.item, at))
    return [one for one in found if one is not None]


def _lesson(case: CaseDocument, written: str, customer: Customer, at: str) -> Alias | None:
    key = customer_key(written)
    if "customer" not in case.choices or not key:
        return None
    label = customer.name
    return _alias(case, (AliasKind.CUSTOMER, "", key), (written, customer.customer_id, label), at)


def _item_lesson(case: CaseDocument, line: Line, item: Item, at: str) -> Alias | None:
    key, written = item_key(line.sku, line.full_name), line.sku or line.full_name
    owner = case.matches.customer.customer if case.matches.customer else None
    same = sku_key(line.sku) and sku_key(line.sku) == sku_key(item.sku)
    if line.line_id not in case.choices or owner is None or same or not key.partition(":")[2]:
        return None
    place = (AliasKind.ITEM, owner.customer_id, key)
    return _alias(case, place, (written, item.item_id, item_label(item)), at)


def _alias(
    case: CaseDocument, place: tuple[AliasKind, str, str], taught: tuple[str, str, str], at: str
) -> Alias:
    kind, owner, key = place
    written, record_id, label = taught
    return Alias(
        case.tenant_id, kind, owner, key, written, record_id, label,
        case.requester, case.requester_name, at, case.code,
    )  # fmt: skip
