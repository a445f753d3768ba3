"""Rulings on the column that counts what is ordered, and on its unit."""

from collections.abc import Mapping, Sequence

from orders.columns import Column
from orders.dictionary import column_meanings, names_any
from orders.headers import IDENTIFIERS
from orders.placeholder import is_placeholder
from orders.units import is_countable, unit_of
from orders.values import fold, words_of_list

_NAMED, _MOSTLY = 0.6, 0.5
_COUNTED = frozenset({"quantity", "cases", "shipped", "stock", "moq"})
_ORDERED_WORDS = """
order|ordered|bestell|bestellt|bestellte|bestellmenge|commandé|commandée|commandes|pedida|pedido|solicitada
|ordinata|ordinato|encomendada|sipariş|заказ|заказано|замовлено|سفارش|الطلب|zamówiona|zamówiono|objednané|besteld
"""
_ORDERED = frozenset(words_of_list(_ORDERED_WORDS))
_NEEDED = frozenset(
    words_of_list("""
need|needs|needed|required|requirement|benötigt|bedarf|besoin|nécessaire|necesario|necesaria|necesita|fabbisogno
|necessario|necessaria|necessário|necessária|ihtiyaç|нужно|необходимо|потребность|potrzebne|nodig|behov
""")
)
_BOUGHT = frozenset(
    words_of_list(
        "buy|purchase|order|bestellen|commander|pedir|ordinare|encomendar|beställ|kaufen|acheter|acheté|comprar|compra|comprare|kopen|купить|kupić|satın|خرید"
    )
)
_PAST_WORDS = """
last|previous|prev|prior|past|old|former|ly|alter|ancien|viejo|vecchio|antigo|eski|старая|قدیم|قديم|oud|oude|stara|vorjahr|letzte|letzter|letztes|n 1|précédente|précédent|dernière|anno prec|anno precedente
|ultimo|último|última|anterior|ant|geçen|önceki|прошлый|прошлого|прошлом|предыдущий|قبل|قبلی|پیشین|الماضية|السابقة|السابق
|去年|上年|上次|上期|前年|前回|昨年|지난|전년|작년|전월
"""
_PAST = frozenset(words_of_list(_PAST_WORDS))
"""What says that a number is of another time."""
_ORDERED_UNSPACED = ("订购", "采购", "订货", "訂購", "採購", "注文", "発注", "주문", "발주")


def _rule_counted_units(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Qty Unit` over `6 pcs`, as papers print two columns close together, is the quantity."""
    for column in columns:
        known = [set(column_meanings(word)) for word in column.header.split()]
        both = len(known) == 2 and {"quantity"} in known and any("unit" in one for one in known)
        if both and column.share("with_unit") > _MOSTLY:
            scores[column.number] = {"quantity": 1.0}


def _rule_pieces(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Kits`, `Rolls` over wholes, where nothing else is counted or summed: to be asked."""
    if _are_counted(columns, scores):
        return
    for column in columns:
        told = is_countable(column.header) and bool(unit_of(column.header))
        if not scores[column.number] and told and column.share("whole") == 1:
            scores[column.number]["quantity"] = 0.8


def _rule_unheaded_count(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """Wholes under no heading, where no other column counts or sums and items are named: to be asked."""
    bare = [one for one in columns if not one.header and one.cells]
    if len(bare) != 1 or _are_counted(columns, scores):
        return
    only = bare[0]
    items = [one for one in columns if scores[one.number].keys() & {*IDENTIFIERS}]
    full = bool(items) and all(len(one.cells) <= len(only.cells) for one in items)
    if full and only.share("whole") == 1 and not only.sequence:
        scores[only.number] = {"quantity": 0.7}


def _are_counted(columns: Sequence[Column], scores: Mapping[int, Mapping[str, float]]) -> bool:
    """Whether some column counts the items, or sums what they come to."""
    named = ("quantity", "cases", "line_total")
    return any(_is_named(scores, column, name) for column in columns for name in named)


def _rule_confirmed(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Confirmed qty` over wholes is what both sides agreed on, where nothing else counts."""
    counts = [one for one in columns if {"quantity", "shipped"} <= scores[one.number].keys()]
    if len(counts) != 1 or counts[0].share("whole") < 1:
        return
    rivals = [one for one in columns if one is not counts[0]]
    if not _are_counted(rivals, scores) and not any("shipped" in scores[c.number] for c in rivals):
        scores[counts[0].number] = {"quantity": 0.9}


def _rule_units(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """Of `Ordered | Unit | Delivered | Unit` the unit behind what is ordered is the order's."""
    units = [one for one in columns if one.cells and _is_named(scores, one, "unit")]
    counts = [one for one in columns if scores[one.number].keys() & _COUNTED]
    before = {
        unit.number: max((c for c in counts if c.number < unit.number), key=lambda c: c.number)
        for unit in units
        if any(c.number < unit.number for c in counts)
    }
    own = [n for n, count in before.items() if _is_named(scores, count, "quantity")]
    if len(own) == 1 and len(before) == len(units) > 1:
        for unit in units:
            if unit.number != own[0]:
                scores[unit.number].pop("unit")


def rule_past(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Last year qty` is nothing that is ordered now, where another column counts that."""
    for column in columns:
        past = names_any(column.header, _PAST)
        others = (scores[one.number] for one in columns if one is not column)
        if past and any("quantity" in one for one in others):
            scores[column.number].pop("quantity", None)


def rule_ordered(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Order qty` beside a mere `Qty` is what is ordered, where no total of a line says otherwise."""
    counted = [one for one in columns if scores[one.number].get("quantity", 0.0) >= _NAMED]
    summed = any("line_total" in scores[c.number] and c.share("number") > _MOSTLY for c in columns)
    ordered = [one for one in counted if _is_ordered(one.header)]
    if summed or len(ordered) != 1 or not ordered[0].share("number"):
        return
    for column in counted:
        if column is not ordered[0] and len(fold(column.header).split()) == 1:
            scores[column.number].pop("quantity")


def rule_needed(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Qty to order` or `Order` beside `Qty needed` is what is ordered of what is needed."""
    counted = [one for one in columns if scores[one.number].get("quantity", 0.0) >= _NAMED]
    needed = [one for one in counted if not _NEEDED.isdisjoint(_words(one.header))]
    told = [one for one in columns if one not in needed and _counts_wholes(one)]
    told = [one for one in told if not (_ORDERED | _BOUGHT).isdisjoint(_words(one.header))]
    others = [one for one in counted if one not in (*needed, *told)]
    if needed and len(told) == 1 and not others and needed[0].cells.keys() >= told[0].cells.keys():
        scores[told[0].number]["quantity"] = 1.0
        for column in needed:
            scores[column.number].pop("quantity")


def _words(header: str) -> list[str]:
    return [word.strip("()[]") for word in fold(header).split()]


def _counts_wholes(column: Column) -> bool:
    """Whether whole numbers stand there, and but signs that there is none: `-`."""
    left = [text for text in column.texts.values() if not is_placeholder(text)]
    return bool(left) and round(column.share("whole") * len(column.cells)) == len(left)


def _is_ordered(header: str) -> bool:
    words = fold(header).split()
    spaced = len(words) == 2 and not _ORDERED.isdisjoint(words)
    return spaced or fold(header).startswith(_ORDERED_UNSPACED)


def _is_named(scores: Mapping[int, Mapping[str, float]], column: Column, name: str) -> bool:
    return scores[column.number].get(name, 0.0) >= _NAMED


COUNTING = (
    _rule_confirmed,
    _rule_units,
    _rule_pieces,
    _rule_unheaded_count,
    _rule_counted_units,
)
