"""Pieces or cases: what was counted, where packs and codes leave it open."""

from collections.abc import Iterator
from decimal import Decimal

from orders.codes import confirmed
from orders.issue import Issue
from orders.order import Line, Order
from orders.units import is_pack

_CENT = Decimal("0.01")
_CASE = 14


def check_packs(order: Order) -> Iterator[Issue]:
    """Where only quantity × pack × price gives the amount, cases were ordered, not pieces."""
    packed = [line for line in order.lines if is_packed(line)]
    full = [line for line in order.lines if line.pack_size and line.line_total]
    if not packed or len(packed) * 2 < len(full):
        return
    yield confirmed(
        "PACK_SIZE_UNCLEAR",
        cells=tuple(cell for line in packed for cell in line.cells("quantity")),
        fields=("quantity", "pack_size"),
        lines=tuple(line.line_id for line in packed),
        facts={"value": f"{packed[0].quantity:f}", "pack": f"{packed[0].pack_size:f}"},
    )


def check_cases(order: Order) -> Iterator[Issue]:
    """A GTIN of fourteen digits that begins with 1 to 8 is a case's, whatever was counted."""
    cases = [
        line
        for line in order.lines
        if line.gtin and len(line.gtin) == _CASE and "1" <= line.gtin[0] <= "8"
        if not is_pack(line.unit or "")
    ]
    if not cases:
        return
    yield confirmed(
        "PACK_SIZE_UNCLEAR",
        cells=tuple(cell for line in cases for cell in line.cells("gtin")),
        fields=("gtin", "quantity"),
        lines=tuple(line.line_id for line in cases),
        facts={"value": cases[0].gtin or "", "why": "case"},
    )


def is_packed(line: Line) -> bool:
    """Whether only quantity × pack × price gives the line's amount."""
    expected = line.expected_total
    if expected is None or not line.pack_size or not line.line_total or line.pack_size == 1:
        return False
    return (
        abs(expected * line.pack_size - line.line_total) <= _CENT < abs(expected - line.line_total)
    )
