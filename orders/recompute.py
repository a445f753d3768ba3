"""Simple formulas computed again: arithmetic, sums, plain conditions.

They may lead to other sheets of the workbook, hidden ones too: these say what a result is made of, and
nothing is ordered from them. What leads out of the workbook is not simple.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal, DecimalException

from orders.comparing import Operand, compares
from orders.functions import called
from orders.sheet import Cell, address, column_number
from orders.values import exact, is_blank
from orders.view import Grid

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?|\.\d+)|(?P<ref>(?:(?:'(?:[^']|'')+'|[\w.]+)!)?\$?[A-Z]{1,3}\$?[0-9]{1,7})"
    r"|(?P<name>[A-Z]+)(?=\()|(?P<sign>[-+*/(),:%])"
    r'|(?P<text>"[^"]*")|(?P<word>TRUE|FALSE)\b|(?P<compare><=|>=|<>|[<>=]))',
    re.IGNORECASE,
)
_REF = re.compile(r"(?:(.+)!)?\$?([A-Z]{1,3})\$?([0-9]{1,7})", re.IGNORECASE | re.DOTALL)
_LONGEST, _DEEPEST, _WIDEST = 300, 24, 20_000
_INSTEAD = frozenset({"IFERROR", "IFNA"})


class _NotSimple(Exception):
    """The formula is more than arithmetic and sums."""


def recompute(grid: Grid, formula: str, depth: int = 0) -> Decimal | None:
    """The value of a simple formula of a sheet from the workbook's cells; None when it is not simple.

    Each is computed once, and of the whole workbook no more than `Book.left` cells are looked at.
    """
    grid = grid.of_file
    known = grid.book.computed.get((grid.name, formula))
    if known is not None or len(formula) > _LONGEST or depth > _DEEPEST:
        return known
    try:
        machine = _Machine(grid, _tokens(formula.lstrip("=+")), depth)
        value = machine.sum_of_terms()
        machine.expect_end()
    except (_NotSimple, DecimalException, RecursionError):
        return None
    if not value.is_finite():
        return None
    grid.book.computed[grid.name, formula] = value
    return value


def _tokens(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    at = 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise _NotSimple
        found.append((match.lastgroup, match[match.lastgroup]))
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
        name, row, column = _place(text)
        grid = self._sheet(name)
        return self._value(grid, self._look(grid, row, column))

    def _sheet(self, name: str) -> Grid:
        """The sheet that a reference names; one whose cells were not read tells nothing."""
        grid = self.grid.book.grids.get(name) if name else self.grid
        if grid is None or not grid.sheet.cells:
            raise _NotSimple
        return grid

    def _look(self, grid: Grid, row: int, column: int) -> Cell | None:
        """The cell there, hidden or not; None for a blank one."""
        self.grid.book.left -= 1
        cell = grid.sheet.cells.get((row, column))
        if self.grid.book.left < 0 or (cell is None and address(row, column) in grid.sheet.stray):
            raise _NotSimple
        return None if is_blank(cell) else cell

    def _value(self, grid: Grid, cell: Cell | None) -> Decimal:
        if cell is None:
            return Decimal(0)
        if isinstance(cell.value, Decimal):
            return exact(cell.value)
        if cell.formula and not cell.cached:
            value = recompute(grid, cell.formula, self.depth + 1)
            if value is not None:
                return value
        raise _NotSimple

    def _call(self, name: str) -> Decimal:
        name = name.upper()
        if not self._take("("):
            raise _NotSimple
        if name == "IF":
            return self._either()
        if name in _INSTEAD:
            return self._unless_failing()
        start = self.at
        blank = Decimal(0) if name == "SUMPRODUCT" else None
        lists = [self._argument(blank)]
        while self._take(","):
            lists.append(self._argument(blank))
        self._close()
        value = called(name, lists)
        if value is None or (name == "SUBTOTAL" and self._sums_again(start)):
            raise _NotSimple
        return value

    def _sums_again(self, start: int) -> bool:
        """Whether cells between these tokens are sub-totals themselves, which another passes over."""
        named = [_place(text) for kind, text in self.tokens[start : self.at] if kind == "ref"]
        rows, columns = {row for _, row, _ in named}, {column for _, _, column in named}
        return bool(named) and any(
            "SUBTOTAL" in cell.formula.upper()
            for (row, column), cell in self.grid.sheet.cells.items()
            if cell.formula
            and min(rows) <= row <= max(rows)
            and min(columns) <= column <= max(columns)
        )

    def _unless_failing(self) -> Decimal:
        """What stands first; what would stand for an error is passed over, as errors are not simple."""
        value = self.sum_of_terms()
        if self._take(","):
            self._pass_over()
        self._close()
        return value

    def _either(self) -> Decimal:
        """One of two results; the other is passed over, as it may be no number."""
        holds = self._condition()
        if not self._take(","):
            raise _NotSimple
        if holds:
            value = self.sum_of_terms()
            if self._take(","):
                self._pass_over()
        else:
            self._pass_over()
            if not self._take(","):
                raise _NotSimple
            value = self.sum_of_terms()
        self._close()
        return value

    def _pass_over(self) -> None:
        open_signs = 0
        while open_signs or self._peek() not in (("sign", ","), ("sign", ")")):
            token = self._next()
            open_signs += (token == ("sign", "(")) - (token == ("sign", ")"))
            if token[0] == "end":
                raise _NotSimple

    def _condition(self) -> bool:
        left = self._operand()
        kind, sign = self._peek()
        if kind == "compare":
            self._next()
            found = compares(left, sign, self._operand())
        else:
            found = compares(left, "<>", Decimal(0))
        if found is None:
            raise _NotSimple
        return found

    def _operand(self) -> Operand:
        """A cell by itself as it is, texts and truths too; anything else is computed."""
        kind, text = self._peek()
        behind = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else ("end", "")
        alone = behind[0] == "compare" or behind in (("sign", ","), ("sign", ")"))
        if kind not in ("text", "word", "ref") or not alone:
            return self.sum_of_terms()
        self._next()
        if kind == "text":
            return text[1:-1]
        return text.upper() == "TRUE" if kind == "word" else self._shown(text)

    def _shown(self, text: str) -> Operand:
        name, row, column = _place(text)
        grid = self._sheet(name)
        cell = self._look(grid, row, column)
        if cell is None:
            return None
        return cell.value if isinstance(cell.value, str | bool) else self._value(grid, cell)

    def _argument(self, blank: Decimal | None) -> list[Decimal]:
        kind, first = self._peek()
        if kind == "ref" and self.at + 1 < len(self.tokens) and self.tokens[self.at + 1][1] == ":":
            self.at += 2
            last_kind, last = self._next()
            if last_kind != "ref":
                raise _NotSimple
            return self._range(first, last, blank)
        return [self.sum_of_terms()]

    def _range(self, first: str, last: str, blank: Decimal | None) -> list[Decimal]:
        """The numbers of a range; sums pass over blanks and texts, as spreadsheets do, or take `blank`."""
        (name, top, left), (other, bottom, right) = _place(first), _place(last)
        rows, columns = range(top, bottom + 1), range(left, right + 1)
        if other or len(rows) * len(columns) > _WIDEST:
            raise _NotSimple
        grid = self._sheet(name)
        cells = [self._look(grid, row, column) for row in rows for column in columns]
        told = (None if one is None or isinstance(one.value, str) else one for one in cells)
        values = (blank if one is None else self._value(grid, one) for one in told)
        return [value for value in values if value is not None]


def _place(text: str) -> tuple[str, int, int]:
    """The sheet's name in small letters (empty for the formula's own), row and column."""
    match = _REF.fullmatch(text)
    if match is None:
        raise _NotSimple
    name = match[1] or ""
    if name.startswith("'"):
        name = name[1:-1].replace("''", "'")
    return name.casefold(), int(match[3]), column_number(match[2].upper())
