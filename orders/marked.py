"""Headings marked as the lines' own: `Order Lines/Quantity`."""

import re
from collections.abc import Mapping, Sequence

from orders.columns import Column
from orders.dictionary import column_meanings
from orders.values import fold

_BEFORE = re.compile(
    r"(?P<mark>.{3,}?)\s*(?:/|:|\s-\s)\s*(?P<rest>.+)|(?P<rest2>.+?)\s*\((?P<mark2>[^()]{3,})\)"
    r"|(?P<mark3>line\s?items?|order\s?lines?)[\s_.]+(?P<rest3>.+)",
    re.IGNORECASE,
)
_NAMED, _FEWEST = 0.6, 3
_NAMES = ("sku", "product_name", "gtin")
_OF_LINES = (
    *_NAMES,
    "quantity",
    "unit_price",
    "line_total",
    "tax",
    "discount",
    "unit",
    "pack_size",
)


def rule_marked(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """What is marked as the lines' own names them; beside it `Total`, `Taxes`, `Name` are the order's.

    A column without the mark keeps what no marked one says: a bare `Price` may still be the lines'.
    """
    marked: dict[str, dict[int, Mapping[str, float]]] = {}
    for column in columns:
        for mark, rest in _parts(column.header):
            marked.setdefault(fold(mark), {})[column.number] = column_meanings(rest)
    told = [one for one in marked.values() if len(one) >= _FEWEST and _tells_lines(one)]
    own = max(told, key=len, default={})
    said = {field for meanings in own.values() for field in meanings if field in _OF_LINES}
    said |= {*_NAMES, "line_total", "tax", "discount"}
    for number, mine in scores.items() if own else ():
        if number in own:
            scores[number] = dict(own[number]) or mine
        else:
            scores[number] = {name: sure for name, sure in mine.items() if name not in said}


def _parts(header: str) -> list[tuple[str, str]]:
    """The mark of a heading and what stands beside it."""
    found = _BEFORE.fullmatch(" ".join(header.split()))
    if found is None:
        return []
    pairs = ((found["mark" + at], found["rest" + at]) for at in ("", "2", "3"))
    return [(mark, rest) for mark, rest in pairs if mark and rest]


def _tells_lines(marked: Mapping[int, Mapping[str, float]]) -> bool:
    """Whether one column of a mark counts the items and another one names them."""
    counted = any(one.get("quantity", 0.0) >= _NAMED for one in marked.values())
    return counted and any(
        one.get(name, 0.0) >= _NAMED for one in marked.values() for name in _NAMES
    )
