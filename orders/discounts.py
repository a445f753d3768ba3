"""Discounts of lines: those that the file's own sums prove per cents."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from orders.checks import tolerance
from orders.columns import Column, longest_run
from orders.figures import BLANK, INVALID, Evident, Figure, read_figures
from orders.order import Line
from orders.tables import Table
from orders.values import ascii_digits, fold, plain, tidy

_HUNDRED, _PAIR = Decimal(100), 2
_SUMMED = ("quantity", "unit_price", "line_total")
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


def chained_columns(table: Table) -> tuple[list[Column], bool]:
    """`Sc.1 | Sc.2`: columns of per cents, one taken off after the other, and whether each total proves it.

    None where the totals deny it, or a person said which column counts.
    """
    taken = table.column(table.mapping.get("discount", 0))
    if taken is None or "discount" in table.chosen:
        return [], False
    used = {*table.mapping.values()} - {taken.number}
    named = [one for one in table.columns if "discount" in one.meanings and one.number not in used]
    run = longest_run(
        [one for one in named if one.cells and one.share("number") + one.share("percent")]
    )
    if len(run) < _PAIR or taken not in run or len({_unnumbered(one.header) for one in run}) > 1:
        return [], False
    shares = [_per_cents(table, one.number, table.body) for one in run]
    if any(not 0 <= one < _HUNDRED for by_row in shares for one in by_row.values()):
        return [], False
    summed = [_per_cents(table, table.mapping.get(name, 0), table.body) for name in _SUMMED]
    rows = [row for row in summed[-1] if row in summed[0] and row in summed[1]]
    proven = bool(rows) and all(_holds(row, summed, shares) for row in rows)
    return (run, proven) if proven or not summed[-1] else ([], False)


def _unnumbered(header: str) -> str:
    return " ".join(fold(_NUMBER.sub(" ", header)).replace("%", " ").split())


def _per_cents(table: Table, number: int, rows: Sequence[int]) -> dict[int, Decimal]:
    figures = read_figures(table.grid, number, rows, Evident()) if number else {}
    return {row: one.value for row, one in figures.items() if one.value is not None}


def _left(row: int, shares: Sequence[Mapping[int, Decimal]]) -> Decimal:
    left = Decimal(1)
    for by_row in shares:
        left *= 1 - by_row.get(row, Decimal(0)) / _HUNDRED
    return left


def _holds(
    row: int, summed: Sequence[Mapping[int, Decimal]], shares: Sequence[Mapping[int, Decimal]]
) -> bool:
    quantity, price, total = (one[row] for one in summed)
    return abs(quantity * price * _left(row, shares) - total) <= tolerance(quantity, price, "")


def with_chains(
    table: Table, found: Mapping[str, dict[int, Figure]], currency: str
) -> dict[str, dict[int, Figure]]:
    """The figures by field and row; `10+5` is one discount after the other where the total proves it.

    What nothing proves stays unread and is asked: `10+1` may be a gift.
    """
    at = table.mapping.get("discount", 0)
    if run := chained_columns(table)[0]:
        shares = [_per_cents(table, one.number, [*found["discount"]]) for one in run]
        letters = "+".join(one.letter for one in run)
        both = {
            row: Figure(
                plain((1 - _left(row, shares)) * _HUNDRED),
                reading=f"chained={letters}",
                percent=True,
            )
            for row in found["discount"]
            if any(row in by_row for by_row in shares)
        }
        return {**found, "discount": {**found["discount"], **both}}
    unread = [row for row, one in found.get("discount", {}).items() if one.problem == INVALID]
    told: dict[int, Figure] = {}
    for row in unread:
        figures = {name: by_row[row] for name, by_row in found.items()}
        if one := _chained(table.grid.text(row, at), figures, currency):
            told[row] = one
    return {**found, "discount": {**found["discount"], **told}} if told else dict(found)


def _chained(text: str, figures: Mapping[str, Figure], currency: str) -> Figure | None:
    told = tidy(ascii_digits(text))
    quantity, price, total = (figures[name].value if name in figures else None for name in _SUMMED)
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
