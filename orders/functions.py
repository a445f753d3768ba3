"""Functions of spreadsheets over numbers."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, ROUND_UP, Decimal
from math import prod

_ROUNDED = {"ROUND": ROUND_HALF_UP, "ROUNDUP": ROUND_UP, "ROUNDDOWN": ROUND_DOWN}
_STEPPED = {"CEILING": ROUND_CEILING, "FLOOR": ROUND_FLOOR}
_SUM_OF_ALL = 9


def called(name: str, lists: Sequence[Sequence[Decimal]]) -> Decimal | None:
    """What a function gives for its arguments, each a list; None for one that is not known here."""
    if name == "SUMPRODUCT":
        alike = len({*map(len, lists)}) == 1
        sides = [Decimal(prod(side)) for side in zip(*lists, strict=alike)] if alike else None
        return None if sides is None else sum(sides, Decimal(0))
    values = [value for one in lists for value in one]
    if name == "SUBTOTAL" and values[:1] == [_SUM_OF_ALL]:
        return sum(values[1:], Decimal(0))
    if name == "SUM":
        return sum(values, Decimal(0))
    if name == "PRODUCT" and values:
        return Decimal(prod(values))
    if name in ("MAX", "MIN") and values:
        return max(values) if name == "MAX" else min(values)
    return _rounded(name, values)


def _rounded(name: str, values: Sequence[Decimal]) -> Decimal | None:
    if name == "ABS" and len(values) == 1:
        return abs(values[0])
    if name == "INT" and len(values) == 1:
        return values[0].to_integral_value(ROUND_FLOOR)
    if len(values) != 2:
        return None
    if name in _ROUNDED:
        return values[0].quantize(Decimal(1).scaleb(-int(values[1])), _ROUNDED[name])
    if name in _STEPPED and values[1] > 0:
        return (values[0] / values[1]).to_integral_value(_STEPPED[name]) * values[1]
    return None
