"""Notes that speak of lines, of marks beside them, or of more goods."""

import re
from collections.abc import Collection, Iterator, Sequence

from orders.asking import paper_doubt
from orders.issue import Issue
from orders.order import Line
from orders.retold import is_multiplied, notes_outside, pinned, says_other
from orders.sorted_rows import Rows
from orders.struck import CROSSED_WORDS, done_throughout, is_withdrawn
from orders.tables import Table
from orders.units import PACKS, PIECES
from orders.values import ascii_digits, fold, words_of_list

_LONGEST = 160
"""What people add to an order is short; terms and addresses are longer."""
_FEW_CELLS = 2
_CODE_SIGNS, _NUMBER_SIGNS, _NAME_SIGNS = 2, 5, 8
_LINE_WORDS = """
line|lines|line no|row|pos|position|positions|item|item no|items|zeile|zeilen|positionen|ligne|lignes
|línea|línea no|linea|riga|righe|linha|satır|kalem|sıra|строка|строку|строке|позиция|позицию|позиции|п
|linje|linjen|linie|varelinje|rivi|tétel|rând|poziția|rindu|γραμμή|рядок|рядка|позицію|baris|dòng|stavka|stavku|ред|редове|ردیف|سطر|بند|قلم|السطر|البند|الصنف|regel|pozycja|pozycję|pozycje|pozycji|poz|rad|řádek|שורה
"""
_LINES = "|".join(sorted((re.escape(one) for one in words_of_list(_LINE_WORDS)), key=len)[::-1])
_NUMBERED = re.compile(
    rf"(?<!\w)(?:{_LINES}) (?:no |nr |n )?(\d{{1,3}})(?![\w%])|第? ?(\d{{1,3}}) ?(?:行|项|番|번|줄)"
)
_EITHER = re.compile(
    rf"(?<!\w)(?:{_LINES}) (?:no |nr |n )?\d{{1,3}} (?:or|oder|ou|soit|o|oppure|of|lub|albo|eller|tai|veya|ya da|или"
    rf"|або|یا|أو|nebo|alebo|vagy|sau|ή|ili) (?:\w{{1,3}} )?(?:{_LINES}) (?:no |nr |n )?\d{{1,3}}(?!\w)"
)
"""`Deliver item 1 or item 2`: a choice that somebody has to make."""
_AT_AN_END = re.compile(
    rf"(?<!\w)(?:last|first|letzte|erste|derni(?:e|è)re|premi(?:e|è)re|ultima|última|primera|prima|primeira|son|ilk"
    rf"|последнюю|первую) (?:{_LINES})(?!\w)|(?:ردیف|سطر) (?:آخر|اول)|最后一行|最後の行|마지막 줄"
)
_AWAY = """
skip|ignore|omit|leave out|drop line|drop item|not needed|without line|don't need|do not need|we found stock
|weglassen|ignorieren|nicht mitliefern|ignorer|omettre|pas besoin|omitir|quitar|ignorar|no hace falta
|omettere|ignorare|togliere|retirar|çıkarın|atlayın|не учитывать|исключить|пропустить|نادیده|نیاز نیست|حذف کنید
|تجاهل|忽略|不需要|不用发|無視|제외|pominąć|overslaan|utgår|vervalt|vervallen|schrappen|niet leveren|udgår|udgaar|skal ikke leveres|strykes|stryk
|slettes|bortfaller|poistetaan|poista|jätetään pois|töröl|törölni|törlendő|törlés|anuluj|anulować|usunąć|odpada|vypustit|zrušit|zrušte|vynechat
|anulează|anulați|nu se livrează|ακυρώνεται|ακύρωση|скасувати|виключити|batalkan|dibatalkan|bỏ|hủy|otkazati|otkažite|brisati|отпада|откажете|cancelada
"""
_GONE = frozenset(
    one for one in {*words_of_list(_AWAY), *CROSSED_WORDS} if len(one) > 3 or not one.isascii()
)
_MORE = frozenset(
    words_of_list("""
add|also|additionally|in addition|extra|plus|please add|zusätzlich|außerdem|ausserdem|hinzufügen|ergänzen
|ergänzend|ajouter|ajoutez|d'ajouter|également|aussi|en plus|añadir|añada|agregar|también|además|aggiungere
|aggiungete|anche|inoltre|adicionar|acrescentar|também|ekle|ekleyin|ayrıca|добавить|добавьте|также|اضافه
|همچنین|إضافة|أضف|أيضا|dodać|dodatkowo|także|ook|toevoegen|även|přidat|také|הוסיפו|בנוסף
""")
)
_SAMPLES = re.compile(
    r"(?<!\w)(?:sample|samples|muster|échantillons?|muestras?|campion[ei]|amostras?|numune|образ(?:ец|цы)|نمونه|عينة)"
    r" (?:of|von|vom|de|d|di|da|از|من)(?!\w)"
)
_INSTEAD = re.compile(
    r"(?<!\w)(?:replaces|replacing|supersedes|superseding|in place of|instead of|ersetzt|anstelle von|remplace|annule et"
    r"|sustituye|reemplaza|anula|sostituisce|annulla|substitui|yerine geçer|заменяет|взамен|جایگزین|بدلا من|يحل محل)(?!\w)"
    r"|代替|取代|替代|差し替え|대체"
)
_MORE_UNSPACED = re.compile("另加|请加|加上|另外|追加|추가")
_COUNT = "|".join(sorted((re.escape(one) for one in PIECES | PACKS if len(one) > 1), key=len)[::-1])
_COUNTED = re.compile(
    rf"(?<![\w.,])\d{{1,5}} ?(?:x|×|{_COUNT})(?!\w)|(?<!\w)[x×] ?\d{{1,5}}(?!\w)|\d{{1,5}} ?(?:个|件|個|箱|개)"
)
_CODED = re.compile(
    rf"(?<![\w.,])\d{{1,5}} ?(?:x|×|{_COUNT})\.?(?: of| de| von| di)? (?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{{4,}}"
)
_OF_CODE = re.compile(r"(?<![\w.,-])\d{1,4} (?=[\w-]*\d)(?=[\w-]*[a-z])[a-z][\w-]{3,}")
_GIVES = re.compile(
    r"(?<!\w)(?:make|makes|send|deliver|ship|give|schicken|schickt|liefern|envoyer|livrer|mettez|enviar|manden|poner"
    r"|inviare|mandare|spedire|gönderin|отправьте|отправить|пришлите|بفرستید|ارسال|أرسل|发|送|送って|보내)"
    r" ?(?:us |it |uns |nous )?\d{1,5}(?![\w%])"
)
_SIGNS = "*†‡¹²³#"
_MARK = re.compile(
    r"^\s*(?P<open>\*{1,3}|[†‡¹²³#])\)?\s*[=:–-]?\s*(?P<said>\w.*)$|[\s“\"'(](?P<named>\*{1,3})(?=[\s”\"')])"
)
_HARMLESS = frozenset(
    words_of_list("""
new|neu|nouveau|nouveauté|nuevo|novedad|nuovo|novità|novo|novidade|yeni|новинка|جدید|جديد|新品|신상품|nowość|nieuw
|vat|tax|tva|mwst|iva|price|prices|preis|preise|prix|precio|prezzo|required|required field|mandatory
|pflichtfeld|obligatoire|obligatorio|obbligatorio
""")
)
"""What a mark may say of a line that changes nothing about it."""
_PER_PLACE = re.compile(
    r"(?<!\w)(?:per|each|every|je|pro|par|por|für jede|für jeden|chaque|cada|ogni|her|каждый|на каждый|هر|لكل) "
    r"(?:store|shop|branch|outlet|location|site|warehouse|filiale|standort|laden|magasin|agence|tienda|sucursal"
    r"|negozio|filiale|punto vendita|loja|filial|mağaza|şube|магазин|филиал|فروشگاه|شعبه|فرع)(?!\w)"
)  # fmt: skip


