"""Words on a page of a PDF, in lines and pieces, as a person reads them.

Lengths are points from the page's left and upper edge, whatever the script. Arabic and Hebrew words
are drawn from right to left; numbers in them, in whichever digits, from left to right.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

from activities.workbook.rightward import in_reading_order
from activities.workbook.texts import goes_on_day, goes_on_number
from orders.money import currency_of

_NUMBER = re.compile(r"[-(]?\d[\d.,'٫٬]*\)?")
_PART = re.compile(r"[-(]?[\d.,'٫٬]+\)?")
_PERCENT = ("%", "٪", "%:")
_TOUCH, _BLANK = 0.05, 0.35
_ENOUGH = 3
_HEADED = 2
"""Lines above that may head a line: headings of two rows."""
_NEAR = 1.0
AMOUNT = re.compile(r"\W*\w{0,3}[^\w\-]*\d[\d.,' ]*\W*\w{0,3}\W*")
"""A number, with a currency or a unit beside it."""
APART = 0.6
"""Two words of one piece stand nearer than this share of their height."""
_LETTERS = 1.2
"""And nearer than so many of their letters, which in typewriter script are as wide as blanks."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a piece of several, with its box."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    begins: bool = False
    """Whether it begins a text of its own, however near the word before it stands."""

    @property
    def middle(self) -> float:
        """The middle of its width."""
        return (self.left + self.right) / 2

    @property
    def height(self) -> float:
        """The height of its letters."""
        return self.bottom - self.top

    def scaled(self, by: float) -> "Word":
        """The word on a page that is so much larger."""
        across, down = (self.left * by, self.right * by), (self.top * by, self.bottom * by)
        return Word(self.text, *across, *down, self.begins)


@dataclass(frozen=True, slots=True)
class TextLine:
    """The words of one line in reading order, and the pieces that wide gaps make of them."""

    words: tuple[Word, ...]
    pieces: tuple[Word, ...]

    @property
    def top(self) -> float:
        """The upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def middle(self) -> float:
        """Half way between the two."""
        return (self.top + self.bottom) / 2

    @property
    def text(self) -> str:
        """The whole line."""
        return " ".join(word.text for word in self.words)


@dataclass(slots=True)
class Row:
    """One row of the grid: its texts by column from 1, and where on the page it stands."""

    cells: dict[int, str]
    top: float
    bottom: float
    height: float
    """Of one line of its letters."""
    letters: float = 0.0
    """Height of its highest letters, where they are not all on one line."""
    middles: tuple[float, ...] = ()
    """Where its texts stand, from left to right."""

    @classmethod
    def of(cls, line: TextLine, cells: dict[int, str]) -> Self:
        """A line as a row."""
        letters = max(word.height for word in line.words)
        middles = tuple(piece.middle for piece in line.pieces)
        return cls(cells, line.top, line.bottom, line.bottom - line.top, letters, middles)


def lines_of(words: Iterable[Word]) -> list[TextLine]:
    """Words gathered into lines, top down."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.top + one.bottom) / 2):
        if rows and _beside(word, rows[-1]):
            rows[-1].append(word)
        else:
            rows.append([word])
    ordered = [_whole_numbers(sorted(_whole(row), key=lambda word: word.left)) for row in rows]
    edges = _number_edges(ordered)
    lines = [_line(row, edges, ()) for row in ordered]
    counts = _behind_counts(ordered)
    return [
        _line(row, edges, _starts_near(lines, at) + counts, counts)
        for at, row in enumerate(ordered)
    ]


def _starts_near(lines: Sequence[TextLine], at: int) -> list[float]:
    """Where the texts of a table's line, and of the lines around it, begin."""
    above = [one for one in lines[:at] if len(one.pieces) >= _ENOUGH]
    below = [one for one in lines[at:] if len(one.pieces) >= _ENOUGH]
    return [piece.left for one in (*above[-_HEADED:], *below[:_ENOUGH]) for piece in one.pieces]


def joined(words: Sequence[Word]) -> Word:
    """Several words of one line as one piece, in reading order."""
    ordered = sorted(words, key=lambda word: word.left)
    texts = [word.text for word in ordered]
    return Word(
        in_reading_order(texts),
        ordered[0].left,
        max(word.right for word in words),
        min(word.top for word in words),
        max(word.bottom for word in words),
    )


def cell_text(words: Sequence[Word]) -> str:
    """The text of a cell; two numbers far apart on its line must never read as one."""
    if sum(AMOUNT.fullmatch(word.text) is not None for word in words) > 1 and _are_apart(words):
        return " | ".join(word.text for word in sorted(words, key=lambda word: word.left))
    return joined(words).text


def _are_apart(words: Sequence[Word]) -> bool:
    ordered = sorted(words, key=lambda word: word.left)
    return any(b.left - a.right >= APART * max(a.height, b.height) for a, b in pairwise(ordered))


