"""Texts of two columns that touch: a code and the name behind it.

Nothing parts them on the page but the place where the second one begins, at which the texts of the
lines around begin too. A text that fills its column to the edge may also have been cut off there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from activities.workbook.overprint import lies_over
from activities.workbook.words import APART

_TABULAR = 3
_AROUND = 3
"""So many lines of a table above a line, and below it, tell where its columns begin."""
_FEWEST = 2
_SAME = 0.5
_EVEN = 0.05
_FAR = 100.0
_CUT = 0.25
"""No font sets digits closer than to overlap by so much of their width."""


@dataclass(frozen=True, slots=True)
class _Row:
    """The words of one line, and where those begin that a wide gap parts from the one before."""

    words: list[dict[str, Any]]
    begins: list[float]


def parted_words(words: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], int]:
    """The words, each that runs on into the next column in two, and how many such there were.

    A word has its box (`x0`, `x1`, `top`, `bottom`) and its letters (`chars`); the second half of a
    parted one says so (`begins`).
    """
    rows = _rows(words)
    tables = [row for row in rows if len(row.begins) >= _TABULAR]
    made: list[dict[str, Any]] = []
    found = 0
    for row in rows:
        starts = _starts(tables, row) if len(row.begins) > 1 else []
        for word in row.words:
            parts = list(_parts(word, starts))
            found += len(parts) - 1
            made += parts
    return made, found


def _rows(words: Sequence[dict[str, Any]]) -> list[_Row]:
    lines: dict[int, list[dict[str, Any]]] = {}
    for word in words:
        lines.setdefault(round(word["bottom"]), []).append(word)
    ordered = [sorted(lines[at], key=lambda one: float(one["x0"])) for at in sorted(lines)]
    return [_Row(line, list(_begins(line))) for line in ordered]


def _begins(line: Sequence[dict[str, Any]]) -> Iterator[float]:
    yield line[0]["x0"]
    for last, word in pairwise(line):
        if word["x0"] - last["x1"] >= APART * (word["bottom"] - word["top"]):
            yield word["x0"]


def _starts(tables: Sequence[_Row], row: _Row) -> list[float]:
    """Where a line around begins a text and this one none, if letters of most lines begin there."""
    top = row.words[0]["top"]
    far = [(one.words[0]["top"] - top, one) for one in tables if one is not row]
    above = [one for down, one in far if -_FAR < down < 0]
    below = [one for down, one in far if 0 < down < _FAR]
    near = [*above[-_AROUND:], *below[:_AROUND]]
    told = {start for one in near for start in one.begins}
    free = {start for start in told if not any(_same(start, own) for own in row.begins)}
    return [start for start in free if sum(_has_letter(one, start) for one in near) >= _FEWEST]


def _has_letter(row: _Row, start: float) -> bool:
    return any(
        _same(word["chars"][at]["x0"], start) for word in row.words for at in (0, *_seams(word))
    )


def _seams(word: dict[str, Any]) -> Iterator[int]:
    """The letters of a word that stand nearer to the letter before, or farther, than all others do.

    A program that sets a text at once sets its letters evenly, but for pairs such as `To` and `11`.
    """
    gaps = [one["x0"] - last["x1"] for last, one in pairwise(word["chars"])]
    for at, gap in enumerate(gaps):
        rest = [*gaps[:at], *gaps[at + 1 :]]
        uneven = len(rest) > 1 and max(rest) - min(rest) < _EVEN < abs(gap - rest[0])
        if uneven and _may_begin(word["chars"][at]["text"], word["chars"][at + 1]["text"]):
            yield at + 1


def _may_begin(last: str, one: str) -> bool:
    """Whether a sign may begin a text behind another one: a capital, or a digit behind none."""
    return one.isupper() or (one.isdigit() and last.isalpha())


def _over(letters: Sequence[dict[str, Any]]) -> int:
    """The one letter that begins on the letter before it, as a text behind one that is too long; 0 for none."""
    over = [
        at + 1
        for at, (last, one) in enumerate(pairwise(letters))
        if lies_over(last, one) and _may_begin(last["text"], one["text"])
    ]
    meets = [at + 1 for at, (last, one) in enumerate(pairwise(letters)) if _meet(last, one)]
    even = [one for last, one in pairwise(letters) if last["x1"] - one["x0"] < _SAME]
    if not over and len(meets) == 1 and len(even) == len(letters) - 2 > 1:
        return meets[0]
    return over[0] if len(over) == 1 else 0


def _meet(last: dict[str, Any], one: dict[str, Any]) -> bool:
    """Whether a number begins on the last digit of another, which its cell has cut off there."""
    digits = last["text"].isdecimal() and one["text"].isdecimal() and last.get("upright", True)
    return bool(digits and last["x1"] - one["x0"] > _CUT * (last["x1"] - last["x0"]))


def _same(one: float, other: float) -> bool:
    return abs(one - other) < _SAME


def _parts(word: dict[str, Any], starts: Sequence[float]) -> Iterator[dict[str, Any]]:
    letters = word["chars"]
    cut = next(
        (at for at in _seams(word) if any(_same(letters[at]["x0"], one) for one in starts)),
        _over(letters),
    )
    if not cut:
        yield word
        return
    for part in (letters[:cut], letters[cut:]):
        yield word | {
            "text": "".join(one["text"] for one in part),
            "x0": part[0]["x0"],
            "x1": part[-1]["x1"],
            "chars": part,
            "begins": part[0] is letters[cut],
        }
