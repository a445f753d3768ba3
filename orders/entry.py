"""One row on its way to becoming a line: values, witnesses, doubts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any

from orders.codes import issue
from orders.columns import Column
from orders.dates import Moment
from orders.details import detail_of
from orders.evidence import Evidence
from orders.figures import AMBIGUOUS, BLANK, ERROR, INVALID, UNCACHED, Figure
from orders.gtin import digits_of, gtin_in, read_gtin
from orders.hints import Hints
from orders.issue import Ask, Candidate, Issue, Severity
from orders.money import TOMAN
from orders.numbers import Style
from orders.placeholder import meant
from orders.sheet import Cell
from orders.tables import Table
from orders.units import is_countable, is_pack, priced_apart
from orders.values import ascii_digits, exact, is_error, is_link, pictured, tidy, written

_TEXTS = ("product_name", "colour", "size", "notes", "unit")
_SENT = ("quantity", "unit_price", "pack_size")
_TEN, _WHOLE = Decimal(10), Decimal(100)
_MOST_DIGITS, _IMPLAUSIBLE = 15, Decimal(10) ** 9
_NUMBERS = re.compile(r"\d[\d.,\s%]*[\s+][\d.,\s%]*[\d%]")


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole sheet: currency, proven style, language, outside knowledge."""

    currency: str = ""
    scale: Decimal = Decimal(1)
    style: Style | None = None
    grouping: Style | None = None
    language: str = ""
    hints: Hints = field(default_factory=Hints)


