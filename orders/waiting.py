"""Questions about lines that wait for a whole column's answer."""

from collections.abc import Sequence

from orders.issue import Issue

_WAITING = {
    "MISSING_QUANTITY": frozenset({"quantity"}),
    "INVALID_QUANTITY": frozenset({"quantity"}),
    "MISSING_ITEM_IDENTIFIER": frozenset({"sku", "product_name"}),
}
"""Questions about lines, and the fields whose column must be known before they are asked."""


def not_waiting(doubts: Sequence[Issue], columns: Sequence[Issue]) -> list[Issue]:
    """Without lines' questions that the answer for a whole column decides first."""
    asked = {name for one in columns if one.open for name in one.fields}
    return [one for one in doubts if not asked & _WAITING.get(one.code, frozenset())]
