"""Questions about lines and sums that wait for another answer."""

from collections.abc import Sequence

from orders.issue import Issue

SUMS = frozenset({"ARITHMETIC_MISMATCH", "SUBTOTAL_MISMATCH", "TOTAL_MISMATCH"})
"""What is asked where amounts do not come to what the file says."""
DIFFERING = "differing"
"""Why a formula is asked about: its result is another one than the file shows."""
_SUMMED = frozenset({"quantity", "unit_price", "line_total"})
_WAITING = {
    "MISSING_QUANTITY": frozenset({"quantity"}),
    "INVALID_QUANTITY": frozenset({"quantity"}),
    "MISSING_ITEM_IDENTIFIER": frozenset({"sku", "product_name"}),
    **dict.fromkeys(SUMS, _SUMMED),
}
"""Questions about lines and sums, and the fields whose column must be known before they are asked."""


def not_waiting(doubts: Sequence[Issue], columns: Sequence[Issue]) -> list[Issue]:
    """Without questions about lines and sums that the answer for a whole column decides first."""
    asked = {name for one in columns if one.open for name in one.fields}
    return [one for one in doubts if not asked & _WAITING.get(one.code, frozenset())]


def told_by_formulas(issues: Sequence[Issue]) -> list[Issue]:
    """Without sums that do not hold where the formula's own result is asked about: that decides them."""
    stale = {
        at for one in issues if one.open and one.facts.get("why") == DIFFERING for at in one.cells
    }
    return [
        one
        for one in issues
        if one.code not in SUMS or not one.cells or not stale.issuperset(one.cells)
    ]
