"""The day of an order that no label names: `Leeds, 20 November 2026`."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from orders.columns import Column
from orders.constants import said_by_all
from orders.dates import read_moment
from orders.dictionary import ORDER_WORDS, OTHER_PAPERS, names_any
from orders.evidence import Evidence
from orders.labels import Found
from orders.letterhead import looks_like_company
from orders.lines import Lines
from orders.order import Line
from orders.sheet import Cell
from orders.sorted_rows import Rows
from orders.suiting import is_label
from orders.tables import Table
from orders.values import ascii_digits, fold, has_letters, tidy, words_of_list
from orders.view import Grid

_PLACE = re.compile(
    r"[^\W\d][^\d,:]{1,30},\s*(?:(?:den|le|the|a|el|lì|li|em|dnia|am|vom)\s+)?", re.IGNORECASE
)
_SURE = 0.5
_REACH = 8
_LONGEST = 60

BARE_DAYS = frozenset(
    words_of_list("date|datum|fecha|data|tarih|дата|تاریخ|التاريخ|تاريخ|日期|日付|날짜|dato|תאריך")
)
"""Headings that do not say whose day it is."""


def bare_day(grid: Grid, above: Collection[int], today: date | None) -> list[tuple[Grid, Found]]:
    """The one day above the lines that stands there without a label; none where there are more.

    A day that reads two ways, or is still to come, is not taken: it may be meant for something else.
    """
    days = [one for row in above for one in _of_row(grid, row)]
    if len({(one.row, one.column) for one in days}) != 1:
        return []
    moment = read_moment(grid.cell(days[0].row, days[0].column) or Cell(""))
    moment = moment if moment.readings else read_moment(Cell(days[0].text))
    day = moment.value() if moment.clear else None
    known = day is not None and (today is None or date.fromisoformat(day) <= today)
    return [(grid, one) for one in days] if known else []


def _of_row(grid: Grid, row: int) -> Iterator[Found]:
    for column, text in grid.filled(row):
        cell = grid.cell(row, column)
        said = text if cell and read_moment(cell).readings else _behind(text)
        if said and not _is_labelled(grid, row, column):
            yield Found("order_date", said, row, column, _SURE, "")


def _behind(text: str) -> str:
    """The day behind a place or an order's title that names no other paper; else empty."""
    line = ascii_digits(tidy(text))
    if len(line) > _LONGEST or names_any(line, OTHER_PAPERS):
        return ""
    place = _PLACE.match(line)
    words = line.split(" ")
    starts = [place.end()] if place else []
    starts += [len(" ".join(words[:n])) + 1 for n in range(1, len(words)) if _is_title(words[:n])]
    days = (line[start:] for start in starts)
    return next((day for day in days if read_moment(Cell(day)).readings), "")


def _is_title(words: list[str]) -> bool:
    said = " ".join(words)
    return names_any(said, ORDER_WORDS) and has_letters(words[-1])


def _is_labelled(grid: Grid, row: int, column: int) -> bool:
    """Whether a text beside or above may say what the day is of: any but a title or a company."""
    before = [text for at, text in grid.filled(row) if column - _REACH < at < column]
    over = grid.text(row - 1, column)
    heads = bool(over) and (is_label(over) or len(grid.rows[row - 1]) > 1)
    return heads or any(not _heads_paper(text) for text in before[-1:] if has_letters(text))


def _heads_paper(text: str) -> bool:
    return not text.endswith((":", "：")) and (
        names_any(text, ORDER_WORDS) or looks_like_company(text)
    )


def day_of_all(table: Table, lines: Sequence[Line]) -> tuple[str, Evidence] | None:
    """The one day on which every line shall be delivered, and its cell; `Date` may be another."""
    column = table.column(table.mapping.get("delivery_date", 0))
    named = column is not None and fold(column.header) not in BARE_DAYS
    first = lines[0].delivery_date if named and lines else None
    others = {line.delivery_date for line in lines[1:]}
    if not first or not (others <= {first} or (others == {None} and _once(table, column))):
        return None
    return first, lines[0].evidence["delivery_date"]


def _once(table: Table, column: Column | None) -> bool:
    """Whether a column is filled where the number of an order is, or its customer, and that is not on every line."""
    rows = column.cells.keys() if column is not None else set()
    own = (table.column(table.mapping.get(name, 0)) for name in ("po_number", "customer"))
    return any(one is not None and one.cells.keys() == rows for one in own)


def day_of_lines(table: Table, lines: Lines) -> tuple[str, Evidence] | None:
    """The one day on every one of several lines under no more than `Date`: the order's, no more theirs."""
    column = table.column(table.mapping.get("delivery_date", 0))
    days = {line.delivery_date for line in lines.lines}
    told = column is not None and fold(column.header) in BARE_DAYS
    day = next(iter(days), None) if told and len(days) == 1 < len(lines.lines) else None
    if not day or "delivery_date" in table.chosen:
        return None
    witness = lines.lines[0].evidence["delivery_date"]
    lines.lines = [replace(one, delivery_date=None) for one in lines.lines]
    return day, witness


def day_of_column(table: Table, rows: Rows) -> Iterator[tuple[Grid, Found]]:
    """The day that is the same on every line in the column of the order's days, as under a label."""
    if place := said_by_all(table, rows, "order_date"):
        heading, text = table.header.texts.get(place[1], ""), table.grid.text(*place)
        yield table.grid, Found("order_date", text, *place, 1.0, heading)