def _whole_numbers(row: Sequence[Word]) -> list[Word]:
    """Numbers in one word again that were drawn in parts with padding printed under them.

    Spreadsheets print `1` and `,61,587.72` side by side; a space between words has a width.
    """
    whole: list[Word] = []
    for word in row:
        last = whole[-1] if whole else None
        touching = last and not word.begins and abs(word.left - last.right) < _TOUCH * word.height
        if last and touching and _PART.fullmatch(last.text) and _PART.fullmatch(word.text):
            text = last.text + word.text
            whole[-1] = replace(last, text=text, right=word.right)
        else:
            whole.append(word)
    return whole


def _beside(word: Word, row: Sequence[Word]) -> bool:
    last = row[-1]
    shared = min(word.bottom, last.bottom) - max(word.top, last.top)
    return shared > min(word.height, last.height) / 2


def _whole(row: Sequence[Word]) -> list[Word]:
    """The words of a row, where two lines of small print beside larger words are one text."""
    first, last = row[0], row[-1]
    above = [word for word in row if not _beside(word, [last])]
    below = [word for word in row if not _beside(word, [first])]
    if first.bottom > last.top + _TOUCH * last.height or len(above) + len(below) == len(row):
        return list(row)
    whole = [word for word in row if word not in above and word not in below]
    lower = _runs(below)
    for run in _runs(above):
        under = [
            one for one in lower if one[0].left < run[-1].right and one[-1].right > run[0].left
        ]
        lower = [one for one in lower if one not in under]
        parts = [joined(one) for one in (run, *under)]
        text = " ".join(part.text for part in parts)
        whole.append(replace(joined(parts), text=text, begins=True))
    return whole + [word for one in lower for word in one]


def _runs(words: Iterable[Word]) -> list[list[Word]]:
    """The words of a line in runs between wide gaps."""
    runs: list[list[Word]] = []
    for word in sorted(words, key=lambda one: one.left):
        if runs and word.left - runs[-1][-1].right < APART * word.height:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _number_edges(rows: Sequence[Sequence[Word]]) -> list[float]:
    """Where columns of numbers end: right edges that numbers of different widths share."""
    ends: dict[int, list[Word]] = {}
    for word in (word for row in rows for word in row if _NUMBER.fullmatch(word.text)):
        ends.setdefault(round(word.right), []).append(word)
    return [
        sum(word.right for word in words) / len(words)
        for words in ends.values()
        if len(words) >= _ENOUGH and len({round(word.left) for word in words}) > 1
    ]


def _is_group(last: Word, word: Word) -> bool:
    """Whether a blank parts the thousands of one number, `82 140,86`, or a day: `13, 2026`."""
    near = word.left - last.right < _BLANK * word.height
    return (near and goes_on_number(last.text, word.text)) or goes_on_day(last.text, word.text)


def _has_digit_or_label(word: Word) -> bool:
    return ":" in word.text or any(sign.isdigit() for sign in word.text)


def _behind_counts(rows: Sequence[Sequence[Word]]) -> list[float]:
    """Where the words behind numbers begin that count the rows: 1, 2, 3 or 10, 20, 30."""
    counted = [row for row in rows if len(row) > 1 and row[0].text.isdecimal()]
    steps = {
        int(b[0].text) - int(a[0].text)
        for a, b in pairwise(counted)
        if len(b[0].text) < _ENOUGH * 2
    }
    starts = {round(row[1].left) for row in counted}
    return (
        [counted[0][1].left] if len(counted) >= _ENOUGH and len(steps) == len(starts) == 1 else []
    )


def _line(
    row: Sequence[Word],
    edges: Sequence[float],
    starts: Sequence[float],
    counts: Sequence[float] = (),
) -> TextLine:
    groups: list[list[Word]] = [[row[0]]]
    # Above numbers that count the rows, the header names both columns.
    names = counts if len(row) > _ENOUGH and not any(map(_has_digit_or_label, row)) else ()
    for word in row[1:]:
        last = groups[-1][-1]
        height = max(word.height, last.height)
        letter = min((last.right - last.left) / max(len(last.text), 1), height * APART)
        apart = word.left - last.right >= max(APART * height, _LETTERS * letter)
        number = _NUMBER.fullmatch(last.text) is not None
        ended = (
            number
            and not (currency_of(word.text) or word.text in _PERCENT)
            and any(abs(last.right - edge) < _NEAR for edge in edges)
        )
        begun = any(abs(word.left - at) < _NEAR for at in (starts if number else names))
        if apart or word.begins or ((ended or begun) and not _is_group(last, word)):
            groups.append([word])
        else:
            groups[-1].append(word)
    return TextLine(tuple(row), tuple(joined(group) for group in groups))
