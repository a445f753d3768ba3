"""Scores matching against labelled questions, and times its look-ups."""

import importlib
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from rich.console import Console

from orders.buyer import match_customer
from orders.catalogue import Item, Suggestion
from orders.customers import CustomerIndex
from orders.items import ItemIndex
from orders.matching import match_item, match_items
from orders.order import Line

CORPUS = Path(__file__).resolve().parents[2] / "tests" / "corpus"
SHOWN = 3
"""Among so many offered ones the right record must be."""
CATALOGUE, LINES = 50_000, 100


@dataclass(slots=True)
class Score:
    """What came of some questions; `wrong` must be empty."""

    asked: int = 0
    matchable: int = 0
    automatic: int = 0
    rest: int = 0
    shown: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: Counter[str] = field(default_factory=Counter)
    unseen: list[str] = field(default_factory=list)

    def add(self, query: Any, found: str, offered: Iterable[Suggestion]) -> None:
        """Count one answer: the id found automatically, or an empty text and what was offered."""
        self.asked += 1
        matchable = query.want == "auto"
        self.matchable += matchable
        if found and (found != query.meant or query.want == "ask"):
            self.wrong.append(f"{query.kind}: {_text(query)} -> {found} (meant {query.meant})")
        elif found:
            self.automatic += matchable
        else:
            if matchable:
                self.missed[query.kind] += 1
            self._count_shown(query, [one.record_id for one in offered])

    def _count_shown(self, query: Any, offered: list[str]) -> None:
        if not query.meant:
            return
        self.rest += 1
        self.shown += query.meant in offered[:SHOWN]
        if query.meant not in offered[:SHOWN]:
            self.unseen.append(f"{query.kind}: {_text(query)}")


def score_set(shop: Any, queries: Iterable[Any]) -> tuple[Score, Score]:
    """Ask everything; the scores of customers and of items."""
    customers, items = CustomerIndex(shop.customers), ItemIndex(shop.items)
    inactive = {one.customer_id for one in shop.customers if not one.active}
    inactive |= {one.item_id for one in shop.items if not one.active}
    people, goods = Score(), Score()
    for query in queries:
        if query.line is None:
            match = match_customer(query.name, customers)
            found = match.customer.customer_id if match.customer else ""
            people.add(_sold(query, inactive), found, match.suggestions)
        else:
            line = match_item(query.line, items)
            goods.add(_sold(query, inactive), line.item.item_id if line.item else "",
                      line.suggestions)  # fmt: skip
    return people, goods


@dataclass(frozen=True, slots=True)
class _Unsold:
    """A question whose record is inactive: it must be asked, and the record is never offered."""

    kind: str
    want: str
    name: str
    line: Line | None
    meant: str = ""


def _sold(query: Any, inactive: set[str]) -> Any:
    if query.meant not in inactive:
        return query
    return _Unsold(query.kind, "ask", query.name, query.line)


def run_matching_bench(
    console: Console,
    *,
    held_out: bool = False,
    customers: int = 2_000,
    items: int = 5_000,
    lines: int = LINES,
) -> int:
    """Score one half and print the figures; 1 when a match is wrong or too much is asked.

    `lines` of an order are timed, none at 0.
    """
    sys.path.insert(0, str(CORPUS))
    try:
        made = importlib.import_module("queries").make_set(customers, items, held_out=held_out)
    finally:
        sys.path.remove(str(CORPUS))
    console.print("held out" if held_out else "for building")
    good = [_print(console, name, score) for name, score in
            zip(("customers", "items"), score_set(*made), strict=True)]  # fmt: skip
    if lines:
        console.print(f"{lines} lines against {CATALOGUE} items: {time_lines(lines)}")
    return 0 if all(good) else 1


def _print(console: Console, name: str, score: Score) -> bool:
    automatic = score.automatic / max(score.matchable, 1)
    shown = score.shown / max(score.rest, 1)
    console.print(
        f"{name}: {score.asked} asked, wrong automatic {len(score.wrong)}, automatic {automatic:.1%}"
        f" of {score.matchable} matchable, right one shown {shown:.1%} of {score.rest} others"
    )
    for line in (*score.wrong[:20], *score.unseen[:10]):
        console.print(f"  {line}", markup=False, highlight=False)
    for kind, count in score.missed.most_common(6):
        console.print(f"  asked though matchable: {kind} {count}", highlight=False)
    return not score.wrong and automatic >= 0.9 and shown >= 0.98  # noqa: PLR2004 - the promise


def time_lines(count: int) -> str:
    """How long an order takes against a large catalogue, beside bare look-ups in a dictionary."""
    words = ("trail", "camp", "steel", "green", "black", "mug", "tent", "bag", "lamp", "pole")
    items = [
        Item(
            str(place),
            f"{words[place % 10]} {words[place // 10 % 10]} {words[place // 100 % 10]} {place}",
            f"SKU-{place:05}",
            rate=Decimal(1),
        )
        for place in range(CATALOGUE)
    ]
    index = ItemIndex(items)
    match_item(Line("L000", 0, sku="none", product_name="warm up", gtin="9521000010018"), index)
    lines = [
        Line(f"L{place:03}", place, sku=f"SKU-{place * 400:05}") if place % 4 else
        Line(f"L{place:03}", place, product_name=f"trial {words[place % 10]} bag {place * 7}")
        for place in range(count)
    ]  # fmt: skip
    full = min(_seconds(lambda: match_items(lines, index, {})) for _ in range(3))
    bare = {one.sku: one for one in items}
    least = min(_seconds(lambda: [bare.get(line.sku or "") for line in lines]) for _ in range(3))
    return f"{full * 1000:.0f} ms ({full / least:.0f} times bare dictionary look-ups)"


def _seconds(work: Any) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _text(query: Any) -> str:
    line = query.line
    if line is None:
        return str(query.name)
    return " | ".join(filter(None, (line.sku, line.gtin, line.product_name, line.colour)))
