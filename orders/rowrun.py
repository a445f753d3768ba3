"""Runs of rows that look like lines, where no headings say so."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from orders.columns import number_of
from orders.dictionary import label_meanings
from orders.totals import row_words
from orders.units import unit_of
from orders.values import has_letters
from orders.view import Grid

_FEWEST, _PAIR = 2, 2
_MOST = Decimal(100_000)
_SEARCHED = 1_000
_KIND = 4
"""The signs of a record's kind, at most: `H`, `LIN`."""


def longest_run(grid: Grid) -> list[int]:
    """The longest run, with those above it from which one odd row parts it; none where more is left.

    What looks like a line and stood above the table would vanish without a word.
    """
    records = records_of(grid)
    if records and all(_counts(grid, row) for row in records):
        return records
    runs = [run for run in _runs(grid) if run]
    place = max(range(len(runs)), key=lambda at: len(runs[at]), default=-1)
    rows = runs[place] if runs else []
    for run in reversed(runs[: max(place, 0)]):
        if run[-1] + 2 == rows[0] and filled_columns(grid, run) == filled_columns(grid, rows):
            rows = [*run, *rows]
        elif len(run) >= _FEWEST:
            return []
    # A line that counts nothing right above would vanish as well.
    odd = grid.rows.get(rows[0] - 1, {}) if rows else {}
    cut = len(odd) > _PAIR and any(number_of(cell) is not None for cell in odd.values())
    return [] if cut else rows


def other_records(grid: Grid, rows: Sequence[int]) -> list[int]:
    """The rows below these that are records of another kind: `T`, which counts or adds them up."""
    return [row for row in grid.rows if row > rows[-1]] if records_of(grid) == [*rows] else []


def records_of(grid: Grid) -> list[int]:
    """The rows of the one kind of record that has several, where all rows begin with their kind: `H`, `P`, `T`."""
    rows = list(grid.rows)
    first = min(grid.rows[rows[0]]) if rows else 0
    kinds = {row: grid.text(row, first) for row in rows}
    if not rows or not all(text.isalpha() and len(text) <= _KIND for text in kinds.values()):
        return []
    ((main, _),) = Counter(kinds.values()).most_common(1)
    lines = [row for row, kind in kinds.items() if kind == main]
    others = [row for row, kind in kinds.items() if kind != main]
    whole = not any(lines[0] < row < lines[-1] for row in others)
    heads = len(lines) >= _FEWEST and others[:1] == rows[:1] and len(others) < len(lines)
    # Sizes or units in front of lines are kinds too, of rows that are alike.
    widths = {len(grid.rows[row]) for row in lines}
    unlike = widths.isdisjoint(len(grid.rows[row]) for row in others)
    told = len(main) == 1 or not unit_of(main)
    return lines if told and whole and heads and unlike else []


def filled_columns(grid: Grid, rows: Sequence[int]) -> set[int]:
    """Every column that one of these rows fills."""
    return {number for row in rows for number in grid.rows[row]}


def _runs(grid: Grid) -> Iterator[list[int]]:
    """Rows one below the other that look like lines and count in a column of their own."""
    run: list[int] = []
    counted: set[int] = set()
    for row in list(grid.rows)[:_SEARCHED]:
        counts = _counts(grid, row)
        if run and (row != run[-1] + 1 or not counted & counts):
            yield run
            run = []
        if counts:
            counted = counted & counts if run else counts
            run = [*run, row]
    yield run


def _counts(grid: Grid, row: int) -> set[int]:
    """The columns that may count in a row which names something; none where it is no line."""
    texts = dict(grid.filled(row))
    if (
        row in grid.sheet.hidden_rows
        or row_words(grid, row)[2]
        or any(map(is_label, texts.values()))
    ):
        return set()
    counts = {at for at, cell in grid.rows[row].items() if is_count(number_of(cell))}
    named = [text for at, text in texts.items() if at not in counts and has_letters(text)]
    return counts if any(not unit_of(text) for text in named) else set()


def is_label(text: str) -> bool:
    """Whether a text ends as a label does, or is a known one."""
    return text.endswith((":", "：")) or bool(label_meanings(text))


def is_count(number: Decimal | None) -> bool:
    """Whether a number may count pieces."""
    if number is None or not number.is_finite():
        return False
    return number == number.to_integral_value() and 0 < number <= _MOST
