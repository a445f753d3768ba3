"""What kind of paper a sheet is: an order, or what must be refused."""

import re
from collections.abc import Iterator
from itertools import takewhile
from string import digits

from orders.dates import names_month
from orders.dictionary import (
    CONFIRMATION,
    ORDER_WORDS,
    OTHER_PAPERS,
    PRICE_LIST,
    STOCK_LIST,
    column_meanings,
    label_meanings,
    names_any,
)
from orders.labels import find_labels
from orders.names import legal_form
from orders.spread import counts_a_place
from orders.struck import is_withdrawn
from orders.tables import Table
from orders.ticked import TICKS
from orders.values import fold, has_letters, head, tidy, words_of_list
from orders.view import Grid

_TITLE_WORDS = 8
_OTHERS = "|".join(sorted(one.replace(" ", "") for one in OTHER_PAPERS))
_NUMBER_OF_OTHER = re.compile(
    f"(?:{_OTHERS})"
    "s?(?:no|nr|n|num|number|numer|nummer|id|numero|numarası|numarasi|号|号码|编号|番号|번호|號碼|編號|מס'?)"
    "|(?:no|nr|n|num|numer|numero|number|číslo|номер|αρ|αριθμός|מס|מספר|شماره|رقم)(?:de|di|da|do|of|la|el)?"
    f"(?:ال)?(?:{_OTHERS})"
)
_WORDS_OF_COMPANIES = ORDER_WORDS - {"po"}
"""`Forniture Po SpA` is named after a river."""
_DIVIDED = re.compile(r"\s*[/|\n]\s*|\s+[-–—]\s+")
_RETURNS = frozenset(
    words_of_list("""
reason for return|return reason|reason of return|rückgabegrund|retourengrund|grund der rücksendung
|motif de retour|motif du retour|motivo del reso|motivo reso|motivo de devolución|iade nedeni
|علت مرجوعی|دلیل مرجوعی|علت برگشت|سبب الإرجاع|причина возврата|退货原因|返品理由|반품사유
""")
)
"""Headings of columns that only a list of returned goods has."""
_POSTED = frozenset(
    words_of_list("""
posting date|buchungsdatum|date comptable|date de comptabilisation|fecha contable|fecha de contabilización
|data di registrazione|data registrazione|data de lançamento|дата проводки|дата учета|过账日期|記帳日
|转记日期|结存数量|结存金额|期末结存|closing stock|closing balance|전기일|تاریخ ثبت سند|تاريخ الترحيل|boekingsdatum|data księgowania
""")
)
"""Headings of columns that a list of what was delivered, booked or left in stock has."""
_USED = frozenset(
    words_of_list("""
material used|materials used|used material|used materials|parts used|used parts|material usado|materiais usados
|material utilizado|materiais utilizados|peças utilizadas|materiales utilizados|repuestos utilizados|materiales usados
|verwendetes material|verbrauchtes material|materialverbrauch|matériel utilisé|pièces utilisées|materiale utilizzato
|materiali utilizzati|gebruikt materiaal|kullanılan malzeme|использованные материалы|使用材料|مواد مصرفی
""")
)
"""Headings of columns in which a report of work says what it took."""
_CHOOSE = frozenset(
    words_of_list("""
select|selected|selection|choose|choice|your choice|tick|wanted|order?|auswahl|wunsch|choix|sélection
|selección|elección|scelta|escolha|seleção|seçim|انتخاب|اختيار|выбор|选择|選択|선택|keuze|wybór|val
""")
)
"""Headings of columns in which people tick off what they want."""
_LAST_WORDS = """
quote|quotes|quotation|quotations|estimate|offer|report|invoice|proforma|returns|return|statement|advice|register|memo
|voucher|manifest|receipt|inventory|analysis|statistics|angebot|kostenvoranschlag|rechnung|bericht|auswertung|statistik
|retoure|retouren|rücksendung|gutschrift|inventur|lieferschein|mahnung|teklif|teklifi|fatura|faturası|raporu|rapor|irsaliye
|irsaliyesi|iade|iadesi|offerte|factuur|offert|faktura|oferta|faktury
"""
_LAST = frozenset(words_of_list(_LAST_WORDS))
"""With these a title ends where its own word stands last, before numbers, months and `of March`."""
_FIRST_WORDS = """
devis|facture|reçu|ticket|recibo|comprobante|ricevuta|rapport|relevé|avoir|retour|inventaire|presupuesto|factura|informe|albarán|devolución|cotización|remito
|preventivo|fattura|rapporto|bolla|ddt|reso|orçamento|fatura|relatório|devolução|inventário|romaneio|счет|счёт|накладная
|отчет|отчёт|возврат|смета|акт|فاکتور|گزارش|مرجوعی|صورتحساب|فاتورة|تقرير|مرتجع|كشف
"""
_FIRST = frozenset(words_of_list(_FIRST_WORDS))
_OF_WORDS = "of|for|from|valid|dated|until|vom|von|für|gültig|über|nr|no|n|num|number|nummer|as|per"
_OF = frozenset(words_of_list(_OF_WORDS))
_REFERRING_WORDS = """
your|our|ref|re|see|according|based|please|gem|gemäß|laut|lt|ihr|ihre|ihrem|ihrer|unser|unsere|selon|suivant|votre|vos|notre
|suite|según|su|vuestra|come|da|vostro|vostra|conforme|sua|vosso|по|согласно|ваш|вашему|طبق|حسب
"""
_REFERRING = frozenset(words_of_list(_REFERRING_WORDS))
"""Words with which an order speaks of another paper."""
_LISTS = frozenset(
    words_of_list("bill of materials|stückliste|work order|ordem de serviço|orden de trabajo")
)
"""Other papers by which people order all the same: asked where a title says so, never refused."""
_LABEL = re.compile("[:：]")
_DAYS = {"order_date", "delivery_date"}
"""`Previsão de entrega: 27/11` says a day and is no forecast."""
_ORDERS_OWN = ("po_number", "delivery_date")
_KINDS = (("price_list", PRICE_LIST), ("stock_list", STOCK_LIST), ("other_paper", OTHER_PAPERS))


