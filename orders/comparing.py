"""Comparisons as spreadsheets make them."""

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal

Operand = Decimal | str | bool | None
"""A number, a text, a truth, or None for a blank cell."""
_ORDERED: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "=": operator.eq, "<>": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le,
    ">=": operator.ge,
}  # fmt: skip


def compares(left: Operand, sign: str, right: Operand) -> bool | None:
    """Whether `left` stands to `right` as the sign says; None where only a spreadsheet can tell.

    A blank is 0 beside a number, an empty text beside a text, and untrue beside a truth. Things of two
    kinds are unequal; texts have no case.
    """
    kind = type(right if left is None else left)
    nothing: Operand = "" if kind is str else False if kind is bool else Decimal(0)
    left, right = (nothing if one is None else one for one in (left, right))
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return _ORDERED[sign](left, right)
    if sign not in ("=", "<>"):
        return None
    same = type(left) is type(right) and str(left).casefold() == str(right).casefold()
    return same == (sign == "=")
