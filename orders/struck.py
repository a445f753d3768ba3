"""Lines and papers struck through or called cancelled: people must say."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from orders.dictionary import ORDER_WORDS, names_any
from orders.sorted_rows import OTHER_ORDER
from orders.successor import successor_in
from orders.tables import Table
from orders.values import fold, is_crossed_out, words_of_list

_MARKS = re.compile(r"\s+[-–—]\s+|\s*[()\[\]*!:]+\s*")
CROSSED_WORDS = frozenset(
    words_of_list("""
cancelled|canceled|cancel|void|deleted|do not send|do not ship|do not deliver|don't send|don't ship
|no longer needed|no longer required|not needed any more|not needed anymore
|storniert|storno|stornieren|gestrichen|nicht liefern|bitte streichen|nicht mehr benötigt
|annulé|annulée|annuler|supprimé|ne pas livrer|ne pas envoyer
|cancelado|cancelada|cancelar|anulado|anulada|anular|no enviar|não enviar
|annullato|annullata|annullare|non spedire|non inviare
|iptal|iptal edildi|gönderilmeyecek|gönderme|لغو|لغو شد|لغو شده|لغو گردید|لغو سفارش|کنسل|کنسل شد
|کنسل شده|حذف شد|حذف شود|ارسال نشود|ملغي|ملغى|ألغي|تم الإلغاء|отменен|отменён|отменено|отменить
|отмена|аннулирован|не отправлять|取消|已取消|キャンセル|취소|geannuleerd
|please delete|please remove|delete this line|delete line|remove line|remove this line|to be deleted|entfällt
|wird nicht benötigt|تم إلغاء|أُلغي|ألغيت|à supprimer|eliminar|eliminare|da non consegnare|göndermeyin|silinsin|не надо|не нужно
|makulerad|makulerat|makuleras|avbeställd|avbeställt|annulleret|annullert|kansellert|slettet|peruttu|peruutettu
|zrušeno|zrušen|zrušit|törölve|törölt|törlendő|anulat|anulată|anulata|ακυρώθηκε|ακυρωμένο|ακυρωθεν|ακύρωση|בוטל|מבוטל
|скасовано|анульовано|відмінено|отказано|отказана|анулирана|otkazano|stornirano|poništeno|atšaukta
|đã hủy|hủy|ยกเลิก|ยกเลิกแล้ว|रद्द|منسوخ|batal|dibatalkan|ləğv edildi|cancel·lat
|убрать|удалить|аннулировать|حذف|لا ترسل|作废|不要了|不要|不要です|삭제|보내지 마세요|불필요|anulowane|anulowano
""")
)
_OPENING = 5
"""A word of so many letters is meant where a remark opens or ends with it, a shorter one alone."""
_EDGES = frozenset(word for word in CROSSED_WORDS if len(word) >= _OPENING)
_TITLE_WORDS = 6
_TAKEN_BACK = _EDGES | {word for word in CROSSED_WORDS if len(word) > 1 and word >= "\u3000"}
"""Scripts without spaces say with two signs what others take five for."""
_MOST_WORDS = max(len(word.split()) for word in _EDGES)
_COLUMNS = CROSSED_WORDS | {
    fold(word) for word in ("deletion indicator", "deletion flag", "loekz", "löschkennzeichen")
}
_DONE = frozenset(
    words_of_list("""
closed|shipped|delivered|dispatched|fulfilled|already delivered|geliefert|erledigt|abgeschlossen
|ausgeliefert|versendet|livré|livrée|soldé|soldée|expédié|entregado|entregada|enviado|enviada
|consegnato|consegnata|evaso|evasa|spedito|teslim edildi|kapalı|gönderildi|تحویل شد|تحویل شده
|ارسال شد|ارسال شده|تم التسليم|مسلم|отгружен|отгружено|доставлен|доставлено|закрыт|已发货|已交货|出荷済
|출고완료|wydane|zrealizowane|geleverd
|on hold|hold|held|rejected|refused|declined|discontinued|obsolete|out of stock|not available|unavailable|postponed
|suspended|gesperrt|abgelehnt|ausgelaufen|auslaufartikel|nicht lieferbar|nicht verfügbar|zurückgestellt|ausverkauft
|en attente|refusé|refusée|rupture|en rupture|rupture de stock|suspendu|épuisé|arrêté|rechazado|rechazada|agotado
|agotada|sin stock|en espera|descatalogado|suspendido|rifiutato|esaurito|esaurita|sospeso|non disponibile|fuori produzione
|rejeitado|esgotado|em espera|suspenso|descontinuado|reddedildi|beklemede|stokta yok|askıda|отклонен|отклонено
|приостановлено|нет в наличии|снят с производства|رد شد|رد شده|معلق|ناموجود|موجود نیست|متوقف|مرفوض|غير متوفر|موقوف
|暂停|缺货|停产|拒绝|已拒绝|保留中|欠品|廃番|보류|품절|단종|wstrzymane|odrzucone|brak|niedostępne|afgewezen|uitverkocht
|uit assortiment|niet leverbaar|levererad|levererat|leveret|levert|toimitettu|dodáno|expedováno|leszállítva|livrat
|livrată|παραδόθηκε|סופק|відвантажено|доставено|isporučeno|restnoterad|slutsåld|udsolgt|utsolgt|nedostupné
|nincs készleten|stoc epuizat|εξαντλήθηκε|אזל
""")
)
"""States of a line that is done or shall not be sent, where other lines are to be."""
_CONFORMITY = frozenset(["reach", "rohs", "weee", "svhc", "tariff", "eccn", "lead free"])
"""What rules a column tells of: `Not available` below it says nothing of the goods."""
_DRAFTS = frozenset(
    words_of_list("""
