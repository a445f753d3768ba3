"""Headings of days, weeks and branches, above counts side by side."""

import re
from collections.abc import Mapping
from decimal import Decimal

from orders.dates import parse_date
from orders.dictionary import column_meanings
from orders.sheet import Cell
from orders.totals import total_words
from orders.values import fold, has_letters
from orders.view import Grid

FEWEST = 3
"""So many columns of counts side by side are no slip."""
_LOOKED_AT = 40
_ONE_SHOP = """
net gross ending opening sold returned received confirmed delivered shipped invoiced open total min max
available reserved hand approved requested ordered free backorder
"""
_OF_ONE_SHOP = frozenset(_ONE_SHOP.split())
"""Words that tell several counts of one shop apart."""
_OF_A_CODE = frozenset({"gtin"})
"""What no short number is: `Jan` over counts is a month."""
_SATURDAY = "sat"
"""In Croatian an hour, which is a unit."""
_RATIO = re.compile(r"\s*[^\W\d]{1,4}\s?/\s?[^\W\d]{1,4}\s*")
"""`CS/PAL` says how many go on a pallet."""
_OF_A_PLACE = frozenset({"quantity", "customer", "person", "ignored"})


def names_a_place(header: str, meanings: Mapping[str, float]) -> bool:
    """Whether a heading names a day or what is plainly no field of an order."""
    if fold(header) == _SATURDAY:
        return True
    named = has_letters(header) and not total_words(header) and not _RATIO.fullmatch(header)
    meant = {name: sure for name, sure in meanings.items() if name not in _OF_A_CODE}
    strange = set(meant) <= _OF_A_PLACE and max(meant.values(), default=0) < 1
    strange = strange and not _OF_ONE_SHOP & set(fold(header).split())
    return (named and strange) or bool(parse_date(header).readings)


def unspread(grid: Grid, row: int, texts: Mapping[int, str]) -> dict[int, str]:
    """A row's headings without those of days or branches, below which stand whole numbers or nothing."""
    places = {
        at: [grid.cell(below, at) for below in range(row + 1, row + _LOOKED_AT)]
        for at, text in texts.items()
        if names_a_place(text, column_meanings(text))
    }
    filled = {at: [one for one in cells if one is not None] for at, cells in places.items()}
    counted = [at for at, cells in filled.items() if all(map(_is_whole, cells))]
    if len(counted) < FEWEST or not any(filled[at] for at in counted):
        return dict(texts)
    return {at: text for at, text in texts.items() if at not in counted}


def _is_whole(cell: Cell) -> bool:
    value = cell.value
    if isinstance(value, str):
        return not value.strip() or value.strip().isdigit()
    return isinstance(value, Decimal) and value.is_finite() and value == value.to_integral_value()
