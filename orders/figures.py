"""Numbers of whole columns: one style for a column, proven or asked for."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from orders.money import currency_of_format
from orders.numbers import Amount, Style, parse_amount, style_of, whole_style
from orders.recompute import recompute
from orders.values import ascii_digits, exact, is_error, plain, tidy, written
from orders.view import Grid

BLANK, ERROR, AMBIGUOUS, INVALID, UNCACHED = "blank", "error", "ambiguous", "invalid", "uncached"
_DASHES = frozenset({"-", "–", "—", "--", "---", "−", "_", "n/a", ".", "…", "nil", "none", "null"})
_LEAST = re.compile(
    r"(?:min|minimum|moq|min\.? ?order|mind|mindestens|ab|حداقل)[.:]? ?[0-9]+", re.IGNORECASE
)
"""The smallest order, printed where a number would be."""
_HUGE = Decimal(10) ** 15
_TINY = Decimal(1).scaleb(-12)


@dataclass(frozen=True, slots=True)
class Figure:
    """One cell read as a number.

    `value` is None when `problem` says why: `blank`, `error` (the file's own), `ambiguous` (then
    `choices` holds the readings), `invalid`, or `uncached` (a formula without a stored result;
    `choices` then holds the result computed again, if that was possible).
    """

    value: Decimal | None = None
    problem: str = ""
    reading: str = ""
    unit: str = ""
    currency: str = ""
    percent: bool = False
    choices: tuple[Decimal, ...] = ()
    pack: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Evident:
    """What speaks for a style besides the column itself, strongest first."""

    arithmetic: Style | None = None
    whole: bool = False
    sheet: Style | None = None
    grouping: Style | None = None
    """The style whose grouping mark the sheet's language uses."""


def amounts_in(grid: Grid, column: int, rows: Iterable[int]) -> dict[int, Amount]:
    """The texts of a column that are numbers; stored numbers need no reading."""
    found: dict[int, Amount] = {}
    for row in rows:
        cell = grid.cell(row, column)
        if cell is not None and isinstance(cell.value, str):
            amount = parse_amount(cell.value)
            if amount is not None:
                found[row] = amount
    return found


def read_figures(
    grid: Grid, column: int, rows: Sequence[int], evident: Evident
) -> dict[int, Figure]:
    """Read a column's cells in these rows as numbers, all in one style."""
    amounts = amounts_in(grid, column, rows)
    style, reason = told_style(grid, column), "person"
    if style is None:
        style, reason = _decide(amounts, evident)
    return {row: _figure(grid, row, column, style, reason) for row in rows}


def read_figure(grid: Grid, row: int, column: int, style: Style | None = None) -> Figure:
    """Read one cell as a number, with the style that the sheet proves."""
    return _figure(grid, row, column, style, "sheet")


def told_style(grid: Grid, column: int) -> Style | None:
    """The style a person chose by answering for one ambiguous cell of the column."""
    for (row, at), original in grid.typed.items():
        if at != column or not isinstance(original.value, str):
            continue
        asked, told = parse_amount(original.value), parse_amount(grid.text(row, at))
        if asked is None or told is None or asked.clear:
            continue
        answer = told.value(Style.DOT)
        chosen = [style for style, value in asked.readings.items() if value == answer]
        if len(chosen) == 1:
            return chosen[0]
    return None


def _decide(amounts: Mapping[int, Amount], evident: Evident) -> tuple[Style | None, str]:
    if own := style_of(amounts.values()):
        return own, "column"
    if evident.arithmetic:
        return evident.arithmetic, "arithmetic"
    if evident.whole and (whole := whole_style(amounts.values())):
        return whole, "whole"
    conflict = {amount.style for amount in amounts.values()} - {None}
    if evident.sheet and not conflict:
        return evident.sheet, "sheet"
    if evident.grouping and not conflict:
        style = evident.grouping
        undecided = [amount for amount in amounts.values() if not amount.clear]
        if undecided and all(is_grouped(amount, style) for amount in undecided):
            return style, "language"
    return None, ""


