"""Labels and values that share one line, as in `PO: 778 / Date: 4 May`."""

import re
from collections.abc import Sequence

from orders.dictionary import column_meanings, label_meanings
from orders.values import fold

_COLON = re.compile(r"(?<!\d)[:：](?!//)|(?<=\d)[:：](?!\d|//)")
"""No colon of a clock or of a web address."""
_DASH = re.compile(r"\s[-–—]+\s")
_LEADING = re.compile(r"^\s?[-–—](?=\s|\d|[^\W\d_])\s*")
"""Colon and dash are one mark: `Date:- 4 May`."""
_DIGIT = re.compile(r"\d")
_BETWEEN = " /|;,·•-–—\t"
_LABEL_WORDS = 4
_HEAD = frozenset(
    {"customer", "po_number", "order_date", "delivery_date", "currency", "supplier", "contact"}
)
_FEWEST, _SURE = 4, 0.6
_COUNTS = frozenset({"no", "nr", "num", "number", "nummer", "№"})
"""Behind another word these only say that it has a number: `Contact no`."""

_REVISION = re.compile(
    r"(?:rev(?:ision|ised|isión|isione)?|rév(?:ision)?|versi[oó]n|amend(?:ed|ment)?|issue)\b.{0,6}",
    re.IGNORECASE,
)
"""`PURCHASE ORDER - REVISION 2` numbers no order."""


def pairs_of(line: str) -> list[tuple[str, str]]:
    """Every label with its value; the label alone, with an empty value, where none follows.

    A colon opens a new pair only behind words that are a known label.
    """
    pieces = _COLON.split(line)
    if len(pieces) < 2:
        return []
    label, value = pieces[0].strip(), _LEADING.sub("", pieces[1])
    pairs: list[tuple[str, str]] = []
    for piece in pieces[2:]:
        before, following = _cut(value)
        if following:
            pairs.append((label, before))
            label, value = following, piece
        else:
            value = f"{value}:{piece}"
    return [*pairs, (label, value.strip())]


def dashed(line: str) -> list[tuple[str, str]]:
    """A label of an order's number or day, and its value behind a dash: `PO date – 21-04-2026`."""
    label, *rest = _DASH.split(line, maxsplit=1)
    named = label_meanings(label.strip()) if rest else {}
    told = max((named.get(field, 0.0) for field in ("po_number", "order_date")), default=0.0) >= 1
    numbered = told and _DIGIT.search(rest[0]) and not _REVISION.fullmatch(rest[0].strip())
    return [(label.strip(), rest[0].strip())] if numbered else []


def _cut(text: str) -> tuple[str, str]:
    """What stands before the label at a text's end, and that label; it may be none."""
    words = text.split()
    for count in range(min(_LABEL_WORDS, len(words)), 0, -1):
        label = " ".join(words[-count:]).lstrip(_BETWEEN)
        if label and label_meanings(label) and not (fold(label) in _COUNTS and words[:-count]):
            return " ".join(words[:-count]).strip(_BETWEEN), label
    return text.strip(), ""


def take_turns(texts: Sequence[str]) -> bool:
    """Whether labels of an order's head and their values take turns: `Order | 4711 | Customer | Acme`."""
    labels, values = texts[::2], texts[1::2]
    return (
        len(texts) >= _FEWEST and len(labels) == len(values)
        and all(_HEAD & label_meanings(text).keys() for text in labels)
        and not any(max(column_meanings(text).values(), default=0.0) >= _SURE for text in values)
        and any(map(str.isdigit, "".join(values)))
    )  # fmt: skip
