"""What people taught: names of customers, and customers' own codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from orders.items import sku_key
from orders.names import full_key

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

    kind: AliasKind
    owner: str
    key: str
    written: str
    record_id: str
    label: str
    by: str
    by_name: str
    at: str
    order: str
    corrections: int = 0
    retired_at: str = ""

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
    corrected = replace(before, corrections=before.corrections + 1)
    return new if corrected.corrections >= RETIRED_AFTER else corrected