def is_grouped(amount: Amount, style: Style) -> bool:
    """Whether a text is thousands under a style: a whole number of a thousand or more."""
    value = amount.readings.get(style)
    return value is not None and value == value.to_integral_value() and abs(value) >= 1000


def _figure(grid: Grid, row: int, column: int, style: Style | None, reason: str) -> Figure:
    cell = grid.cell(row, column)
    if cell is None or (isinstance(cell.value, str) and _says_nothing(tidy(cell.value))):
        return Figure(problem=BLANK)
    if is_error(cell):
        return Figure(problem=ERROR)
    if cell.formula and not cell.cached:
        value = recompute(grid.home(grid.homes.get(row, grid.name)), cell.formula)
        return Figure(problem=UNCACHED, choices=() if value is None else (plain(value),))
    if isinstance(cell.value, Decimal):
        finite = cell.value.is_finite()
        return _stored(cell.value, cell.number_format) if finite else Figure(problem=INVALID)
    if isinstance(cell.value, bool | date) or not isinstance(cell.value, str):
        return Figure(problem=INVALID)
    amount = parse_amount(cell.value)
    if amount is None:
        return Figure(problem=INVALID)
    if (row, column) in grid.typed:
        # A number input sends the dot as decimal mark, whatever the file's own style is.
        style, reason = style if style and not amount.clear else Style.DOT, "person"
        style = Style.DOT if Style.DOT in amount.readings else style
    return _read(amount, style, reason)


def _says_nothing(text: str) -> bool:
    return text.casefold() in _DASHES or _LEAST.fullmatch(ascii_digits(text)) is not None


@lru_cache(maxsize=1 << 14)
def _stored(value: Decimal, number_format: str) -> Figure:
    if abs(value) >= _HUGE or (value and abs(value) < _TINY):
        return Figure(problem=INVALID)
    percent = "%" in number_format
    number = exact(value * 100 if percent else value)
    currency = currency_of_format(number_format)
    return Figure(number, reading="stored", currency=currency, percent=percent)


def _read(amount: Amount, style: Style | None, reason: str) -> Figure:
    value = amount.value(style)
    if value is None:
        choices = tuple(sorted(set(amount.readings.values())))
        if len(choices) > 1:
            return Figure(problem=AMBIGUOUS, choices=choices, unit=amount.unit)
        # A single reading in the other style contradicts the column, yet it is clear by itself.
        value = next(iter(choices))
    if abs(value) >= _HUGE:
        return Figure(problem=INVALID)
    reading = f"decimal={style}:{reason}" if style and not amount.clear else "text"
    percent, pack = amount.percent, amount.pack
    return Figure(value, "", reading, amount.unit, amount.currency, percent, pack=pack)


def arithmetic_style(
    grid: Grid, rows: Sequence[int], quantity: int, price: int, total: int
) -> Style | None:
    """The one style under which quantity × price = total holds on every full row."""
    if not any(
        not amount.clear
        for column in (quantity, price, total)
        for amount in amounts_in(grid, column, rows).values()
    ):
        return None
    holding = [style for style in Style if _holds(grid, rows, (quantity, price, total), style)]
    return holding[0] if len(holding) == 1 else None


def _holds(grid: Grid, rows: Sequence[int], columns: tuple[int, ...], style: Style) -> bool:
    told = False
    for row in rows:
        figures = [_figure(grid, row, column, style, "") for column in columns]
        values = [figure.value for figure in figures]
        if any(value is None for value in values):
            continue
        quantity, price, total = (value or Decimal(0) for value in values)
        if abs(quantity * price - total) > Decimal("0.01") + abs(quantity) * Decimal("0.005"):
            return False
        told = told or any(
            (amount := parse_amount(written(cell.value))) is not None and not amount.clear
            for column in columns
            if (cell := grid.cell(row, column)) is not None and isinstance(cell.value, str)
        )
    return told
