"""Lists of many orders: to be split, or looking back on what was sold.

How many orders a list names says little. What a seller alone knows (profit), what comes after an
order (an invoice, a delivery) and who sold where over months says that it reports on orders.
"""

from collections.abc import Collection, Sequence
from datetime import date
from fractions import Fraction

from orders.codes import issue
from orders.columns import Column
from orders.dates import read_moment
from orders.dictionary import label_meanings
from orders.issue import Issue
from orders.order import Order
from orders.struck import says_done
from orders.tables import Table
from orders.values import fold, words_of_list

LEDGER = 40
"""From so many different orders or customers on, each must be told plainly to be split."""
MOST = 100
"""So many orders are split at once, and no more."""
_MANY = 12
"""From so many on a list may be a report."""
_SEASON = 100
"""Days over which orders are hardly sent in one file."""
_MOSTLY, _ALMOST = Fraction(4, 5), Fraction(9, 10)
_LONGEST = 30
"""Lines of one order, on the average, in a list of many."""
_EARNED = frozenset(
    words_of_list("""
profit|net profit|gross profit|total profit|profit margin|margin|gross margin|margin %|profit %|cogs|cost of goods|cost of goods sold
|cost of sales|gewinn|rohertrag|marge|bruttomarge|deckungsbeitrag|bénéfice|marge brute|ganancia|margen|beneficio|utilidad
|profitto|margine|utile|lucro|margem|kâr|kar|kâr marjı|прибыль|маржа|рентабельность|利润|毛利|毛利率|利益|粗利|이익|마진
|سود|حاشیه سود|الربح|هامش الربح|winst|zysk|marża|vinst
""")
)
"""Headings over what a seller earns."""
_INVOICED = frozenset(
    words_of_list("""
invoice number|invoice no|invoice id|invoice date|invoiced on|overdue days|days overdue|rechnungsnummer|rechnungsnr|rechnungsdatum
|numéro de facture|n° facture|date de facture|número de factura|nº factura|fecha de factura|numero fattura|data fattura
|fattura n|n fattura|nr fattura|fattura no|facture n|facture no|rechnung nr|factura n|factura no|número da fatura|nº da fatura
|nota fiscal|data da fatura|fatura no|fatura numarası|fatura tarihi|номер счета|дата счета|发票号|发票号码
|发票日期|請求書番号|請求日|송장번호|شماره فاکتور|تاریخ فاکتور|رقم الفاتورة|تاريخ الفاتورة|factuurnummer|factuurdatum|numer faktury|nr faktury|faktura nr|data faktury|číslo faktury|fakturanummer|fakturanr|fakturadatum|számlaszám|nr factura|data facturii
|τιμολόγιο|αρ τιμολογίου|חשבונית|מס חשבונית|מספר חשבונית|מס' חשבונית|תאריך חשבונית|發票號碼|發票日期|số hóa đơn|ngày hóa đơn
""")
)
"""Headings over what an order is given after it was carried out."""
_SOLD = frozenset(
    words_of_list("""
region|sales region|territory|segment|customer segment|market|salesman|salesperson|sales person|sales rep|sales representative
|rep|channel|sales channel|verkäufer|vertreter|vertriebsregion|gebiet|vendeur|commercial|région|vendedor|región|segmento|canal
|venditore|agente|regione|região|satıcı|bölge|продавец|регион|менеджер|销售员|业务员|地区|区域|担当者|地域|영업사원|지역|فروشنده|منطقه|البائع|المنطقة
""")
)
"""Headings over who sold, and where."""
_CLOSED = frozenset(
    words_of_list("""
completed|complete|invoiced|returned|refunded|abgerechnet|fakturiert|retourniert|terminé|terminée|facturé|facturée|retourné
|completado|completada|facturado|facturada|finalizado|devuelto|completato|fatturato|concluso|reso|concluído|concluída|faturado
|entregue|tamamlandı|faturalandı|iade edildi|выполнен|выполнено|завершен|завершено|已完成|交易成功|已出货|已签收|完了|発送済み|納品済み|배송완료|완료
|تکمیل شد|تکمیل شده|مکمل|مكتمل|voltooid|afgerond|zakończone
""")
)
"""States of an order, beside those of a line, that is no longer to be carried out."""


def report_of(table: Table) -> Issue | None:
    """The refusal of a list that reports on many orders, with the cell that says so."""
    named = [table.column(table.mapping.get(name, 0)) for name in ("po_number", "customer")]
    dated = [one for one in table.columns if "order_date" in label_meanings(one.header)]
    days = {day for column in dated for day in _days(column)}
    many = max((column.distinct for column in named if column), default=0)
    if max(many, len(days)) < _MANY:
        return None
    free = [one for one in table.columns if one.number not in table.mapping.values()]
    for column in free:
        if column.cells and _tells(column, len(table.body), _span(days)):
            cell = table.grid.address(table.header.rows[-1], column.number)
            facts = {"kind": "report", "value": " ".join(column.header.split())[:60]}
            return issue("NOT_AN_ORDER", cells=(cell,), facts=facts)
    return None


def _tells(column: Column, rows: int, span: int) -> bool:
    heading, filled = fold(column.header), len(column.cells)
    if heading in _EARNED or (heading in _SOLD and span > _SEASON):
        return True
    if heading in _INVOICED:
        return filled >= rows * _MOSTLY
    done = sum(says_done(text) or fold(text) in _CLOSED for text in column.texts.values())
    return filled >= _MANY and filled * 2 >= rows and done >= filled * _ALMOST


def _days(column: Column) -> set[date]:
    told = (read_moment(cell).readings.values() for cell in column.cells.values())
    return {date.fromisoformat(day) for days in told for day in list(days)[:1]}


def _span(days: Collection[date]) -> int:
    return (max(days) - min(days)).days if days else 0


def too_many(orders: int) -> bool:
    """Whether nobody would split so many."""
    return orders > MOST


def are_plain(orders: Sequence[Order]) -> bool:
    """Whether each of many orders is told so plainly that they can be split: few lines, a customer.

    Of those whose lines are all delivered there are fewer than of the others.
    """
    open_ones = [one for one in orders if one.lines]
    lines = sum(len(one.lines) for one in open_ones)
    days = [date.fromisoformat(one.order_date) for one in orders if one.order_date]
    named = all(one.customer for one in open_ones) and len(open_ones) * 2 > len(orders)
    return named and lines <= _LONGEST * len(open_ones) and _span(days) <= _SEASON


def unsplit(count: int, listed: str) -> Issue:
    """The refusal of a list of more orders than are split, or of orders that say too little."""
    kind = "too_many" if too_many(count) else "ledger"
    facts = {"count": str(count), "limit": str(MOST), "groups": listed[:300], "kind": kind}
    return issue("NOT_AN_ORDER", facts=facts)
