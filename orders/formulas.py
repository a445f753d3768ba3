"""Formulas in an order's cells: what the policy says of them."""

from collections.abc import Iterator
from decimal import Decimal

from orders.codes import issue
from orders.issue import Ask, Candidate, Issue, Severity
from orders.order import Order
from orders.recompute import recompute
from orders.sheet import parse_address
from orders.tables import Table
from orders.values import exact
from orders.view import Grid

_SUMS = ("subtotal", "tax", "total", "discount", "charge")
_NEAR = Decimal("0.005")
_SENT = ("quantity", "sku", "gtin", "product_name", "unit_price", "unit", "pack_size")


def check_formulas(table: Table, order: Order, policy: str) -> Iterator[Issue]:
    """Judge formulas in mapped cells of lines, in header cells and in totals."""
    relevant, harmless = _formula_cells(table, order)
    if relevant:
        facts = {"count": str(len(relevant)), "cells": ", ".join(relevant)[:200]}
        yield from _judge(tuple(relevant), facts, policy)
    if harmless and policy != "accept":
        facts = {"count": str(len(harmless)), "cells": ", ".join(harmless)[:200]}
        if wrong := [at for at in harmless if not _holds(table.grid, at)]:
            facts["differing"] = ", ".join(wrong)[:200]
        yield issue("FORMULAS_WARNING", cells=tuple(harmless[:20]), facts=facts)


def _judge(cells: tuple[str, ...], facts: dict[str, str], policy: str) -> Iterator[Issue]:
    if policy == "block":
        yield issue("FORMULAS_BLOCKED", cells=cells, facts=facts)
    elif policy == "accept":
        yield issue("FORMULAS_WARNING", severity=Severity.INFO, cells=cells, facts=facts)
    else:
        yield issue(
            "FORMULAS_UNCONFIRMED",
            cells=cells,
            facts=facts,
            ask=Ask.CHOICE,
            target="accept",
            candidates=(Candidate("yes", "yes"),),
        )


def _formula_cells(table: Table, order: Order) -> tuple[list[str], list[str]]:
    said = [
        (name, one, name in _SENT) for line in order.lines for name, one in line.evidence.items()
    ]
    said += [(name, one, name not in _SUMS) for name, one in order.evidence.items()]
    formulas = [one for one in said if one[1].formula and one[1].reading != "person"]
    relevant = [witness.address for _, witness, sent in formulas if sent]
    harmless = [witness.address for _, witness, sent in formulas if not sent]
    for row in table.header.rows:
        for column in table.header.texts:
            cell = table.grid.cell(row, column)
            if cell is not None and cell.formula:
                relevant.append(table.grid.address(row, column))
    return relevant, harmless


def _holds(grid: Grid, at: str) -> bool:
    """Whether a simple formula computed again gives its stored result; others cannot be told."""
    row, column = parse_address(at.rpartition("!")[2])
    cell = grid.cell(row, column)
    if cell is None or not cell.cached or not isinstance(cell.value, Decimal):
        return True
    value = recompute(grid, cell.formula)
    return value is None or abs(value - exact(cell.value)) <= _NEAR
