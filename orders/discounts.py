"""Discounts of lines: those that the file's own sums prove per cents."""

from decimal import Decimal

from orders.checks import tolerance
from orders.order import Line

_HUNDRED = Decimal(100)


def proven_percent(line: Line, currency: str = "") -> Decimal:
    """The per cents that a line's own total proves, or 0.

    "0.1" may mean 10 % or 0.1 %, "5" five per cent or five euros: only the sum beside it tells.
    """
    figures = (line.quantity, line.unit_price, line.line_total, line.discount)
    quantity, price, total, discount = figures
    if not quantity or not price or total is None or not discount or discount < 0:
        return Decimal(0)
    allowed = tolerance(quantity, price, currency)
    readings = {discount, discount * _HUNDRED}
    fitting = [
        percent
        for percent in readings
        if percent < _HUNDRED
        and abs(quantity * price * (1 - percent / _HUNDRED) - total) <= allowed
        and abs(quantity * price - total) > allowed
    ]
    return fitting[0] if len(fitting) == 1 else Decimal(0)