def noted(table: Table, rows: Rows, lines: Sequence[Line]) -> Iterator[Issue]:
    """A question for each note outside the lines that speaks of one of them, or of more goods.

    And one where a column says of every line that it is delivered already, or on hold.
    """
    if done := done_throughout(table, rows.lines):
        said = f"{table.header.texts.get(done[1], '')}: {table.grid.text(*done)}"
        yield paper_doubt(
            table.grid.address(*done), {"value": said.strip(": ")[:120], "why": "note"}
        )
    named, marks = _names(lines), _marks(table, rows)
    beside, last = table.grid.rows, max((*rows.lines, *rows.unsure, *rows.below), default=0)
    texts = (one for one in notes_outside(table, rows) if len(beside[one[0][0]]) <= _FEW_CELLS)
    for at, text in (*texts, *pinned(table, rows)):
        if len(text) > _LONGEST:
            continue
        told = _explains(text, marks) or _speaks(text, named, len(lines))
        if told or _takes_back(text, after=at[0] > last):
            yield paper_doubt(table.grid.address(*at), {"value": text[:120], "why": "note"})


def _names(lines: Sequence[Line]) -> re.Pattern[str] | None:
    """What names one of the lines in a note: a code, or a long name, as written."""
    found = {fold(one.sku) for one in lines if one.sku and _is_telling(fold(one.sku))}
    found |= {fold(one.gtin) for one in lines if one.gtin}
    names = (fold(one.product_name) for one in lines if one.product_name)
    found |= {name for name in names if len(name) >= _NAME_SIGNS and " " in name}
    if not found:
        return None
    longest = sorted(map(re.escape, found), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)")


