"""Lines as people say them, one to a cell: `3 x Burrata`."""

import re
from collections.abc import Mapping
from dataclasses import replace

from orders.relaid import SPOKEN, cells_of, is_movable, relaid
from orders.units import unit_of
from orders.values import ascii_digits, has_letters, tidy
from orders.view import Grid

_FEWEST, _MOST = 2, 300
_BULLET = re.compile(r"^(?:[-–—•*·]|\d{1,3}[.)])\s+")
_TIMES = re.compile(r"(\d{1,5})\s*[x×х*]\s*(?![\s\d])(.+)", re.IGNORECASE)
_TIMES_CODE = re.compile(r"(\d{1,5})\s+[x×х*]\s+(\d.+)", re.IGNORECASE)
_CODED = re.compile(r"((?=\S*\d)[A-Z0-9][A-Z0-9./_-]{3,})\s+([^\W\d].*)")
"""A code in front of a name: `119626 Rope`; `2000 mm board` measures."""
_BEHIND = re.compile(
    r"(.*\w.*?)(?:\s+[x×х*]|\s*[:=–—]|\s+-)\s*(\d{1,5}(?:\s*[^\W\d]+\.?)?)", re.IGNORECASE
)
_AHEAD = re.compile(r"(\d{1,5})\s+(?![x×х*]\s*\d)(\D.*)", re.IGNORECASE)
"""`10 x 20 cm board` may measure what it names, and is left to people."""
_OF = re.compile(r"(?:of|de|di|von|da)\s+|d['’]", re.IGNORECASE)
_Said = tuple[str, str]


def told_apart(grid: Grid) -> Grid | None:
    """The sheet with counts and items in cells of their own, where its lines are such texts; else None."""
    said = {
        row: parts
        for row, cells in grid.rows.items()
        if len(cells) == 1 and (parts := _parts(grid.text(row, min(cells))))
    }
    columns = {min(grid.rows[row]) for row in said}
    counts = [parts[0] for parts in said.values()]
    # `1 call Ann`, `2 write report` count the rows.
    numbered = counts == [str(place + 1) for place in range(len(counts))]
    many = _FEWEST <= len(said) <= _MOST and len(columns) == 1
    if not many or numbered or not is_movable(grid):
        return None
    column = columns.pop()
    cells = cells_of(grid)
    for row, told in _with_codes(said).items():
        place, cell = cells.pop((row, column))
        for at, text in enumerate(told, column):
            cells[row, at] = place, replace(cell, value=text)
    return relaid(grid, cells, SPOKEN)


def _with_codes(said: Mapping[int, _Said]) -> Mapping[int, tuple[str, ...]]:
    """The same with codes of their own, where each name begins with another one."""
    coded = {row: _coded(name) for row, (_, name) in said.items()}
    codes = {found[1] for found in coded.values() if found}
    if len(codes) < len(said) or any(one.isdigit() and one[0] != "0" for one in codes):
        return said  # A bare number in a column of its own would pass for a price.
    return {row: (said[row][0], *found.groups()) for row, found in coded.items() if found}


def _coded(text: str) -> re.Match[str] | None:
    found = _CODED.fullmatch(text)
    return found if found and not unit_of(found[2].split()[0]) else None


def _parts(text: str) -> _Said | None:
    """Count (with its unit, if one stands there) and item; None for any other text."""
    text = _BULLET.sub("", ascii_digits(tidy(text)))
    if found := _TIMES.fullmatch(text):
        return _named(found[1], found[2])
    if (found := _TIMES_CODE.fullmatch(text)) and _coded(found[2]):
        return _named(found[1], found[2])
    if (found := _BEHIND.fullmatch(text)) and _is_count(found[2]):
        return _named(found[2], found[1])
    if found := _AHEAD.fullmatch(text):
        return _with_unit(found[1], found[2])
    return None


def _is_count(text: str) -> bool:
    """Whether what stands behind the number, if anything, is a unit: `3 pcs`, and not `3 kg-pack`."""
    unit = text.lstrip("0123456789").strip(" .")
    return not unit or bool(unit_of(unit))


def _with_unit(count: str, rest: str) -> _Said | None:
    first, _, name = rest.partition(" ")
    if unit_of(first) and name:
        return _named(f"{count} {first}", _OF.sub("", name, count=1) if _OF.match(name) else name)
    return _named(count, rest)


def _named(count: str, name: str) -> _Said | None:
    return (count, name.strip()) if has_letters(name) else None
