"""Columns of exports that speak of the order, on each of its lines."""

from collections.abc import Mapping, Sequence

from orders.columns import Column
from orders.dictionary import label_meanings
from orders.values import fold, words_of_list

_NAMED = 0.6
_FEW = 3
_OF_THE_ORDER = frozenset(
    words_of_list("""
order total|order subtotal|order amount|order value|order total amount|total order|auftragssumme|bestellsumme|auftragswert
|total commande|montant commande|total de la commande|total pedido|importe pedido|total del pedido|totale ordine|importo ordine
|total do pedido|valor do pedido|sipariş toplamı|sipariş tutarı|сумма заказа|итого по заказу|wartość zamówienia
|订单金额|订单总额|货品总价|商品总价|实付款|应付款|訂單金額|注文合計|注文金額|주문금액|주문합계|مبلغ کل سفارش|جمع سفارش|إجمالي الطلب
""")
)
"""What an export repeats on each line of an order."""
_CARTS = ("order ", "cart ")


def rule_order_day(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """A bare `Date` that is the same on all lines of an order is the day of the order."""
    numbered = [one for one in columns if scores[one.number].get("po_number", 0.0) >= _NAMED]
    for column in columns if len(numbered) == 1 else ():
        rows = numbered[0].texts
        days = {(rows.get(row), text) for row, text in column.texts.items()}
        told = 0 < scores[column.number].get("delivery_date", 0.0) < 1 and column.share("date") == 1
        told = told and len(fold(column.header).split()) == 1
        if told and len(days) == numbered[0].distinct and len(column.cells) > len(days):
            scores[column.number] = {"order_date": 1.0}


def rule_once(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Subtotal`, `Total` on one row of many, or the same on all, is the order's and no line's."""
    longest = max((len(column.cells) for column in columns), default=0)
    first = min((row for column in columns for row in column.cells), default=0)
    for column in columns:
        told = {"subtotal", "total"} & set(label_meanings(column.header))
        few = longest >= _FEW and len(column.cells) * _FEW <= longest
        once = len(column.cells) < longest and column.cells.keys() <= {first}
        if (told and (few or once)) or fold(column.header) in _OF_THE_ORDER:
            scores[column.number].pop("line_total", None)
        elif fold(column.header).startswith(_CARTS):
            # `Cart Discount Amount` beside `Item cost` is taken off the order, once.
            for name in ("discount", "tax", "line_total"):
                scores[column.number].pop(name, None)
        elif _repeats_a_sum(column, columns, scores):
            scores[column.number].pop("line_total")


def _repeats_a_sum(
    column: Column, columns: Sequence[Column], scores: Mapping[int, Mapping[str, float]]
) -> bool:
    """Whether every line has one amount, though the lines count and cost different numbers."""
    if "line_total" not in scores[column.number] or not column.constant:
        return False
    return len(column.cells) >= _FEW and all(
        any(one.distinct > 1 for one in columns if name in scores[one.number])
        for name in ("quantity", "unit_price")
    )
