"""Names made comparable: scripts, accents, legal forms, punctuation."""

import re
import unicodedata
from functools import lru_cache

from orders.values import ascii_digits

_LETTERS = str.maketrans(
    {
        "ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ؤ": "و",
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ـ": "",
        "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i",
        "&": " and ", "+": " and ", "\u200c": " ", "\u200d": " ",
        "'": "", "’": "", "‘": "", "`": "", "´": "",
    }
)  # fmt: skip
_LEGAL = frozenset(
    {
        "ltd", "limited", "llc", "llp", "lp", "inc", "incorporated", "corp", "corporation", "co",
        "company", "plc", "gmbh", "mbh", "ag", "kg", "kgaa", "ohg", "ug", "ek", "sa", "sas",
        "sarl", "srl", "spa", "sl", "bv", "nv", "oy", "oyj", "ab", "as", "asa", "aps", "pty",
        "pte", "pvt", "private", "proprietary", "fze", "fzco", "fzc", "dmcc", "jsc", "pjsc", "pjs", "ooo", "oao", "zao", "pao",
        "ооо", "оао", "зао", "пао", "ао", "ип", "тоо", "sti", "sirketi", "kft", "zrt", "bt", "doo",
        "ood", "eood", "оод", "еоод", "доо", "дд", "ад", "սպը", "փբը", "შპს", "sia", "uab", "zoo", "sp", "lda", "ltda", "eirl", "eireli", "snc", "scs",
        "spzoo", "sderldecv", "sadecv", "sapidecv", "srldecv", "spolsro", "sro", "ou", "tbk",
        "vof", "cv", "gbr", "se", "ike", "epe", "επε", "αε", "εε", "ικε", "οε", "wll", "ذمم", "شمم",
        "bvba", "sprl", "sdn", "bhd", "eurl", "sasu", "fz", "בעמ",
        "شرکت", "سهامی", "خاص", "عام", "مسیولیت", "محدود", "با",
    }
)  # fmt: skip
_LEGAL_FIRST = frozenset(
    {
        "شرکت", "ооо", "оао", "зао", "пао", "ао", "ип", "тоо", "тов", "пп", "пат", "прат", "pt", "cv",
        "sarl", "eurl", "sasu", "uab", "sia", "შპს", "ooo", "oao", "zao",
    }
)  # fmt: skip
_DOTTED = re.compile(r"\b(?:\w\.){2,}(?:\w\b)?")
_SEVERAL = re.compile(
    r"\b(?:sp z o ?o|s de rl de cv|(?:sa|sapi|srl) de cv|spol s r ?o|s r o|d o o|a s|s r l|s p a|b v|בע מ|д о о)$"
)
_SPELLINGS = {
    "limited": "ltd", "company": "co", "incorporated": "inc", "corporation": "corp",
}  # fmt: skip


@lru_cache(maxsize=100_000)
def full_key(text: str) -> str:
    """A name as words to compare: one script's letters one way, no accents, no punctuation.

    Legal forms stay in. Empty when nothing is left to compare (`???`).
    """
    text = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    text = _DOTTED.sub(lambda found: found[0].replace(".", ""), text)
    parts = unicodedata.normalize("NFKD", ascii_digits(text))
    kept = (letter for letter in parts if not unicodedata.combining(letter))
    words = "".join(letter if letter.isalnum() else " " for letter in kept)
    return " ".join(words.split())


def _words(text: str) -> list[str]:
    """The words of a name, a legal form of several as one: `Sp. z o.o.`, `S. de R.L. de C.V.`."""
    joined = _SEVERAL.sub(lambda found: found[0].replace(" ", ""), full_key(text))
    return [word for word in joined.split() if word != "and"]


@lru_cache(maxsize=100_000)
def name_key(text: str) -> str:
    """`full_key` without the legal form at either end; the form alone is no name."""
    words = _words(text)
    while words and words[-1] in _LEGAL:
        words.pop()
    while words and words[0] in _LEGAL_FIRST:
        words.pop(0)
    return " ".join(words)


@lru_cache(maxsize=100_000)
def legal_form(text: str) -> str:
    """The legal form that `name_key` leaves out, its spellings as one; empty without one."""
    kept = name_key(text).split()
    words = [word for word in _words(text) if word not in kept]
    return " ".join(sorted({_SPELLINGS.get(word, word) for word in words} - {"شرکت"}))
