"""Running text, such as the terms overleaf: words in lines, and no columns.

Set in two columns and stretched to their width, it would look like rows of many cells.
"""

import re
from dataclasses import replace

from activities.workbook.named import fields_of
from activities.workbook.words import TextLine, joined

_WORD = re.compile(r"[(\"“«']?[^\W\d_]+(?:['’-][^\W\d_]+)*[)\"”»']?[.,;:]?")
_FEWEST = 6
_FEW = 2
_MOSTLY = 0.7


def as_prose(line: TextLine) -> TextLine:
    """The line as one piece where it is running text; else as it is."""
    return replace(line, pieces=(joined(line.words),)) if _is_prose(line) else line


def _is_prose(line: TextLine) -> bool:
    """Whether nearly all are words that begin small: names, headings and numbers do not."""
    if len(line.pieces) < _FEW or len(line.words) < _FEWEST or len(fields_of(line)) >= _FEW:
        return False
    small = sum(_WORD.fullmatch(one.text) is not None and _is_small(one.text) for one in line.words)
    numbers = sum(any(sign.isdigit() for sign in one.text) for one in line.words)
    return numbers < _FEW and small >= _MOSTLY * len(line.words)


def _is_small(text: str) -> bool:
    return next((sign for sign in text if sign.isalpha()), "A").islower()
