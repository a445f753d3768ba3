"""What a customer usually orders of an item, by their completed orders."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

LEAST = 3
"""From so many earlier orders of an item on, it is known what is usual."""
NEWEST = 20
"""So many of the newest orders of an item are looked at."""
FAR = 3
"""So many times the most ever ordered, or that part of the least, is unusual."""


@dataclass(frozen=True, slots=True)
class Usual:
    """The least and the most that was ordered of one item, and in how many orders."""

    least: Decimal
    most: Decimal
    orders: int


def usual_of(history: Sequence[Mapping[str, Decimal]]) -> dict[str, Usual]:
    """What is usual of each item, from what each earlier order bought, the newest first."""
    seen: dict[str, list[Decimal]] = {}
    for bought in history:
        for item_id, quantity in bought.items():
            if quantity > 0:
                seen.setdefault(item_id, []).append(quantity)
    newest = {item_id: quantities[:NEWEST] for item_id, quantities in seen.items()}
    return {
        item_id: Usual(min(one), max(one), len(one))
        for item_id, one in newest.items()
        if len(one) >= LEAST
    }


def judge_quantity(quantity: Decimal, usual: Usual) -> str:
    """The code of what is unusual about a quantity; empty where nothing is."""
    if quantity > usual.most * FAR:
        return "LARGE_QUANTITY"
    return "SMALL_QUANTITY" if quantity * FAR < usual.least else ""
