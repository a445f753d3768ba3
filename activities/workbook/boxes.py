"""Texts of a page's boxes: several lines of one, and colons between them.

A box above the lines holds several things, an address line by line; a table's box wraps one.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from activities.workbook.ruled import Ruled
from activities.workbook.words import AMOUNT, Row
from orders.values import lines_of

_COLONS = (":", "：")
_TABULAR = 3
_FRAGMENTS = 2
_LEVEL = 3.0
"""Middles of texts nearer than this, in points, are of one height."""


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


Band = tuple[int, int] | None
"""Which table on the page, and which of its drawn rows."""


def bands_of(rows: Sequence[Row], tables: Sequence[Ruled]) -> tuple[list[Band], list[Band]]:
    """The drawn row of each row of text; None where a drawn row holds a whole column of lines.

    A box with a few short lines, an address or labels and values, is no row of a table either; what
    comes second tells a text alone in its drawn row as well, where the table has any whole row.
    """
    at: list[Band] = []
    for row in rows:
        found = [(n, table.band((row.top + row.bottom) / 2)) for n, table in enumerate(tables)]
        at.append(next((one for one in found if one[1] >= 0), None))
    pairs = list(zip(rows, at, strict=True))
    beside = {
        band
        for row, band in pairs
        if band and any(tables[band[0]].leaves(band[1], one) for one in row.middles)
    }
    top = {band: row for row, band in reversed(pairs)}
    headed = {band for row, band in pairs if len(row.cells) > 1 and not has_digit(row)}
    crowded = Counter(
        band
        for row, band in pairs
        if is_full(row) and (band in headed or not _is_below(row, top[band]))
    )
    wide = {band for row, band in pairs if len(row.cells) >= _TABULAR}
    held = {band: [row for row, one in pairs if one == band] for band in wide}
    whole = {band for band in wide if crowded[band] <= 1 or _is_centred(held[band])}
    tabled = {band[0] for band in whole - beside if band}
    near = [band if band and band not in beside and band[0] in tabled else None for band in at]
    return [band if band in whole - beside else None for band in at], near


def _is_centred(rows: Sequence[Row]) -> bool:
    """Whether every text of a box, most of them of one line, is centred on one height."""
    spans: dict[int, tuple[float, float]] = {}
    lines = Counter(column for row in rows for column in row.cells)
    for row in rows:
        for column in row.cells:
            top = spans[column][0] if column in spans else row.top
            spans[column] = top, row.bottom
    middles = [(top + bottom) / 2 for top, bottom in spans.values()]
    lone = sum(count == 1 for count in lines.values())
    return max(middles) - min(middles) < _LEVEL and lone * 2 > len(lines)


def _is_below(row: Row, top: Row) -> bool:
    """Whether a row holds second figures, a tax or discount, under those of a box's first row."""
    texts = [text for text in row.cells.values() if not AMOUNT.fullmatch(text)]
    inner = row.cells.keys() < top.cells.keys() and min(top.cells) not in row.cells
    return inner and len(texts) < _FRAGMENTS and len(row.cells) < len(top.cells) - 1


def is_full(row: Row) -> bool:
    """Whether a row of text is more than the rest of another: several cells, and a number."""
    return len(row.cells) >= _TABULAR and has_number(row)


def has_number(row: Row) -> bool:
    """Whether a text of the row ends with a digit."""
    return any(text[-1:].isdigit() for text in row.cells.values())


def has_digit(row: Row) -> bool:
    """Whether a digit stands anywhere in the row."""
    return any(sign.isdigit() for text in row.cells.values() for sign in text)
