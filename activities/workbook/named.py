"""Lines of a page that name columns: the header of a table."""

from collections.abc import Mapping

from activities.workbook.words import TextLine
from orders.dictionary import NEIGHBOURS, column_meanings, label_meanings

_FEWEST = 3
"""A line that names so many fields names columns."""
_SURE = 0.8
_AMOUNTS = frozenset({"quantity", "unit_price", "line_total"})
_ITEMS = frozenset({"sku", "gtin", "product_name", "line_no"})
_LONGEST = 30


def names_columns(line: TextLine) -> bool:
    """Whether a line is the header of a table, whatever stands above it on the page."""
    fields = fields_of(line)
    known = len(fields) >= _FEWEST and len(fields) * 2 >= len(line.pieces)
    # A wide header of many unknown names: an item and its quantity are told all the same.
    known = known or (len(fields) > _FEWEST and "quantity" in fields and bool(fields & _ITEMS))
    return known and bool(fields & _AMOUNTS) and bool(fields - _AMOUNTS - NEIGHBOURS)


def names_goods(line: TextLine) -> bool:
    """Whether a header names what is ordered; `Vendor · Ship to · Total` names a paper's boxes."""
    return names_columns(line) and bool(fields_of(line) & _ITEMS)


def fields_of(line: TextLine) -> frozenset[str]:
    """The fields that the pieces of a line name, one each; none of a line with a number."""
    if any(sign.isdigit() for sign in line.text):
        return frozenset()
    found: set[str] = set()
    for piece in line.pieces:
        told = column_meanings(piece.text) if len(piece.text) <= _LONGEST else {}
        open_ones = [name for name, sure in told.items() if sure >= _SURE and name not in found]
        found.update(open_ones[:1])
    return frozenset(found)


def coded_columns(header: Mapping[int, str]) -> frozenset[int]:
    """The columns of a header that hold codes; a word for code or name tells codes beside a name."""
    told = {column: column_meanings(text) for column, text in header.items()}
    names = {column for column, means in told.items() if means.get("product_name", 0.0) >= _SURE}
    codes = {column for column, means in told.items() if means.get("sku", 0.0) >= _SURE}
    return frozenset(column for column in codes if column not in names or names - codes)


def labelled(cells: dict[int, str]) -> dict[int, str]:
    """A row between lines that only says when something is delivered, as one text: `Delivery date: 3 May`."""
    first, *more = cells
    told = len(more) == 1 and "delivery_date" in label_meanings(cells[first])
    dated = told and any(sign.isdigit() for sign in cells[more[0]])
    return {first: f"{cells[first].rstrip(':')}: {cells[more[0]]}"} if dated else cells


def names_items(line: TextLine) -> bool:
    """Whether a line names what is ordered, and no amount: the first row of a folded header."""
    fields = fields_of(line)
    return len(line.pieces) > 1 and bool(fields & _ITEMS) and not fields & _AMOUNTS


def names_amounts(line: TextLine, *, items: bool = False) -> bool:
    """Whether a line names a quantity and money, and no item: the second row of a folded header.

    Of an article's number and its name either may stand there, if `items` may.
    """
    fields = fields_of(line)
    money = fields & {"unit_price", "line_total"}
    return "quantity" in fields and bool(money) and (items or not fields & _ITEMS)


def names_amount(line: TextLine) -> bool:
    """Whether a line is one word of a header, surely of a quantity or of money."""
    told = column_meanings(line.text) if len(line.pieces) == 1 else {}
    return any(told.get(name, 0.0) >= 1 for name in _AMOUNTS)
