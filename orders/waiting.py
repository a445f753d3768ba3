"""Questions about lines and sums that wait for a whole column's answer."""

from collections.abc import Sequence

from orders.issue import Issue

_SUMMED = frozenset({"quantity", "unit_price", "line_total"})
_WAITING = {
    "MISSING_QUANTITY": frozenset({"quantity"}),
    "INVALID_QUANTITY": frozenset({"quantity"}),
    "MISSING_ITEM_IDENTIFIER": frozenset({"sku", "product_name"}),
    **dict.fromkeys(("ARITHMETIC_MISMATCH", "SUBTOTAL_MISMATCH", "TOTAL_MISMATCH"), _SUMMED),
}
"""Questions about lines and sums, and the fields whose column must be known before they are asked."""


def not_waiting(doubts: Sequence[Issue], columns: Sequence[Issue]) -> list[Issue]:
    """Without questions about lines and sums that the answer for a whole column decides first."""
    asked = {name for one in columns if one.open for name in one.fields}
    return [one for one in doubts if not asked & _WAITING.get(one.code, frozenset())]
