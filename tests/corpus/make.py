"""Makes order workbooks of many shapes and languages, each with its truth beside it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import others
import words

from orders.gtin import check_digit
from orders.sheet import Cell, CellKind, Merge, Sheet, Visibility, Workbook

FIELDS = ("sku", "gtin", "product_name", "quantity", "unit", "unit_price", "line_total")
HERE = Path(__file__).parent
_FARSI = str.maketrans("0123456789.,", "۰۱۲۳۴۵۶۷۸۹٫٬")


@dataclass(frozen=True, slots=True)
class Case:
    """One workbook and what it says. `kind` is `order`, `several` or `other`."""

    name: str
    workbook: Workbook
    kind: str = "order"
    truth: dict[str, Any] = field(default_factory=dict)
    lines: tuple[dict[str, Any], ...] = ()
    held_out: bool = False


@dataclass(slots=True)
class Canvas:
    """A sheet being drawn."""

    name: str = "Sheet1"
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)

    def put(self, row: int, column: int, value: Any, number_format: str = "") -> None:
        if value is None or value == "":
            return
        if isinstance(value, int | Decimal):
            self.cells[row, column] = Cell(Decimal(value), CellKind.NUMBER, number_format)
        elif isinstance(value, date):
            self.cells[row, column] = Cell(value, CellKind.DATE, "yyyy-mm-dd")
        else:
            self.cells[row, column] = Cell(value)

    def sheet(self, **parts: Any) -> Sheet:
        return Sheet(
            self.name, self.cells, merges=tuple(self.merges),
            hidden_rows=frozenset(self.hidden), **parts,
        )  # fmt: skip


@dataclass(slots=True)
class Shape:
    """How one order is laid out; every knob is drawn by the seed."""

    language: str
    fields: list[str]
    texts: bool
    """Numbers written as text, as the language writes them."""
    left: int = 1
    above: int = 0
    labels: str = "beside"
    totals: str = "full"
    currency: str = "header"
    numbered: bool = False
    twist: str = ""
    second_language: str = ""


def draw_shape(random: Random, language: str, twist: str) -> Shape:
    fields = [name for name in FIELDS if name not in ("gtin", "unit") or random.random() < 0.4]
    for name in ("sku", "product_name"):
        if random.random() < 0.2 and ("sku" in fields) + ("product_name" in fields) == 2:
            fields.remove(name)
    if random.random() < 0.15:
        fields = [name for name in fields if name != "line_total"]
    if random.random() < 0.3:
        middle = fields[:-2]
        random.shuffle(middle)
        fields = middle + fields[-2:]
    return Shape(
        language, fields, texts=random.random() < 0.4, left=random.choice((1, 1, 1, 2, 3)),
        above=random.choice((0, 0, 1, 3, 6)), labels=random.choice(("beside", "inline", "below", "far")),
        totals=random.choice(("full", "total", "none", "silent")),
        currency=random.choice(("header", "label", "format")), numbered=random.random() < 0.4,
        twist=twist, second_language="en" if twist == "bilingual" and language != "en" else "",
    )  # fmt: skip


def make_lines(random: Random, shape: Shape) -> list[dict[str, Any]]:
    names = words.NAMES[shape.language].split()
    made = []
    for number in range(random.randint(2, 9)):
        quantity = random.choice((1, 2, 3, 5, 6, 10, 12, 24, 48, 100, 250, 1200))
        price = Decimal(random.randint(50, 99_999)) / 100
        body = f"4{random.randint(10**10, 10**11 - 1)}"
        made.append(
            {
                "sku": random.choice(
                    (f"A-{100 + number}", f"{number:04d}", f"{700 + number}", f"K{number} X")
                ),
                "gtin": f"{body}{check_digit(body)}",
                "product_name": f"{random.choice(names)} {random.randint(1, 90)}",
                "quantity": Decimal(quantity),
                "unit": words.UNITS[shape.language],
                "unit_price": price,
                "line_total": quantity * price,
            }
        )
    return made


def written(value: Decimal, shape: Shape, *, places: int = 2) -> str:
    """A number as the language writes it."""
    text = f"{value:,.{places}f}"
    if words.MONEY[shape.language][1] == ",":
        group = {"fr": "\u202f", "ru": "\u00a0"}.get(shape.language, ".")
        text = text.replace(",", "G").replace(".", ",").replace("G", group)
    return text.translate(_FARSI) if shape.language in ("fa", "ar") else text


def draw_order(random: Random, shape: Shape) -> tuple[Canvas, dict[str, Any], list[dict[str, Any]]]:
    canvas = Canvas(random.choice(("Sheet1", "Order", words.TITLES[shape.language][:20])))
    truth = draw_head(random, canvas, shape)
    row = draw_header(canvas, shape, truth["row"])
    lines = make_lines(random, shape)
    row, lines = draw_lines(random, canvas, shape, row, lines)
    draw_totals(canvas, shape, row, lines, truth)
    return canvas, truth, lines


def draw_head(random: Random, canvas: Canvas, shape: Shape) -> dict[str, Any]:
    row, left = 1, shape.left
    for number in range(shape.above):
        canvas.put(
            row,
            left,
            (words.TITLES[shape.language], "Harbour Street 12", "Tel. +00 555 0100")[number % 3],
        )
        row += 1
    placed = date(2026, 10, 14) + timedelta(days=random.randint(0, 30))
    truth: dict[str, Any] = {
        "customer": words.CUSTOMERS[shape.language], "po_number": f"PO-{random.randint(1000, 9999)}",
        "order_date": placed.isoformat(), "delivery_date": (placed + timedelta(days=14)).isoformat(),
    }  # fmt: skip
    values = [truth["customer"], truth["po_number"], placed, placed + timedelta(days=14)]
    for number, (label, value) in enumerate(
        zip(words.LABELS[shape.language], values, strict=False)
    ):
        shown = (
            value.isoformat()
            if isinstance(value, date) and (shape.texts or shape.labels == "inline")
            else value
        )
        if shape.labels == "inline":
            canvas.put(row, left, f"{label}: {shown}")
        elif shape.labels == "below":
            canvas.put(row, left + number, f"{label}")
            canvas.put(row + 1, left + number, shown)
            continue
        else:
            canvas.put(row, left, f"{label}:")
            canvas.put(row, left + (1 if shape.labels == "beside" else 3), shown)
        row += 1
    row += 2 if shape.labels == "below" else 0
    if shape.currency == "label":
        canvas.put(row, left, "Currency:")
        canvas.put(row, left + 1, words.MONEY[shape.language][0])
        row += 1
    return truth | {"row": row + random.randint(0, 2), "currency": words.MONEY[shape.language][0]}


def draw_header(canvas: Canvas, shape: Shape, row: int) -> int:
    column = shape.left
    if shape.numbered:
        canvas.put(row, column, "#")
        column += 1
    for name in shape.fields:
        text = words.HEADERS[shape.language][FIELDS.index(name)]
        if shape.currency == "header" and name in ("unit_price", "line_total"):
            text = f"{text} ({words.MONEY[shape.language][0]})"
        if shape.second_language:
            text = f"{words.HEADERS[shape.second_language][FIELDS.index(name)]}\n{text}"
        canvas.put(row, column, text)
        column += 1
    if shape.twist == "stock":
        canvas.put(row, column, "In stock")
    return row + 1


def draw_lines(
    random: Random, canvas: Canvas, shape: Shape, row: int, lines: list[dict[str, Any]]
) -> tuple[int, list[dict[str, Any]]]:
    kept = []
    for number, line in enumerate(lines, 1):
        if number == 3 and shape.twist == "gap":
            row += 1
        if number == 2 and shape.twist == "heading":
            canvas.put(
                row, shape.left + shape.numbered, "* * * " + words.NOTES[shape.language][:12]
            )
            row += 1
        if number == 2 and shape.twist == "hidden":
            canvas.hidden.add(row)
        else:
            kept.append(line | {"row": row})
        draw_line(canvas, shape, row, number, line)
        if shape.twist == "stock":
            canvas.put(row, shape.left + shape.numbered + len(shape.fields), random.randint(0, 500))
        row += 1
    if shape.twist == "preprinted" and shape.numbered:
        for number in range(len(lines) + 1, len(lines) + 9):
            canvas.put(row, shape.left, number)
            row += 1
    return row, kept


def draw_line(canvas: Canvas, shape: Shape, row: int, number: int, line: dict[str, Any]) -> None:
    column = shape.left
    if shape.numbered:
        canvas.put(row, column, number)
        column += 1
    for name in shape.fields:
        value = line[name]
        money = name in ("unit_price", "line_total")
        if shape.texts and isinstance(value, Decimal):
            value = written(value, shape, places=2 if money else 0)
        code = words.MONEY[shape.language][0]
        canvas.put(
            row, column, value, f'#,##0.00 "{code}"' if money and shape.currency == "format" else ""
        )
        column += 1


def draw_totals(
    canvas: Canvas, shape: Shape, row: int, lines: list[dict[str, Any]], truth: dict[str, Any]
) -> None:
    if "line_total" not in shape.fields or shape.twist == "hidden":
        return
    column = shape.left + shape.numbered + shape.fields.index("line_total")
    subtotal = sum((line["line_total"] for line in lines), Decimal(0))
    tax = (subtotal / 5).quantize(Decimal("0.01"))
    labels = words.LABELS[shape.language][4:]
    rows = {
        "full": ((labels[0], subtotal, "subtotal"), (f"{labels[1]} 20%", tax, "tax"), (labels[2], subtotal + tax, "total")),
        "total": ((labels[2], subtotal, "total"),), "silent": (("", subtotal, "total"),), "none": (),
    }[shape.totals]  # fmt: skip
    for label, value, kind in rows:
        canvas.put(row, column - 1, label)
        canvas.put(row, column, written(value, shape) if shape.texts else value)
        if label or len(lines) > 1:
            truth[kind] = value
        row += 1
    if shape.twist == "notes":
        canvas.put(row + 2, shape.left, words.NOTES[shape.language])


TWISTS = ("", "", "bilingual", "stock", "gap", "heading", "hidden", "preprinted", "notes", "sheets")


def make_order(seed: int, language: str, twist: str) -> Case:
    random = Random(f"order-{seed}-{language}-{twist}")  # noqa: S311 - it must repeat itself
    shape = draw_shape(random, language, twist)
    canvas, truth, lines = draw_order(random, shape)
    if shape.currency == "format" and shape.texts:
        truth.pop("currency")
    sheets = [canvas.sheet(right_to_left=language in ("fa", "ar"))]
    if twist == "sheets":
        prices = Canvas("Prices")
        for place, text in enumerate(("Item Code", "Description", "Price")):
            prices.put(1, place + 1, text)
        for number in range(2, 30):
            prices.put(number, 1, f"Z-{number}")
            prices.put(number, 2, f"Thing {number}")
            prices.put(number, 3, Decimal(number) / 2)
        hidden = Canvas("calc")
        hidden.put(1, 1, "Qty")
        sheets += [prices.sheet(), replace(hidden.sheet(), visibility=Visibility.HIDDEN)]
    wanted = tuple({name: line[name] for name in (*shape.fields, "row")} for line in lines)
    return Case(
        f"{language}-{twist or 'plain'}-{seed}",
        Workbook("xlsx", tuple(sheets)),
        "order",
        truth,
        wanted,
    )


def make_others() -> Iterator[Case]:
    builders: dict[str, Callable[[Random], Workbook]] = others.BUILDERS
    for name, build in builders.items():
        for seed in range(3):
            kind = "several" if name.startswith("several") else "other"
            random = Random(f"{name}-{seed}")  # noqa: S311 - it must repeat itself
            yield Case(f"{name}-{seed}", build(random), kind)


def make_corpus(seeds: int = 1) -> list[Case]:
    """Every case, always the same; every second one is held out for judging only."""
    cases = [
        make_order(seed, language, twist)
        for seed in range(seeds)
        for language in words.HEADERS
        for twist in dict.fromkeys(TWISTS)
    ]
    cases += make_others()
    return [replace(case, held_out=bool(place % 2)) for place, case in enumerate(cases)]
