"""Columns left over that may be the quantity, or the items' code: asked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from orders.asking import which_column
from orders.bareday import BARE_DAYS
from orders.checks import adds_up
from orders.columns import SAMPLE, Column, number_of
from orders.denied import is_linked
from orders.dictionary import NEIGHBOURS
from orders.fillers import NAME
from orders.issue import Issue
from orders.made import is_of_make
from orders.order import Order
from orders.riding import LONE
from orders.tables import Table
from orders.twins import names_places, specifies
from orders.units import priced_measure, unit_of
from orders.values import fold, shown, words_of_list

_MOST, _SEVERAL = 0.8, 2
_TOLD = re.compile(r"(?<![^\W_])[^\W\d_A-Z]{4,}(?![^\W_])")
"""A word that describes, as in `75 mcg tablet`, which no code holds."""
_OTHERS = NEIGHBOURS - {"customer_code"}
"""A buyer's own codes name the items where there are no others."""
_WORDS = """
approved|authorised|authorized|genehmigt|freigegeben|approuvée|approuvé|aprobada|aprobado|approvata|approvato|onaylanan
|утверждено|одобрено|مصوب|تایید شده
|new|revised|corrected|amended|changed|updated|final|rev|v2|adjusted|neu|neue|geändert|geänderte|korrigiert
|korr|aktuell|modifiée|modifié|corrigée|corrigé|nouvelle|nouveau|révisée|révisé|nueva|nuevo|modificada
|corregida|revisada|final|nuova|nuovo|modificata|corretta|rivista|nova|novo|alterada|corrigida|yeni|revize
|düzeltilmiş|güncel|новое|новый|новая|исправлено|исправленное|уточненное|измененное|جدید|اصلاحی|اصلاح شده
|نهایی|الجديدة|جديد|جديدة|معدلة|المعدلة|nieuw|nieuwe|gewijzigd|nowa|nowy|zmieniona|nová|nové|нова
"""
_REVISED = frozenset(words_of_list(_WORDS))
_FREE = frozenset(
    words_of_list("""
free|foc|f.o.c|bonus|gratis|free of charge|no charge|kostenlos|naturalrabatt|zugabe|gratuit|gratuits|gratuite|gratuites|offert|offerts|offerte|offertes
|ug|sin cargo|gratuita|gratuitas|gratuitos|bonificación|bonificadas|omaggio|omaggi|gratuito|gratuiti|sconto merce|oferta|bedelsiz|bedava|mal fazlası|бесплатно
|бонус|رایگان|اشانتیون|جایزه|مجاني|مجانا|بونص|赠品|赠送|無償|サービス|무상|증정
""")
)
"""What is sent beside what is ordered."""
_CANCELLED = frozenset(
    words_of_list(
        "cancelled|canceled|storniert|annulée|annulé|anulada|anulado|annullata|annullato|iptal|отменено|لغو شده|ملغى|取消|취소"
    )
)
"""What is ordered no more."""
_UNSPACED = (
    "修改",
    "变更",
    "変更",
    "更正",
    "訂正",
    "修正",
    "新数量",
    "新しい",
    "변경",
    "수정",
    "정정",
)


def overlooked(table: Table, order: Order) -> Iterator[Issue]:
    """Another quantity beside the one that was taken; codes where no column of codes was found.

    A column of days that says no more than `Date` is asked about where no other day is the order's;
    one day on all lines is read as that, and wants but a yes.
    """
    used = {*table.mapping.values(), *table.sizes, table.line_numbers}
    left = [one for one in table.columns if one.number not in used and one.cells]
    yield from _quantities(table, left)
    yield from _priced_by(table, left, order)
    yield from _measured(table, left, order)
    yield from _days(table, order)
    yield from _worn(table, left)
    yield from _gapped(table, left, {one.row for one in order.lines})
    if not {"sku", "gtin"} & {*table.mapping, *table.chosen} and not _is_asked(table, "sku"):
        named = table.column(table.mapping.get("product_name", 0))
        coded = [
            one
            for one in left
            if _is_coded(one, named) and not (named and one.texts == named.texts)
            if not specifies(one.header)
        ]
        # What may be the name is asked first.
        asked = {at for one in table.counts if not one.decided for at in one.shares}
        coded = [one for one in coded if not names_places(one) and one.letter not in asked]
        own = all("customer_code" in one.meanings for one in coded)
        # Where nothing else names the items, their column is asked for already. `Your code | Our code`:
        # whose are they?
        if table.identifiers and coded and (len(coded) == 1 or own):
            yield which_column(table, "sku", coded, coded[0].letter)


