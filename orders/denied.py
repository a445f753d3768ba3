"""Rulings where values deny what a heading says, or say what none does."""

import re
from collections.abc import Sequence
from datetime import datetime, time
from decimal import Decimal

from orders.columns import Column, number_of
from orders.made import is_of_make
from orders.money import currencies_in
from orders.sheet import Cell
from orders.units import is_pack, priced_measure, priced_unit, unit_of
from orders.unnamed import MATERIALS, UNNAMED
from orders.values import ascii_digits, fold, is_link, words_of_list

_MOST, _NAMED, _FULL, _SEVERAL = 0.5, 0.6, 0.8, 2
_DIGITS = 4
"""Numbers so long are codes, or prices, before they are counts."""
_FEWEST_SUMS = 3
_DIGIT = re.compile(r"\d").search
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
_CITY_WORDS = """
location|city|town|country|region|state|address|street|zip|ort|stadt|land|plz|strasse|adresse|ville|pays|ciudad
|país|dirección|città|paese|indirizzo|cidade|endereço|şehir|ülke|adres|город|страна|адрес|شهر|کشور|آدرس|مدينة|عنوان
"""
_PLACES = frozenset(words_of_list(_CITY_WORDS))
_CARRIAGE_WORDS = """
shipping|delivery|livraison|entrega|consegna|freight|postage|handling|courier|versand|versandkosten|porto|fracht|lieferkosten|port|transport|envío|envio
|flete|portes|spedizione|trasporto|frete|kargo|nakliye|доставка|доставки|کرایه|ارسال|شحن|verzending|verzendkosten|frakt|wysyłka
"""
_CARRIAGE = frozenset(words_of_list(_CARRIAGE_WORDS))
_DAY = frozenset(
    words_of_list(
        "date|datum|fecha|data|tarih|дата|تاریخ|التاريخ|تاريخ|日期|日付|날짜|dato|timestamp"
    )
)


