"""Corrections that nobody asked for, read from a card's folded form."""

import re
from collections.abc import Mapping

from orders.case import CaseDocument
from orders.fixes import Fix, FixKind
from orders.members import COLUMN_FIELDS
from orders.order import Order
from orders.sheet import parse_address
from orders.values import ascii_digits

FORM = "amend/"
_ROWS = re.compile(r"[1-9][0-9]{0,6}(?:-[1-9][0-9]{0,6})?(?:,[1-9][0-9]{0,6})*")
_COLUMN = re.compile(r"[A-Z]{1,3}|-")


def read_amendments(case: CaseDocument, filled: Mapping[str, str]) -> tuple[list[Fix], list[str]]:
    """Fixes of the order's own sheet, and what was typed and makes none.

    `filled` holds the form's entries without `amend/`; empty ones are left out.
    """
    order = case.order
    if order is None:
        return [], []
    made = {
        ("cell", "value"): _cell(order, filled),
        ("row",): _row(order, filled),
        ("header",): _header(order, filled),
        ("column",): _column(filled),
        (): _sheet(case, order, filled),
    }
    fruitless = [name for typed, fix in made.items() for name in typed if fix is None]
    unread = [filled[name] for name in fruitless if name in filled]
    return [fix for fix in made.values() if fix is not None], unread


def _plain(filled: Mapping[str, str], name: str) -> str:
    return ascii_digits(filled.get(name, "")).upper().replace(" ", "").replace("،", ",")


def _cell(order: Order, filled: Mapping[str, str]) -> Fix | None:
    at, value = _plain(filled, "cell"), filled.get("value", "")
    try:
        parse_address(at)
    except ValueError:
        return None
    return Fix(FixKind.CELL, f"{order.sheet}!{at}", value) if value else None


def _row(order: Order, filled: Mapping[str, str]) -> Fix | None:
    rows, meant = _plain(filled, "row"), filled.get("as", "skip")
    if not _ROWS.fullmatch(rows) or meant not in ("skip", "line"):
        return None
    return Fix(FixKind.ROW, f"{order.sheet}!{rows}", meant)


def _header(order: Order, filled: Mapping[str, str]) -> Fix | None:
    row = _plain(filled, "header")
    return (
        Fix(FixKind.HEADER_ROW, order.sheet, row) if re.fullmatch("[1-9][0-9]{0,6}", row) else None
    )


def _column(filled: Mapping[str, str]) -> Fix | None:
    field, letter = filled.get("field", ""), _plain(filled, "column")
    fits = field in COLUMN_FIELDS and _COLUMN.fullmatch(letter)
    return Fix(FixKind.COLUMN, field, letter) if fits else None


def _sheet(case: CaseDocument, order: Order, filled: Mapping[str, str]) -> Fix | None:
    name = filled.get("sheet", "")
    known = case.reading.readable_sheets if case.reading else []
    return Fix(FixKind.SHEET, "", name) if name in known and name != order.sheet else None
