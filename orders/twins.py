"""Rulings on two columns that both name the items."""

from collections.abc import Sequence
from itertools import pairwise

from orders.columns import Column
from orders.dictionary import is_of, language_of
from orders.script import scripts_of
from orders.values import fold

_SURE = 1.0
_LESS, _SPARSE = 0.85, 0.7
"""What is left of a name's score where the other column has it."""
_NAMES, _HALF = 0.6, 0.5


def _rule_language(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Designation` beside an English `Description` is no name: the sheet's own word outweighs."""
    language = language_of(column.header for column in columns)
    named = _named(columns, scores)
    foreign = [one.number for one in named if not is_of(one.header, language)]
    for number in foreign if language and len(foreign) < len(named) else ():
        scores[number]["product_name"] *= _LESS


def _rule_again(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Description` twice: the second tells more of some items, or says all in another script."""
    for first, second in pairwise(_named(columns, scores)):
        alike = fold(first.header) == fold(second.header) and second.cells
        if alike and second.cells.keys() <= first.cells.keys():
            partly = len(second.cells) < len(first.cells)
            if partly or not _scripts(first) & _scripts(second):
                scores[second.number]["product_name"] *= _LESS


def _rule_sparse(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Description` on some rows beside a full `Item` of words tells more: names stand on every row."""
    named = [one for one in columns if scores[one.number].get("product_name", 0.0) >= _NAMES]
    full = max((one.share("fill") for one in named if one.share("words") > _HALF), default=0.0)
    for column in named:
        if column.share("fill") < _HALF * full:
            scores[column.number]["product_name"] *= _SPARSE


def _named(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> list[Column]:
    return [one for one in columns if scores[one.number].get("product_name", 0.0) >= _SURE]


def _scripts(column: Column) -> frozenset[str]:
    return frozenset(scripts_of(" ".join(column.samples(50))))


TWINS = (_rule_language, _rule_again, _rule_sparse)
