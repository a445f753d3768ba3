"""Items side by side in one row, their fields numbered: `item_1_sku`."""

import re
from collections.abc import Mapping
from dataclasses import replace

from orders.dictionary import column_meanings
from orders.headers import IDENTIFIERS
from orders.relaid import BESIDE, Place, is_movable, relaid
from orders.sheet import Cell
from orders.values import has_letters
from orders.view import Grid

_NUMBERED = re.compile(r"(?P<before>\D*?)[ _.#-]*(?P<at>[1-9]\d?)[ _.:-]*(?P<after>\D*)")
_PLAIN = re.compile(r"\D*").fullmatch
_SURE, _SEARCHED = 0.6, 30
_FEWEST = 4
"""Two fields of two items."""
_Fields = dict[str, dict[int, int]]
"""The column of each item's field, by the field's name and the item's number."""


def unrolled(grid: Grid) -> Grid | None:
    """The sheet with each of its items in a row of its own; else None."""
    for row in list(grid.rows)[:_SEARCHED] if is_movable(grid) else ():
        heads = dict(grid.filled(row))
        numbered = sum(has_letters(text) and not _PLAIN(text) for text in heads.values())
        if numbered >= _FEWEST and (fields := _fields(heads)):
            return _laid(grid, row, fields)
    return None


def _fields(heads: Mapping[int, str]) -> _Fields:
    """The numbered fields that tell what is ordered and how much of it, of items 1, 2 and so on."""
    found: _Fields = {}
    for column, text in heads.items():
        told = _NUMBERED.fullmatch(" ".join(text.split()))
        if told and (name := _name(told["before"], told["after"])):
            found.setdefault(name, {})[int(told["at"])] = column
    named = {one for name in found for one in _sure(name)}
    numbers = {tuple(sorted(one)) for one in found.values()}
    items = max(map(len, numbers), default=0)
    whole = numbers == {tuple(range(1, items + 1))} and items > 1
    return found if whole and named & {*IDENTIFIERS} and "quantity" in named else {}


def _name(before: str, after: str) -> str:
    """The words of a heading that name a field: behind the item's number, or before it."""
    names = (" ".join(re.split(r"[ _]+", one)).strip(" :.#-") for one in (after, before))
    return next((one for one in names if _sure(one)), "")


def _sure(name: str) -> list[str]:
    return [field for field, score in column_meanings(name).items() if score >= _SURE]


def _laid(grid: Grid, head: int, fields: _Fields) -> Grid:
    taken = {column for one in fields.values() for column in one.values()}
    rest = [column for column, _ in grid.filled(head) if column not in taken]
    places = {name: max(grid.rows[head]) + at for at, name in enumerate(fields, 1)}
    cells: dict[Place, tuple[Place, Cell]] = {}
    at = head
    for row, told in grid.rows.items():
        if row < head:
            cells |= {(row, column): ((row, column), cell) for column, cell in told.items()}
        elif row == head:
            cells |= {(at, column): ((row, column), told[column]) for column in rest}
            for name, one in fields.items():
                cells[at, places[name]] = (row, one[1]), replace(told[one[1]], value=name)
        elif taken.isdisjoint(told):
            at += 1
            cells |= {(at, column): ((row, column), cell) for column, cell in told.items()}
        else:
            for number in next(iter(fields.values())):
                item = {places[name]: one[number] for name, one in fields.items()}
                if any(column in told for column in item.values()):
                    at += 1
                    item |= {column: column for column in rest}
                    cells |= {
                        (at, to): ((row, column), told[column])
                        for to, column in item.items()
                        if column in told
                    }
    return relaid(grid, cells, BESIDE)
