"""Sheets that say again what others say: copies, translations, sums."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from orders.columns import SAMPLE, number_of
from orders.headers import IDENTIFIERS
from orders.labels import find_labels
from orders.stated import opens_sum
from orders.tables import Table
from orders.totals import row_words
from orders.values import fold, words_of_list

_COPY_WORDS = "copy|kopie|copie|copia|cópia|kopya|kopia|копия|副本|コピー|사본|کپی|نسخة"
_COPY = re.compile(rf"(?:{'|'.join(words_of_list(_COPY_WORDS))})\b|\(\d+\)$")
_NAMES_ORDER = ("po_number", "customer")


def repeating(tables: Mapping[str, Table]) -> set[str]:
    """The sheets whose table only repeats what fuller or earlier ones say."""
    ranked = sorted(tables, key=lambda name: -len(tables[name].mapping))
    first = tables[ranked[0]]
    again = {name for name in ranked[1:] if _repeats(tables[name], first)}
    for place, name in enumerate(ranked):
        earlier = (tables[one] for one in ranked[:place] if one not in again)
        if any(_is_copy(tables[name], one) for one in earlier):
            again.add(name)
    left = {name: table for name, table in tables.items() if name not in again}
    return again | _summed_up(left)


def sums_up(table: Table, order: Table) -> bool:
    """Whether a total's word heads a table that counts as much as the lines: `Total by type`."""
    told = opens_sum(table.grid, table.header.rows[0])
    return told and sum(quantities(table)) == sum(quantities(order))


def _repeats(table: Table, fuller: Table) -> bool:
    """Whether a table of another layout says the same quantities of the same items."""
    if table.header.signature == fuller.header.signature:
        return False
    counts = quantities(table)
    items = items_of(table)
    return len(counts) > 1 and counts == quantities(fuller) and items <= items_of(fuller)


def _is_copy(table: Table, other: Table) -> bool:
    """Whether a sheet is another one again, maybe in another language: one order, the same lines."""
    counts = quantities(table)
    if not counts or counts != quantities(other) or max(_size(table), _size(other)) > SAMPLE:
        return False
    if _COPY.search(fold(table.grid.name)) and _texts(table) == _texts(other):
        return True
    numbers = order_numbers(table)
    if not numbers or numbers != order_numbers(other):
        return False
    prices = [
        [_numbers(one, name) for name in ("unit_price", "line_total")] for one in (table, other)
    ]
    translated = table.header.signature != other.header.signature
    worth = [value for told in prices[0] for value in told]
    same = items_of(table) == items_of(other) or (translated and len(set(worth)) > 1)
    return prices[0] == prices[1] and (same or _shared_codes(table, other))


def _shared_codes(table: Table, other: Table) -> bool:
    told = [
        [fold(one.grid.text(row, one.mapping["sku"])) for row in _lines(one)]
        for one in (table, other)
        if "sku" in one.mapping
    ]
    return len(told) == 2 and told[0] == told[1] and any(told[0])


def _summed_up(tables: Mapping[str, Table]) -> set[str]:
    """Where one sheet holds the lines of all others: that one if those are orders, else the others."""
    shared = [name for name in IDENTIFIERS if all(name in one.mapping for one in tables.values())]
    if len(tables) < 3 or not shared:
        return set()
    counted = {name: _counted(table, shared[0]) for name, table in tables.items()}
    whole = max(counted, key=lambda name: sum(counted[name].values()))
    parts = [name for name in tables if name != whole]
    together: Counter[str] = sum((counted[name] for name in parts), Counter())
    if not all(counted.values()) or counted[whole] != together:
        return set()
    named = [_identity(tables[name]) for name in parts]
    apart = all(map(any, named)) and len(set(named)) == len(named)
    return {whole} if apart else set(parts)


def _counted(table: Table, name: str) -> Counter[str]:
    """How many of each item; nothing where a row's count or item cannot be told."""
    counts, rows = quantities(table), _lines(table)
    items = [fold(table.grid.text(row, table.mapping[name])) for row in rows]
    if len(counts) != len(rows) or not all(items) or _size(table) > SAMPLE:
        return Counter()
    found: dict[str, Decimal] = {}
    for item, count in zip(items, counts, strict=True):
        found[item] = found.get(item, Decimal(0)) + count
    return Counter(found)


def _identity(table: Table) -> tuple[str, ...]:
    above = [row for row in table.grid.rows if row < table.header.rows[0]]
    found = {one.field: fold(one.text) for one in reversed(find_labels(table.grid, above))}
    return tuple(found.get(name, "") for name in _NAMES_ORDER)


def order_numbers(table: Table) -> set[str]:
    """The numbers of orders that labels above the table name."""
    above = [row for row in table.grid.rows if row < table.header.rows[0]]
    return {fold(one.text) for one in find_labels(table.grid, above) if one.field == "po_number"}


def items_of(table: Table) -> set[str]:
    """What the sampled rows name, totals left out."""
    columns = [table.column(table.mapping[name]) for name in table.identifiers]
    rows = [(row, column.number) for column in columns if column for row in column.cells]
    return {fold(table.grid.text(*at)) for at in rows if not row_words(table.grid, at[0])[2]}


def quantities(table: Table) -> list[Decimal]:
    """The quantities of the sampled rows that name an item and are no totals, in order."""
    return _numbers(table, "quantity")


def _numbers(table: Table, name: str) -> list[Decimal]:
    column = table.column(table.mapping.get(name, 0))
    cells = column.cells if column else {}
    rows = [row for row in cells if not row_words(table.grid, row)[2]]
    return [value for row in rows if (value := number_of(cells[row])) is not None]


def _lines(table: Table) -> list[int]:
    """The sampled rows with a quantity that are no totals."""
    column = table.column(table.mapping.get("quantity", 0))
    return [row for row in (column.cells if column else ()) if not row_words(table.grid, row)[2]]


def _size(table: Table) -> int:
    return len(table.body)


def _texts(table: Table) -> Sequence[Sequence[tuple[int, str]]]:
    return [list(table.grid.filled(row)) for row in table.grid.rows]
