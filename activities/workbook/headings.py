"""Names of columns so near each other that they read as one text.

`Unit price Total price` above `5.00` and `25.00` names two columns; each word belongs to the number
it stands over.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from activities.workbook.ruled import Span, distance
from activities.workbook.words import AMOUNT, TextLine, Word, joined
from orders.dictionary import column_meanings

_TABULAR = 3
"""From so many pieces on, a line belongs to a table."""
_AHEAD = 6
"""So many lines below, the first line of the table has begun."""
_TOUCHING = 2.0
_MEANS, _SURE = 0.6, 0.8
_WIDER, _BLANK = 1.5, 0.3
"""So much wider than every gap between words is a gap between columns."""


def is_tabular(line: TextLine) -> bool:
    """Whether a line has as many pieces as a table's lines have."""
    return len(line.pieces) >= _TABULAR


def header_of(lines: Sequence[TextLine]) -> int:
    """Which line names the columns: the last one of a table's width above the first numbers."""
    found = 0
    for at, line in enumerate(lines):
        if is_tabular(line):
            if _holds_numbers(line):
                break
            found = at
    return found


def parted_headings(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, each heading that names several columns at once in as many pieces."""
    return [_parted(line, lines[at + 1 : at + 1 + _AHEAD]) for at, line in enumerate(lines)]


def _parted(line: TextLine, below: Sequence[TextLine]) -> TextLine:
    first = next((one for one in below if is_tabular(one) and _has_digit(one)), None)
    if first is None or _has_digit(line) or not _holds_numbers(first):
        return line
    # Names of so few columns that all of them read as two texts stand right above their numbers.
    if not is_tabular(line) and (first is not below[0] or not line.pieces[1:]):
        return line
    pieces = [part for piece in line.pieces for part in _parts(piece, line, first)]
    return TextLine(line.words, tuple(pieces))


def _holds_numbers(line: TextLine) -> bool:
    return sum(AMOUNT.fullmatch(one.text) is not None for one in line.pieces) > 1


def _has_digit(line: TextLine) -> bool:
    return any(sign.isdigit() for sign in line.text)


def _parts(piece: Word, line: TextLine, below: TextLine) -> Iterator[Word]:
    under = [one for one in below.pieces if _overlap(one, piece)]
    words = [word for word in line.words if piece.left <= word.middle <= piece.right]
    known = max(column_meanings(piece.text).values(), default=0.0) >= 1
    parts = [] if known or not under[1:] else [*_by_number(words, under)]
    told = len(parts) > 1 and all(_means(part.text) for part in parts)
    under += _beside(piece, line, below)
    if told and len(parts) == len(under):
        yield from parts
    else:
        yield from _by_gaps(words, len(under)) or (parts if told else [piece])


def _beside(piece: Word, line: TextLine, below: TextLine) -> list[Word]:
    """The number right of a heading that no other heading stands over: it is set to its right edge."""
    after = next((one.left for one in line.pieces if one.left > piece.right), math.inf)
    beside = [one for one in below.pieces if piece.right <= one.left and one.right < after]
    return beside if len(beside) == 1 and after < math.inf else []


def _by_gaps(words: Sequence[Word], many: int) -> list[Word]:
    """The words in so many parts, if gaps wider than those between words part names of columns.

    `UM  Prezzo un.` over `CF` and `43,00`: a text is set to its left edge, a number to its right.
    """
    gaps = [other.left - one.right for one, other in pairwise(words)]
    widest = sorted(gaps, reverse=True)
    usual = max(widest[many - 1 :], default=_BLANK * (words[0].bottom - words[0].top))
    if not 1 < many <= len(words) or widest[many - 2] < _WIDER * usual:
        return []
    cuts = [at + 1 for at, gap in enumerate(gaps) if gap >= widest[many - 2]]
    edges = (0, *cuts, len(words))
    parts = [joined(words[one:other]) for one, other in pairwise(edges)]
    return parts if all(_means(part.text) for part in parts) else []


def _by_number(words: Sequence[Word], under: Sequence[Word]) -> Iterator[Word]:
    """The words over each number: by the edge that both are set to, else by what is nearest."""

    def place(word: Word) -> int:
        if abs(words[0].left - under[0].left) < _TOUCHING:
            return max(at for at, one in enumerate(under) if one.left < word.left + _TOUCHING)
        if abs(words[-1].right - under[-1].right) < _TOUCHING:
            return min(at for at, one in enumerate(under) if one.right > word.right - _TOUCHING)
        return min(range(len(under)), key=lambda at: distance(word.middle, _span(under[at])))

    for _, found in groupby(words, key=place):
        yield joined(list(found))


def takes_turns(at: int, filled: Sequence[tuple[set[int], set[int]]]) -> bool:
    """Whether the numbers right of a column stand where it is empty, and it holds nothing but numbers.

    `filled` are the columns of each line that hold anything, and those that hold numbers. Long
    numbers reach below the heading, short ones stand beside it.
    """
    both = any({at, at + 1} <= every for every, _ in filled)
    bare = all({at, at + 1} & every <= numbers for every, numbers in filled)
    return not both and bare and any(at + 1 in numbers for _, numbers in filled)


def unstrayed(
    columns: Sequence[Span], title: Sequence[TextLine], below: Sequence[TextLine]
) -> list[Span]:
    """The columns, amounts that reach a little under the next heading kept under their own.

    They begin in the gap between the two, none stands under its own heading, and the next one
    names no amount: `10 EA` right of `Quantity` and a little under `Rev`.
    """
    parted = list(columns)
    for own, after in pairwise(one for line in title for one in line.pieces):
        pieces = (one for line in below for one in line.pieces)
        found = [one for one in pieces if one.left < after.right and one.right > own.left]
        gap = all(own.right < one.left < after.left < one.right for one in found)
        counted = all(one.text[0].isdigit() for one in found)
        if not (found and gap and counted and _names_amount(own)) or _names_amount(after):
            continue
        at = min(range(len(parted)), key=lambda one: distance(after.middle, parted[one]))
        (left, _), (start, right) = parted[at - 1], parted[at]
        if at and start < after.left:
            edge = (after.left + max(one.right for one in found)) / 2
            parted[at - 1 : at + 1] = [(left, edge), (edge, right)]
    return parted


def _names_amount(heading: Word) -> bool:
    told = column_meanings(heading.text)
    return any(told.get(name, 0.0) >= _SURE for name in ("quantity", "unit_price", "line_total"))


def _means(text: str) -> bool:
    return max(column_meanings(text).values(), default=0.0) >= _MEANS


def _span(word: Word) -> tuple[float, float]:
    return word.left, word.right


def _overlap(one: Word, other: Word) -> bool:
    return one.left < other.right - _TOUCHING and one.right > other.left + _TOUCHING
