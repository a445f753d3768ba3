"""Whether a row under a header looks like a line, by what its cells hold."""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from orders.columns import number_of
from orders.dictionary import column_meanings
from orders.figures import INVALID, read_figure
from orders.footer import is_page
from orders.numbers import Style
from orders.suiting import is_label
from orders.sums import RunningSums
from orders.tables import Table
from orders.totals import row_label, total_words
from orders.units import unit_of
from orders.values import has_letters

_NUMBERS = ("quantity", "unit_price", "line_total")
_ACCOUNT = Decimal(10) ** 9
"""So many pieces nobody orders: the number is an account's, or a telephone's."""
_MOST = 0.5
_WORD = 2
"""More letters make a word in a text, fewer may be a part of a code."""
_NEAR = 3
"""So many rows above and below tell what codes look like."""
_SHORT = 12
"""A text so short where a number belongs may be one that nobody can read."""


def value_of(table: Table, row: int, name: str, style: Style | None) -> Decimal | None:
    """The number that a row holds for a field, if the table has a column for it."""
    column = table.mapping.get(name)
    return None if column is None else read_figure(table.grid, row, column, style).value


def has_code(table: Table, row: int) -> bool:
    """Whether a code stands in the row that is no label."""
    texts = (table.grid.text(row, table.mapping.get(name, 0)) for name in ("sku", "gtin"))
    return any(text and not is_label(text) for text in texts)


def lends_code(table: Table, row: int) -> bool:
    """Whether a code stands in the row, or in a merged cell that spans it."""
    return any(table.grid.lent(row, table.mapping.get(name, 0)) for name in ("sku", "gtin"))


def is_priced(table: Table, row: int, style: Style | None) -> bool:
    """Whether the row holds a price or an amount."""
    return any(
        value_of(table, row, name, style) is not None for name in ("unit_price", "line_total")
    )


def names_code(table: Table, row: int, told: int) -> bool:
    """Whether a row names an item by its code: beside more, or alone among codes of its kind."""
    return has_code(table, row) and (told > 1 or _is_lone_code(table, row))


def _is_lone_code(table: Table, row: int) -> bool:
    """Whether a code is of the kind that counted rows beside it have: ordered, but how many?"""
    column = table.mapping.get("sku") or table.mapping.get("gtin") or 0
    text, counted = table.grid.text(row, column), table.mapping.get("quantity", 0)
    near = {at for at in range(row - _NEAR, row + _NEAR + 1) if table.grid.text(at, counted)}
    alike = {_shape(table.grid.text(at, column)) for at in near}
    return any(map(str.isdigit, text)) and _shape(text) in alike


def _shape(code: str) -> str:
    """Its runs of letters, digits and blanks in order, whatever else parts them: `a9` of `AB-100`."""
    kinds = ("9" if c.isdigit() else "a" if c.isalpha() else " " if c == " " else "" for c in code)
    return "".join(kind for kind, _ in groupby("".join(kinds)))


def looks_like_line(table: Table, row: int, style: Style | None, *, ended: bool) -> bool:
    """An item and something said of it; or a quantity with a price and no item."""
    named = any(table.grid.lent(row, table.mapping[name]) for name in table.row_names)
    if is_label_row(table, row, style):
        return False
    if table.sizes:
        return named and any(table.grid.text(row, column) for column in table.sizes)
    filled = [
        name
        for name in _NUMBERS
        if name in table.mapping and table.grid.cell(row, table.mapping[name]) is not None
    ]
    if not named:
        numbers = [name for name in filled if value_of(table, row, name, style) is not None]
        return "quantity" in numbers and len(numbers) > 1
    if not filled and not ended and "quantity" not in table.mapping:
        return _may_count(table, row)
    told = _tells_number(table, row, filled, style)
    if not filled or (ended and not told):
        return False
    return told or has_code(table, row) or len(filled) > 1


def _may_count(table: Table, row: int) -> bool:
    """Whether a number stands in one of the columns of which a person is asked which counts."""
    used = {*table.mapping.values(), table.line_numbers}
    free = [one for one in table.columns if one.number not in used and one.share("number") > _MOST]
    return any(row in one.cells and number_of(one.cells[row]) is not None for one in free)


def is_blank_line(table: Table, row: int, between: tuple[int, int], style: Style | None) -> bool:
    """Whether a row right among lines says of its item what a line says, but no number.

    `between` are the line, or another such row, before it, 0 for none, and the line behind it.
    """
    if (
        "quantity" not in table.mapping
        or row - between[0] > 1
        or is_label_row(table, row, style)
        or _goes_on(table, row, between[:1])
        or _says_unit(table, row)
    ):
        return False
    named = any(table.grid.text(row, table.mapping[name]) for name in table.identifiers)
    told = [table.grid.rows[one].keys() - {table.line_numbers} for one in (row, *between) if one]
    return named and len(told) > 2 and len(set.intersection(*map(set, told))) > 1


