"""Finding header rows: where a table's column names stand in a sheet."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from orders.dates import read_moment
from orders.dictionary import NEIGHBOURS, column_meanings
from orders.money import currency_of
from orders.numbers import parse_amount
from orders.pairs import pairs_of, take_turns
from orders.placenames import unspread
from orders.sheet import CellKind
from orders.sizes import size_of
from orders.units import unit_of
from orders.values import fold, has_letters, lines_of, tidy, written
from orders.view import Grid
from orders.whens import scheduled

SEARCH_ROWS = 60
"""Filled rows searched for the first header."""
IDENTIFIERS = ("sku", "gtin", "product_name")
_KEYS = frozenset({*IDENTIFIERS, "quantity"})
_SURE = 0.6
_LONGEST = 90
_CODE = re.compile(r"[A-Z]{0,4}[-/]?[0-9]{4,}\S*", re.IGNORECASE)
_MAIL = re.compile(r"\w@\w")
"""An e-mail address, which a box of labels holds and no heading does."""
_FEWEST_SIZES, _MOST_ROWS, _PLENTY = 3, 4, 4


@dataclass(frozen=True, slots=True)
class Header:
    """One header: its rows (numbers as shown), the text over each column, and its strength."""

    rows: tuple[int, ...]
    texts: Mapping[int, str]
    score: float

    @property
    def is_missing(self) -> bool:
        """Whether no column has a name; `rows` is then the first line."""
        return not any(self.texts.values())

    @property
    def signature(self) -> frozenset[str]:
        """The header's words, by which the same header is known again lower down."""
        return frozenset(folded for text in self.texts.values() if (folded := fold(text)))


def find_headers(grid: Grid) -> list[Header]:
    """Every header of the sheet, top down; the first is sought within `SEARCH_ROWS` rows."""
    found: list[Header] = []
    taken = 0
    for place, row in enumerate(grid.rows):
        if row <= taken or row in grid.sheet.hidden_rows:
            continue
        if not found and place > SEARCH_ROWS:
            break
        if found and (not _mostly_words(grid, row) or _tells_a_day(grid, row)):
            continue
        header = header_at(grid, row)
        # Words right below stronger names tell how to fill the columns, and head no other table.
        weaker = found and header and row == taken + 1 and header.score < found[-1].score
        if header is not None and not weaker:
            found.append(header)
            taken = header.rows[-1]
    return found


def _mostly_words(grid: Grid, row: int) -> bool:
    """Whether a row could repeat a header at all: lines hold numbers, headers hold words."""
    cells = grid.rows[row].values()
    worded = sum(
        1
        for cell in cells
        if isinstance(cell.value, str) and len(cell.value) <= _LONGEST and has_letters(cell.value)
    )
    return worded > 1 and worded * 3 > len(cells) * 2


def _tells_a_day(grid: Grid, row: int) -> bool:
    """Whether a row holds a date: a note between lines, `Date required: 22 December`."""
    return any(read_moment(cell).readings for cell in grid.rows[row].values())


def header_at(grid: Grid, row: int) -> Header | None:
    """The header whose first named row is this one, or None when it is not a header."""
    texts = joined(grid, (row,))
    score = strength(texts) or strength(unspread(grid, row, texts)) or strength(scheduled(texts))
    if score <= 0 or take_turns([*texts.values()]) or any(map(_MAIL.search, texts.values())):
        return None
    rows = [row]
    below = _next_filled(grid, row)
    best = score
    while below and len(rows) < _MOST_ROWS and _continues(grid, rows, below):
        rows.append(below)
        best = max(best, strength(joined(grid, tuple(rows))))
        below = _next_filled(grid, below)
    above = row - 1
    if above in grid.rows and _is_group_title(grid, above, row):
        rows.insert(0, above)
    return Header(tuple(rows), joined(grid, tuple(rows)), best)


def forced_header(grid: Grid, row: int) -> Header:
    """The row a person named as header, whatever stands there."""
    return Header((row,), joined(grid, (row,)), 1.0)


def joined(grid: Grid, rows: tuple[int, ...]) -> dict[int, str]:
    """Each column's text over the header's rows; a title merged over several stands behind."""
    texts: dict[int, list[str]] = {}
    titles: dict[int, list[str]] = {}
    for row in rows:
        for column, text, wide in _spread(grid, row, rows):
            parts = (titles if wide else texts).setdefault(column, [])
            if text not in parts:
                parts.append(text)
    whole = {column: [*texts.get(column, []), *titles.get(column, [])] for column in texts | titles}
    return _unmarked({column: "\n".join(parts) for column, parts in sorted(whole.items())})


