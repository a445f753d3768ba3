"""A table without headings: what its columns hold, told by values alone.

Such a reading is a guess, however plain it looks, so a person always confirms it.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from orders.amend import Amendments
from orders.codes import confirmed, issue
from orders.columns import Column, make_columns, number_of
from orders.denied import is_linked
from orders.dictionary import column_meanings
from orders.headers import IDENTIFIERS, Header
from orders.hints import Hints
from orders.issue import Issue, Severity
from orders.rowrun import filled_columns, is_count, is_label, longest_run, other_records
from orders.sheet import column_letter
from orders.tables import Table, with_choices
from orders.triples import find_triples
from orders.values import has_letters
from orders.view import Grid

_FEWEST = 2
_MOST = Decimal(100_000)
_MOST_LINES = 500
_MOSTLY = 0.8
_SOME = 0.5
_LONG = 4
_ENOUGH = 3
_SEVERAL, _FEW = 6, Decimal(10)
_LONG_CODE, _DIGITS = 6, 3
_PAIR = 2
"""A label and its value are no headings."""
_PLACE = re.compile(r"(?:[A-Z]{1,4}\d{1,3}[\s,;|]*)+")


def headless_table(grid: Grid, amendments: Amendments, hints: Hints) -> Table | None:
    """The longest run of rows that each name an item and count it in one column; else None."""
    rows = longest_run(grid)
    if not _FEWEST <= len(rows) <= _MOST_LINES:
        return None
    said = _above(grid, rows[0])
    counted = len(said) == _PAIR and any("quantity" in column_meanings(text) for text in said)
    if _is_headed(grid, rows[0]) and not counted:
        return None
    body = tuple(row for row in grid.rows if row >= rows[0])
    if len(rows) * 2 <= len(body):
        return None
    numbers = sorted(filled_columns(grid, rows))
    header = Header((rows[0],), dict.fromkeys(numbers, ""), _SOME)
    columns = make_columns(grid, header, rows, hints.known_skus, hints.known_gtins)
    letters = [one.letter for one in columns]
    found = _mapping(columns, _summed(grid, columns, rows))
    mapping, chosen = with_choices(found, amendments, letters)
    if "quantity" not in mapping or not set(IDENTIFIERS) & set(mapping):
        return None
    if not chosen and not _is_understood(columns, mapping):
        return None
    ended = frozenset(other_records(grid, rows))
    table = Table(grid, header, columns, body, mapping=mapping, chosen=chosen, asides=ended)
    return table if not counted or _is_cart(table) else None


def which_columns(table: Table) -> Issue:
    """Whether the columns are what their values make them look like; only told of a plain cart."""
    first = table.header.rows[0]
    served = {name: column_letter(number) for name, number in table.mapping.items()}
    cells = tuple(sorted({table.grid.address(first, at) for at in table.mapping.values()}))
    if _is_cart(table):
        return issue("NO_HEADINGS", severity=Severity.WARNING, cells=cells, facts=served)
    if table.grid.laid:
        said = table.grid.of_file.text(first, min(table.header.texts))
        served |= {"kind": table.grid.laid, "value": said}
    return confirmed("NO_HEADINGS", cells=cells, facts=served)


def _is_cart(table: Table) -> bool:
    """Whether long codes, each once, and small counts are all there is, as shops take their carts.

    Counts repeat and are mostly of a few; prices and stocks do not.
    """
    coded, counted = (table.column(table.mapping.get(name, 0)) for name in ("sku", "quantity"))
    filled = [one for one in table.columns if one.cells]
    if coded is None or counted is None or len(filled) != _PAIR or table.chosen:
        return False
    codes = [text.strip() for text in coded.texts.values()]
    counts = [number_of(cell) or _MOST for cell in counted.cells.values()]
    few = sum(one <= _FEW for one in counts)
    return (
        len(codes) == len(counts) >= _SEVERAL and coded.distinct == len(codes)
        and all(map(_is_long_code, codes)) and counted.distinct * 2 <= len(counts)
        and few > _MOSTLY * len(counts) and len(set(counts)) > 1
    )  # fmt: skip


def _is_long_code(text: str) -> bool:
    """Whether letters and several digits are one long word, which is no count, price or name."""
    digits = sum(map(str.isdigit, text))
    return (
        len(text.split()) == 1
        and len(text) >= _LONG_CODE
        and digits >= _DIGITS
        and has_letters(text)
    )


def is_proven(table: Table) -> bool:
    """Whether check digits name every item, and one column of pieces is all that is left to say.

    So do pieces × price that are the total on every row.
    """
    coded = table.column(table.mapping.get("gtin", 0))
    counted = table.column(table.mapping.get("quantity", 0))
    if counted is None or "quantity" in table.chosen or counted.share("whole") < 1:
        return False
    if len(counted.cells) >= _ENOUGH and _multiplies(table, counted):
        return True
    if coded is None or coded.share("gtin") < 1:
        return False
    rest = [one for one in table.columns if one not in (coded, counted) and one.cells]
    told = all(one.sequence or (_is_kind(one) and not one.share("number")) for one in rest)
    return told and len(coded.cells) >= _ENOUGH


def _multiplies(table: Table, counted: Column) -> bool:
    """Whether pieces × price is the total on every row, of broken prices and more than one piece."""
    price, total = (
        table.column(table.mapping.get(name, 0)) for name in ("unit_price", "line_total")
    )
    if price is None or total is None or counted.cells.keys() != price.cells.keys():
        return False
    rows = [
        tuple(
            number_of(one.cells[row]) if row in one.cells else None
            for one in (counted, price, total)
        )
        for row in counted.cells
    ]
    held = [c * p == t for c, p, t in rows if c is not None and p is not None and t is not None]
    broken = [number_of(cell) for cell in price.cells.values()]
    return (
        len(held) == len(rows) and all(held) and any(c != 1 for c, _, _ in rows)
        and any(one is not None and one % 1 for one in broken)
    )  # fmt: skip


def _is_headed(grid: Grid, first: int) -> bool:
    """Whether a row of words stands right above: headings, if in words that nobody knows."""
    texts = _above(grid, first)
    labelled = len(texts) == _PAIR and any(map(is_label, texts))
    return len(texts) >= _PAIR and all(map(has_letters, texts)) and not labelled


def _above(grid: Grid, row: int) -> list[str]:
    return [text for _, text in grid.filled(row - 1)] if row - 1 in grid.rows else []


def _is_understood(columns: Sequence[Column], mapping: Mapping[str, int]) -> bool:
    """Whether every column is one that an order has, but for links, repeats and one of further words.

    Where barcodes name the items, weights, sizes and the like may stand beside them.
    """
    if any(one.number == mapping.get("gtin") and one.share("gtin") == 1 for one in columns):
        return True
    own = [list(one.texts.values()) for one in columns if one.number in mapping.values()]
    rest = [one for one in columns if one.number not in mapping.values() and not one.sequence]
    rest = [one for one in rest if one not in _placed(columns)]
    rest = [one for one in rest if not is_linked(one) and list(one.texts.values()) not in own]
    rest = [one for one in rest if not _is_kind(one) or one.share("number")]
    return not rest or (len(rest) == 1 and _holds(rest[0], "words"))


def _summed(grid: Grid, columns: Sequence[Column], rows: Sequence[int]) -> list[int]:
    """The columns of numbers whose sum stands below them: amounts, and no codes."""
    below = [row for row in grid.rows if row > rows[-1]]
    found = []
    for one in columns:
        cells = (grid.cell(row, one.number) for row in below)
        told = {number_of(cell) for cell in cells if cell is not None}
        numbers = [number_of(cell) or Decimal(0) for cell in one.cells.values()]
        found += [one.number] if len(numbers) > 1 and sum(numbers) in told else []
    return found


def _mapping(columns: Sequence[Column], summed: Sequence[int] = ()) -> dict[str, int]:
    """Which column serves which field, as far as only one can; of amounts the sum stands below."""
    free = [one for one in columns if one.cells and not one.sequence and not is_linked(one)]
    free = [one for one in free if one not in _placed(free)]
    found = _money(free)
    taken = {*found.values()}
    counts = [one for one in free if one.number not in taken and _counts_pieces(one)]
    if len(counts) > 1:
        counts = [one for one in counts if not _is_coded(one)]
    if "quantity" not in found and len(counts) == 1:
        found["quantity"] = counts[0].number
    amounts = [one for one in summed if one not in found.values()]
    if "quantity" in found and "line_total" not in found and len(amounts) == 1:
        found["line_total"] = amounts[0]
    if "quantity" in found and "unit_price" not in found:
        found |= _price([one for one in free if one.number not in found.values()], counts)
    for name, shape in (
        ("gtin", "gtin"),
        ("unit", "unit"),
        ("sku", "code"),
        ("product_name", "words"),
    ):
        rest = [one for one in free if one.number not in found.values() and _holds(one, shape)]
        # `DTL` on every row says what kind of record it is, and names no item.
        rest = [one for one in rest if not _is_kind(one) or (name == "unit" and one is not free[0])]
        if rest and (len(rest) == 1 or name == "product_name"):
            found[name] = max(rest, key=_length).number
    return found


def _placed(columns: Sequence[Column]) -> list[Column]:
    """The columns that only name places on a board, `R1`, `C4`, beside one of longer codes."""
    short = [one for one in columns if all(map(_PLACE.fullmatch, one.texts.values()))]
    rest = [one for one in columns if one not in short]
    coded = [one for one in rest if sum(map(_is_long_code, one.samples(50))) > _SOME * one.distinct]
    return short if coded else []


def _money(columns: Sequence[Column]) -> dict[str, int]:
    """The columns of quantity × price = total, where whole pieces tell which is which."""
    by_number = {one.number: one for one in columns}
    for one in find_triples(columns):
        pair = (by_number[one.quantity], by_number[one.price])
        whole = [column for column in pair if _counts_pieces(column)]
        if len(whole) == 1:
            price = next(column for column in pair if column is not whole[0])
            return {
                "quantity": whole[0].number,
                "unit_price": price.number,
                "line_total": one.total,
            }
    return {}


def _price(free: Sequence[Column], counts: Sequence[Column]) -> dict[str, int]:
    """The one column of broken amounts, unless they may be what the lines come to.

    Sums divide by their quantities to whole cents, line by line; prices seldom do.
    """
    told = [one for one in free if one.share("number") == 1 and not one.share("gtin")]
    broken = [one for one in told if not _counts_pieces(one)]
    if len(broken) != 1 or not counts:
        return {}
    pairs = [(number_of(cell), counts[0].cells.get(row)) for row, cell in broken[0].cells.items()]
    both = [(amount, number_of(cell)) for amount, cell in pairs if cell is not None]
    uneven = sum(bool(count) and (amount or 0) * 100 % (count or 1) != 0 for amount, count in both)
    return {"unit_price": broken[0].number} if uneven >= _FEWEST else {}


def _counts_pieces(column: Column) -> bool:
    numbers = [number_of(cell) for cell in column.cells.values()]
    return all(map(is_count, numbers)) and not column.share("gtin")


def _is_coded(column: Column) -> bool:
    """Whether numbers are long and all different, as codes are and few quantities."""
    long = min(map(len, column.samples(50)), default=0) >= _LONG
    return long and column.distinct == len(column.cells)


def _holds(column: Column, shape: str) -> bool:
    """Whether nearly all cells are of a shape; a code is no word, no unit and no count."""
    if shape == "words":
        return column.share("words") > _SOME > column.share("unit")
    if shape == "code" and (column.share("words") > _SOME or column.share("unit")):
        return False
    if shape == "code" and _counts_pieces(column) and not _is_coded(column):
        return False
    return column.share(shape) >= _MOSTLY and column.share("money") < _SOME


def _is_kind(column: Column) -> bool:
    return column.constant and len(column.cells) > _FEWEST


def _length(column: Column) -> int:
    """How much the texts say in letters: `45000 (N)` says less than `Nastar`."""
    return sum(map(str.isalpha, "".join(column.samples(50))))