def titles(table: Table) -> Iterator[str]:
    """The sheet's name and the short unlabelled texts above its table."""
    yield table.grid.name
    yield from (text for _, text, _ in _above(table))


def _above(table: Table) -> Iterator[tuple[str, str, bool]]:
    """The short unlabelled texts above the table: address, text, whether it opens its row."""
    return (one for one in _said(table) if len(one[1].split()) <= _TITLE_WORDS)


def _said(table: Table) -> Iterator[tuple[str, str, bool]]:
    for row in table.grid.rows:
        if row >= table.header.rows[0]:
            return
        for place, (column, text) in enumerate(table.grid.filled(row)):
            named = label_meanings(text).keys() | (
                label_meanings(_LABEL.split(text)[0]).keys() & _DAYS
            )
            is_label = text.endswith((":", "：")) or bool(named)
            if not is_label or _says_order(text):
                yield table.grid.address(row, column), text, place == 0


def _opening(text: str) -> str:
    """A title as it stands; of a longer text what stands before its first dash."""
    return text if len(text.split()) <= _TITLE_WORDS else _DIVIDED.split(text)[0]


def _laid_over(table: Table) -> Iterator[tuple[str, str]]:
    """The short texts in boxes over the sheet, line by line, each with its address."""
    for at, text in sorted(table.grid.sheet.boxes.items()):
        for line in text.splitlines():
            if len(line.split()) <= _TITLE_WORDS:
                yield table.grid.address(*at), line


def _says_order(text: str) -> bool:
    return fold(text) in ORDER_WORDS


def _names_order(text: str) -> bool:
    """Whether a title speaks of an order, and not of another paper about one."""
    words = _WORDS_OF_COMPANIES if legal_form(text) else ORDER_WORDS
    return names_any(text, words) and not names_any(text, CONFIRMATION)


def says_order(table: Table) -> bool:
    """Whether a title, a sheet's name, a box or a labelled PO number says that it is an order."""
    boxes = (text for _, text in _laid_over(table))
    if any(_names_order(title) for title in (*titles(table), *boxes)):
        return True
    above = [row for row in table.grid.rows if row < table.header.rows[0]]
    found = [one for one in find_labels(table.grid, above) if one.field in _ORDERS_OWN]
    return any(one.field == "delivery_date" or one.score >= 1 for one in found)


def other_kind(table: Table) -> str:
    """The kind of paper a title names when none says order; empty otherwise."""
    if says_order(table):
        return ""
    for title in titles(table):
        for kind, phrases in _KINDS:
            if kind != "other_paper" and (fold(title) in phrases or names_any(title, phrases)):
                return kind
            if kind == "other_paper" and _is_other(title) and not names_any(title, _LISTS):
                return kind
    return ""


