"""Remarks that say another quantity: beside a line, or in a note."""

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from orders.asking import paper_doubt
from orders.bases import SIZES
from orders.codes import issue
from orders.columns import Column
from orders.details import describing
from orders.dictionary import column_meanings
from orders.issue import Ask, Issue
from orders.naming import is_running
from orders.order import Line
from orders.sorted_rows import Rows
from orders.tables import Table
from orders.units import MEASURES, PACKS, PIECES, is_pack, is_piece
from orders.values import fold, head, words_of_list

_CHANGES = frozenset(
    words_of_list("""
change|changed|changes|chg|amend|amended|revise|revised|reduce|reduced|increase|increased|correct|corrected
|correction|update|updated|adjust|adjusted|modify|modified|instead|make it|make that|should be|must be|needs to be|has to be|in total|insgesamt|olacak|actually
|but take|in place of|ändern|geändert|änderung|reduzieren|reduziert|erhöhen|erhöht|korrigieren|korrigiert
|korrektur|statt|anstatt|stattdessen|sondern|doch|lieber|soll|sollen|changer|changez|modifier|modifié
|modifiez|passer|passez|plutôt|finalement|au lieu|réduire|réduit|augmenter|corriger|corrigé|mettre|mettez
|cambiar|cambia|cambie|cambio|modificar|modificado|mejor|en vez|en lugar|reducir|aumentar|corregir
|corregido|sean|finalmente|cambiare|cambiato|modificare|modificato|portare|ridurre|aumentare|correggere
|corretto|anzi|invece|anziché|facciamo|meglio|alterar|alterado|mudar|reduzir|corrigir|corrigido|melhor
|em vez|ao invés|passar|olsun|değiştirin|değiştir|değişti|değişecek|yerine|düzeltme|düzeltin|azaltın
|artırın|yapın|изменить|изменено|измените|изменение|сделайте|сделать|исправить|исправлено|лучше|вместо
|уменьшить|увеличить|поменять|تغییر|تغییر کند|بشود|شود|اصلاح|اصلاحیه|بجای|به جای|کاهش|افزایش|کنید|باشد
|تعديل|تغيير|تصبح|بدلا|بدل|زيادة|تخفيض|تقليل|تصحيح|wijzigen|gewijzigd|veranderen|wordt|worden|liever
|in plaats|verlagen|verhogen|zmienić|zmiana|zmieniono|zamiast|poprawka|zmniejszyć|zwiększyć|změnit|změna
|místo|змінити|замість|зменшити|збільшити|ändra|ändrat|i stället|istället|ændres|i stedet|endre|muuta
|módosít|módosítva|helyett|schimba|modifica|αλλαγή|đổi
""")
)
"""Words that change what stands in a column; with a number they say another quantity."""
_PHRASES = tuple(sorted(word for word in _CHANGES if " " in word))
_ONLY = frozenset(
    words_of_list("""
only|but|just|now|need|needed|want|wanted|take|send|plus|extra|more|additional|qty|quantity|order|nur|noch
|jetzt|bitte|auf|brauchen|benötigt|zusätzlich|mehr|weniger|menge|seulement|maintenant|uniquement
|juste|prendre|quantité|qté|sólo|solamente|ahora|únicamente|dejar|poner|cantidad|más|solo|soltanto
|adesso|ora|quantità|più|só|somente|apenas|agora|quantidade|qtd|mais|sadece|yalnızca|artık|şimdi|miktar
|только|теперь|надо|нужно|количество|еще|فقط|تعداد|الان|الآن|الكمية|slechts|alleen|nu|nog|aantal|tylko
|teraz|pouze|jen|тільки|лише|bara|endast|kun|vain|csak|doar|numai|μόνο|chỉ
""")
)
"""Words that say a quantity where a number stands right beside them."""
_UNSPACED = re.compile(
    fold(
        "改为|改成|改到|更改|更正|变更|修改|调整|减到|减为|加到|增加到|只要|只需|仅需|変更|訂正|修正|のみ|だけ|ではなく"
    ).replace(" ", "|")
    + "|변경|수정|정정|대신|개만|줄여|늘려"
)
_TIMES = "|".join(
    (
        *words_of_list("""
double|doubled|twice|triple|half|halve|doppelt|doppelte|verdoppeln|zweimal|halbe|hälfte|doubler|deux fois
|moitié|doble|duplicar|mitad|doppio|raddoppiare|metà|dobro|dobrar|metade|iki kat|iki katı|yarısı|вдвое
|удвоить|половину|دو برابر|نصف|ضعف|ضاعف
"""),
        r"multiply (?:\w+ ){0,3}by \d+",
        r"(?<!\d )[x×] ?\d+|\d+ ?[x×](?! \d)|\d+ ?fach|(?:умножить на|multiply by|mal|par|por) \d+",
    )
)
_MULTIPLIED = re.compile(rf"(?<!\w)(?:{_TIMES})(?!\w)|加倍|翻倍|减半|倍に|半分|두 배|두배|절반")
_POLITE = re.compile(
    r"(?<!\w)(?:please|pls|bitte|svp|por favor|per favore|lütfen|пожалуйста|لطفا)(?!\w)"
)
_UNSURE = frozenset(
    words_of_list("""
tbc|tbd|tba|qty tbc|qty tbd|to be confirmed|to be advised|quantity to be confirmed|check qty|check quantity
|qty?|confirm qty|menge prüfen|menge offen|wird noch geklärt|à confirmer|qté à confirmer|por confirmar
|cantidad por confirmar|da confermare|a confirmar|onaylanacak|уточнить|уточняется|количество уточнить
|تایید نشده|نامشخص|待定|待确认|未定|要確認|미정|확인 필요
""")
)
_CODED = re.compile(r"[^\W\d_]+[-/#][\w./#-]*\d[\w./#-]*")
"""A number of letters and digits in one, as `SO-77`."""
_UNCHANGED = re.compile(r"(?<!\w)(?:no|without) ch(?:g|gs|ange|anges)(?!\w)")
"""`PPD NO CHG` is free of charge; `no change` changes nothing."""
_DAYS = re.compile(r"\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?")
_AGES = frozenset(
    words_of_list("""
year|years|yr|yrs|month|months|week|weeks|day|days|jahr|jahre|jahren|monat|monate|tage|woche|wochen|an|ans
|mois|jours|año|años|meses|mes|días|anni|mesi|giorni|anos|dias|yıl|ay|gün|год|года|лет|мес|месяцев|дней
|سال|ماه|روز|watt|volt|amp|mah|inch|grad|uhr|min|sec|h|v|w|a
""")
)
"""What a number beside such a word counts is no goods."""
_MARKED = re.compile(r"[(\[{]([^)\]}]*)[)\]}]|\s[-–—>]+\s(.*)$")
_SELDOM, _SHORT = 0.6, 3
"""Remarks stand beside fewer lines than this share; of so few words, they say how many pieces."""
_QUANTITIES = frozenset(
    words_of_list("""
quantity|quantities|qty|qtys|menge|mengen|bestellmengen|quantité|quantités|cantidad|cantidades|quantità
|quantidade|quantidades|miktar|miktarlar|количество|количества|تعداد|تعدادها|مقادیر|الكمية|الكميات
""")
)
_OF_ALL = _QUANTITIES | frozenset(
    words_of_list("""
all|every|each|alle|allen|jede|toutes|tous|todas|todos|tutte|tutti|tüm|bütün|все|всех|همه|تمام|جميع|كل
""")
)
_OF_ALL_UNSPACED = ("数量", "수량", "全部", "所有")
_CONTENT = re.compile(
    r"(?:pack|pk|set|box|bag|packung|beutel|sachet|boîte) (?:of|à|de|von|mit) \d+"
)
"""What is in one of them; `in boxes of 6` says how many are wanted."""
_COUNTED_IN = re.compile(
    rf"\b(?!(?:in case|per cent)\b)(?:in|en|em|als|by|à|per) (?:\d+|(?:{'|'.join(sorted(PACKS, key=len, reverse=True))})(?:en|s|es)?|{'|'.join(SIZES)})\b"
)
"""What quantities may be counted in, for a whole paper: `in cases of 12`; not `in case of`."""
_ABOUT = re.compile(r"^\s*(.{1,60}?)\s*[:：=→]\s*(.+)$|^\s*(\S+ ?\d+)\s+[-–—]\s+(.+)$")
_ITEMS = frozenset({"line_no", "sku", "product_name"})
_NUMBERED = re.compile(r"[\s#№]*\d{1,4}[.)]?$")
_JOINING = frozenset(words_of_list("in|en|per|als|di|em|of|de|à|mit|von|da|por|a"))
_WITH = fold("で")
_NOT = (
    *(
        f"{word} "
        for word in ["not", "nicht", "keine", "pas", "no", "non", "nao", "degil", "не", "نه", "ليس"]
    ),
    "不是",
)


