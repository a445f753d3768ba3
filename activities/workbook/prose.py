"""Running text, such as terms overleaf: lines without columns.

Set in two columns and stretched to their width, it would look like rows of many cells.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from activities.workbook.named import fields_of
from activities.workbook.words import TextLine, joined

_WORD = re.compile(r"[(\"“«']?[^\W\d_]+(?:['’-][^\W\d_]+)*[)\"”»']?[.,;:]?")
_FEWEST = 6
_PAGE = 8
_PAIR = 2
_MOSTLY = 0.6


def without_columns(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines of a page, each of its running text as one piece; a few such lines are none."""
    told = [_is_prose(line) for line in lines]
    if sum(told) < _PAGE:
        return list(lines)
    return [
        replace(line, pieces=(joined(line.words),)) if prose else line
        for line, prose in zip(lines, told, strict=True)
    ]


def _is_prose(line: TextLine) -> bool:
    """Whether most are words that begin small: names, headings and numbers do not."""
    if len(line.words) < _FEWEST or len(fields_of(line)) * 2 >= max(len(line.pieces), _PAIR):
        return False
    small = sum(_WORD.fullmatch(one.text) is not None and _is_small(one.text) for one in line.words)
    numbers = sum(any(sign.isdigit() for sign in one.text) for one in line.words)
    return numbers < _PAIR and small >= _MOSTLY * len(line.words)


def _is_small(text: str) -> bool:
    return next((sign for sign in text if sign.isalpha()), "A").islower()
