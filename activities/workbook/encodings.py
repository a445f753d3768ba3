"""Which encoding a text file is in: strict decoding, letter statistics.

Marks and UTF-8 decide alone. Otherwise each candidate that decodes at all is scored by how much of
what is not ASCII consists of the commonest letters of its languages: for Latin alphabets in words
that hold ASCII letters too, for the other single-byte alphabets in words that hold none. Words that
stand over columns or beside values in some language are the strongest evidence there is.
"""

import codecs
import re
from collections.abc import Callable, Sequence

from orders.dictionary import column_meanings, label_meanings
from orders.errors import UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 20_000
_HEAD, _LONGEST = 40, 40
_SURE = 0.6
_MARGIN = 0.1
_FEW = 0.03
_CHANCE, _FEW_LETTERS = 8, 4
_CONTROLS = re.compile("[\x80-\x9f]")
"""No text holds them: they are what letters and signs of another encoding look like."""
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_SIGNS = str.maketrans("", "", "€£°ºª–«»’‘“”§®·…\u00a0")
"""Signs that stand by themselves: beside Latin letters they tell no encoding."""
_ASCII_LETTER = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[A-Za-z\x80-\U0010ffff]+")
_WESTERN = "äöüßÄÖÜéèêëàâçîïôûùœÉÈÀÇñÑíáúóÍÁÚÓ¿¡ãõÃÕåæøÅÆØìòºª"
_EASTERN = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰăâîșțş"
_CYRILLIC = "оеаинтсрвлкмдпуОЕАИНТСРВЛКМДПУя№"
_LATIN = {
    "windows-1252": _WESTERN,
    "iso-8859-15": _WESTERN,
    "cp850": _WESTERN,
    "mac-roman": _WESTERN,
    "windows-1250": _EASTERN,
    "iso-8859-2": _EASTERN,
    "windows-1254": "ğışçöüâîİĞŞÇÖÜ",
}
_RUNS = {
    "windows-1251": _CYRILLIC,
    "koi8-r": _CYRILLIC,
    "cp866": _CYRILLIC,
    "iso-8859-5": _CYRILLIC,
    "windows-1256": "اليمنورتبدسهكعحةأپچژگک،؛",
    "windows-1253": "αοιετσνηυρπκμλςΑΟΙΕΤΣΝΗΥΡΠΚΜΛάέήίόύώ",
    "windows-1255": "יוהלאתרבמשנדקעחפטגסצזכםןךץף",
    "cp874": "านรกอมยลวสตบคปทดหงพจชขไเแโใผซถะาิีืุู่้็์ัำ",
}
_INSIDE = re.compile(r"[A-Za-z][^\x00-\x7f]{1,3}[a-z]")
"""Other scripts stand beside Latin words and never inside of them."""
_GLUED = re.compile(r"[A-Za-z][^\x00-\x7f]+|[^\x00-\x7f]+(?=[a-z])")
_RUN = re.compile(r"[^\x00-\x7f]+")
_TURNED = re.compile(r"[a-zа-яё][A-ZА-ЯЁ]")
_FIELD = re.compile(r"[;\t|,\r\n\"]+")
_KNOWN, _ENOUGH_KNOWN, _WORTH = 0.9, 2, 0.5
_HANGUL = re.compile(r"[가-힣]")
_KANA = re.compile(r"[ぁ-んァ-ヶー]")
_JAPANESE = re.compile(r"[ぁ-んァ-ヶー々、。・（）「」一-龥０-９Ａ-Ｚａ-ｚ]")
_HAN = re.compile(r"[一-龥]")


def decode(content: bytes) -> tuple[str, str, bool]:
    """The text, its encoding, and whether the evidence was clear.

    Raises:
        UnreadableFile: no text of any known encoding.
    """
    marked = _marked(content)
    encoding = marked or "utf-8"
    text = _strict(content, encoding)
    if text is not None:
        return _clean(text), encoding, True
    if marked:
        raise UnreadableFile("The text breaks off or is damaged.")
    return _likeliest(content)


