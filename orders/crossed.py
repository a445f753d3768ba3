"""Products as columns: people or shops as rows, a count in each cell."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from orders.columns import Column, make_columns, number_of
from orders.dictionary import column_meanings, label_meanings
from orders.headers import IDENTIFIERS, Header
from orders.matrix import sum_column
from orders.paper import says_order
from orders.sheet import Cell
from orders.tables import Table
from orders.totals import total_words
from orders.units import unit_of
from orders.values import has_letters
from orders.view import Grid

_FEWEST = 2
_SEARCHED = 30
_MOST = 10_000
_LONGEST = 60
_PACKS = re.compile(r"\d{1,4}\s*([^\W\d_]+)\.?")
_GOODS = re.compile(
    r"\d ?(?:ml|cl|l|g|kg|cm|mm|oz|lbs?|pcs)\b|[(\[][A-Z]+[-_/]?\d[\w-]*[)\]]|[€$£] ?\d|\d[.,]\d\d ?[€$£]?",
    re.IGNORECASE,
)
"""What a heading says of goods, and of no question of a survey: a measure, a code, a price."""
_DIGITS = re.compile(r"\d+")
_FIELDS = frozenset({*IDENTIFIERS, "quantity", "unit_price", "cases", "size"})
"""What is told of lines, each in a row of its own."""
_COUNTED = frozenset({"stock"})
"""What a product may be called, as `Lager` is a beer."""
_ITEM = "Item"
"""What an empty corner over the items stands for."""


def crossed_table(grid: Grid) -> Table | None:
    """The table whose header names products, priced below it or on a sheet that says order; else None.

    It is looked for only where no table has quantities, and a person confirms it.
    """
    for row in list(grid.rows)[:_SEARCHED]:
        table = _table_at(grid, row)
        if table is not None:
            ordered = table.priced or says_order(table) or _adds_up(table)
            return table if ordered else None
        if form := _form_at(grid, row):
            return form
    return None


def _form_at(grid: Grid, row: int) -> Table | None:
    """A form's answers: each row tells who orders and when, then how many boxes of each product."""
    texts = dict(grid.filled(row))
    if len(texts) <= _FEWEST or not all(map(_is_name, texts.values())):
        return None
    if _are_numbered(texts.values()):
        return None
    told = {at: {*column_meanings(text), *label_meanings(text)} for at, text in texts.items()}
    numbered = next((at for at in told if "po_number" in _surely(texts[at])), 0)
    who = ("customer", "person") if numbered else ("customer",)
    whose = next((at for name in who for at, known in told.items() if name in known), 0)
    header, body = Header((row,), texts, 1.0), _body(grid, row, whose) if whose else []
    columns = make_columns(grid, header, body)
    products = {one.number: one.header for one in columns if _counts_packs(one)}
    goods = [one for one in columns if _GOODS.search(one.header) and _counts(one)]
    if numbered and not goods and not any(_FIELDS & _surely(text) for text in texts.values()):
        goods = [one for one in columns if not _surely(one.header) - _COUNTED and _counts(one)]
    products = products or {one.number: one.header for one in goods}
    rest = (one for one in columns if one.cells and one.number not in products)
    known = all(told.get(one.number) or one.share("date") == 1 for one in rest)
    if not known or whose in products or len(products) < _FEWEST:
        return None
    mapping = {"notes": whose, "customer": whose} | ({"po_number": numbered} if numbered else {})
    return Table(
        grid, header, columns, tuple(body), mapping=mapping, sizes=products, across="product_name"
    )


def _are_numbered(heads: Iterable[str]) -> bool:
    """Whether several fields come again with each item's number: `item_1_qty`, `item_2_qty`."""
    numbers: dict[str, list[str]] = {}
    for text in heads:
        numbers.setdefault(_DIGITS.sub("#", text), []).extend(_DIGITS.findall(text))
    counted = [one for one in numbers.values() if one == [str(at + 1) for at in range(len(one))]]
    return sum(len(one) > 1 for one in counted) > 1


def _surely(text: str) -> set[str]:
    """What a heading plainly says."""
    return {name for name, sure in column_meanings(text).items() if sure >= 1}


def _counts_packs(column: Column) -> bool:
    """Whether every cell tells a number of packs: `2 boxes`."""
    found = [_PACKS.fullmatch(text) for text in column.texts.values()]
    return bool(found) and all(one and unit_of(one[1]) for one in found)