def _unmarked(texts: dict[int, str]) -> dict[int, str]:
    """Texts of which most end in a colon, `Item no: | Desc.: | Qty`, are headings and no labels."""
    marked = [column for column, text in texts.items() if tidy(text).endswith((":", "："))]
    if len(marked) < _FEWEST_SIZES or len(marked) * 2 <= len(texts):
        return texts
    return texts | {column: tidy(texts[column]).rstrip(":： ") for column in marked}


def _spread(grid: Grid, row: int, rows: tuple[int, ...]) -> Iterator[tuple[int, str, bool]]:
    for column, text in grid.filled(row):
        raw = grid.cell(row, column)
        value = written(raw.value, raw.number_format) if raw else text
        shown = "\n".join(lines_of(value)) or text
        merge = grid.masters.get((row, column))
        last = merge.last_column if merge and row != rows[-1] else column
        for place in range(column, last + 1):
            yield place, shown, last > column


def _is_name(grid: Grid, row: int, column: int) -> bool:
    cell = grid.cell(row, column)
    if cell is None or cell.kind is CellKind.ERROR or isinstance(cell.value, date | bool):
        return False
    text = grid.text(row, column)
    return isinstance(cell.value, str) and len(text) <= _LONGEST and not text.endswith((":", "："))


def strength(texts: Mapping[int, str]) -> float:
    """How many different fields the texts name; 0 when it cannot be a header."""
    sized = sum(1 for text in texts.values() if size_of(text))
    # A row of sizes names what is counted under each; a size or a unit beside a number is a line's.
    figures = any(map(_is_figure, texts.values()))
    best = {"quantity": 1.0} if sized >= _FEWEST_SIZES and not figures else {}
    counted = not best and any(parse_amount(text) for text in texts.values())
    told = [t for t in texts.values() if not (counted and (unit_of(t) or size_of(t)))]
    every = list(map(_fields_of, told))
    named = sum(map(bool, every)) + (sized if best else 0)
    for meanings in every:
        best |= {f: max(s, best[f]) for f, s in meanings.items() if f in best}
        open_fields = [f for f in sorted(meanings, key=lambda f: -meanings[f]) if f not in best]
        if open_fields:
            best[open_fields[0]] = meanings[open_fields[0]]
    real = [field for field in best if field not in NEIGHBOURS]
    if sized and best.keys() == {"quantity", "line_total"}:  # `Total | 5 | 75 | 171` adds up.
        return 0.0
    if len(best) < 2 or not real or not _KEYS & {*best, *(f for one in every for f in one)}:
        return 0.0
    if named < 2 or (named * 3 < len(texts) and not _says_plenty(best)):
        return 0.0
    return sum(best[field] for field in real) + 0.3 * (len(best) - len(real))


def _fields_of(text: str) -> dict[str, float]:
    """The fields a text names surely, where it is no label and no value."""
    if len(text) > _LONGEST or tidy(text).endswith((":", "：")) or _is_value(text):
        return {}
    return {field: sure for field, sure in column_meanings(text).items() if sure >= _SURE}


def _is_value(text: str) -> bool:
    """Whether a text is a value and names nothing: `25 pcs`, `€ 58.75`, `PO-10547`."""
    if _CODE.fullmatch(text):
        return True
    amount = parse_amount(text)
    return amount is not None and bool(amount.unit or amount.currency)


def _says_plenty(best: Mapping[str, float]) -> bool:
    """Whether a wide header of many unknown words names an order's fields all the same."""
    sure = {name for name, score in best.items() if score >= 1 and name not in NEIGHBOURS}
    counted = bool(sure & {"quantity", "unit_price", "wholesale", "line_total"})
    return len(sure) >= _PLENTY and counted and bool(sure & set(IDENTIFIERS))


def _is_figure(text: str) -> bool:
    """Whether a text is an amount and no size: `162.89 €`, `0.33`."""
    amount = parse_amount(text)
    return amount is not None and not size_of(text) and (amount.marked or _is_value(text))


