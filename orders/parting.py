"""Starting every order of a workbook: which parts it has, and their ids."""

from collections.abc import Sequence

from orders.case import CaseDocument, Origin
from orders.fixes import Fix, FixKind, parse_target
from orders.issue import Issue
from orders.order import Order

SEVERAL = "MULTI_ORDER_DETECTED"
_LONGEST_NAME = 80
_OF_THE_FILE = frozenset(
    {FixKind.CELL, FixKind.ROW, FixKind.SHEET, FixKind.HEADER_ROW, FixKind.SPLIT}
)
"""Corrections that hold for every part; what was said of one order's values holds for that one."""


def parts_of(case: CaseDocument) -> tuple[Origin, ...]:
    """Every order that the case lists, in the order of its question; none where it asks nothing.

    Each part takes the corrections of the file along, and one more that says which part it is.
    Letters of columns are taken along only where all parts share one table.
    """
    asked = next((one for one in case.issues if one.code == SEVERAL and one.open), None)
    if asked is None or case.reading is None or case.file is None:
        return ()
    kind, place = parse_target(asked.target)
    shared = _OF_THE_FILE | ({FixKind.COLUMN} if kind is FixKind.SPLIT else set())
    common = tuple(fix for fix in case.fixes if fix.kind in shared)
    return tuple(
        Origin(
            case.order_id,
            case.code,
            name,
            (*common, Fix(kind, place, value)),
            case.file,
            case.duplicate_of,
        )
        for name, value in _named(asked, case.reading.orders)
    )


def _named(asked: Issue, orders: Sequence[Order]) -> list[tuple[str, str]]:
    """What people call each listed order, and the answer that chooses it."""
    pairs = zip(asked.candidates, orders, strict=True)
    return [(_name(order) or one.value, one.value) for one, order in pairs]


def _name(order: Order) -> str:
    known = (order.po_number or "", order.customer or "")
    return " · ".join(name for name in known if name)[:_LONGEST_NAME]