def _rule_places(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """A customer's column holds words and no towns; numbers under `Account` are something else."""
    for column in columns:
        mine = scores[column.number]
        placed = not _PLACES.isdisjoint(fold(column.header).split())
        if "customer" in mine and (placed or column.share("words") < _MOST):
            mine.pop("customer")


def _rule_carriage(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Shipping price` is what the way costs, and no price of an item, where another column is one."""
    priced = [one for one in columns if "unit_price" in scores[one.number]]
    carried = [one for one in priced if is_of_carriage(one.header)]
    for column in carried if len(carried) < len(priced) else ():
        scores[column.number].pop("unit_price")


def _rule_carried(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """What a price and its carriage come to, row by row, is the price of no item."""
    priced = [one for one in columns if "unit_price" in scores[one.number]]
    for whole in priced:
        if any(is_delivered(part, whole, columns) for part in priced if part is not whole):
            scores[whole.number].pop("unit_price")


def is_delivered(part: Column, whole: Column, columns: Sequence[Column]) -> bool:
    """Whether a price and its carriage add up to another price on nearly every row, and on several."""
    ways = [one for one in columns if is_of_carriage(one.header)]
    return any(_add_up(part, way, whole) for way in ways)


def _add_up(part: Column, way: Column, whole: Column) -> bool:
    shared = part.cells.keys() & way.cells.keys() & whole.cells.keys()
    rows = [[number_of(one.cells[row]) for one in (part, way, whole)] for row in shared]
    held = [one + more == both for one, more, both in rows if one and more and both]
    return sum(held) >= max(_FEWEST_SUMS, _FULL * len(rows))


def is_of_carriage(header: str) -> bool:
    """Whether a heading speaks of what it costs to bring the goods."""
    return not _CARRIAGE.isdisjoint(word.strip("()[]") for word in fold(header).split())


def _rule_number(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Number` over small counts, beside names and prices and no other count, may say how many."""
    told = {field for mine in scores.values() for field in mine}
    if "quantity" in told or not {"product_name", "unit_price"} <= told:
        return
    for column in columns:
        mine = scores[column.number]
        short = max(map(len, column.samples(50)), default=_DIGITS) < _DIGITS
        whole = column.share("whole") == 1 and not column.share("leading_zero")
        if {"sku", "line_no"} <= mine.keys() and whole and short and not column.sequence:
            scores[column.number] = {"quantity": 0.8}


def is_linked(column: Column) -> bool:
    """Whether every cell leads to a page, written out."""
    return all(map(is_link, column.samples(50)))


def unnamed_before(columns: Sequence[Column], named: Sequence[Column]) -> list[Column]:
    """Columns of texts under words nobody knows before the first of words: the items, perhaps."""
    first, filled = (named[0].number, named[0].cells.keys()) if named else (0, set[int]())
    return [
        one
        for one in columns
        if one.number < first and one.header and not one.meanings and one.cells.keys() >= filled
        and not (one.sequence or one.share("number") or is_linked(one))
    ]  # fmt: skip


def _rule_moments(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Date` over moments of a day says when somebody ordered: nobody is to deliver at 12:15:04."""
    for column in columns:
        mine = scores[column.number]
        if "delivery_date" in mine and fold(column.header) in _DAY and _is_of_moments(column):
            mine.pop("delivery_date")


def _is_of_moments(column: Column) -> bool:
    timed = [cell for cell in column.cells.values() if _tells_time(cell)]
    return bool(timed) and len(timed) > _MOST * len(column.cells)


def _tells_time(cell: Cell) -> bool:
    if isinstance(cell.value, datetime):
        return cell.value.time() != time()
    told = _CLOCK.search(ascii_digits(cell.value)) if isinstance(cell.value, str) else None
    return told is not None and told.group().strip("0: ") != ""


def _rule_substances(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Material` over `PP`, `oak`, or over `S235` alone, says what items are made of that another column tells apart."""
    for column in columns:
        mine = scores[column.number]
        digits = any(any(map(str.isdigit, text)) for text in column.samples(50))
        if fold(column.header) not in MATERIALS or (digits and not column.constant):
            continue
        others = [one for one in columns if one is not column]
        apart = any(_tells_apart(one, scores) for one in others)
        if apart or (column.constant and any(map(_is_unlike, others))):
            mine.pop("sku", None)
            mine.pop("product_name", None)


def _is_unlike(column: Column) -> bool:
    """Whether texts that differ stand under a heading that nobody knows, or that may name items."""
    strange = {*column.meanings} <= {"product_name"} and not column.share("number")
    return strange and bool(column.header) and column.distinct > 1


def _tells_apart(column: Column, scores: dict[int, dict[str, float]]) -> bool:
    mine = scores[column.number]
    named = mine.get("product_name", 0.0) >= _MOST and column.share("words") > _MOST
    return named or max(mine.get("sku", 0.0), mine.get("gtin", 0.0)) >= _FULL


def _rule_made(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Cross-section` over `5x16` only sounds like the name of items: it says what they are like."""
    for column in columns:
        mine = scores[column.number]
        if is_of_make(column) and mine.get("product_name", 0.0) < _NAMED:
            mine.pop("sku", None)
            mine.pop("product_name", None)


def _rule_unnamed_units(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`pcs` on every row is the unit where no other column is one: under no heading, `OUn`, `Pack`.

    `no` below a heading, as `Gift`, is an answer, though it is short for numbers of pieces too.
    """
    if any("unit" in scores[one.number] for one in columns):
        return
    for column in columns:
        mine = scores[column.number]
        if (
            not mine.keys() - {"pack_size", "category"}
            and column.share("unit") == 1
            and column.share("fill") >= _FULL
            and not (column.header and {*map(fold, column.texts.values())} == {"no"})
        ):
            scores[column.number] = {"unit": 1.0}
            return


def _rule_priced_per(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`$/kg`, `EUR / m2` is what a unit costs, and weighs nothing."""
    for column in columns:
        money, _, unit = column.header.partition("/")
        if currencies_in(money) and unit_of(unit.strip()) and column.share("number") > _MOST:
            scores[column.number] = {
                "unit_price": max(scores[column.number].get("unit_price", 0.0), 0.95)
            }


def _rule_priced_cases(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """At a `Price/box` boxes are what is ordered, whatever pieces they come to, where no sum says so."""
    told = {field for one in columns if one.share("number") for field in scores[one.number]}
    cased = [one for one in columns if "cases" in one.meanings and one.share("whole") == 1]
    priced = [one for one in columns if "unit_price" in scores[one.number]]
    per = [one for one in priced if is_pack(priced_unit(one.header))]
    if "line_total" in told or len(cased) != 1 or len(per) != 1 or per != priced:
        return
    for column in columns:
        if "quantity" in scores[column.number]:
            scores[column.number] = {"stock": 1.0}
    scores[cased[0].number] = {"quantity": 1.0}


def _rule_weighed(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Weight (kg)` is what is ordered where nothing counts, and it is priced: by sums, or `Price/kg`."""
    told = {field for mine in scores.values() for field in mine}
    weights = [one for one in columns if "weight" in scores[one.number]]
    priced = {priced_measure(one.header) for one in columns if "unit_price" in scores[one.number]}
    if len(weights) > 1 and priced - {""}:
        weights = [one for one in weights if priced & {*map(fold, one.header.split())}]
    named = any(priced & {*map(fold, one.header.split())} for one in weights)
    paid = "unit_price" in told and ("line_total" in told or named)
    if {"quantity", "cases"} & told or not paid or len(weights) > 1:
        return
    for column in weights:
        if column.share("number") == 1:
            scores[column.number] = {"quantity": 0.9}


def _rule_list_price(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`RRP` is the price where no other is, and each sum is it times the quantity less the discount."""
    told: dict[str, list[Column]] = {}
    for column in columns:
        for field in scores[column.number].keys() & {*_SUM, "unit_price"}:
            told.setdefault(field, []).append(column)
    if "unit_price" in told or any(len(told.get(field, ())) != 1 for field in _SUM):
        return
    quantity, price, discount, total = (told[field][0] for field in _SUM)
    sums = [
        (count * listed * (1 - off / 100), said)
        for row in total.cells
        if (count := _at(quantity, row)) is not None
        and (listed := _at(price, row)) is not None
        and (off := _at(discount, row)) is not None
        and (said := _at(total, row)) is not None
    ]
    if len(sums) > 1 and all(abs(made - said) <= _CENT for made, said in sums):
        scores[price.number] = {"unit_price": 0.9}


_SUM = ("quantity", "rrp", "discount", "line_total")
_CENT = Decimal("0.01")


def _at(column: Column, row: int) -> Decimal | None:
    return number_of(column.cells[row]) if row in column.cells else None


def _rule_repeated(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """Codes under a heading that only sounds like one of items, the same for several items, are none.

    So are those of the customs: `8544.49`; and words under `Model`, as `Hilux` for several parts.
    """
    told = ("product_name", "gtin")
    named = [one for one in columns if any(scores[one.number].get(f, 0.0) >= _FULL for f in told)]
    for column in columns:
        mine = scores[column.number]
        shared = any(one.distinct > column.distinct for one in named if one is not column)
        weak = mine.get("sku", 1.0) < _FULL or not any(map(_DIGIT, column.samples(50)))
        if "sku" in mine and weak and column.distinct < len(column.cells) and shared:
            mine.pop("sku")
    varied = [one for one in columns if "sku" in scores[one.number] and one.distinct > _SEVERAL]
    for column in columns if varied else ():
        if column.constant and len(column.cells) > _SEVERAL:
            scores[column.number].pop("gtin", None)  # The number of a place, for all items.


DENIED = (
    _rule_repeated,
    _rule_list_price,
    _rule_priced_per,
    _rule_priced_cases,
    _rule_weighed,
    _rule_substances,
    _rule_made,
    _rule_places,
    _rule_carriage,
    _rule_carried,
    _rule_moments,
    *UNNAMED,
    _rule_unnamed_units,
    _rule_number,
)
