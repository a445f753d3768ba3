"""Whether a page of a PDF prints texts over each other.

A cell does so that is too narrow for its text: a viewer cuts the text off at the cell's edge, the file
holds all of it, and its letters stand among those of the next cell. Which letter belongs to which
text cannot be told for sure.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

_HALF = 0.5
_ALIKE = 0.2
"""Letters of one line are as high as each other within this share."""
_FEW = 2
"""A slip of two letters may be a font's own."""
_DAY = 10
"""So many signs a day has."""
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


def is_cut(letters: Sequence[Mapping[str, Any]], width: float) -> bool:
    """Whether a number ends where the page does, and nothing goes on beyond: no printer prints so far.

    What a program cut off there is not in the file; where it left letters beyond the edge, the text is.
    """
    upright = [one for one in letters if one.get("upright", True)]
    ends = [one for one in upright if one["x1"] > width - (one["x1"] - one["x0"])]
    # A blank behind it says that a number is whole, and a day is whole by itself.
    told = {round(one["bottom"]) for one in ends if not one["text"].strip() or one["x0"] >= width}
    near = [one for one in upright if one["x1"] > width - _DAY * (one["x1"] - one["x0"])]
    told |= {round(one["bottom"]) for one in near if one["text"] in "/:-"}
    return any(one["text"].isdecimal() and round(one["bottom"]) not in told for one in ends)


def lies_over(left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    """Whether a letter begins before the middle of the one on its left."""
    alike = abs(left["size"] - right["size"]) <= _ALIKE * left["size"]
    narrow = min(left["x1"] - left["x0"], right["x1"] - right["x0"])
    return bool(alike and narrow > 0 and left["x1"] - right["x0"] > _HALF * narrow)
