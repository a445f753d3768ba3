"""What is asked of a day under a label that reads two ways, or none."""

import re
from collections.abc import Iterable, Iterator

from orders.codes import issue
from orders.country import leaning
from orders.dates import Moment, read_moment
from orders.issue import Ask, Candidate, Issue
from orders.labels import Found
from orders.riding import LIKELY
from orders.sheet import Cell
from orders.values import ascii_digits
from orders.view import Grid

_SLASHED = re.compile(r"\d{1,2}/\d{1,2}/(?:\d{2}|\d{4})|\d{1,2}-\d{1,2}-\d{4}")
_PLAIN = re.compile(
    r"\b(?:\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?\.? (?:de )?[^\W\d]{3,10}\.?,? (?:de )?\d{4}"
    r"|[^\W\d]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})\b"
)
"""A day that reads one way: `11 July 2022`, `Jul 11, 2022`, `2022-07-11`."""
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
    likely = moment.readings.get(leaning(grid), "") if one.field == "order_date" else ""
    facts |= {"why": LIKELY, "day": likely} if likely in days else {}
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
        preselect=likely if likely in days else "",
    )


def days_in(grid: Grid) -> Iterator[Moment]:
    """Every date of figures that stands alone in a cell or ends its text: a paper writes all of its own alike."""
    for row in grid.rows:
        for column, text in grid.filled(row):
            cell = grid.cell(row, column)
            *before, last = text.split() or [""]
            if cell is not None and _SLASHED.fullmatch(last):
                yield read_moment(Cell(last) if before else cell)


def vouched(moments: Iterable[Moment], grids: Iterable[Grid], number: str) -> Iterator[Moment]:
    """Days of which the paper itself says one reading: it stands elsewhere in words, or in its number.

    Programs put the day into the number: `PO20110400029` was written on 04/11/2020.
    """
    texts = [text for grid in grids for row in grid.rows for _, text in grid.filled(row)]
    plain = {day for text in texts for told in _PLAIN.findall(text) for day in _days_of(told)}
    digits = re.sub(r"\D", "", ascii_digits(number))
    for moment in moments:
        readings = {} if moment.clear else moment.readings
        for name, day in readings.items():
            if day in plain or day.replace("-", "")[2:] in digits:
                yield Moment({name: day})


def _days_of(text: str) -> set[str]:
    moment = read_moment(Cell(text))
    return set(moment.readings.values()) if moment.clear else set()
