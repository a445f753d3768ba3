"""Formulas in an order's cells: what the policy says of them."""

from collections.abc import Iterator

from orders.codes import issue
from orders.issue import Ask, Candidate, Issue, Severity
from orders.order import Order
from orders.tables import Table

_SENT = ("quantity", "sku", "gtin", "product_name", "unit_price", "unit", "pack_size")


def check_formulas(table: Table, order: Order, policy: str) -> Iterator[Issue]:
    """Judge formulas in mapped cells of lines, in header cells and in totals."""
    relevant, harmless = _formula_cells(table, order)
    if relevant:
        facts = {"count": str(len(relevant)), "cells": ", ".join(relevant)[:200]}
        yield from _judge(tuple(relevant), facts, policy)
    if harmless and policy != "accept":
        facts = {"count": str(len(harmless)), "cells": ", ".join(harmless)[:200]}
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
    relevant: list[str] = []
    harmless: list[str] = []
    for line in order.lines:
        for name, witness in line.evidence.items():
            if witness.formula and witness.reading != "person":
                (relevant if name in _SENT else harmless).append(witness.address)
    for name, witness in order.evidence.items():
        if witness.formula and witness.reading != "person":
            totals = name in ("subtotal", "tax", "total", "discount", "charge")
            (harmless if totals else relevant).append(witness.address)
    for row in table.header.rows:
        for column in table.header.texts:
            cell = table.grid.cell(row, column)
            if cell is not None and cell.formula:
                relevant.append(table.grid.address(row, column))
    return relevant, harmless
