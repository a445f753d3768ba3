"""Rows that say what the line above is made of, and order nothing."""

import re
from collections.abc import Mapping, Sequence

from orders.dictionary import names_any
from orders.likely import has_code, is_priced, lends_code
from orders.numbers import Style
from orders.tables import Table
from orders.values import words_of_list

_BULLET = re.compile(r"(?:[-–—•·*▪◦‣>»→└├]|o\s)\s*\w")
_MARKS = re.compile(r"[()\[\]:;,]")
_MADE_OF = frozenset(
    words_of_list("""
consisting of|consists of|made of|component|components|includes|including|incl|included|contains|contents
|bestehend aus|enthält|inkl|inklusive|komponente|komponenten|setinhalt|composé de|comprend|contient|composant|composants
|compuesto por|compuesto de|incluye|contiene|componente|componentes|composto da|composto por|composto de|contém|inclui
|comprende|componenti|içerir|içeriği|içindekiler|состоит из|включает|в составе|в комплекте|комплектация
|شامل|متشکل از|محتویات|اجزای|يتكون من|يحتوي|المحتويات|包含|包括|组成|内含|セット内容|内訳|구성품|구성|포함
""")
)
_KITS = frozenset(
    words_of_list("""
kit|kits|set|sets|bundle|bundles|assortment|gift box|starter pack|sortiment|bausatz|coffret|conjunto|juego
|confezione|assortimento|takım|seti|набор|комплект|ست|پک|طقم|مجموعة|套装|套裝|礼盒|セット|세트
""")
)

_SELDOM = 10
"""One line of so many may lack its code, or its price."""


def parts_of_kits(
    table: Table, lines: Sequence[int], skipped: Mapping[int, str], style: Style | None
) -> list[int]:
    """Rows without a price under a line that they, it, or a row between says is made of them."""
    found: list[int] = []
    parent, told = 0, False
    sparse = _is_sparse(table, lines, style)
    for row in lines:
        bullet = _BULLET.match(_name(table, row)) is not None
        told = told or _is_told(table, row, skipped)
        priced = is_priced(table, row, style)
        inside = bullet or (told and not lends_code(table, row))
        part = (
            parent and not priced and (inside or _is_part(table, row, parent, style, sparse=sparse))
        )
        if part:
            found.append(row)
        elif not bullet:
            parent, told = row, False
    return found


def _is_sparse(table: Table, lines: Sequence[int], style: Style | None) -> bool:
    """Whether lines often have a code without a price, or a price without a code: lacking both says nothing."""
    halves = [row for row in lines if lends_code(table, row) != is_priced(table, row, style)]
    return len(halves) > 1 and len(halves) * _SELDOM > len(lines)


def _is_part(table: Table, row: int, parent: int, style: Style | None, *, sparse: bool) -> bool:
    """Whether a row lacks what the line above it has, and a word or a price tells what it is.

    A row that is numbered as the line above it is a line.
    """
    if is_priced(table, parent, style):
        numbered = all(table.grid.text(one, table.line_numbers) for one in (row, parent))
        bare = has_code(table, parent) and not lends_code(table, row) and not numbered
        return (bare and not sparse) or _says(_name(table, row), _MADE_OF)
    kit = _says(_name(table, parent), _KITS)
    return kit and has_code(table, parent) and not lends_code(table, row)


def _name(table: Table, row: int) -> str:
    return table.grid.text(row, table.mapping.get("product_name", 0))


def _is_told(table: Table, row: int, skipped: Mapping[int, str]) -> bool:
    """Whether the text right above a row says that parts follow."""
    return row - 1 in skipped and any(
        _says(text, _MADE_OF) for _, text in table.grid.filled(row - 1)
    )


def _says(text: str, words: frozenset[str]) -> bool:
    return names_any(_MARKS.sub(" ", text), words)