def _next_filled(grid: Grid, row: int) -> int:
    return row + 1 if row + 1 in grid.rows else 0


def _continues(grid: Grid, rows: list[int], below: int) -> bool:
    """Whether the next row still belongs to the header: names or units, and no values."""
    cells = dict(grid.filled(below))
    above = joined(grid, tuple(rows))
    if _is_size_row(grid, rows[-1], cells):
        return True
    # A title under the first name and nothing else opens a group of lines.
    titled = [*cells] == [min(above)] != [*above]
    if titled or not cells or not all(_is_name(grid, below, column) for column in cells):
        return False
    if any(map(_is_value, cells.values())):
        return False
    if all(_tells_on(above.get(column, ""), text) for column, text in cells.items()):
        return True
    if all(unit_of(text) or currency_of(text) for text in cells.values()):
        # Units under the names, and nothing that a line would add to them.
        return len(cells) > 1 and cells.keys() <= above.keys()
    if all(not has_letters(text) for text in cells.values()):
        return False
    plain = len(cells) > 2 and not any(map(str.isdigit, "".join(cells.values())))
    known = sum(
        any(sure >= 0.7 for sure in column_meanings(text).values())
        or (plain and _goes_on(above.get(column, ""), text))
        or bool(column in above and (unit_of(text) or currency_of(text)))
        for column, text in cells.items()
    )
    under_merge = any(
        (merge := grid.masters.get((rows[-1], column))) and merge.last_column > merge.first_column
        for column in cells
    )
    fills = sum(1 for column in cells if column not in above)
    needed = 0.5 if under_merge or fills else 0.6
    return known >= max(1, needed * len(cells))


def _goes_on(above: str, text: str) -> bool:
    """Whether two halves of a name are one: `Qtde` and, below it, `Pedida`."""
    whole = column_meanings(f"{above} {text}")
    return bool(above) and max(whole.values(), default=0.0) >= max(
        column_meanings(above).values(), default=1.0
    )


def _tells_on(above: str, text: str) -> bool:
    """Whether a text goes on with a name that is no item's: `Qty` and, below it, `ordered`."""
    told = column_meanings(above)
    best = max(told, key=lambda name: told[name], default="")
    whole = column_meanings(f"{above} {text}") if above else {}
    if best == "unit" or not {*told, *whole}.isdisjoint(IDENTIFIERS):
        return False
    measured = bool(best) and (text == "%" or bool(unit_of(text) or currency_of(text)))
    known = whole.get(best, 0.0) >= told[best] if best else 1.0 in whole.values()
    return measured or known


def _is_size_row(grid: Grid, above: int, cells: Mapping[int, str]) -> bool:
    """Whether a row names sizes only, each under a title merged over them or under nothing."""
    under = [grid.masters.get((above, column)) for column in cells]
    free = [
        not grid.text(above, column) or (merge is not None and merge.last_column > column)
        for column, merge in zip(cells, under, strict=True)
    ]
    named = all(size_of(text) for text in cells.values())
    return len(cells) >= _FEWEST_SIZES and named and sum(free) >= len(cells) - 1


def _names_amount(text: str) -> bool:
    told = column_meanings(text)
    return any(told.get(name, 0.0) >= 1 for name in ("quantity", "unit_price", "line_total"))


def _is_group_title(grid: Grid, above: int, row: int) -> bool:
    """Whether the row above holds titles over several columns of this header."""
    cells = dict(grid.filled(above))
    columns = dict(grid.filled(row))
    within = all(min(columns) <= column <= max(columns) for column in cells)
    if within and all(map(_names_amount, cells.values())):
        return True  # `Quantity` over `UOM`, both said of one column, or a name set higher.
    most = max(4, len(columns) - 2)  # What is over all, from the first one on, is a sheet's title.
    merged = [
        merge
        for column in cells
        if (merge := grid.masters.get((above, column)))
        and merge.last_column > merge.first_column
        and merge.first_row == merge.last_row
        and (merge.first_column > min(columns) or merge.last_column - merge.first_column < most)
    ]
    if len(merged) > 1 or (merged and len(cells) > 1):
        names = all(_is_name(grid, above, column) for column in cells)
        # `Ordered on: 4 May` merged over three columns is a label with its value.
        return names and not any(pairs_of(text) for text in cells.values())
    return any((m := grid.masters.get((above, c))) and m.last_row >= row for c in columns)