def counted_across(grid: Grid) -> Header | None:
    """The header of items as rows and people, shops or days as columns, where it names nothing else.

    The corner over the items is empty, or says that they are items; the sheet says order, or a
    column adds up what is counted. Where each counts for itself, a person says so.
    """
    for row in list(grid.rows)[:_SEARCHED]:
        table = _counted_at(grid, row)
        if table is not None:
            ordered = says_order(table) or sum_column(table.columns, table.sizes)
            return table.header if ordered else None
    return None


def _counted_at(grid: Grid, row: int) -> Table | None:
    texts = dict(grid.filled(row))
    if len(texts) <= _FEWEST or not all(map(_is_name, texts.values())):
        return None
    first = min(texts)
    if not _names_items(texts[first]):
        first -= 1
    body = _body(grid, row, first) if first else []
    header = Header((row,), {first: _ITEM, **texts}, 1.0)
    columns = make_columns(grid, header, body)
    counting = _counting(columns, body)
    return Table(grid, header, columns, tuple(body), sizes=counting) if counting else None


def _counting(columns: Sequence[Column], body: Sequence[int]) -> dict[int, str]:
    """The columns beside the first one, by what each counts; none where one is of anything else."""
    rest = [one for one in columns[1:] if not total_words(one.header)]
    counts = all(_counts(one) and not _is_field(one) for one in rest)
    enough = len(body) >= _FEWEST and len(rest) >= _FEWEST
    return {one.number: one.header for one in rest} if counts and enough else {}


def _adds_up(table: Table) -> bool:
    """Whether what is counted of each product stands below it, as whoever orders adds it up."""
    last, first = table.body[-1], table.mapping["notes"]
    columns = [one for one in table.columns if one.number in table.sizes]
    sums = [
        (one.cells.get(last), [c for row, c in one.cells.items() if row != last]) for one in columns
    ]
    told = len(table.body) > _FEWEST and bool(total_words(table.grid.text(last, first)))
    return told and all(end and number_of(end) == sum(map(_number, cells)) for end, cells in sums)


def _number(cell: Cell) -> Decimal:
    return number_of(cell) or Decimal(0)


def _table_at(grid: Grid, row: int) -> Table | None:
    texts = dict(grid.filled(row))
    if len(texts) <= _FEWEST or not all(map(_is_name, texts.values())):
        return None
    if _names_items(texts[min(texts)]):
        return None
    body = _body(grid, row, min(texts))
    priced = next((one for one in body[:_FEWEST] if _tells_prices(grid, one, texts)), 0)
    body = [one for one in body if one != priced]
    columns = make_columns(grid, Header((row,), texts, 1.0), body)
    products = _counting(columns, body)
    if not products:
        return None
    added = sum_column(columns[1:], products)
    mapping = {"notes": columns[0].number} | ({"quantity": added} if added else {})
    return Table(
        grid,
        Header((row,), texts, 1.0),
        columns,
        tuple(body),
        mapping=mapping,
        sizes=products,
        across="product_name",
        priced=priced,
    )


def _tells_prices(grid: Grid, row: int, texts: Mapping[int, str]) -> bool:
    """Whether a row says what each product costs: `Price | 2.50 | 3`."""
    first, *rest = texts
    cells = [grid.cell(row, column) for column in rest if grid.text(row, column)]
    told = column_meanings(grid.text(row, first)).get("unit_price", 0.0) >= 1
    return told and bool(cells) and all(cell and number_of(cell) for cell in cells)


def _names_items(corner: str) -> bool:
    """Whether items stand as rows, so that the columns are something else."""
    return bool(set(IDENTIFIERS) & set(column_meanings(corner))) and not label_meanings(corner)


def _is_field(column: Column) -> bool:
    """Whether a header plainly names a field of an order, which no product does."""
    return any(score >= 1 for score in column.meanings.values())


def _is_name(text: str) -> bool:
    return has_letters(text) and len(text) <= _LONGEST and not text.endswith((":", "："))


def _body(grid: Grid, row: int, first: int) -> list[int]:
    """The rows right below that name somebody in the first column."""
    body: list[int] = []
    below = row + 1
    while has_letters(grid.text(below, first)):
        body.append(below)
        below += 1
    return body


def _counts(column: Column) -> bool:
    """Whether a column holds counts and nothing else, and at least one."""
    return bool(column.cells) and all(map(_is_count, column.cells.values()))


def _is_count(cell: Cell) -> bool:
    number = number_of(cell)
    return number is not None and number == number.to_integral_value() and 0 <= number <= _MOST
