"""Blank quantities: a few are asked one by one, many at once or told."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from orders.codes import confirmed, issue
from orders.issue import Ask, Candidate, Issue, Severity
from orders.order import Line
from orders.tables import Table
from orders.totals import TotalRow

FEWEST_BLANKS = 4
"""From so many lines without a quantity on, one question is asked for all of them."""
_LONG_LIST, _FEW_OF = 12, 3
"""A list of which some are ordered: so many blanks, and so many times the lines."""


def grouped_blanks(
    issues: Sequence[Issue], lines: Sequence[Line], totals: Sequence[TotalRow], table: Table
) -> list[Issue]:
    """Many blank quantities become one question: leave these lines out?

    They are left out, which a plain yes confirms, unless one of them comes to money. Of a long list
    of which some are ordered nobody asks that, nor where a total is the sum of those that are: it is
    only told. A few are left out alike where nothing says that they come to anything.
    """
    blanks = [one for one in issues if one.code == "MISSING_QUANTITY"]
    if len(blanks) < FEWEST_BLANKS:
        blanks = _nothing(blanks, lines, listed=_lists_stock(table))
    if not blanks:
        return list(issues)
    rest = [one for one in issues if one not in blanks]
    rows = ",".join(one.facts["row"] for one in blanks)
    parts: dict[str, Any] = {
        "cells": tuple(cell for one in blanks for cell in one.cells)[:50],
        "fields": ("quantity",),
        "lines": tuple(line for one in blanks for line in one.lines),
    }
    facts = {"count": str(len(blanks)), "field": "quantity"}
    if _come_to_money(blanks, lines):
        skip, target = (Candidate("skip", "skip"),), f"row:{table.grid.name}!{rows}"
        parts |= {"ask": Ask.CHOICE, "target": target, "candidates": skip, "preselect": "skip"}
        return [issue("MISSING_QUANTITY", facts=facts, **parts), *rest]
    if len(blanks) >= FEWEST_BLANKS and _is_catalogue(blanks, lines, totals):
        warned = issue(
            "MISSING_QUANTITY", severity=Severity.WARNING, facts=facts | {"why": "listed"}, **parts
        )
        return [warned, *rest]
    return [confirmed("MISSING_QUANTITY", facts=facts | {"why": "left"}, **parts), *rest]


def _come_to_money(blanks: Sequence[Issue], lines: Sequence[Line]) -> bool:
    blank = {line for one in blanks for line in one.lines}
    return any(line.line_total for line in lines if line.line_id in blank)


def _lists_stock(table: Table) -> bool:
    """Whether a column says what is in stock, or how many are the least: of such a list some is ordered."""
    return any({"stock", "moq"} & column.meanings.keys() for column in table.columns)


def _nothing(blanks: Sequence[Issue], lines: Sequence[Line], *, listed: bool) -> list[Issue]:
    """Of a few blank quantities those whose line's own total is nothing; all in a long list.

    So are all in a list of what may be ordered (`listed`), and several that have no total where
    every line with a quantity has one, or none has.
    """
    blank = {line for one in blanks for line in one.lines}
    left = {line.line_id for line in lines if line.line_id in blank and line.line_total == 0}
    ordered = len([line for line in lines if line.quantity])
    summed = [line for line in lines if line.line_total]
    bare = len(blanks) > 1 and len(summed) in (0, ordered)
    if (ordered >= _LONG_LIST or bare or listed) and not _come_to_money(blanks, lines):
        left = blank
    return [one for one in blanks if ordered and left.issuperset(one.lines)]


def _is_catalogue(
    blanks: Sequence[Issue], lines: Sequence[Line], totals: Sequence[TotalRow]
) -> bool:
    """Whether some lines of a list are ordered, and all others say nothing of being ordered."""
    blank = {line for one in blanks for line in one.lines}
    ordered = [line for line in lines if line.line_id not in blank and line.quantity]
    if not ordered:
        return False
    come = sum((line.line_total or Decimal(0) for line in ordered), Decimal(0))
    summed = come and any(come in total.amounts.values() for total in totals)
    return bool(summed) or is_long_list(len(blank), len(ordered))


def is_long_list(blank: int, ordered: int) -> bool:
    """Whether so many rows without a quantity beside those with one are just not ordered."""
    return blank >= max(_LONG_LIST, _FEW_OF * ordered)


def only_counts(table: Table, row: int, *, summed: bool) -> bool:
    """Whether nothing but a quantity stands in a row, or an amount below the total (`summed`)."""
    names = ("quantity", "line_total") if summed else ("quantity",)
    return len(table.grid.rows[row]) == 1 and bool(
        {*table.grid.rows[row]} & {table.mapping.get(name) for name in names}
    )


def left_blank(doubts: Sequence[Issue]) -> set[str]:
    """The lines without a quantity that are no lines, as is told or a person confirms."""
    missing = [one for one in doubts if one.code == "MISSING_QUANTITY"]
    return {line for one in missing if "why" in one.facts for line in one.lines}
