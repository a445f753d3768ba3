"""Notes that count the lines, or that lower the prices of all of them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from orders.asking import count_doubt, paper_doubt
from orders.columns import number_of
from orders.issue import Issue
from orders.order import Line, Order
from orders.retold import notes_outside
from orders.sorted_rows import Rows
from orders.tables import Table
from orders.values import ascii_digits, fold, words_of_list

_LONGEST = 120
_COUNT_WORDS = """
number of lines|no of lines|lines|line count|total lines|number of line items|line items|number of positions|positions
|number of items|items|item count|anzahl positionen|anzahl zeilen|positionen|anzahl der positionen|nombre de lignes
|nombre d articles|número de líneas|numero de lineas|líneas|nº de líneas|numero righe|righe|número de linhas|linhas
|satır sayısı|kalem sayısı|количество позиций|число позиций|количество строк|всего позиций|تعداد ردیف|تعداد ردیف ها
|تعداد اقلام|عدد البنود|عدد الأصناف|عدد الاسطر|行数|明细行数|项数|品项数|明細数|件数|품목수|행 수|aantal regels|liczba pozycji
|antal rader|počet položek
"""
_COUNTS = frozenset(words_of_list(_COUNT_WORDS))
_SAID = re.compile(r"^(?P<label>\D{2,40}?)\s*[:：=]?\s*(?P<count>\d{1,4})\.?$")
_LESS_WORDS = """
less|minus|off|discount|discounted|reduced|reduction|rebate|rabatt|nachlass|abzüglich|abzgl|reduziert|remise|réduction
|moins|rabais|descuento|menos|sconto|meno|ribasso|desconto|abatimento|indirim|indirimli|iskonto|iskontolu|скидка|скидкой
|скидки|скидку|تخفیف|خصم|korting|rabat|rabattert|sleva|kedvezmény|έκπτωση
"""
_LESS = frozenset(words_of_list(_LESS_WORDS))
_LESS_UNSPACED = ("折扣", "打折", "割引", "値引", "할인")
_ELSE_WORDS = """
payment|payments|paid|pay|cash|within|days|day|prompt|early|zahlung|zahlbar|skonto|tage|tagen|innerhalb|escompte|jours
|paiement|comptant|pronto|pago|días|contado|pagamento|giorni|contanti|dias|vade|ödeme|peşin|gün|оплате|оплаты|дней|نقدی
|پرداخت|روز|الدفع|نقدا|betaling|dagen|incl|including|included|inclusive|already|after|inkl|inklusive|enthalten|bereits
|inclus|compris|déjà|incluido|incluidos|ya|incluso|inclusi|già|já|dahil|включая|включена|учетом|شامل|vat|tax|mwst|ust|tva
|iva|kdv|ндс|مالیات|ضريبة|late|voucher|coupon|next
|over|above|more|minimum|min|if|when|orders|every|additional|ab|über|bei|wenn|bestellungen|si|dès|desde|superiores|se|oltre|acima|üzeri
|от|при|если|свыше|اگر|بالای|إذا
"""
_ELSE = frozenset(words_of_list(_ELSE_WORDS))
"""Beside these a share is one of payment, of tax, or of prices that have it taken off already."""
_SHARE = re.compile(
    r"(?<![\d.,])\d{1,2}(?:[.,]\d+)? ?(?:%|٪|per ?cent|prozent|percent|pour ?cent|por ciento)"
)


def tallied(table: Table, rows: Rows, order: Order) -> Iterator[Issue]:
    """A question for a count that the lines do not come to, and for prices that a note lowers."""
    lines = order.lines
    lowered = order.discount is not None or any(line.discount for line in lines)
    for (row, column), text in notes_outside(table, rows):
        said = _count_said(table, row, column, text) if len(text) <= _LONGEST else None
        if said is not None and lines and said not in _totals(lines):
            yield count_doubt(table.grid.address(row, column), f"{said}", f"{len(lines)}")
        elif not lowered and len(text) <= _LONGEST and _lowers(text):
            yield paper_doubt(table.grid.address(row, column), {"value": text, "why": "note"})


def _totals(lines: Sequence[Line]) -> tuple[Decimal, ...]:
    """What a count may be of: the lines, or the pieces."""
    return Decimal(len(lines)), sum((one.quantity or Decimal(0) for one in lines), Decimal(0))


def _count_said(table: Table, row: int, column: int, text: str) -> int | None:
    """The number that a text, or the cell beside it, says under a name for the count of lines."""
    if fold(text) in _COUNTS:
        cell = table.grid.cell(row, column + 1)
        number = number_of(cell) if cell is not None else None
        return int(number) if number is not None and number == number.to_integral_value() else None
    told = _SAID.fullmatch(ascii_digits(text).strip())
    return int(told["count"]) if told and fold(told["label"]) in _COUNTS else None


def _lowers(text: str) -> bool:
    """Whether a note takes a share off what the paper's prices say."""
    folded = fold(text)
    words = {*folded.split()}
    less = not _LESS.isdisjoint(words) or any(word in folded for word in _LESS_UNSPACED)
    return less and _ELSE.isdisjoint(words) and bool(_SHARE.search(ascii_digits(text).casefold()))
