"""Labels that only their bold letters part from the values behind them.

`**Customer Name** Acme Ltd` has no colon and no wide gap; on paper the letters tell where the label ends.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from activities.workbook.words import APART
from orders.dictionary import label_meanings

_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_MOST = 4
"""A label of more words is a sentence."""
_SURE = 0.9
_LEVEL = 1.5

_Found = dict[str, Any]


def with_values_apart(words: Sequence[_Found]) -> list[_Found]:
    """The words, each that begins the value of a bold label marked so (`begins`)."""
    starts = {
        id(run[at])
        for line in _lines(words)
        for run in _runs(sorted(line, key=lambda one: float(one["x0"])))
        if (at := _label_ends(run))
    }
    return [word | {"begins": True} if id(word) in starts else word for word in words]


def _lines(words: Sequence[_Found]) -> list[list[_Found]]:
    """The words by line; two fonts on one line need not reach equally low."""
    lines: list[list[_Found]] = []
    for word in sorted(words, key=lambda one: float(one["bottom"])):
        if lines and word["bottom"] - lines[-1][-1]["bottom"] < _LEVEL:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _runs(line: Sequence[_Found]) -> Iterator[list[_Found]]:
    """The words of a line in runs between wide gaps."""
    run: list[_Found] = []
    for word in line:
        if run and word["x0"] - run[-1]["x1"] >= APART * (word["bottom"] - word["top"]):
            yield run
            run = []
        run.append(word)
    yield run


def _label_ends(run: Sequence[_Found]) -> int:
    """How many bold words are a known label in front of plain ones; 0 where none are."""
    bold = [_BOLD.search(word["chars"][0].get("fontname", "")) is not None for word in run]
    ends = bold.index(False) if False in bold else 0
    if not 0 < ends <= _MOST or any(bold[ends:]):
        return 0
    text = " ".join(word["text"] for word in run[:ends])
    if ":" in text:
        return 0
    return ends if max(label_meanings(text).values(), default=0.0) >= _SURE else 0