def retold(table: Table, lines: Sequence[Line]) -> Iterator[Issue]:
    """One question for each line beside which a remark says another quantity.

    Whoever typed the quantity has seen the remark.
    """
    number = table.mapping.get("quantity")
    if number is None or table.sizes:
        return
    served = {at for name, at in table.mapping.items() if name != "notes"}
    served |= {one.number for one in describing(table)} | {table.line_numbers}
    for line in lines:
        if line.quantity is None or (line.row, number) in table.grid.typed:
            continue
        if told := next(_remarks(table, line, served), None):
            at = table.grid.address(line.row, number)
            yield issue(
                "INVALID_QUANTITY",
                cells=tuple(dict.fromkeys((at, table.grid.address(line.row, told[0])))),
                fields=("quantity",),
                lines=(line.line_id,),
                facts={
                    "value": told[1][:120], "field": "quantity", "row": str(line.row), "why": "remark",
                },
                ask=Ask.NUMBER,
                target=f"cell:{at}",
            )  # fmt: skip


def instructed(table: Table, rows: Rows, lines: Sequence[Line]) -> Iterator[Issue]:
    """A question for each note outside the lines that changes one of them, or all."""
    names = {fold(name) for one in lines for name in (one.sku, one.product_name) if name}
    for at, text in (*notes_outside(table, rows), *pinned(table, rows)):
        if _instructs(text, names):
            yield paper_doubt(table.grid.address(*at), {"value": text[:120], "why": "note"})