def is_aside(
    table: Table, row: int, style: Style | None, lines: Sequence[int], sums: RunningSums | None
) -> bool:
    """Whether a row of words and no price is no line, for all that stands where lines have theirs.

    So are words that go on under a line's code or have its unit, an account's number beside a text,
    and what a label has to itself behind the total of all lines, whose `sums` are told then.
    """
    if sums is not None and _sums_customs(table, row, lines):
        return True
    worded = any(has_letters(text) for _, text in table.grid.filled(row))
    price = value_of(table, row, "unit_price", style)
    again = price is not None and sums is not None and sums.holds_amount(price)
    if "quantity" not in table.mapping or not worded:
        return False
    quantity = value_of(table, row, "quantity", style)
    if quantity == price == 0:
        # `Store no: 17` under the names of coded items, none of it at no price.
        return bool({"sku", "gtin"} & {*table.mapping}) and not has_code(table, row)
    if price is not None and not again:
        return False
    if quantity is not None:
        bare = not has_code(table, row) and value_of(table, row, "line_total", style) is None
        return bare and quantity >= _ACCOUNT
    if again or (sums is not None and _is_labelled(table, row)):
        return True
    if value_of(table, row, "line_total", style) is not None:
        return False
    return _goes_on(table, row, lines) or (bool(lines) and _says_unit(table, row))


def stands_beside(table: Table, places: Collection[int]) -> bool:
    """Whether all these columns have headings of their own that serve no field of the lines."""
    used = {*table.mapping.values(), *table.sizes}
    named = [column is not None and bool(column.header) for column in map(table.column, places)]
    return bool(named) and all(named) and used.isdisjoint(places)


def _says_unit(table: Table, row: int) -> bool:
    """Whether a row with no code has the line's unit where its number stands above."""
    unit = unit_of(table.grid.text(row, table.mapping["quantity"]))
    return bool(unit) and not has_code(table, row)


def _sums_customs(table: Table, row: int, lines: Sequence[int]) -> bool:
    """Whether a row without a count says something of a code of the customs that lines have."""
    if "quantity" not in table.mapping or table.grid.text(row, table.mapping["quantity"]):
        return False
    places = [one.number for one in table.columns if "customs" in column_meanings(one.header)]
    codes = {table.grid.text(line, at) for line in lines for at in places} - {""}
    names = {table.grid.text(row, table.mapping[name]) for name in table.identifiers}
    return not codes.isdisjoint(names)


def _is_labelled(table: Table, row: int) -> bool:
    """Whether a label, or a word of totals, stands where lines have a number or a unit."""
    places = (table.mapping.get(name, 0) for name in ("quantity", "unit", "unit_price"))
    texts = [text for at in places if (text := table.grid.text(row, at))]
    return any(text.endswith((":", "：")) or total_words(text) for text in texts)


def _goes_on(table: Table, row: int, lines: Sequence[int]) -> bool:
    """Whether several words stand under codes of which each is one word."""
    column = table.mapping.get("sku", 0)
    codes = [text for line in lines if line and (text := table.grid.text(line, column))]
    words = table.grid.text(row, column).split()
    worded = any(word.isalpha() and len(word) > _WORD for word in words)
    return bool(codes) and worded and len(words) > max(len(code.split()) for code in codes)


def is_label_row(table: Table, row: int, style: Style | None) -> bool:
    """`Date: …`, `Page 2`: a label in the first identifier, or a page's number; nothing counted."""
    if "quantity" not in table.mapping or not table.identifiers:
        return False
    first = min(table.mapping[name] for name in table.identifiers)
    labelled = is_label(table.grid.text(row, first))
    labelled = labelled or any(is_page(text) for _, text in table.grid.filled(row))
    return labelled and value_of(table, row, "quantity", style) is None


def _tells_number(table: Table, row: int, filled: Iterable[str], style: Style | None) -> bool:
    grid, mapping = table.grid, table.mapping
    return any(
        read_figure(grid, row, mapping[name], style).problem != INVALID
        or any(sign.isdigit() for sign in grid.text(row, mapping[name]))
        or len(grid.text(row, mapping[name])) <= _SHORT
        for name in filled
    )


def says_as_much(table: Table, row: int, column: int, lines: Sequence[int]) -> bool:
    """Whether a row fills what the last line does, and says more than numbers and units beside a total's word.

    `Base | 1 | laser cut` among such lines is an item, whatever the word in its `column` may mean.
    So is what no line stands above.
    """
    if not lines:
        return True
    told = dict(table.grid.filled(row))
    more = (text for at, text in told.items() if at != column and has_letters(text))
    alike = told.keys() == dict(table.grid.filled(lines[-1])).keys()
    return alike and any(not row_label(text) and not unit_of(text) for text in more)
