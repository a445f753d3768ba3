"""Which items a person is offered for a line, the likeliest first."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from orders.buyer import SHOWN, reason_of, score_of
from orders.catalogue import Item, Suggestion, item_label
from orders.items import ItemIndex
from orders.order import Line

WORTH_SHOWING = 0.30
_COMPARED, _NEAR_CODES = 8, 8
_BOTH = Decimal("0.10")
"""What a second reason adds."""
_MOST = Decimal("0.99")
"""The score of all but the same code."""


def offer_items(line: Line, hits: Sequence[Item], items: ItemIndex) -> tuple[Suggestion, ...]:
    """Active items: exact hits and their successors, codes written otherwise, names, near codes."""
    shelf: dict[str, Suggestion] = {}
    for one in hits:
        _put(shelf, one, Decimal(1), "same_code")
        for successor in items.with_sku(one.successor) if not one.active else ():
            _put(shelf, successor, _MOST, "successor")
    for one in items.like_sku(line.sku):
        _put(shelf, one, Decimal("0.90"), "similar_code")
    _put_named(shelf, line, hits, items)
    if not hits:
        for one in items.near_gtin(line.gtin)[:_NEAR_CODES]:
            _put(shelf, one, Decimal("0.70"), "near_gtin")
        for one in items.near_sku(line.sku)[:_NEAR_CODES]:
            _put(shelf, one, Decimal("0.60"), "near_code")
    return tuple(sorted(shelf.values(), key=lambda one: -one.score)[:SHOWN])


def _put_named(
    shelf: dict[str, Suggestion], line: Line, hits: Sequence[Item], items: ItemIndex
) -> None:
    """Items of the line's name; a line without a name takes that of the inactive item it hit."""
    names = [words_of(line), *(one.name for one in hits if not one.active)]
    for alike, one in items.alike(next(filter(None, names), ""))[:_COMPARED]:
        if alike.score >= WORTH_SHOWING:
            _put(shelf, one, score_of(alike.score), reason_of(alike))


def _put(shelf: dict[str, Suggestion], item: Item, score: Decimal, because: str) -> None:
    """Lay an active item on the shelf; one that lies there already gains a reason."""
    kept = shelf.get(item.item_id)
    if kept is None:
        if item.active:
            shelf[item.item_id] = Suggestion(item.item_id, item_label(item), score, because)
        return
    reasons = dict.fromkeys((*kept.because.split(","), *because.split(",")))
    gained = max(kept.score, min(max(kept.score, score) + _BOTH, _MOST))
    shelf[item.item_id] = replace(kept, score=gained, because=",".join(reasons))


def words_of(line: Line) -> str:
    """Name, details, colour and size of a line, each word once."""
    name = " ".join(filter(None, (line.product_name, line.details)))
    more = [text for text in (line.colour, line.size) if text and text.casefold() not in
            name.casefold().split()]  # fmt: skip
    return " ".join(filter(None, (name, *more)))
