"""What is asked of a day under a label that reads two ways, or none."""

import re
from collections.abc import Iterator

from orders.codes import issue
from orders.dates import Moment, read_moment
from orders.issue import Ask, Candidate, Issue
from orders.labels import Found
from orders.view import Grid

_SLASHED = re.compile(r"\d{1,2}/\d{1,2}/(?:\d{2}|\d{4})")
_TODAY = re.compile(r"=?\s*(?:TODAY|NOW)\s*\(\s*\)\s*", re.IGNORECASE)


def is_todays(grid: Grid, one: Found) -> bool:
    """Whether a formula tells the day on which the file was last opened, and not the order's."""
    cell = grid.cell(one.row, one.column)
    return cell is not None and _TODAY.fullmatch(cell.formula) is not None


def date_doubt(grid: Grid, one: Found, moment: Moment) -> Issue:
    """The question about a day: which of its readings is meant, or which day."""
    days = [] if is_todays(grid, one) else sorted(set(moment.readings.values()))
    cell = grid.cell(one.row, one.column)
    facts = {"value": one.text, "field": one.field}
    if cell is not None and not cell.cached:
        facts["why"] = "uncached"
    elif is_todays(grid, one):
        facts["why"] = "today"
    return issue(
        "AMBIGUOUS_DATE" if days else "INVALID_DATE",
        cells=(grid.address(one.row, one.column),),
        fields=(one.field,),
        facts=facts,
        ask=Ask.CHOICE if days else Ask.DATE,
        target=f"field:{one.field}",
        candidates=tuple(Candidate(day, day) for day in days),
    )


def days_in(grid: Grid) -> Iterator[Moment]:
    """Every date with slashes that stands alone in a cell: a paper writes all of its own alike."""
    for row in grid.rows:
        for column, text in grid.filled(row):
            cell = grid.cell(row, column) if _SLASHED.fullmatch(text) else None
            if cell is not None:
                yield read_moment(cell)