def doubted_title(table: Table) -> tuple[str, str] | None:
    """A title (address and text) of another paper, where only a sheet's name or a label says order.

    An invoice names the order it belongs to, so a labelled PO number alone proves no order; of two
    titles the upper one is the paper's. A word that takes the paper back counts wherever it stands.
    """
    boxes, rows = [(address, text, False) for address, text in _laid_over(table)], table.grid.rows
    for address, text, _ in (*_said(table), *boxes):
        if is_withdrawn(_opening(text)):
            return address, text
    alone = {table.grid.address(row, at) for row in rows if (at := _lone_words(table.grid, row))}
    for address, text, opens in (*_above(table), *boxes):
        if _is_other(text) or fold(text).rstrip(f"{digits} ") in STOCK_LIST:
            return address, text
        numbered = any(map(str.isdigit, text))
        if opens and (numbered or address in alone) and _ends_as_other(text):
            return address, text
        if _says_order(text) or (opens and _names_order(text)):
            return None
    return _headed(table, _POSTED | _USED) or _numbered_other(table)


def _lone_words(grid: Grid, row: int) -> int:
    """The column of a row's first text where nothing but days and numbers stands behind it."""
    (column, _), *rest = (*grid.filled(row), (0, ""))
    return 0 if any(map(has_letters, (text for _, text in rest))) else column


def _headed(table: Table, words: frozenset[str]) -> tuple[str, str] | None:
    """The filled column that one of these words heads: address and text."""
    row = table.header.rows[-1]
    for column in table.columns:
        if column.cells and fold(column.header) in words:
            return table.grid.address(row, column.number), tidy(column.header)
    return None


def _numbered_other(table: Table) -> tuple[str, str] | None:
    """A column that only another paper has, `Invoice no`, where nothing speaks of an order."""
    if "po_number" in table.mapping or says_order(table):
        return None
    numbered = (fold(column.header) for column in table.columns)
    found = {one for one in numbered if _NUMBER_OF_OTHER.fullmatch(one.replace(" ", ""))}
    return _headed(table, _RETURNS | found)


def _is_other(title: str) -> bool:
    """Whether a title, or each part of one said twice, is of a paper that is no order."""
    parts = [part for part in _DIVIDED.split(title) if has_letters(part)]
    return any(map(_is_paper, (title, *parts))) and not any(map(_names_order, parts[1:]))


def _is_paper(title: str) -> bool:
    named = {fold(title), fold(head(title)[0])} & OTHER_PAPERS
    return bool(named) or names_any(title, CONFIRMATION) or _opens_with(title)


def _opens_with(title: str) -> bool:
    folded = fold(title)
    return any(
        folded.startswith(f"{phrase} ") and any(sign.isdigit() for sign in folded)
        for phrase in OTHER_PAPERS
    )


def _ends_as_other(title: str) -> bool:
    """Whether a title's own word is another paper's: `Sales report March`, `Devis 12`."""
    words = fold(title).split()
    if ":" in title or names_any(title, ORDER_WORDS) or not _REFERRING.isdisjoint(words):
        return False
    named = list(takewhile(lambda word: word not in _OF and not word.isdigit(), words))
    last = [word for word in named if not names_month(word)][-1:]
    return bool(named) and (named[0] in _FIRST or not _LAST.isdisjoint(last))


def counts_places(table: Table) -> bool:
    """Whether several columns of wholes stand under words nobody knows: a count for each shop."""
    taken = {*table.mapping.values(), *table.sizes}
    counted = [
        column
        for column in table.columns
        if column.number not in taken and counts_a_place(column)
        if column.share("whole") == 1 and not column.share("money") and not column.sequence
    ]
    return len(counted) > 1


def ticks_items(table: Table) -> bool:
    """Whether items are ticked off in a column to order or to choose by: what, and not how many."""
    return any(
        column.cells
        and all(fold(text) in TICKS for text in column.samples(50))
        and ({fold(column.header)} & (ORDER_WORDS | _CHOOSE) or "quantity" in column.meanings)
        for column in table.columns
    )


def lacking_kind(table: Table) -> str:
    """What a table without any quantity is: a stock list, a price list, or no order's table."""
    meanings = {name for column in table.columns for name in column_meanings(column.header)}
    if "stock" in meanings:
        return "stock_list"
    if {"unit_price", "rrp"} & set(table.mapping) or {"unit_price", "rrp", "wholesale"} & meanings:
        return "price_list"
    return "no_table"
