"""Questions about money under a currency, or `Net`, and nothing else."""

from collections.abc import Sequence
from decimal import Decimal

from orders.asking import which_column
from orders.columns import Column
from orders.issue import Issue
from orders.money import heads_money
from orders.order import Order
from orders.proofs import headed_by_currency
from orders.riding import LONE
from orders.tables import Table
from orders.values import fold, words_of_list

_CENT = Decimal("0.01")
_NETS = frozenset(words_of_list("net|nett|netto|neto|net price|gross|brutto|خالص"))


def currency_heads(table: Table, order: Order) -> list[Issue]:
    """The question whether such a column holds prices, which one of several does, unless a sum proves it."""
    if "unit_price" in table.chosen:
        return []
    if (net := _bare_net(table)) and not _comes_to(order, [one.line_total for one in order.lines]):
        return [which_column(table, "line_total", [net], net.letter, why=LONE)]
    taken = table.column(table.mapping.get("unit_price", 0))
    if taken is None:
        headed = headed_by_currency(table.columns, table.mapping)
        return [which_column(table, "unit_price", headed, headed[0].letter)] if headed else []
    if not heads_money(taken.header) or "line_total" in table.mapping or _adds_up(order):
        return []
    return [which_column(table, "unit_price", [taken], taken.letter, why=LONE)]


def _adds_up(order: Order) -> bool:
    """Whether quantities times prices come to a sum that the paper states."""
    return _comes_to(order, [one.expected_total for one in order.lines])


def _bare_net(table: Table) -> Column | None:
    """The column of lines' totals that says no more than `Net`, where nothing else tells a price."""
    column = table.column(table.mapping.get("line_total", 0))
    told = {"unit_price", "quantity"} & table.mapping.keys() == {"quantity"}
    asked = told and column is not None and "line_total" not in table.chosen
    return column if asked and column and fold(column.header) in _NETS else None


def _comes_to(order: Order, amounts: Sequence[Decimal | None]) -> bool:
    """Whether what the lines come to is a sum that the paper states."""
    stated = (order.subtotal, order.total, (order.total or Decimal(0)) - (order.tax or Decimal(0)))
    if None in amounts:
        return False
    summed = sum((one or Decimal(0) for one in amounts), Decimal(0))
    return any(one is not None and abs(one - summed) <= _CENT for one in stated)
