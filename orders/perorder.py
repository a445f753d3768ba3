"""Columns of exports that speak of the order, on each of its lines."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from orders.columns import Column, number_of
from orders.dictionary import label_meanings
from orders.fillers import NAME
from orders.values import fold, head, words_of_list

_NAMED = 0.6
_FEW, _HIGHEST_RATE = 3, 35
_OF_THE_ORDER = frozenset(
    words_of_list("""
order total|order subtotal|order amount|order value|order total amount|total order|auftragssumme|bestellsumme|auftragswert
|total commande|montant commande|total de la commande|total pedido|importe pedido|total del pedido|totale ordine|importo ordine
|total do pedido|valor do pedido|sipariş toplamı|sipariş tutarı|сумма заказа|итого по заказу|wartość zamówienia
|订单金额|订单总额|货品总价|商品总价|实付款|应付款|訂單金額|注文合計|注文金額|주문금액|주문합계|مبلغ کل سفارش|جمع سفارش|إجمالي الطلب
""")
)
"""What an export repeats on each line of an order."""
_BARE = frozenset(
    words_of_list("""
id|name|no|nr|num|number|#|nº|n°|document|document no|document number|doc no|docno|doc num|document id|voucher no|voucher number|vch no|vch bill no
|nummer|belegnummer|beleg nr|belegnr|numéro|numero|n° pièce|n° piece|no pièce|pièce|número|nro|numdoc|num doc|folio|clave|consecutivo|nro documento
|número de documento|nº documento|numero documento|número documento|fiş no|evrak no|belge no|номер|номер документа|№|№ документа|numer
|numer dokumentu|číslo|番号|伝票番号|伝票no|单据编号|单据号|单号|單號|編號|编号|번호|전표번호|일자 no|شماره|شماره سند|شماره فاکتور|رقم
""")
)
_WORN = frozenset(
    words_of_list("""
garment|garments|clothing|vêtement|vêtements|tenue|kleidungsstück|bekleidung|kleidung|prenda|ropa|capo|indumento|abbigliamento
|kledingstuk|kleding|giysi|kıyafet|одежда|вид одежды|odzież|ubranie|peça de roupa|vestuário|لباس|پوشاک|نوع لباس|اللباس|الملابس
""")
)
_NUMBER = re.compile(r"(?=\S*\d)\S{3,25}(?: \S{1,12})?")
_OWN = frozenset({"subtotal", "total", "po_number", "customer"})
"""A tax stands on the rows of these, or it is that of the few lines it stands on."""
_CARTS = ("order ", "cart ")


def rule_wearers(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """A bare `Name` beside `Garment` is who wears it."""
    if any(fold(one.header) in _WORN and one.cells for one in columns):
        for column in columns:
            if fold(column.header) in NAME:
                scores[column.number].pop("product_name", None)


def rule_number_again(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """A bare `No`, `Номер`, `ID` whose numbers come again, one after the other, numbers the orders.

    So does one on the first of several lines only, beside others that name and count the items.
    """
    if any("po_number" in scores[one.number] and one.cells for one in columns):
        return
    longest = max((len(column.cells) for column in columns), default=0)
    told = ({"sku", "product_name", "gtin"}, {"quantity"})
    for column in columns if longest > 1 else ():
        rest = [scores[one.number] for one in columns if one is not column]
        named = all(any(mine.get(f, 0.0) >= _NAMED for mine in rest for f in any_) for any_ in told)
        texts = list(column.texts.values())
        numbers = not column.share("date") and all(map(_NUMBER.fullmatch, texts))
        again = len(texts) > 1 and len(list(groupby(texts))) == len({*texts}) < len(texts)
        if named and numbers and fold(column.header) in _BARE and (again or len(texts) == 1):
            scores[column.number] = {"po_number": 1.0}
            return


def rule_order_day(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """A bare `Date` that is the same on all lines of an order is the day of the order."""
    numbered = [one for one in columns if scores[one.number].get("po_number", 0.0) >= _NAMED]
    for column in columns if len(numbered) == 1 else ():
        told = 0 < scores[column.number].get("delivery_date", 0.0) < 1 and column.share("date") == 1
        told = told and len(fold(column.header).split()) == 1
        rows = numbered[0].texts
        days = {(rows.get(row), text) for row, text in column.texts.items()}
        again = len(column.cells) > len(days) or column.cells.keys() == rows.keys()
        longest = max(len(one.cells) for one in columns)
        if told and len(days) == numbered[0].distinct and again and longest > len(days):
            scores[column.number] = {"order_date": 1.0}


def rule_once(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Subtotal`, `Total` on one row of many, or the same on all, is the order's and no line's."""
    longest = max((len(column.cells) for column in columns), default=0)
    first = min((row for column in columns for row in column.cells), default=0)
    heads = [one.cells.keys() for one in columns if _OWN & {*label_meanings(one.header)}]
    for column in columns:
        told = bool({"subtotal", "total"} & set(label_meanings(column.header)))
        told = told or (column.cells.keys() in heads and "tax" in scores[column.number])
        few = longest >= _FEW and len(column.cells) * _FEW <= longest
        once = len(column.cells) < longest and column.cells.keys() <= {first}
        if (told and (few or once)) or fold(head(column.header)[0]) in _OF_THE_ORDER:
            scores[column.number].pop("line_total", None)
            scores[column.number].pop("tax", None)
        elif fold(column.header).startswith(_CARTS):
            # `Cart Discount Amount` beside `Item cost` is taken off the order, once.
            for name in ("discount", "tax", "line_total"):
                scores[column.number].pop(name, None)
        elif "tax" in scores[column.number] and _numbers_payers(column):
            scores[column.number].pop("tax")
        elif _is_said_of_orders(column, columns, scores):
            _take_from_lines(column, columns, scores)