def notes_outside(table: Table, rows: Rows) -> Iterator[tuple[tuple[int, int], str]]:
    """The cells outside the table's lines, header and totals, without what running text goes on with."""
    told = {*rows.lines, *table.header.rows, *rows.unsure, *rows.below}
    told |= table.grid.sheet.hidden_rows
    told |= {total.row for total in rows.totals}
    for row in table.grid.rows:
        for at, text in () if row in told else table.grid.filled(row):
            if not (text[:1].islower() and is_running(table.grid.text(row - 1, at))):
                yield (row, at), text


def pinned(table: Table, rows: Rows) -> Iterator[tuple[tuple[int, int], str]]:
    """Comments at other cells than the lines', and boxes; at a heading it is of its column."""
    headings = {one.number: head(one.header)[0] for one in table.columns}
    lines = {*rows.lines}
    for row, comments in table.grid.comments.items():
        for at, text in () if row in lines else comments.items():
            heading = headings.get(at, "") if row in table.header.rows else ""
            yield (row, at), f"{heading}: {text}" if heading else text
    yield from table.grid.sheet.boxes.items()


def _instructs(text: str, names: Collection[str]) -> bool:
    """Whether a note changes quantities: `Please double all quantities`, `Pos. 3: change to 10`."""
    folded = fold(text)
    words, unspaced = folded.split(), any(word in folded for word in _OF_ALL_UNSPACED)
    if (unspaced or not _OF_ALL.isdisjoint(words)) and _MULTIPLIED.search(folded):
        return True
    if (unspaced or not _QUANTITIES.isdisjoint(words)) and _COUNTED_IN.search(folded):
        return True
    found = _ABOUT.match(text)
    about, said = (found[1] or found[3], found[2] or found[4]) if found else ("", "")
    if not said or not says_other(said, None):
        return False
    head = _NUMBERED.sub("", about).strip(" .:")
    numbered = head != about.strip(" .:") and (
        not head or bool(_ITEMS & column_meanings(head).keys())
    )
    return numbered or fold(about) in names


