"""Formulas in an order's cells: what the policy says of them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from orders.codes import confirmed, issue
from orders.issue import Ask, Candidate, Issue, Severity
from orders.order import Order
from orders.recompute import recompute
from orders.sheet import Cell, parse_address
from orders.tables import Table
from orders.values import exact, has_letters, shown
from orders.view import Grid
from orders.waiting import DIFFERING

_SUMS = ("subtotal", "tax", "total", "discount", "charge")
_NEAR = Decimal("0.005")
_ASKED = 10
"""Results that differ are asked one by one, so many at most."""
_SENT = ("quantity", "sku", "gtin", "product_name", "unit_price", "unit", "pack_size")


def check_formulas(table: Table, order: Order, policy: str) -> Iterator[Issue]:
    """Judge formulas in mapped cells of lines, in header cells and in totals."""
    relevant, harmless = _formula_cells(table, order)
    grid = table.grid
    harmless += _unread(table, order)
    harmless += [at for at in relevant if _is_open(grid, at) and _is_told(grid, at)]
    known = [at for at in relevant if _value_of(grid, at) is not None or not _is_open(grid, at)]
    if policy == "block" and relevant:
        yield issue("FORMULAS_BLOCKED", cells=tuple(relevant), facts=_facts(relevant))
    elif policy == "accept":
        stored = [at for at in known if not _is_open(grid, at)]
        if stored:
            yield issue(
                "FORMULAS_WARNING",
                severity=Severity.INFO,
                cells=tuple(stored),
                facts=_facts(stored),
            )
        yield from _ask(grid, [at for at in known if _is_open(grid, at)])
    else:
        yield from _ask(grid, known)
    if harmless and policy != "accept":
        facts = _facts(harmless)
        if wrong := [at for at in harmless if not _holds(grid, at)]:
            facts["differing"] = ", ".join(wrong)[:200]
        yield issue("FORMULAS_WARNING", cells=tuple(harmless[:20]), facts=facts)


def _is_told(grid: Grid, at: str) -> bool:
    """Whether an open formula leads to a text or a day (orders/referring.py)."""
    cell = _cell_at(grid, at)
    return cell is not None and cell.value is not None


def _unread(table: Table, order: Order) -> list[str]:
    """Cells of lines, such as an item's name, whose formulas lead to a text that the file does not hold."""
    return [
        table.grid.address(line.row, at)
        for line in order.lines
        for name, at in table.mapping.items()
        if name not in line.evidence and (cell := table.grid.cell(line.row, at))
        if cell.formula and not cell.cached
    ]


def _facts(cells: Sequence[str]) -> dict[str, str]:
    return {"count": str(len(cells)), "cells": ", ".join(cells)[:200]}


def _ask(grid: Grid, cells: Sequence[str]) -> Iterator[Issue]:
    """One question for all results that hold, and one for each that does not."""
    wrong = [at for at in cells if not _holds(grid, at)][:_ASKED]
    for at in wrong:
        yield _differing(grid, at)
    rest = [at for at in cells if at not in wrong]
    if rest:
        yield confirmed(
            "FORMULAS_UNCONFIRMED",
            cells=tuple(rest),
            facts=_facts(rest) | {"why": "confirm"},
        )


def _differing(grid: Grid, at: str) -> Issue:
    stored, value = shown(_cell_at(grid, at)), f"{_value_of(grid, at) or 0:f}"
    return issue(
        "FORMULAS_UNCONFIRMED",
        cells=(at,),
        facts={"why": DIFFERING, "value": stored, "expected": value},
        ask=Ask.CHOICE,
        target=f"cell:{at}",
        candidates=(Candidate(stored, stored), Candidate(value, value)),
    )


def _cell_at(grid: Grid, at: str) -> Cell | None:
    """The cell that a witness names, which goes by the file."""
    return _home(grid, at).cell(*parse_address(at.rpartition("!")[2]))


def _home(grid: Grid, at: str) -> Grid:
    return grid.home(at.rpartition("!")[0])


def _is_open(grid: Grid, at: str) -> bool:
    """Whether the file holds no result for this formula."""
    cell = _cell_at(grid, at)
    return cell is not None and not cell.cached


def _value_of(grid: Grid, at: str) -> Decimal | None:
    """What a simple formula gives when computed again; nothing made of blanks counts."""
    cell = _cell_at(grid, at)
    value = recompute(_home(grid, at), cell.formula) if cell is not None else None
    return value or None


def _formula_cells(table: Table, order: Order) -> tuple[list[str], list[str]]:
    said = [
        (name, one, name in _SENT) for line in order.lines for name, one in line.evidence.items()
    ]
    told = {at: one for at, one in order.evidence.items() if getattr(order, at, at) is not None}
    said += [(name, one, name not in _SUMS) for name, one in told.items()]
    formulas = [one for one in said if one[1].formula and one[1].reading != "person"]
    relevant: list[str] = []
    harmless: list[str] = []
    for name, witness, sent in formulas:
        at = witness.address
        asked = sent or (name == "line_total" and not _holds(table.grid, at))
        (relevant if asked else harmless).append(at)
    for row in table.header.rows:
        for column in table.header.texts:
            cell = table.grid.cell(row, column)
            # A sum that stands where a heading does is none.
            if cell is not None and cell.formula and has_letters(table.grid.text(row, column)):
                relevant.append(table.grid.address(row, column))
    return relevant, harmless


def _holds(grid: Grid, at: str) -> bool:
    """Whether a simple formula computed again gives its stored result; others cannot be told."""
    cell = _cell_at(grid, at)
    if cell is None or not cell.cached or not isinstance(cell.value, Decimal):
        return True
    value = recompute(_home(grid, at), cell.formula)
    return value is None or abs(value - exact(cell.value)) <= _NEAR
