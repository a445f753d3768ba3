"""Discounts of lines: those that the file's own sums prove per cents."""

import re
from collections.abc import Mapping
from decimal import Decimal

from orders.checks import tolerance
from orders.figures import BLANK, INVALID, Figure
from orders.order import Line
from orders.tables import Table
from orders.values import ascii_digits, plain, tidy

_HUNDRED = Decimal(100)
_PART = r"\d{1,2}(?:[.,]\d{1,2})? ?%?"
_BOTH = re.compile(r"^(\d{1,2}(?:[.,]\d{1,3})?) ?% [\d.,]+$")
"""`12.5 % 24.90`: the share, and what it comes to."""
_NUMBER = re.compile(r"[\d.,]+")
_CHAIN = re.compile(rf"{_PART}(?: ?\+ ?{_PART})+")


def proven_percent(line: Line, currency: str = "") -> Decimal:
    """The per cents that a line's own total proves, or 0.

    "0.1" may mean 10 % or 0.1 %, "5" five per cent or five euros: only the sum beside it tells.
    """
    figures = (line.quantity, line.unit_price, line.line_total, line.discount)
    quantity, price, total, discount = figures
    if not quantity or not price or total is None or not discount or discount < 0:
        return Decimal(0)
    allowed = tolerance(quantity, price, currency)
    readings = {discount, discount * _HUNDRED}
    fitting = [
        percent
        for percent in readings
        if percent < _HUNDRED
        and abs(quantity * price * (1 - percent / _HUNDRED) - total) <= allowed
        and abs(quantity * price - total) > allowed
    ]
    return fitting[0] if len(fitting) == 1 else Decimal(0)


def with_chains(
    table: Table, found: Mapping[str, dict[int, Figure]], currency: str
) -> dict[str, dict[int, Figure]]:
    """The figures by field and row; `10+5` is one discount after the other where the total proves it.

    What nothing proves stays unread and is asked: `10+1` may be a gift.
    """
    at = table.mapping.get("discount", 0)
    unread = [row for row, one in found.get("discount", {}).items() if one.problem == INVALID]
    told: dict[int, Figure] = {}
    for row in unread:
        figures = {name: by_row[row] for name, by_row in found.items()}
        if one := _chained(table.grid.text(row, at), figures, currency):
            told[row] = one
    return {**found, "discount": {**found["discount"], **told}} if told else dict(found)


def _chained(text: str, figures: Mapping[str, Figure], currency: str) -> Figure | None:
    told = tidy(ascii_digits(text))
    named = ("quantity", "unit_price", "line_total")
    quantity, price, total = (figures[name].value if name in figures else None for name in named)
    if not quantity or not price or total is None:
        return None
    near = tolerance(quantity, price, currency)
    if abs(quantity * price - total) <= near:
        return Figure(problem=BLANK)  # It is off the price already, whatever it says.
    shares = _BOTH.findall(told) or (_NUMBER.findall(told) if _CHAIN.fullmatch(told) else [])
    left = Decimal(1)
    for part in shares:
        left *= 1 - Decimal(part.replace(",", ".")) / _HUNDRED
    holds = bool(shares) and abs(quantity * price * left - total) <= near
    return Figure(plain((1 - left) * _HUNDRED), reading="chained", percent=True) if holds else None
