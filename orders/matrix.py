"""Sizes as columns: one row of a style holds a quantity under each size."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from orders.columns import Column, longest_run, number_of
from orders.dictionary import column_meanings
from orders.headers import Header
from orders.sizes import is_lettered, number_of_size, size_of
from orders.totals import total_words
from orders.values import fold, has_letters, shown
from orders.view import Grid
from orders.whens import names_time

_FEWEST = 3
_WHOLE = 0.9
_OF_A_PART = frozenset({"quantity", "customer", "person", "ignored", "gtin", "unit", "po_number"})
"""What a shop's, a day's or a colour's heading may mean by the way: `Jan`, `Sat`, `So`."""
_OF_A_SUM = frozenset({"quantity", "line_total"})
_OF_AN_ITEM = frozenset({"sku", "gtin", "product_name"})
_STEPS = 2


def find_sizes(columns: Sequence[Column]) -> Mapping[int, str]:
    """Columns whose headers are sizes and whose cells are counts: number to size; else empty."""
    sized = {column.number: size for column in columns if (size := size_of(column.header))}
    counted = {column.number for column in columns if _counts(column)}
    named = {number: size for number, size in sized.items() if number in counted}
    lettered = {number: size for number, size in named.items() if is_lettered(size)}
    if len(lettered) >= _FEWEST:
        # A lettered size among counted ones is one too: what is no count there is asked.
        others = {number: size for number, size in sized.items() if is_lettered(size)}
        return named if _adjacent(named) and len(named) > len(others) else others
    if len(named) < _FEWEST or not (_rising(named) and _adjacent(named)):
        return {}
    # A run of sizes of which the first holds words stands a column off its counts.
    first = next(one for one in columns if one.number == min(sized))
    off = first.number not in named and _rising(sized) and _adjacent(sized) and _is_worded(first)
    return sized if off else named


def _is_worded(column: Column) -> bool:
    return bool(column.cells) and all(has_letters(shown(cell)) for cell in column.cells.values())


def says_again(grid: Grid, header: Header, row: int) -> bool:
    """Whether a row is the header once more, though sizes may have other names there."""
    cells = dict(grid.filled(row))
    told = {column: header.texts.get(column, "") for column in cells}
    same = sum(fold(text) == fold(told[column]) for column, text in cells.items())
    return (
        same > 1
        and same * 2 > len(cells)
        and all(_says_as(text, told[column]) for column, text in cells.items())
    )


def _says_as(text: str, told: str) -> bool:
    """Whether a heading stands where this one does, or names a size where that one did."""
    shared = column_meanings(text).keys() & column_meanings(told).keys()
    return fold(text) == fold(told) or bool(size_of(told) or shared)


def renamed_sizes(
    grid: Grid, sizes: Mapping[int, str], again: Sequence[int]
) -> Mapping[int, Mapping[int, str]]:
    """What each row that `says_again` calls these columns: under women's `8`, no `XS`."""
    named = again if sizes else ()
    return {row: {at: text for at in sizes if (text := grid.text(row, at))} for row in named}


def _counts(column: Column) -> bool:
    """Whether the cells are counts; a total's word may stand among them."""
    cells = [cell for cell in column.cells.values() if not total_words(shown(cell))]
    numbers = [number_of(cell) for cell in cells]
    whole = sum(number is not None and number == number.to_integral_value() for number in numbers)
    return whole >= 0.9 * len(cells)


def sum_column(columns: Sequence[Column], sizes: Mapping[int, str]) -> int:
    """The column that adds up each row's sizes, so that it is nothing else; 0 where none does."""
    for column in columns:
        if column.number in sizes or not column.cells:
            continue
        if all(number_of(cell) == _sum(columns, sizes, row) for row, cell in column.cells.items()):
            return column.number
    return 0


def divides(columns: Sequence[Column], whole: Column) -> list[Column]:
    """Columns side by side, under no field's heading, whose counts add up to `whole` on several rows."""
    parts = [one for one in columns if one is not whole and _is_part(one)]
    longest = longest_run(parts)
    several = len(longest) > 1 and len(whole.cells) > 1
    added = several and sum_column([*longest, whole], {one.number: one.header for one in longest})
    return longest if added else []


def whole_of_parts(columns: Sequence[Column]) -> int:
    """The column that adds up columns beside named items, where none is named the quantity; 0 for none."""
    named = any("quantity" in one.meanings and "line_total" not in one.meanings for one in columns)
    surely = {field for one in columns for field, sure in one.meanings.items() if sure >= 1}
    if named or not _OF_AN_ITEM & surely:
        return 0
    told = (one for one in columns if one.meanings and {*one.meanings} <= _OF_A_SUM)
    sums = [one for one in told if one.share("whole") >= _WHOLE]
    return next((one.number for one in sums if divides(columns, one)), 0)


def _is_part(column: Column) -> bool:
    counted = column.share("whole") >= _WHOLE and not column.share("long_digits")
    some = any(number_of(cell) for cell in column.cells.values())
    named = has_letters(column.header) or names_time(column.header)
    return named and counted and some and {*column.meanings} <= _OF_A_PART


def _sum(columns: Sequence[Column], sizes: Mapping[int, str], row: int) -> Decimal:
    cells = [c.cells[row] for c in columns if c.number in sizes and row in c.cells]
    return sum((number_of(cell) or Decimal(0) for cell in cells), Decimal(0))


def _adjacent(named: Mapping[int, str]) -> bool:
    numbers = sorted(named)
    return numbers[-1] - numbers[0] == len(numbers) - 1


def _rising(named: Mapping[int, str]) -> bool:
    numbers = [number_of_size(named[number]) for number in sorted(named)]
    values = [number for number in numbers if number is not None]
    steps = {round(after - before, 1) for before, after in pairwise(values)}
    if len(values) != len(named) or min(steps, default=0) <= 0:
        return False
    # A spare row that numbers the columns is 1, 2, 3; sizes start higher.
    return len(steps) <= _STEPS and values[0] > 1
