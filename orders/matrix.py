"""Sizes as columns: one row of a style holds a quantity under each size."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from orders.columns import Column, number_of
from orders.values import ascii_digits, tidy

_LETTERED = re.compile(
    r"(?:[2-6]?X{0,4}[SL]|M|XXS|XXXS|ONE ?SIZE|O/?S|S/M|M/L|L/XL|XS/S|[SML]|[1-9][0-9]?[YT]|[0-9]{1,2}-[0-9]{1,2}[MY]?)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:EU|UK|US|IT|FR)?\s?([0-9]{1,3}(?:[.,]5|½)?)")
_FEWEST = 3
_LARGEST = 200
_STEPS = 2
_SIZE_WORDS = re.compile(
    r"^(?:size|sizes|größe|taille|talla|taglia|tamanho|سایز|размер|尺码)[\s:]+", re.IGNORECASE
)


def find_sizes(columns: Sequence[Column]) -> Mapping[int, str]:
    """Columns whose headers are sizes and whose cells are counts: number to size; else empty."""
    named = {
        column.number: size
        for column in columns
        if (size := size_of(column.header)) and _counts(column)
    }
    lettered = {number: size for number, size in named.items() if _LETTERED.fullmatch(size)}
    if len(lettered) >= _FEWEST:
        return named if _adjacent(named) else lettered
    return named if len(named) >= _FEWEST and _rising(named) and _adjacent(named) else {}


def size_of(header: str) -> str:
    """The size a header names (in its first or last line, beside a title); empty for none."""
    lines = header.splitlines()
    return next((size for line in (*lines[:1], *lines[1:][-1:]) if (size := _size_of(line))), "")


def _size_of(line: str) -> str:
    text = _SIZE_WORDS.sub("", ascii_digits(tidy(line)))
    if _LETTERED.fullmatch(text):
        return text
    match = _NUMBERED.fullmatch(text)
    if match and float(match[1].replace(",", ".").replace("½", ".5")) <= _LARGEST:
        return text
    return ""


def _counts(column: Column) -> bool:
    if not column.cells:
        return True
    return column.share("whole") > 0.9


def sum_column(columns: Sequence[Column], sizes: Mapping[int, str]) -> int:
    """The column that adds up each row's sizes, so that it is nothing else; 0 where none does."""
    for column in columns:
        if column.number in sizes or not column.cells:
            continue
        if all(number_of(cell) == _sum(columns, sizes, row) for row, cell in column.cells.items()):
            return column.number
    return 0


def _sum(columns: Sequence[Column], sizes: Mapping[int, str], row: int) -> Decimal:
    cells = [c.cells[row] for c in columns if c.number in sizes and row in c.cells]
    return sum((number_of(cell) or Decimal(0) for cell in cells), Decimal(0))


def _adjacent(named: Mapping[int, str]) -> bool:
    numbers = sorted(named)
    return numbers[-1] - numbers[0] == len(numbers) - 1


def _rising(named: Mapping[int, str]) -> bool:
    values = [
        float(match[1].replace(",", ".").replace("½", ".5"))
        for number in sorted(named)
        if (match := _NUMBERED.fullmatch(named[number]))
    ]
    steps = {round(after - before, 1) for before, after in pairwise(values)}
    if len(values) != len(named) or min(steps, default=0) <= 0:
        return False
    # A spare row that numbers the columns is 1, 2, 3; sizes start higher.
    return len(steps) <= _STEPS and values[0] > 1