def _is_telling(code: str) -> bool:
    digits = sum(sign.isdigit() for sign in code)
    return bool(digits) and len(code) >= (_NUMBER_SIGNS if digits == len(code) else _CODE_SIGNS)


def _marks(table: Table, rows: Rows) -> Collection[str]:
    """The marks that stand at the end of a line's text, as `*`."""
    texts = [text for row in rows.lines for _, text in table.grid.filled(row)]
    return {text[len(text.rstrip(_SIGNS)) :] for text in texts} - {""}


def _explains(text: str, marks: Collection[str]) -> bool:
    """Whether a note says what a mark beside a line means, and that is no harmless thing."""
    found = _MARK.search(text) if marks else None
    if found is None or (found["open"] or found["named"]) not in marks:
        return False
    return _HARMLESS.isdisjoint(fold(found["said"] or text).split())


def _speaks(text: str, named: re.Pattern[str] | None, count: int) -> bool:
    """Whether a note changes a line it names, or asks for goods that no line holds."""
    folded = fold(text)
    if any(one.search(folded) for one in (_PER_PLACE, _SAMPLES, _EITHER)):
        return True
    if _CODED.search(ascii_digits(text).casefold()):
        return True
    words = {*folded.split()}
    more = _MORE_UNSPACED.search(folded) or words & _MORE
    if more and (_COUNTED.search(folded) or _OF_CODE.search(ascii_digits(text).casefold())):
        return True
    rest = named.sub(" ", folded) if named else folded
    if rest == folded:
        rest = _without_number(folded, count)
    return rest != folded and _changes(rest)


def _takes_back(text: str, *, after: bool) -> bool:
    """Whether a note puts the order in another's place, or `after` its lines takes it back."""
    other = _INSTEAD.search(fold(text)) and any(sign.isdigit() for sign in text)
    return bool(other) or (after and is_withdrawn(text))


def _without_number(folded: str, count: int) -> str:
    """The note without the line it names by number; the note itself where it names none."""
    found = _NUMBERED.search(folded)
    if found and 0 < int(found[1] or found[2]) <= count:
        return f"{folded[: found.start()]} {folded[found.end() :]}"
    return _AT_AN_END.sub(" ", folded)


def _changes(rest: str) -> bool:
    away = any(word in f" {rest} " for word in _GONE)
    return away or bool(_GIVES.search(rest)) or is_multiplied(rest) or says_other(rest, None)