def _worn(table: Table, left: Sequence[Column]) -> Iterator[Issue]:
    """`Nom | Ubrania`: where sizes are told, a bare `Name` over the items may be who wears what stands beside it."""
    named = table.column(table.mapping.get("product_name", 0))
    told = {"sku", "gtin", "size"} & table.mapping.keys() == {"size"}
    if _is_asked(table, "product_name") or "product_name" in table.chosen:
        return
    if named is None or not told or fold(named.header) not in NAME:
        return
    if worn := [one for one in left if not one.meanings and one.share("words") > _MOST]:
        yield which_column(table, "product_name", [*worn, named], worn[0].letter)


def _days(table: Table, order: Order) -> Iterator[Issue]:
    due = table.column(table.mapping.get("delivery_date", 0))
    if due is None or not due.cells or "delivery_date" in table.chosen:
        return
    if fold(due.header) not in BARE_DAYS:
        return
    if not order.order_date:
        yield which_column(table, "delivery_date", [due])
    elif order.evidence["order_date"].address in [
        table.grid.address(row, due.number) for row in due.cells
    ]:
        yield which_column(table, "order_date", [due], due.letter, why=LONE)


def _gapped(table: Table, left: list[Column], lines: set[int]) -> Iterator[Issue]:
    """Codes that some lines lack, beside another column that has one for each line: which one?"""
    taken = table.column(table.mapping.get("sku", 0))
    named = table.column(table.mapping.get("product_name", 0))
    if taken is None or named is None or "sku" in table.chosen or _is_asked(table, "sku"):
        return
    fuller = [one for one in left if len(one.cells) > len(taken.cells) and _is_coded(one, named)]
    fuller = [one for one in fuller if not names_places(one) and "product_name" not in one.meanings]
    lacking = lines & named.cells.keys() - taken.cells.keys()
    many = len(taken.cells) < len(named.cells)
    if len(fuller) == 1 and lacking and many and len(named.cells) <= len(fuller[0].cells):
        yield which_column(table, "sku", [taken, *fuller], fuller[0].letter)


def _quantities(table: Table, left: list[Column]) -> Iterator[Issue]:
    taken = table.column(table.mapping.get("quantity", 0))
    if taken is None or "quantity" in table.chosen or table.sizes:
        return
    later = [one for one in left if _is_later(one)]
    beside = [one for one in left if _is_beside(one)]
    # A column of totals tells which one counts, or disagrees and is asked about.
    total = table.column(table.mapping.get("line_total", 0))
    told = total is not None and bool(total.cells)
    twins = [] if told else [one for one in left if _is_twin(one, taken)]
    if later or twins or beside:
        likely = later[0].letter if later else ""
        gifts = not (later or twins) and not any(
            _CANCELLED & {*fold(one.header).split()} for one in beside
        )
        columns = [taken, *later, *twins, *beside]
        # What is free comes on top of what is ordered and paid.
        first, why = (taken.letter, LONE) if gifts else (likely, "")
        yield which_column(table, "quantity", columns, first, why)


def _priced_by(table: Table, left: list[Column], order: Order) -> Iterator[Issue]:
    """`m3` beside `Pcs` at a `Price/m3`: every sum is the price times another column than was taken."""
    taken = table.column(table.mapping.get("quantity", 0))
    if taken is None or "quantity" in table.chosen or table.sizes:
        return
    told = [one for one in order.lines if one.unit_price and one.line_total and one.quantity]
    if len(told) < _SEVERAL or any(adds_up(one, order.currency or "") for one in told):
        return
    for column in left:
        counts = [
            number_of(column.cells[one.row]) if one.row in column.cells else None for one in told
        ]
        lines = [replace(one, quantity=n) for one, n in zip(told, counts, strict=True) if n]
        if len(lines) == len(told) and all(adds_up(one, order.currency or "") for one in lines):
            yield which_column(table, "quantity", [column, taken], column.letter)
            return