class RowReader:
    """One row on its way to becoming a line."""

    def __init__(self, table: Table, row: int, setting: Setting) -> None:
        self.table, self.row, self.setting = table, row, setting
        self.evidence: dict[str, Evidence] = {}
        self.issues: list[Issue] = []

    def _witness(self, name: str, reading: str = "") -> None:
        self.evidence[name] = self.table.grid.evidence(self.row, self.table.mapping[name], reading)

    def _doubt(self, code: str, name: str, **parts: Any) -> None:
        at = self.table.grid.address(self.row, self.table.mapping[name])
        text = self._shown(name)
        facts = {"value": text, "field": name, "row": str(self.row), **parts.pop("facts", {})}
        self.issues.append(
            issue(
                code,
                cells=(at,),
                fields=(name,),
                lines=(f"L{self.row:03d}",),
                facts=facts,
                target=f"cell:{at}",
                **parts,
            )
        )

    def numbers(self, figures: Mapping[str, Figure]) -> dict[str, Any]:
        """The row's numbers by field; toman is turned into rial."""
        values: dict[str, Any] = {}
        for name, found in figures.items():
            figure = found
            if figure.problem != BLANK:
                self._witness(name, figure.reading)
            trusted = name not in _SENT or any(figure.choices)
            if figure.problem == UNCACHED and figure.choices and trusted:
                figure = Figure(figure.choices[0], reading="recomputed")
                self._witness(name, "recomputed")
            values[name] = self._money(name, figure) if figure.value is not None else None
            if figure.problem:
                self._number_problem(name, figure)
            elif name == "quantity":
                values[name] = self._quantity(figure)
            elif not self._is_amount(name, figure, figures.get("quantity")):
                values[name] = None
        return values

    def _is_amount(self, name: str, figure: Figure, quantity: Figure | None) -> bool:
        """Whether an amount is one of what is counted; what is implausible about it is doubted."""
        value = figure.value or Decimal(0)
        if name == "unit_price" and self._is_by_pack(figure, quantity):
            self._doubt("INVALID_PRICE", name, ask=Ask.NUMBER, facts={"why": "unit"})
            return False
        if name in ("unit_price", "line_total") and value < 0:
            self._doubt("INVALID_PRICE", name, ask=Ask.NUMBER)
        elif name == "discount" and self._is_share(figure) and not 0 <= value <= _WHOLE:
            self._doubt("INVALID_PRICE", name, ask=Ask.NUMBER, facts={"why": "discount"})
        return True

    def _is_by_pack(self, price: Figure, quantity: Figure | None) -> bool:
        """Whether a price is a case's, `12.50/ctn`, or a kilo's, and something else is counted."""
        counted = self._shown("unit") or (quantity.unit if quantity else "")
        other = priced_apart(self._header("unit_price"), counted, self._shown("line_total"))
        return other or (is_pack(price.unit) and not is_pack(counted))

    def _is_share(self, figure: Figure, name: str = "discount") -> bool:
        """Whether a discount (or a tax) is a percentage, by its cell or by its header."""
        return figure.percent or "%" in self._header(name)

    def _money(self, name: str, figure: Figure) -> Decimal | None:
        """Money in its smallest written unit: toman as rial, thousands as they are meant."""
        value = figure.value
        if value is None or not self._is_money(name, figure):
            return value
        if not figure.currency and self.setting.scale != 1:
            value *= self.setting.scale
            self._witness(name, f"{figure.reading};scale={self.setting.scale}")
        if (figure.currency or self.setting.currency) == TOMAN:
            value *= _TEN
            self._witness(name, f"{figure.reading};unit=toman")
        return value

    def _is_money(self, name: str, figure: Figure) -> bool:
        """Whether a number is an amount: a discount or a tax is one unless it is a share."""
        if name in ("unit_price", "line_total"):
            return True
        small = figure.value is None or abs(figure.value) <= _WHOLE
        return name in ("discount", "tax") and not small and not self._is_share(figure, name)

    def _number_problem(self, name: str, figure: Figure) -> None:
        needed = name == "quantity"
        candidates = tuple(Candidate(f"{v:f}", f"{v:f}") for v in figure.choices)
        if figure.problem == BLANK:
            if needed and not self.table.sizes:
                at = self.table.grid.address(self.row, self.table.mapping[name])
                self._doubt("MISSING_QUANTITY", name, ask=Ask.NUMBER, facts={"cell": at})
        elif figure.problem == ERROR:
            self._doubt("ERROR_CELL", name, ask=Ask.NUMBER)
        elif figure.problem == AMBIGUOUS:
            self._doubt("AMBIGUOUS_NUMBER", name, ask=Ask.CHOICE, candidates=candidates)
        elif figure.problem == UNCACHED and name in _SENT:
            ask = Ask.CHOICE if candidates else Ask.NUMBER
            facts = {"why": "uncached"}
            self._doubt("FORMULAS_UNCONFIRMED", name, ask=ask, facts=facts, candidates=candidates)
        elif figure.problem == INVALID and name not in ("tax", "pack_size"):
            # Of two numbers, `7 285,13 8`, one may belong to the cell beside it; `10+1` is no discount.
            grave = _NUMBERS.fullmatch(ascii_digits(self._shown(name))) and Severity.ERROR
            code = "INVALID_QUANTITY" if needed else "INVALID_PRICE"
            self._doubt(code, name, ask=Ask.NUMBER, severity=grave)

    def _quantity(self, figure: Figure) -> Decimal | None:
        value = figure.value
        if value is None:
            return None
        if figure.percent or figure.currency or value >= _IMPLAUSIBLE:
            self._doubt("INVALID_QUANTITY", "quantity", ask=Ask.NUMBER)
            return None
        if value < 0:
            self._doubt("NEGATIVE_QUANTITY", "quantity", ask=Ask.NUMBER)
        elif value != value.to_integral_value() and self._is_countable(figure):
            seen = {"severity": Severity.ERROR} if self._shows_whole() else {}
            self._doubt("FRACTIONAL_QUANTITY", "quantity", ask=Ask.NUMBER, **seen)
        return value

    def _shows_whole(self) -> bool:
        """Whether the cell shows a whole number, so that nobody has seen the part."""
        cell = self.table.grid.cell(self.row, self.table.mapping["quantity"])
        shows = cell.number_format.partition(";")[0] if cell is not None else ""
        return "0" in shows and not {*".?/%E"} & {*shows}

    def _is_countable(self, figure: Figure) -> bool:
        return is_countable(figure.unit or self._shown("unit"))

    def codes(self) -> dict[str, Any]:
        """SKU and GTIN, exactly as written but for digits of other scripts."""
        values: dict[str, Any] = {}
        if (cell := self._filled("sku")) and not is_link(written(cell.value)):
            values["sku"] = self._sku(cell)
        if cell := self._filled("gtin"):
            values["gtin"] = self._gtin(cell)
        elif "gtin" not in self.table.mapping:
            self._named_gtin(values)
        return values

    def _named_gtin(self, values: dict[str, Any]) -> None:
        """A GTIN named inside the article's cell; a cell that says nothing else is no SKU."""
        for name in ("sku", "product_name"):
            number = self.table.mapping.get(name)
            text = self._shown(name)
            if number and (code := gtin_in(text)):
                values["gtin"] = code
                self.evidence["gtin"] = self.table.grid.evidence(self.row, number, "named")
                if digits_of(text):
                    values.pop("sku", None)
                return

    def _filled(self, name: str) -> Cell | None:
        number = self.table.mapping.get(name)
        if number is None:
            return None
        cell = self.table.grid.cell(self.row, number)
        if cell is None or not self.table.grid.text(self.row, number):
            return self._lent(name, number)
        if is_error(cell):
            self._witness(name)
            self._doubt("ERROR_CELL", name, ask=Ask.TEXT)
            return None
        return meant(self.table.grid, self.row, number, self.table.header.rows[-1])

    def _lent(self, name: str, number: int) -> Cell | None:
        """A merged cell lends its value downwards, but never a quantity or an amount, or another field's."""
        grid = self.table.grid
        merge = grid.masters.get((self.row, number))
        others, top = {*self.table.mapping.values()} - {number}, self.table.header.rows
        if merge is None or merge.first_row in top or merge.first_column in others:
            return None
        cell = grid.cell(merge.first_row, merge.first_column)
        if cell is not None and self.row != merge.first_row:
            at = grid.address(merge.first_row, merge.first_column)
            facts = {"value": grid.text(merge.first_row, merge.first_column), "field": name}
            self.issues.append(issue("MERGED_BODY_CELLS", cells=(at,), fields=(name,), facts=facts))
        return cell

    def _sku(self, cell: Cell) -> str | None:
        self._witness("sku", "text" if isinstance(cell.value, str) else "stored")
        if isinstance(cell.value, Decimal) and _digits(cell.value) > _MOST_DIGITS:
            self._doubt("GTIN_PRECISION_LOST", "sku", ask=Ask.TEXT)
            return None
        if isinstance(cell.value, date | time):
            # Spreadsheets make a date of `3-12` when it is typed.
            facts = {"why": "day", "value": tidy(written(cell.value, cell.number_format))}
            self._doubt("MISSING_ITEM_IDENTIFIER", "sku", ask=Ask.TEXT, facts=facts)
            return None
        return tidy(ascii_digits(pictured(cell.value, cell.number_format))) or None

    def _gtin(self, cell: Cell) -> str | None:
        found = read_gtin(cell)
        self._witness("gtin", found.problem if found and found.problem == "padded" else "")
        if found is None:
            if any(sign.isalnum() for sign in written(cell.value)):
                self._doubt("INVALID_GTIN", "gtin", ask=Ask.TEXT)
            return None
        if found.problem == "lost":
            self._doubt("GTIN_PRECISION_LOST", "gtin", ask=Ask.TEXT)
            return None
        if found.problem == "invalid":
            self._doubt("INVALID_GTIN", "gtin", ask=Ask.TEXT)
        elif found.problem == "padded":
            self._doubt("GTIN_PADDED", "gtin", facts={"gtin": found.digits})
        return found.digits

    def texts(self) -> dict[str, Any]:
        """Names, colour, size, unit and notes as they are shown."""
        values: dict[str, Any] = {}
        for name in _TEXTS:
            if cell := self._filled(name):
                self._witness(name)
                values[name] = tidy(written(cell.value, cell.number_format))
        return values

    def details(self, columns: Sequence[Column]) -> dict[str, Any]:
        """What further columns say of the item."""
        number = self.table.mapping.get("product_name")
        name = self.table.grid.lent(self.row, number) if number else ""
        text, at = detail_of(self.table, self.row, columns, name)
        if not at:
            return {}
        field = "details" if name else "product_name"
        self.evidence[field] = self.table.grid.evidence(self.row, at, "joined")
        return {field: text}

    def _shown(self, name: str) -> str:
        number = self.table.mapping.get(name)
        return self.table.grid.text(self.row, number) if number else ""

    def _header(self, name: str) -> str:
        return self.table.header.texts.get(self.table.mapping[name], "")

    def day(self, moment: Moment) -> str | None:
        """The line's delivery date, or None and a doubt."""
        self._witness("delivery_date")
        if moment.clear:
            return moment.value()
        if moment.readings:
            days = sorted(set(moment.readings.values()))
            candidates = tuple(Candidate(day, day) for day in days)
            self._doubt("AMBIGUOUS_DATE", "delivery_date", ask=Ask.CHOICE, candidates=candidates)
        elif any(map(str.isdigit, self._shown("delivery_date"))):
            self._doubt("INVALID_DATE", "delivery_date", ask=Ask.DATE)
        return None


def _digits(value: Decimal) -> int:
    number = exact(value)
    return number.adjusted() + 1 if number == number.to_integral_value() else 0
