"""Every value stands in the cell that is its witness, of the building half of both corpora."""

import re
import sys
import unicodedata
from decimal import Decimal
from itertools import chain
from pathlib import Path

import pytest

from orders.reader import read
from orders.sheet import Cell, Workbook, parse_address

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "corpus"))
from hard import make_case
from hard_all import BUILDERS
from make import make_corpus

TEXTS = ("customer", "po_number", "sku", "product_name", "colour")
NUMBERS = ("gtin", "quantity", "unit_price", "line_total", "subtotal", "total")


def told(text: str) -> str:
    """Letters and digits alone, of any script, so that spacing, signs and case say nothing."""
    latin = "".join(str(unicodedata.digit(one, one)) for one in unicodedata.normalize("NFKC", text))
    return re.sub(r"[\W_]+", "", latin).casefold()


def figures(value: object) -> str:
    """The digits that make a number what it is: `1.250,00` and 1250 have the same."""
    text = f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
    found = "".join(str(unicodedata.digit(one)) for one in text if one.isdigit())
    return found.strip("0")


def shown(workbook: Workbook, sheet: str, at: str) -> Cell:
    cells = next(one for one in workbook.sheets if one.name == sheet)
    place = parse_address(at)
    for merge in cells.merges:
        spans = merge.first_row <= place[0] <= merge.last_row
        if spans and merge.first_column <= place[1] <= merge.last_column:
            place = merge.first_row, merge.first_column
    return cells.cells.get(place, Cell(None))


def wrong_witnesses(workbook: Workbook) -> list[tuple[str, str, object]]:
    """Fields with value and cell, of those whose cell does not hold what was read from it."""
    reading = read(workbook)
    found = []
    for holder in chain.from_iterable((order, *order.lines) for order in reading.orders):
        for name, one in holder.evidence.items():
            value = getattr(holder, name, None)
            # What several days come to stands in none of their cells, and a person confirms it.
            if one.reading.startswith("sum="):
                continue
            if value is None or name not in (*TEXTS, *NUMBERS) or not one.cell:
                continue
            cell = shown(workbook, one.sheet, one.cell)
            if name in TEXTS:
                held = told(str(value)).lstrip("0") in told(str(cell.value))
            else:
                held = figures(value) in figures(cell.value) or bool(cell.formula)
            if not held:
                found.append((name, f"{value} in {one.address}", cell.value))
    return found


CASES = {
    **{one.name: one.workbook for one in make_corpus()[::4] if not one.held_out},
    **{build.__name__: make_case(build, 0).workbook for build in BUILDERS},
}


@pytest.mark.parametrize("name", CASES)
def test_what_was_read_stands_in_the_cell_that_is_named(name):
    assert wrong_witnesses(CASES[name]) == []