def _measured(table: Table, left: list[Column], order: Order) -> Iterator[Issue]:
    """`Price/kg` where pieces, or another measure, were counted, and no sum proves that these are paid."""
    taken = table.column(table.mapping.get("quantity", 0))
    price = table.column(table.mapping.get("unit_price", 0))
    if taken is None or price is None or "quantity" in table.chosen or table.sizes:
        return
    measure = priced_measure(price.header)
    told = any(adds_up(one, order.currency or "") for one in order.lines)
    if not measure or told or measure in _units(taken.header):
        return
    others = [one for one in left if one.share("number") == 1 and measure in _units(one.header)]
    units = {fold(one.unit) for one in order.lines if one.unit}
    if others or (units and measure not in units) or "cases" in taken.meanings:
        yield which_column(table, "quantity", [*others, taken], others[0].letter if others else "")


def _units(header: str) -> set[str]:
    return {fold(word) for word in re.split(r"[\s()\[\]（）:]+", header) if unit_of(word)}


def _is_asked(table: Table, name: str) -> bool:
    return any(one.field == name and not one.decided for one in table.counts)


def _is_later(column: Column) -> bool:
    """Whether a column of numbers is headed as a later quantity: `Revised qty`, `Menge neu`."""
    header = fold(column.header)
    told = any(word in header for word in _UNSPACED) or not _REVISED.isdisjoint(header.split())
    told = told and header not in ("rev", "revision", "rev no")  # Which version of the line it is.
    meant = {*column.meanings} <= {"quantity", "status"}
    return told and meant and column.share("number") >= _MOST and not column.share("money")


def _is_beside(column: Column) -> bool:
    """Whether a column counts pieces that are free, or cancelled, of what is ordered."""
    words = {fold(column.header), *fold(column.header).split()}
    counts = [number_of(cell) for cell in column.cells.values()]
    return (
        bool(words & (_FREE | _CANCELLED))
        and any(counts)
        and None not in counts
        and not column.share("money")
    )


_NUMBERED = re.compile(r"\s*\d+$|\s+[a-z]$|\s*\((?:\d+|[a-z])\)$")


def _is_twin(column: Column, taken: Column) -> bool:
    """Whether a column of numbers is headed as the quantity is, but for a number or letter: `Qty 2`, `Qty B`."""
    bare = [_NUMBERED.sub("", fold(one.header)) for one in (column, taken)]
    return bool(bare[0]) and bare[0] == bare[1] and column.share("number") >= _MOST


def _is_coded(column: Column, named: Column | None) -> bool:
    """Whether every row, or every name of items, has a code of its own there, and no number."""
    # A code merged over the rows of its sizes stands wherever the name does.
    merged = named is not None and named.cells.keys() <= column.cells.keys()
    filled = merged or column.share("fill") >= _MOST
    filled = filled and (len(column.cells) > 1 or "customer_code" in column.meanings)
    names = named.texts if named else {}
    pairs = {(text, names.get(row)) for row, text in column.texts.items()} if named else set()
    told = named is not None and len(pairs) == column.distinct == named.distinct
    own = (told or column.distinct == len(column.cells)) and not _OTHERS & column.meanings.keys()
    numbers = 1.0 if "customer_code" in column.meanings else 1 - _MOST
    coded = column.share("code") >= _MOST and not (is_linked(column) or is_of_make(column))
    # A letter alone, `R`, `L`, tells one of few from the others, and is no code of an item.
    coded = coded and max(map(len, column.samples(SAMPLE)), default=0) > 1
    worded = [cell for cell in column.cells.values() if _TOLD.search(shown(cell))]
    coded = coded and len(worded) * 2 <= len(column.cells)
    return filled and own and coded and column.share("number") <= numbers
