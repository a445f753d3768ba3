"""Counts spread over columns: one for each day, week or branch."""

from collections.abc import Mapping, Sequence

from orders.columns import Column, longest_run, number_of
from orders.placenames import FEWEST, names_a_place
from orders.whens import names_time

_WHOLE, _NAMED, _LIKELY = 0.9, 0.6, 0.7


def counts_a_place(column: Column) -> bool:
    """Whether whole numbers stand under a name that is plainly no field's."""
    counted = column.share("whole") >= _WHOLE and not column.share("long_digits")
    return counted and names_a_place(column.header, column.meanings)


def rule_spread(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """Where days or branches have a column each and a single one is filled, that may be what is ordered.

    The columns stand side by side, and none counts otherwise.
    """
    free = [one for one in columns if may_count(one)]
    run = longest_run(free)
    if len(run) < FEWEST:
        return
    filled = [one for one in run if one.cells]
    counted = any(mine.get("quantity", 0.0) >= _NAMED for mine in scores.values())
    if len(filled) == 1 and not counted:
        scores[filled[0].number] = {"quantity": _LIKELY}


def may_count(column: Column) -> bool:
    """Whether a column counts for a day or a branch, or is one of those and empty."""
    bare = not column.cells and names_a_place(column.header, column.meanings)
    return bare or counts_a_place(column)


def adds_up(column: Column, parts: Sequence[Column]) -> bool:
    """Whether a column is the sum of others on each row, of several of them on some."""
    rows = [row for one in parts for row, cell in one.cells.items() if number_of(cell)]
    several = len(rows) > len({*rows})
    return (
        several
        and all(
            number_of(cell)
            == sum(number_of(one.cells[row]) or 0 for one in parts if row in one.cells)
            for row, cell in column.cells.items()
        )
        and {*rows} <= column.cells.keys()
    )


def when_columns(columns: Sequence[Column]) -> Mapping[int, str]:
    """Columns side by side that count for a day each, where none is headed as the quantity: number to day."""
    if any("quantity" in one.meanings and one.share("number") for one in columns):
        return {}
    days = [one for one in columns if names_time(one.header) and _is_counted(one)]
    run = longest_run(days)
    filled = [one for one in run if one.cells]
    return {one.number: one.header for one in run} if len(run) >= FEWEST and filled[1:] else {}


def _is_counted(column: Column) -> bool:
    return not column.cells or (column.share("number") == 1 and not column.share("long_digits"))
