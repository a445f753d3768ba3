"""The rates of tax that a paper states, and the totals that they explain."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from orders.issue import Issue
from orders.order import Order
from orders.tables import Table
from orders.taxed import rates_of
from orders.taxrows import speaks_of_tax
from orders.values import ascii_digits

_PERCENT = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,3})?)\s*(?:\(\s*)?[%٪％]")
_ROUNDED = Decimal("0.5")
"""A total may be rounded to whole units of its currency."""
_PART = Decimal("0.75")
"""A tax that is nearly the whole of what was added, and not it, is a slip that people must see."""
_TWICE = 2
"""A state's and a country's tax of one rate each are one tax of both."""


def settled_by_rates(
    table: Table, order: Order, issues: Sequence[Issue]
) -> tuple[Order, tuple[Issue, ...]]:
    """Without the doubt of a total that is the lines' sum with a rate of tax that the paper states.

    The tax that was read did not make up that total: it is a part of it, and no value of the order.
    """
    doubt = next((one for one in issues if one.code == "TOTAL_MISMATCH"), None)
    if doubt is None or order.total is None:
        return order, tuple(issues)
    net = Decimal(doubt.facts["expected"])
    part = abs(order.tax or Decimal(0)) <= _PART * abs(order.total - net)
    if not part or not _explains(_rates(table), net, order.total):
        return order, tuple(issues)
    kept = {name: one for name, one in order.evidence.items() if name != "tax"}
    sure = {name: one for name, one in order.sure.items() if name != "tax"}
    settled = replace(order, tax=None, evidence=kept, sure=sure)
    return settled, tuple(one for one in issues if one is not doubt)


def _rates(table: Table) -> frozenset[Decimal]:
    """Every percentage that stands in a row, or under a header, that speaks of a tax."""
    under = {at for at, text in table.header.texts.items() if speaks_of_tax(text)}
    found = set(rates_of(table.columns))
    for row in table.body:
        cells = dict(table.grid.filled(row))
        told = any(map(speaks_of_tax, cells.values()))
        for column, text in cells.items():
            found.update(_percentages(text) if told or column in under else ())
    return frozenset(found)


def _explains(rates: Collection[Decimal], net: Decimal, total: Decimal) -> bool:
    steps = {rate * times for rate in rates if rate for times in (1, _TWICE)}
    return any(abs(net * (1 + step / 100) - total) <= _ROUNDED for step in steps)


def _percentages(text: str) -> Iterator[Decimal]:
    for found in _PERCENT.findall(ascii_digits(text)):
        yield Decimal(found.replace(",", "."))
