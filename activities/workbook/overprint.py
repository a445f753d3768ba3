"""Whether a page of a PDF prints texts over each other.

A cell does so that is too narrow for its text: a viewer cuts the text off at the cell's edge, the file
holds all of it, and its letters stand among those of the next cell. Which letter belongs to which
text cannot be told for sure.
"""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

_HALF = 0.5
_ALIKE = 0.2
"""Letters of one line are as high as each other within this share."""
_FEW = 2
"""A slip of two letters may be a font's own."""
_FIRST_MARK = "\u0300"
"""Letters from here on may be marks on others, or run into each other by nature."""


def is_overprinted(letters: Iterable[Mapping[str, Any]]) -> bool:
    """Whether several letters of one line begin before the middle of the letter on their left.

    `letters` have their sign (`text`), box (`x0`, `x1`, `bottom`), `size`, and whether they stand
    `upright`.
    """
    lines: dict[int, list[Mapping[str, Any]]] = {}
    for one in letters:
        if one.get("upright", True) and one["text"].isalnum() and one["text"] < _FIRST_MARK:
            lines.setdefault(round(one["bottom"]), []).append(one)
    over = 0
    for line in lines.values():
        line.sort(key=lambda one: (one["x0"], one["x1"]))
        over += sum(lies_over(left, right) for left, right in pairwise(line))
    return over > _FEW


def lies_over(left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    """Whether a letter begins before the middle of the one on its left."""
    alike = abs(left["size"] - right["size"]) <= _ALIKE * left["size"]
    narrow = min(left["x1"] - left["x0"], right["x1"] - right["x0"])
    return bool(alike and narrow > 0 and left["x1"] - right["x0"] > _HALF * narrow)