def _marked(content: bytes) -> str:
    """The Unicode encoding that a mark or the zeros of UTF-16 announce; empty without either."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    head = content[:1024]
    if 0 not in head:
        return ""
    return "utf-16-le" if head[1::2].count(0) >= head[0::2].count(0) else "utf-16-be"


def _likeliest(content: bytes) -> tuple[str, str, bool]:
    """Windows-1256 gives every byte a letter, so there is always one."""
    scored = []
    for encoding, score in _scores().items():
        text = _strict(content, encoding)
        if text is not None and not _CONTROLS.search(text[:_SAMPLE]):
            lines = _samples(text)
            scored.append((score("".join(lines)) + _known(lines), encoding, text))
    scored.sort(key=lambda one: one[0], reverse=True)
    best, encoding, text = scored[0]
    second = max((score for score, _, other in scored if other != text), default=0.0)
    return _clean(text), encoding, best >= _SURE and best - second >= _MARGIN


def _known(lines: Sequence[str]) -> float:
    """What the words are worth that name fields in some language: half for one, one for two."""
    fields = {one.strip() for line in lines[:_HEAD] for one in _FIELD.split(line)}
    strange = sorted(one for one in fields if not one.isascii() and len(one) <= _LONGEST)
    named = sum(
        any(
            sure >= _KNOWN
            for told in (column_meanings(one), label_meanings(one))
            for sure in told.values()
        )
        for one in strange[:_HEAD]
    )
    return min(named, _ENOUGH_KNOWN) * _WORTH


def _samples(text: str) -> list[str]:
    """Only the lines that hold more than ASCII say anything."""
    return [line for line in text[: _SAMPLE * 10].splitlines() if not line.isascii()][:_SAMPLE]


def _scores() -> dict[str, Callable[[str], float]]:
    # Western letters read as others of the three give fitting letters more often than not.
    weights = {"windows-1252": 1.0, "cp850": 0.95, "iso-8859-15": 0.95, "mac-roman": 0.9}
    latin = {name: _mixed(letters, weights.get(name, 0.85)) for name, letters in _LATIN.items()}
    runs = {name: _pure(letters) for name, letters in _RUNS.items()}
    asian = {
        "shift_jis": _japanese,
        "euc-jp": _japanese,
        "gb18030": _chinese,
        "cp949": _korean,
        "big5": _traditional,
    }
    return {**latin, **runs, **asian}


def _mixed(letters: str, weight: float) -> Callable[[str], float]:
    return lambda text: _words(text, letters, mixed=True) * weight


def _pure(letters: str) -> Callable[[str], float]:
    # The commonest letters make up some four fifths of any text of their languages.
    return lambda text: _words(text, letters, mixed=False) * 1.2 * _variety(text)


def _variety(text: str) -> float:
    """Little where few letters, or ever the same ones, could be signs of another alphabet's text."""
    found = _FOREIGN.findall(text)
    return min(1.0, len(found) / _CHANCE, len(set(found)) / _FEW_LETTERS)


def _words(text: str, letters: str, *, mixed: bool) -> float:
    text = text.translate(_SIGNS)
    found = [word for word in _WORD.findall(text) if not word.isascii()]
    # A letter that stands alone is a sign, as the euro behind every amount read as Cyrillic.
    words = [word for word in found if word[1:]]
    fitting = [word for word in words if (_ASCII_LETTER.search(word) is not None) is mixed]
    # A small letter before a large one tells that letters were taken for others.
    common = sum(
        letter in letters for word in fitting if not _TURNED.search(word) for letter in word
    )
    foreign = len(_FOREIGN.findall(text)) - (len(found) - len(words))
    # Signs alone are read by every Latin alphabet alike.
    return common / foreign if foreign else float(mixed)


def _japanese(text: str) -> float:
    return _share(_JAPANESE, text) * _apart(text) if _share(_KANA, text) > _FEW else 0.0


def _korean(text: str) -> float:
    # Read as Chinese, Korean is flawless too; Chinese read as Korean is not.
    return _share(_HANGUL, text) * 1.35 * _apart(text)


def _chinese(text: str) -> float:
    """Hanzi of GB 2312's first level, the 3,755 commonest."""
    return _in_level(text, "gb2312", range(0xB0, 0xD8))


def _traditional(text: str) -> float:
    return _in_level(text, "big5", range(0xA4, 0xC7))


def _in_level(text: str, encoding: str, level: range) -> float:
    found = _HAN.findall(text)
    common = sum(one.encode(encoding, "replace")[0] in level for one in found)
    return common / max(len(found), 1) * _share(_HAN, text) * 1.2 * _apart(text)


def _apart(text: str) -> float:
    """1 where no sign stands inside a Latin word and most cling to none, else 0."""
    clings = 3 * len(_GLUED.findall(text)) > 2 * len(_RUN.findall(text))
    return 0.0 if clings or _INSIDE.search(text) else 1.0


def _share(wanted: re.Pattern[str], text: str) -> float:
    return len(wanted.findall(text)) / max(len(_FOREIGN.findall(text)), 1)


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _clean(text: str) -> str:
    if "\x00" in text:
        raise UnreadableFile("The file is no text: it holds NUL characters.")
    return text.removeprefix("\ufeff")