draft|draft copy|unapproved|do not process|not an order|sample only|specimen|test order|test only|entwurf|nicht bearbeiten
|testbestellung|muster nicht bearbeiten|brouillon|ne pas traiter|spécimen|borrador|no procesar|bozza
|non elaborare|rascunho|não processar|taslak|işleme almayın|черновик|не обрабатывать|пробный заказ
|change order|order change|purchase order change|order amendment|änderungsbestellung|bestelländerung|auftragsänderung
|modification de commande|commande modifiée|modificación de pedido|pedido modificado|modifica ordine|variazione ordine
|ordine modificato|alteração de pedido|pedido alterado|sipariş değişikliği|изменение заказа|изменения к заказу
|اصلاحیه سفارش|سفارش اصلاحی|تعديل الطلب|تعديل طلب|订单变更|变更单|注文変更|変更注文|발주변경|주문변경
|پیش نویس|پیش‌نویس|آزمایشی|مسودة|草稿|草案|测试订单|초안|테스트|下書き|テスト|concept|utkast
""")
)
"""What a paper calls itself that nobody shall work on, or that changes an order sent before."""
_PLANS = frozenset(
    words_of_list("""
forecast|forecasts|wish list|wishlist|complaint|complaints|claim form|warranty claim|prognose|bedarfsvorschau|reklamation
|wunschliste|prévision|prévisions|réclamation|reclamación|previsión|pronóstico|reclamo|previsione|previsioni|reclamação
|previsão|tahmin|şikayet|شکایت|پیش بینی|توقعات|شكوى|прогноз|рекламация|预测|投诉|フォーキャスト|예측
""")
)
"""What a paper calls itself that plans or complains, and may order nothing."""
_RETURNED = frozenset(
    words_of_list("""
return|returns|to be returned|goods returned|retoure|retouren|rückgabe|rücksendung|retour|retours|reso
|resi|devolución|devoluciones|devolução|iade|iadeler|مرجوعی|مرجوعی ها|برگشتی|مرتجع|مرتجعات|возврат
|退货|返品|반품
""")
)
_NOT_NOW = words_of_list("""
already delivered|already shipped|already received|already sent|not to be shipped|not to be delivered
|do not send|do not ship|do not deliver|for information only|for info only|quote only
|quotation only|on hold|bereits geliefert|schon geliefert|noch nicht liefern|nicht liefern
|nur zur info|nur zur information|nur angebot|déjà livré|ne pas livrer|pour information
|ya entregado|no enviar|solo información|già consegnato|già consegnati|non consegnare|solo per informazione
|zaten teslim edildi|sadece bilgi|قبلا ارسال شده|قبلا تحویل شده|ارسال نشود|فقط جهت اطلاع|уже поставлено
|не отправлять|для информации|предыдущий заказ
|previous order|previously ordered|ordered before|already ordered|last order|bereits bestellt|früher bestellt
|déjà commandé|ya pedido|già ordinato|já encomendado|daha önce sipariş edildi|قبلا سفارش داده شده|ранее заказано
|уже заказано|已订购|発注済|letzte bestellung|vorherige bestellung|commande précédente|pedido anterior
|ordine precedente|önceki sipariş|سفارش قبلی
|alternativ|alternative|alternatively|alternativement|alternativa|альтернатива|optional|optional items|optionale positionen|bedarfspositionen|eventualpositionen|en option|facultatif
|opcional|opcionales|opzionale|facoltativo|isteğe bağlı|اختیاری|اختياري|опционально|по желанию|可选|オプション
""")
"""What a heading says of lines that are not ordered now."""
_DENIED = frozenset(
    ["n", "no", "none", "nein", "non", "nicht", "false", "falsch", "faux", "нет", "خیر", "لا", "否"]
)


_EXAMPLE = re.compile(
    r"(?:[(（\[]\s*)?(?:examples?|beispiel|bsp\.|exemple|ejemplo|esempio|exemplo|voorbeeld|przykład|örnek|пример|مثال"
    r"|示例|示範|记入例|記入例|例[：:）)]|예시|예[)：:])(?!\w)|.*\(do not fill",
    re.IGNORECASE,
)
"""How a form's own first line says that it shows how to fill it."""
_NEAR = 2


