"""Texts of a page's boxes: several lines of one, and colons between them.

A box above the lines holds several things, an address line by line; a table's box wraps one.
"""

from collections.abc import Mapping, Sequence

from activities.workbook.words import Row
from orders.values import lines_of

_COLONS = (":", "：")


def flatten(rows: Sequence[Row]) -> None:
    """One line again of a text that a box of a table wraps; boxes above it hold several things."""
    for row in rows:
        row.cells.update({column: " ".join(lines_of(text)) for column, text in row.cells.items()})


def colons_back(texts: Mapping[int, str]) -> dict[int, str]:
    """A row's texts with the colon that stands before a value behind its label again."""
    made: dict[int, str] = {}
    for column in sorted(texts):
        text, label = texts[column], max(made, default=0)
        if text.startswith(_COLONS) and label and _is_label(made[label]):
            made[label] += text[0]
            text = text[1:].strip()
        made |= {column: text} if text else {}
    return made


def _is_label(text: str) -> bool:
    return text[-1:].isalpha() and "\n" not in text
