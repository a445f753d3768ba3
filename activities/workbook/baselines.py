"""Letters of several fonts that stand on one line of a page.

A font says how deep below the line its letters reach, and another one says something else: a hyphen
between digits that only a second font holds would stand half a line above them.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

_OFF = 0.2
"""By less than this share of their size letters of one line differ without harm."""


def on_baselines(chars: Sequence[dict[str, Any]]) -> None:
    """Lift or lower letters to where most letters of their size on the same line stand."""
    lines: dict[tuple[int, float], list[dict[str, Any]]] = {}
    for char in chars:
        if char.get("upright") and char["text"].strip():
            lines.setdefault((round(char["matrix"][5] * 2), round(char["size"], 1)), []).append(
                char
            )
    for line in lines.values():
        if len({char["fontname"] for char in line}) > 1:
            _level(line)


def _level(line: Sequence[dict[str, Any]]) -> None:
    (top, _), *_ = Counter(round(char["top"], 1) for char in line).most_common(1)
    for char in line:
        down = top - char["top"]
        if abs(down) > _OFF * char["size"]:
            char.update({edge: char[edge] + down for edge in ("top", "bottom", "doctop")})