def is_multiplied(folded: str) -> bool:
    """Whether folded words multiply something: `double`, `half of it`, `x2`."""
    return bool(_MULTIPLIED.search(folded))


def _remarks(table: Table, line: Line, served: Collection[int]) -> Iterator[tuple[int, str]]:
    """The cells of a line's row, and their texts, that say another quantity; `served` are columns that do not."""
    named = table.mapping.get("product_name", 0)
    for at, text in table.grid.filled(line.row):
        if at == named:
            found = (part for groups in _MARKED.findall(text) for part in groups if part)
            told = any(says_other(one, line.quantity, plain=False) for one in found)
        else:
            plain = at not in served and _is_remark(table.column(at))
            told = at not in served and says_other(
                text, line.quantity, line.unit or "", plain=plain
            )
        if told:
            yield at, text
    for at, text in table.grid.comments.get(line.row, {}).items():
        if says_other(text, line.quantity, line.unit or ""):
            yield at, text


def _is_remark(column: Column | None) -> bool:
    """Whether a column is for remarks: headed so, under no heading, or seldom filled."""
    if column is None or not column.header or "notes" in column.meanings:
        return True
    return not column.meanings and column.share("fill") <= _SELDOM


def says_other(
    remark: str, quantity: Decimal | None, unit: str = "", *, plain: bool = True
) -> bool:
    """Whether a remark says another quantity: `change to 24`, `nur noch 5`, `x2`, `not pieces`.

    What is not plainly a remark, such as a name's bracket, has to say so in words.
    """
    if _CODED.fullmatch(remark.strip()):
        return False
    folded = fold(_DAYS.sub(" ", remark.replace("=", " ")))
    bare = " ".join(word for word in _POLITE.sub(" ", folded).split() if word not in _QUANTITIES)
    if plain and (_MULTIPLIED.fullmatch(bare) or _says_packs(folded, unit)):
        return True
    if not _UNSURE.isdisjoint((folded, bare)):
        return True
    numbers = {Decimal(found) for found in re.findall(r"\d+", folded)}
    if not numbers - {quantity}:
        return False
    if _UNSPACED.search(folded) or _says_change(folded):
        return True
    words = folded.split()
    told = plain or {*words} <= _ONLY | PIECES | {*filter(str.isdigit, words)}
    return told and _counts(words, quantity, bare=plain)


def _says_change(folded: str) -> bool:
    folded = _UNCHANGED.sub(" ", folded)
    if not _CHANGES.isdisjoint(folded.split()):
        return True
    return any(f" {phrase} " in f" {folded} " for phrase in _PHRASES)


def _counts(words: Sequence[str], quantity: Decimal | None, *, bare: bool) -> bool:
    """Whether another number stands beside a word that says a quantity, or with a unit only."""
    for place, word in enumerate(words):
        if not word.isdigit() or Decimal(word) == quantity:
            continue
        before, after = words[place - 1 : place], words[place + 1 : place + 2]
        if set(after) & (_AGES | MEASURES):
            continue
        behind = words[place + 2 : place + 3] if set(after) & PIECES else after
        if set(before) & _ONLY or set(behind) & _ONLY:
            return True
        if bare and len(words) <= _SHORT and PIECES & {*after, *before}:
            return True
    return False


def _says_packs(folded: str, unit: str) -> bool:
    """Whether a remark makes cases of pieces: `in cartons`, `boxes, not pieces`."""
    if (unit and not is_piece(unit)) or _CONTENT.fullmatch(folded):
        return False
    words = [word.removesuffix(_WITH) for word in _POLITE.sub(" ", folded).split()]
    words = [word for word in words if word not in _JOINING and not word.isdigit()]
    packed = any(map(is_pack, words))
    denied = any(one in f"{folded} " for one in _NOT) and any(map(is_piece, words))
    return packed and (denied or all(map(is_pack, words)))