def is_struck(table: Table, row: int) -> bool:
    """Whether a row is struck through, a cell says it is cancelled, or it is the form's example.

    The word stands in a cell that serves no field, at a remark's or a name's beginning or end, or it
    heads a column in which the row has a mark.
    """
    grid = table.grid
    served = {number for name, number in table.mapping.items() if name != "notes"}
    if any(at in served and is_crossed_out(cell) for at, cell in grid.rows[row].items()):
        return True
    if any(_says_so(text) for text in grid.comments.get(row, {}).values()):
        return True
    texts = dict(grid.filled(row))
    if row - table.header.rows[-1] <= _NEAR and any(map(_EXAMPLE.match, texts.values())):
        return True
    if any(_crossed_out(text) if at in served else _says_so(text) for at, text in texts.items()):
        return True
    if any(_is_listed(table, successor_in(text)) for text in texts.values()):
        return True
    return any(
        fold(column.header) in _COLUMNS and _is_marked(texts.get(column.number, ""))
        for column in table.columns
        if column.number not in served
    )


def _is_listed(table: Table, code: str) -> bool:
    """Whether what a line is replaced by is itself among the lines, by its code."""
    number = table.mapping.get("sku", 0)
    return bool(code) and any(
        fold(table.grid.text(row, number)) == fold(code) for row in table.body
    )


def opens_struck(text: str) -> bool:
    """Whether a heading says that the lines below it are cancelled, come back or are not for now."""
    folded = fold(text)
    not_now = any(f" {phrase} " in f" {folded} " for phrase in _NOT_NOW)
    return folded in _RETURNED or _says_so(text) or not_now


def is_withdrawn(title: str) -> bool:
    """Whether a text above the lines says that the paper is void, or a draft nobody shall work on."""
    folded = fold(title)
    told = any(" " in phrase and f" {phrase} " in f" {folded} " for phrase in _DRAFTS)
    told = told or (names_any(title, _PLANS) and not names_any(title, ORDER_WORDS))
    named = {folded, *map(fold, _MARKS.split(title))}
    told = told or not named.isdisjoint(_DRAFTS) or folded in _RETURNED
    return told or _says_so(title) or _takes_back(folded)


def _takes_back(folded: str) -> bool:
    """`سفارش لغو شده است`: an order's title with a word that takes it back anywhere in it."""
    few = len(folded.split()) <= _TITLE_WORDS
    return few and names_any(folded, ORDER_WORDS) and names_any(folded, _TAKEN_BACK)


def done_columns(table: Table, choices: Mapping[tuple[str, int], str]) -> frozenset[int]:
    """The columns that serve no field and call some of an order's lines delivered, others not.

    `choices` say by sheet and row what people made of a row; another order's does not count.
    """
    sheet = table.grid.name
    body = [row for row in table.body if choices.get((sheet, row)) != OTHER_ORDER]
    served = {number for name, number in table.mapping.items() if name != "notes"}
    served |= {one.number for one in table.columns if names_any(one.header, _CONFORMITY)}
    told: Counter[int] = Counter()
    for row in body:
        filled = table.grid.filled(row)
        told.update(at for at, text in filled if at not in served and _opens_done(text))
    return frozenset(at for at, count in told.items() if count < len(body))


def is_done(table: Table, row: int, columns: frozenset[int]) -> bool:
    """Whether a cell of `done_columns` says that the line is delivered."""
    return any(_opens_done(text) for at, text in table.grid.filled(row) if at in columns)


def done_throughout(table: Table, lines: Sequence[int]) -> tuple[int, int] | None:
    """The first cell of a column that serves no field and calls every line delivered, or held."""
    served = {number for name, number in table.mapping.items() if name != "notes"}
    for column in table.columns if lines else ():
        texts = (table.grid.text(row, column.number) for row in lines)
        if column.number not in served and all(map(_names_done, texts)):
            return lines[0], column.number
    return None


def _names_done(text: str) -> bool:
    return fold(text) in _DONE


def _opens_done(text: str) -> bool:
    """The same, or with such words and more behind them: `on hold until March`."""
    words = fold(text).split()
    opened = (" ".join(words[:count]) for count in range(2, min(len(words), _TITLE_WORDS + 1)))
    return _names_done(text) or any(one in _DONE for one in opened)


def says_done(text: str) -> bool:
    """Whether a state, alone in its cell, says that a line is delivered, held back or cancelled."""
    return _names_done(text) or fold(text) in CROSSED_WORDS


def _says_so(text: str) -> bool:
    """Whether a remark says it: `cancelled`, `CANCEL - out of season`, `please do not send`."""
    folded = fold(text)
    if folded in CROSSED_WORDS:
        return True
    words = folded.split()
    lengths = range(1, min(len(words), _MOST_WORDS + 1))
    return any(" ".join(part) in _EDGES for n in lengths for part in (words[:n], words[-n:]))


def _is_marked(text: str) -> bool:
    """Whether a cell says yes under such a heading; a number there counts pieces."""
    return bool(text) and not any(map(str.isdigit, text)) and fold(text) not in {*_DENIED, ""}


def _crossed_out(text: str) -> bool:
    """Whether a name is marked: `CANCELLED - Rope`, `Rope (cancelled)`, `Rope *** storniert ***`."""
    parts = [part for part in _MARKS.split(text) if part]
    return len(parts) > 1 and any(fold(part) in CROSSED_WORDS for part in (parts[0], parts[-1]))
