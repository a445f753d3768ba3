"""Simple formulas computed again: arithmetic and sums, nothing else."""

import re
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, DecimalException

from orders.sheet import column_number
from orders.values import exact
from orders.view import Grid

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?|\.\d+)|(?P<ref>\$?[A-Z]{1,3}\$?[0-9]{1,7})"
    r"|(?P<name>[A-Z]+)(?=\()|(?P<sign>[-+*/(),:%]))",
    re.IGNORECASE,
)
_REF = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})", re.IGNORECASE)
_LONGEST, _DEEPEST, _WIDEST = 300, 24, 20_000
_MORE = frozenset({"SUM", "PRODUCT", "ROUND", "MAX", "MIN", "ABS"})


class _NotSimple(Exception):
    """The formula is more than arithmetic and sums."""


def recompute(grid: Grid, formula: str, depth: int = 0) -> Decimal | None:
    """The value of a simple formula from the sheet's own cells; None when it is not simple."""
    if len(formula) > _LONGEST or depth > _DEEPEST:
        return None
    try:
        machine = _Machine(grid, _tokens(formula.lstrip("=+")), depth)
        value = machine.sum_of_terms()
        machine.expect_end()
    except (_NotSimple, DecimalException, RecursionError):
        return None
    return value if value.is_finite() else None


def _tokens(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    at = 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise _NotSimple
        found.append((match.lastgroup, match[match.lastgroup].upper()))
        at = match.end()
    return found


@dataclass(slots=True)
class _Machine:
    """A recursive-descent calculator over tokens."""

    grid: Grid
    tokens: list[tuple[str, str]]
    depth: int
    at: int = 0
    nested: int = field(default=0)

    def _peek(self) -> tuple[str, str]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")

    def _next(self) -> tuple[str, str]:
        token = self._peek()
        self.at += 1
        return token

    def _take(self, sign: str) -> bool:
        if self._peek() == ("sign", sign):
            self.at += 1
            return True
        return False

    def expect_end(self) -> None:
        """Nothing may follow the formula."""
        if self._peek()[0] != "end":
            raise _NotSimple

    def sum_of_terms(self) -> Decimal:
        """Terms added up and taken away."""
        value = self._term()
        while self._peek() in (("sign", "+"), ("sign", "-")):
            sign = self._next()[1]
            value = value + self._term() if sign == "+" else value - self._term()
        return value

    def _term(self) -> Decimal:
        value = self._factor()
        while self._peek() in (("sign", "*"), ("sign", "/")):
            sign = self._next()[1]
            value = value * self._factor() if sign == "*" else value / self._factor()
        return value

    def _factor(self) -> Decimal:
        self.nested += 1
        if self.nested > _DEEPEST * 4:
            raise _NotSimple
        if self._take("-"):
            return -self._factor()
        kind, text = self._next()
        if (kind, text) == ("sign", "("):
            value = self.sum_of_terms()
            self._close()
        elif kind == "number":
            value = Decimal(text)
        elif kind == "ref":
            value = self._cell(text)
        elif kind == "name":
            value = self._call(text)
        else:
            raise _NotSimple
        return value / 100 if self._take("%") else value

    def _close(self) -> None:
        if not self._take(")"):
            raise _NotSimple

    def _cell(self, text: str) -> Decimal:
        match = _REF.fullmatch(text)
        if match is None:
            raise _NotSimple
        return self._value(int(match[2]), column_number(match[1]))

    def _value(self, row: int, column: int) -> Decimal:
        cell = self.grid.cell(row, column)
        if cell is None:
            return Decimal(0)
        if isinstance(cell.value, Decimal):
            return exact(cell.value)
        if cell.formula and not cell.cached:
            value = recompute(self.grid, cell.formula, self.depth + 1)
            if value is not None:
                return value
        raise _NotSimple

    def _call(self, name: str) -> Decimal:
        if name not in _MORE or not self._take("("):
            raise _NotSimple
        values = self._argument()
        while self._take(","):
            values += self._argument()
        self._close()
        return _apply(name, values)

    def _argument(self) -> list[Decimal]:
        kind, first = self._peek()
        if kind == "ref" and self.at + 1 < len(self.tokens) and self.tokens[self.at + 1][1] == ":":
            self.at += 2
            last_kind, last = self._next()
            if last_kind != "ref":
                raise _NotSimple
            return self._range(first, last)
        return [self.sum_of_terms()]

    def _range(self, first: str, last: str) -> list[Decimal]:
        start, end = _REF.fullmatch(first), _REF.fullmatch(last)
        if start is None or end is None:
            raise _NotSimple
        rows = range(int(start[2]), int(end[2]) + 1)
        columns = range(column_number(start[1]), column_number(end[1]) + 1)
        if len(rows) * len(columns) > _WIDEST:
            raise _NotSimple
        # A sum passes over texts, as spreadsheets do.
        return [
            self._value(row, column)
            for row in rows
            for column in columns
            if not isinstance(getattr(self.grid.cell(row, column), "value", None), str)
        ]


def _apply(name: str, values: list[Decimal]) -> Decimal:
    if name == "SUM":
        return sum(values, Decimal(0))
    if name == "PRODUCT":
        product = Decimal(1)
        for value in values:
            product *= value
        return product
    if name == "ROUND" and len(values) == 2:
        return values[0].quantize(Decimal(1).scaleb(-int(values[1])), ROUND_HALF_UP)
    if name == "ABS" and len(values) == 1:
        return abs(values[0])
    if name in ("MAX", "MIN") and values:
        return max(values) if name == "MAX" else min(values)
    raise _NotSimple
