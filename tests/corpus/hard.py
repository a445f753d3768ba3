"""Hard order files in their real formats, written as buyers write them, with the truth beside."""

import csv
import io
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Any

from openpyxl import Workbook as Book
from openpyxl.utils import get_column_letter

from activities.workbook.limits import Limits
from activities.workbook.opening import open_content
from orders.gtin import check_digit
from orders.sheet import Workbook

FARSI = str.maketrans("0123456789.,", "۰۱۲۳۴۵۶۷۸۹٫٬")
ARABIC = str.maketrans("0123456789.,", "٠١٢٣٤٥٦٧٨٩٫٬")
WORDS = (
    "Rope 10 m", "Canvas tote", "Head lamp", "Steel mug 0,3 l", "Wool blanket", "Tent peg set",
    "Cutting board", "Oil lantern", "Storm match box", "Leather strap", "Picnic rug", "Pan 24 cm",
)  # fmt: skip
Limit = Limits()


@dataclass(frozen=True, slots=True)
class Good:
    """One ordered thing."""

    sku: str
    name: str
    qty: int
    price: Decimal
    gtin: str
    unit: str = "pcs"

    @property
    def total(self) -> Decimal:
        return self.qty * self.price


def make_goods(
    random: Random, count: int = 5, names: Sequence[str] = WORDS, whole: bool = False
) -> list[Good]:
    """Different goods with codes, quantities from 2 on, and prices with cents (or whole ones)."""
    goods = []
    for name in random.sample(names, min(count, len(names))):
        stem = f"{random.randint(400, 599)}{random.randint(0, 10**9 - 1):09d}"
        price = Decimal(random.randint(3, 90) * (1000 if whole else 1))
        price += 0 if whole else Decimal(random.choice((25, 45, 75, 95))) / 100
        goods.append(
            Good(f"{random.choice('ABKMT')}{random.choice('XYZ')}-{random.randint(1000, 9999)}", name,
                 random.randint(2, 60), price, f"{stem}{check_digit(stem)}")
        )  # fmt: skip
    return goods


_FIELDS = {
    "sku": "sku", "name": "product_name", "qty": "quantity", "price": "unit_price",
    "total": "line_total", "gtin": "gtin", "unit": "unit",
}  # fmt: skip


def as_text(value: Decimal | int, style: str) -> str:
    """A number as a country writes it."""
    amount = Decimal(value)
    text = f"{amount:,.0f}" if style.endswith("0") else f"{amount:,.2f}"
    swapped = text.replace(",", "#").replace(".", ",")
    match style.rstrip("0"):
        case "de":
            return swapped.replace("#", ".")
        case "fr":
            return swapped.replace("#", "\u202f")
        case "ch":
            return text.replace(",", "'")
        case "fa":
            return text.translate(FARSI)
        case "ar":
            return text.translate(ARABIC)
        case "plain":
            return text.replace(",", "")
    return text


@dataclass(slots=True)
class Paper:
    """A sheet being written, and the lines that a careful clerk reads on it."""

    random: Random
    name: str = "Sheet1"
    cells: dict[tuple[int, int], Any] = field(default_factory=dict)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    merges: list[str] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)
    state: str = "visible"

    def put(self, row: int, column: int, *values: Any) -> None:
        for place, value in enumerate(values, column):
            if value is not None and value != "":
                self.cells[row, place] = value

    def table(
        self, row: int, columns: Iterable[tuple[str, Any]], goods: Sequence[Good], column: int = 1
    ) -> int:
        """A header and one row per good; returns the row behind. A key says what a column holds:

        `sku`, `name`, `qty`, `price`, `total`, `gtin`, `unit`, `no`; `qty:de` as a country's text;
        a callable of (good, index) holds what nobody must take for the order's values.
        """
        for place, (header, _) in enumerate(columns, column):
            self.put(row, place, header)
        return self.rows(row + 1, [key for _, key in columns], goods, column)

    def rows(self, row: int, keys: Sequence[Any], goods: Sequence[Good], column: int = 1) -> int:
        for index, good in enumerate(goods):
            truth: dict[str, Any] = {"row": row + index}
            for place, key in enumerate(keys, column):
                self.put(row + index, place, self._value(key, good, index, truth))
            self.lines.append(truth)
        return row + len(goods)

    def _value(self, key: Any, good: Good, index: int, truth: dict[str, Any]) -> Any:
        if callable(key):
            return key(good, index)
        name, _, style = key.partition(":")
        if name == "no":
            return index + 1
        value = getattr(good, name)
        truth[_FIELDS[name]] = Decimal(value) if name in ("qty", "price", "total") else value
        return as_text(value, style) if style else value


@dataclass(frozen=True, slots=True)
class HardCase:
    """One file and what it says; `ideal` is what a careful clerk would do with it."""

    name: str
    content: bytes
    file: str
    ideal: str
    truth: dict[str, Any]
    lines: tuple[dict[str, Any], ...]
    held_out: bool = False

    @property
    def kind(self) -> str:
        return "order" if self.ideal != "refuse" else "other"

    @property
    def workbook(self) -> Workbook:
        return open_content(self.content, self.file, Limit)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a builder gives back: sheets, the truth of the header, the ideal, and the format."""

    papers: Sequence[Paper]
    truth: dict[str, Any] = field(default_factory=dict)
    ideal: str = "ready"
    delimiter: str = ""
    encoding: str = "utf-8"
    start: str = ""


def drawn(*papers: Paper, ideal: str = "ready", **truth: Any) -> Drawn:
    return Drawn(papers, truth, ideal)


def as_csv(
    paper: Paper, delimiter: str = ",", encoding: str = "utf-8", ideal: str = "ready", **truth: Any
) -> Drawn:
    return Drawn((paper,), truth, ideal, delimiter, encoding)


Build = Callable[[Random], Drawn]


def make_case(build: Build, seed: int) -> HardCase:
    """The case of one builder and seed; the same seed gives the same file."""
    name = build.__name__
    made = build(Random(zlib.crc32(name.encode()) + seed))  # noqa: S311 -- the same files each time
    lines = tuple(line for paper in made.papers for line in paper.lines)
    content = _csv(made) if made.delimiter else _xlsx(made.papers)
    file = f"{name}.{'csv' if made.delimiter else 'xlsx'}"
    return HardCase(f"{name}-{seed}", content, file, made.ideal, made.truth, lines)


def _csv(made: Drawn) -> bytes:
    (paper,) = made.papers
    out = io.StringIO()
    out.write(made.start)
    writer = csv.writer(out, delimiter=made.delimiter)
    width = max(column for _, column in paper.cells)
    for row in range(1, max(row for row, _ in paper.cells) + 1):
        writer.writerow([paper.cells.get((row, at), "") for at in range(1, width + 1)])
    return out.getvalue().encode(made.encoding)


def _xlsx(papers: Sequence[Paper]) -> bytes:
    book = Book()
    book.remove(book.active)
    for paper in papers:
        sheet = book.create_sheet(paper.name)
        sheet.sheet_state = paper.state
        for (row, column), value in paper.cells.items():
            sheet.cell(row, column, value)
        for (row, column), style in paper.formats.items():
            sheet[f"{get_column_letter(column)}{row}"].number_format = style
        for merge in paper.merges:
            sheet.merge_cells(merge)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
