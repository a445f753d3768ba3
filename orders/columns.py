"""Columns of a table: header, and the shapes of their values."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import groupby

from orders.dates import read_moment
from orders.dictionary import Meanings, column_meanings
from orders.gtin import LENGTHS, digits_of, is_valid
from orders.headers import Header
from orders.money import currency_of_format, heads_money
from orders.numbers import Amount, Style, are_letters, parse_amount, style_of
from orders.recompute import recompute
from orders.sheet import Cell, column_letter
from orders.units import unit_of
from orders.values import ascii_digits, exact, has_letters, is_error, is_unspaced, shown
from orders.view import Grid

_CODE_LENGTH = 30
SAMPLE = 300
"""Rows whose values are weighed; a column shows what it is long before its end."""
BASES = frozenset(map(Decimal, (1, 10, 100, 1000, 10_000)))
"""For how many pieces a price may stand, where a column of its own says so."""
PER_BASE = re.compile(
    r"(?:[€$£] ?)?(?P<price>\d[\d.,]*)(?:[ |]*[A-Za-z€$£]{1,3}\.?)?[ |]*(?:/|(?:(?<=[ |\d])(?:per|je|pro|par|por|za|за)(?=[ \d])))"
    r"[ |]*(?P<base>10{0,4})(?:[ |]*[^\W\d_]{1,6}\.?)?",
    re.IGNORECASE,
)
"""A price and for how many it stands, as SAP prints them: `12.40 EUR / 100 PC`, `24,00 € je 100 Stk`."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: number, header text, meanings, sampled cells, shares of shapes.

    `shapes` are shares (0 to 1) of the filled sample: `number`, `whole`, `money` (decimals or a
    currency), `percent`, `date`, `gtin` (length and check digit), `code`, `dotted` (a text
    such as `79.90`), `words`, `unit`, `known_sku`, `known_gtin`, `price_base`, `unread` (a formula without a result); `fill` is the share of rows that are filled.
    """

    number: int
    header: str
    meanings: Meanings
    cells: Mapping[int, Cell]
    shapes: Mapping[str, float] = field(default_factory=dict)
    distinct: int = 0
    sequence: bool = False

    @property
    def letter(self) -> str:
        """The column as the spreadsheet shows it."""
        return column_letter(self.number)

    def share(self, shape: str) -> float:
        """The share of filled cells with a shape."""
        return self.shapes.get(shape, 0.0)

    @property
    def texts(self) -> dict[int, str]:
        """What each sampled row shows."""
        return {row: shown(cell) for row, cell in self.cells.items()}

    @property
    def constant(self) -> bool:
        """Whether several rows all say the same."""
        return self.distinct == 1 and len(self.cells) > 1

    def samples(self, count: int = 3) -> list[str]:
        """The first different values, for people to recognise the column by."""
        seen = dict.fromkeys(shown(cell)[:40] for cell in self.cells.values())
        return list(seen)[:count]


def number_of(cell: Cell, style: Style | None = None) -> Decimal | None:
    """The number a cell holds, else None; ambiguous texts without a style are read dotted."""
    if isinstance(cell.value, bool) or cell.value is None:
        return None
    if isinstance(cell.value, Decimal):
        return exact(cell.value)
    if not isinstance(cell.value, str):
        return None
    amount = parse_amount(cell.value)
    if amount is None or amount.percent:
        return None
    value = amount.value(style)
    return next(iter(amount.readings.values())) if value is None else value


def style_in(columns: Sequence["Column"]) -> Style | None:
    """The one decimal style that clear texts of these columns prove."""
    texts = (cell.value for column in columns for cell in column.cells.values())
    amounts = (parse_amount(text) for text in texts if isinstance(text, str))
    return style_of(amount for amount in amounts if amount is not None)


def make_columns(
    grid: Grid,
    header: Header,
    rows: Sequence[int],
    known_skus: frozenset[str] = frozenset(),
    known_gtins: frozenset[str] = frozenset(),
) -> tuple[Column, ...]:
    """Describe every column that has a header or, between named ones, values."""
    sampled = rows[:SAMPLE]
    numbers = set(header.texts)
    inside = range(min(numbers, default=1), max(numbers, default=0) + 1)
    bodies: dict[int, dict[int, Cell]] = {}
    for row in sampled:
        for number, cell in grid.rows.get(row, {}).items():
            bodies.setdefault(number, {})[row] = _computed(grid, row, cell)
    numbers.update(number for number in bodies if number in inside)
    before = bodies.get(inside.start - 1, {})
    if len(sampled) > 1 and len(before) == len(sampled):
        numbers.add(inside.start - 1)  # Codes to the left of the first heading, under none.
    behind = bodies.get(inside.stop, {})
    if len(behind) * 2 > len(sampled) > 1 and all(
        number_of(cell) is not None for cell in behind.values()
    ):
        numbers.add(inside.stop)  # Totals to the right of the last one.
    return tuple(
        _make_column(
            number,
            header.texts.get(number, ""),
            bodies.get(number, {}),
            (len(sampled), known_skus, known_gtins),
        )
        for number in sorted(numbers)
    )


def _computed(grid: Grid, row: int, cell: Cell) -> Cell:
    """A formula whose result the file does not hold, with the value that it gives."""
    if cell.cached or not cell.formula:
        return cell
    value = recompute(grid.home(grid.homes.get(row, grid.name)), cell.formula)
    return replace(cell, value=value) if value else cell


_Known = tuple[int, frozenset[str], frozenset[str]]


def _make_column(number: int, header: str, cells: Mapping[int, Cell], known: _Known) -> Column:
    shapes: dict[str, float] = {}
    texts = [shown(cell) for cell in cells.values()]
    # Formulas without results all show nothing, and are not all the same for that.
    said = {text or cell.formula for text, cell in zip(texts, cells.values(), strict=True)}
    for cell, text in zip(cells.values(), texts, strict=True):
        for shape in _shapes_of(cell, text, known):
            shapes[shape] = shapes.get(shape, 0.0) + 1
    shares = {shape: count / len(cells) for shape, count in shapes.items()} if cells else {}
    if heads_money(header) and "number" in shares:
        shares["money"] = shares["number"]  # `CHF` above them says so.
    shares["fill"] = len(cells) / known[0] if known[0] else 0.0
    unlike = ("discount",) if shares.get("with_unit", 0.0) * 2 > 1 else ()  # `Desc` above `250 g`.
    meanings = {n: sure for n, sure in column_meanings(header).items() if n not in unlike}
    return Column(
        number=number,
        header=header,
        meanings=meanings,
        cells=cells,
        shapes=shares,
        distinct=len(said),
        sequence=_is_sequence(list(cells.values()), column_meanings(header)),
    )


def _shapes_of(cell: Cell, text: str, known: _Known) -> set[str]:
    if is_error(cell) or (cell.formula and not cell.cached and cell.value is None):
        return {"error" if is_error(cell) else "unread"}
    if isinstance(cell.value, date):
        return {"date"}
    found: set[str] = set()
    if text.upper() in known[1]:
        found.add("known_sku")
    digits = digits_of(text)
    if digits and (len(digits) in LENGTHS or len(digits) in (11, 10)):
        found |= _code_shapes(digits, known)
        if "gtin" in found and not text[0].isdecimal():
            return found | {"code"}
    if isinstance(cell.value, Decimal):
        return found | _number_shapes(cell)
    amount = parse_amount(text)
    if amount is not None:
        return found | _amount_shapes(amount, text)
    return found | _text_shapes(text)


def _code_shapes(digits: str, known: _Known) -> set[str]:
    found = {"long_digits"}
    if is_valid(digits) or (len(digits) in (10, 11) and is_valid(digits.zfill(12))):
        found.add("gtin")
    if digits.zfill(14) in known[2]:
        found.add("known_gtin")
    return found


def _number_shapes(cell: Cell) -> set[str]:
    number = exact(cell.value) if isinstance(cell.value, Decimal) else Decimal(0)
    whole = number == number.to_integral_value()
    shapes = {"number", "code"} if whole and number >= 0 else {"number"}
    shapes |= {"price_base"} if number in BASES else set()
    if "%" in cell.number_format:
        return {"percent"}
    shapes.add("whole" if whole else "money")
    if currency_of_format(cell.number_format) or ".00" in cell.number_format:
        shapes.add("money")
    return shapes


def _amount_shapes(amount: Amount, text: str) -> set[str]:
    if amount.percent:
        return {"percent"}
    shapes = {"number"}
    whole = any(value == value.to_integral_value() for value in amount.readings.values())
    shapes.add("whole" if whole else "money")
    shapes |= {"price_base"} if BASES.intersection(amount.readings.values()) else set()
    if amount.currency:
        shapes.add("money")
    if not amount.unit and not amount.currency and " " not in text:
        shapes.add("dotted" if amount.marked else "code")
    if amount.unit:
        shapes.add("with_unit")
    if len(ascii_digits(text)) > 1 and text[:1] == "0" and not amount.marked:
        shapes.add("leading_zero")
    return shapes


def _text_shapes(text: str) -> set[str]:
    if PER_BASE.fullmatch(text):
        return {"number", "money"}
    if unit_of(text):
        return {"unit", "words"}
    digits, worded = sum(sign.isdigit() for sign in text), is_unspaced(text)
    if digits and read_moment(Cell(text)).readings:
        return {"date"}
    shapes: set[str] = set()
    coded = (digits or text.isupper()) and text.count(" ") <= 2 and not worded
    if len(text) <= _CODE_LENGTH and coded:
        shapes.add("code")
    if has_letters(text) and (" " in text or not digits or worded):
        shapes.add("words")
    if len(text) <= _CODE_LENGTH and " " not in text:
        shapes.add("token")
    return shapes or {"other"}


def _bare(cell: Cell) -> Cell:
    """The cell without the sign of a number: `#12`."""
    return replace(cell, value=cell.value.lstrip("#№ ")) if isinstance(cell.value, str) else cell


def _is_sequence(cells: list[Cell], meanings: Meanings) -> bool:
    """Whether numbers count the lines; of a single line its header must say that they may."""
    # `R1` and `X2` are codes, though a rand and a sign of times stand so before numbers.
    few = cells[:50]
    numbers = [None if has_letters(str(one.value)) else number_of(_bare(one)) for one in few]
    if len(numbers) == 1 and "line_no" in meanings:
        return numbers[0] in (1, 10)
    if len(numbers) < 2 or None in numbers:
        return are_letters([str(cell.value) for cell in cells])
    first = numbers[0]
    if first not in (0, 1, 10):
        return False
    step = numbers[1] - first if numbers[1] is not None and first is not None else 0
    return step in (1, 10) and all(
        number == (first or 0) + step * place for place, number in enumerate(numbers)
    )


def longest_run(columns: Sequence[Column]) -> list[Column]:
    """The most columns that stand side by side without a gap, of equal runs the first."""
    runs = groupby(enumerate(columns), lambda pair: pair[1].number - pair[0])
    return max(([one for _, one in run] for _, run in runs), key=len, default=[])