def _numbers_payers(column: Column) -> bool:
    """Whether long numbers under a tax name who pays it; amounts of rial are as long, and round."""
    rounded = any(text.endswith("00") for text in column.texts.values())
    return column.share("long_digits") == 1 and not rounded


def _take_from_lines(
    column: Column, columns: Sequence[Column], scores: Mapping[int, dict[str, float]]
) -> None:
    """What all lines of an order say is no line's sum, no tax but a rate, and counts no line."""
    mine = scores[column.number]
    numbers = [number_of(cell) or 0 for cell in column.cells.values()]
    if "line_total" in mine and _differ(("quantity", "unit_price"), columns, scores):
        mine.pop("line_total")
    if all(number > _HIGHEST_RATE for number in numbers):
        mine.pop("tax", None)
    coded = [one for one in columns if one is not column and "sku" in scores[one.number]]
    if any(one.cells and not _is_said_of_orders(one, columns, scores) for one in coded):
        mine.pop("sku", None)  # `Code` is the customer's, beside the items' own.
    if "quantity_total" in label_meanings(column.header) and _differ(
        ("quantity",), columns, scores
    ):
        mine.pop("quantity", None)


def _is_said_of_orders(
    column: Column, columns: Sequence[Column], scores: Mapping[int, Mapping[str, float]]
) -> bool:
    """Whether all lines of each order say the same: of the only one, or of each that has a number."""
    numbered = [one for one in columns if scores[one.number].get("po_number", 0.0) >= _NAMED]
    orders = next((one.texts for one in numbered if one is not column and one.distinct > 1), {})
    said = {(orders.get(row), text) for row, text in column.texts.items()}
    named = len({*orders.values()}) or 1
    return len(said) == named and len(column.cells) >= max(_FEW, 2 * named)


def _differ(
    names: Sequence[str], columns: Sequence[Column], scores: Mapping[int, Mapping[str, float]]
) -> bool:
    """Whether for each of these fields some column says different things of the lines."""
    return all(any(one.distinct > 1 for one in columns if n in scores[one.number]) for n in names)
