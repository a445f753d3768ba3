"""Words of other scripts as they sound in Latin letters; how near."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_ARABIC = str.maketrans(
    {
        "ا": "a", "ع": "", "ء": "", "ی": "i", "و": "v", "ه": "h", "ح": "h", "ب": "b", "پ": "p",
        "ت": "t", "ط": "t", "ث": "s", "س": "s", "ص": "s", "ج": "j", "چ": "C", "خ": "X", "د": "d",
        "ذ": "z", "ز": "z", "ض": "z", "ظ": "z", "ژ": "Z", "ر": "r", "ش": "S", "غ": "g", "ق": "g",
        "ف": "f", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n",
    }
)  # fmt: skip
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "э": "e",
        "є": "e", "ж": "Z", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "ы": "i", "к": "k",
        "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
        "ў": "u", "ф": "f", "х": "X", "ц": "ts", "ч": "C", "ш": "S", "щ": "S", "ъ": "", "ь": "",
        "ю": "iu", "я": "ia", "ј": "j", "љ": "l", "њ": "n", "ђ": "j", "ћ": "C", "џ": "j", "ѕ": "z",
    }
)  # fmt: skip
_GREEK_PAIRS = (
    ("ου", "u"), ("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("γγ", "ng"), ("τζ", "j"), ("τσ", "ts"),
    ("κχ", "X"), ("ει", "i"), ("οι", "i"), ("αι", "e"), ("αυ", "av"), ("ευ", "ev"),
)  # fmt: skip
_GREEK = str.maketrans(
    {
        "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "t", "ι": "i",
        "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "ks", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
        "ς": "s", "τ": "t", "υ": "i", "φ": "f", "χ": "X", "ψ": "ps", "ω": "o",
    }
)  # fmt: skip
_LATIN_PAIRS = (
    ("tch", "C"), ("sch", "S"), ("sh", "S"), ("ch", "C"), ("zh", "Z"), ("kh", "X"), ("gh", "g"),
    ("dj", "j"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("cy", "si"),
    ("ee", "i"), ("oo", "u"), ("ou", "u"), ("x", "ks"), ("c", "k"), ("q", "g"), ("w", "v"),
    ("y", "i"),
)  # fmt: skip
_VOWELS = frozenset("aeiou")
_NEAR = {
    frozenset(pair): cost
    for pair, cost in {
        "Xk": 0.2, "Xh": 0.1, "CX": 0.2, "gk": 0.5, "Zj": 0.2, "Ss": 0.5, "CS": 0.5, "Ck": 0.2, "uv": 0.1,
        "ov": 0.1, "ou": 0.2, "ie": 0.1, "ij": 0.2, "ae": 0.4, "ao": 0.4, "vb": 0.4, "vf": 0.2,
        "zs": 0.4, "dt": 0.5, "pb": 0.2, "jg": 0.2, "Zz": 0.4, "hg": 0.4,
    }.items()
}  # fmt: skip
_OTHER = 1.0
_HARD = "i"


@lru_cache(maxsize=100_000)
def scripts_of(word: str) -> frozenset[str]:
    """The scripts a word's letters belong to: `latin`, `arabic`, `cyrillic`, `greek`, or others."""
    return frozenset(_script(sign) for sign in word if sign.isalpha())


@lru_cache(maxsize=4096)
def _script(sign: str) -> str:
    return unicodedata.name(sign, "other").partition(" ")[0].lower()


@lru_cache(maxsize=100_000)
def sounds(word: str) -> str:
    """A folded word as single signs of sound; a letter of an unknown script stays itself."""
    written = scripts_of(word)
    if "arabic" in written:
        word = word.translate(_ARABIC).replace("tS", "C")
    if "greek" in written:
        word = _replaced(word, _GREEK_PAIRS).translate(_GREEK)
    if "cyrillic" in written:
        word = word.translate(_CYRILLIC)
    heard = _replaced(word, _LATIN_PAIRS) if "latin" in written or not written else word
    return _undoubled(heard)


def _undoubled(heard: str) -> str:
    return "".join(
        sign for place, sign in enumerate(heard) if not place or sign != heard[place - 1]
    )


def _replaced(word: str, pairs: Sequence[tuple[str, str]]) -> str:
    for pair, sign in pairs:
        word = word.replace(pair, sign)
    return word


@lru_cache(maxsize=100_000)
def consonants(word: str) -> str:
    """What all spellings of a sound keep: no vowels, and no sign that may stand for one."""
    return "".join(sign for sign in sounds(word).lower() if sign not in "aeiouvh")


@lru_cache(maxsize=200_000)
def apart(word: str, other: str) -> float:
    """How far two words of different scripts sound from each other: 0 the same, 1 one sound.

    Arabic script leaves short vowels out, so a Latin `a`, `e`, `o` or `u` may be missing there for
    nothing; a missing `i` costs, as it tells names apart (Karimi is no Karami).
    """
    if "arabic" in scripts_of(word) or scripts_of(other) == {"latin"}:
        word, other = other, word
    short, bare = "arabic" in scripts_of(other), sounds(other)
    return min(_distance(full, bare, short=short) for full in (sounds(word), _spelled(word)))


@lru_cache(maxsize=100_000)
def _spelled(word: str) -> str:
    """A Latin word letter by letter, for those who write `оутдоор`."""
    single = _replaced(word, [pair for pair in _LATIN_PAIRS if len(pair[0]) == 1])
    return _undoubled(single) if scripts_of(word) == {"latin"} else sounds(word)


def _distance(full: str, bare: str, *, short: bool) -> float:
    """The cheapest way from one row of sounds to another; `bare` may lack vowels where `short`."""
    before = [0.0]
    for place, sign in enumerate(bare):
        before.append(before[-1] + _lost(sign, last=place == len(bare) - 1, short=short))
    for heard in full:
        now = [before[0] + _unwritten(heard, short=short)]
        for place, sign in enumerate(bare):
            lost = _lost(sign, last=place == len(bare) - 1, short=short)
            now.append(
                min(
                    before[place] + _swapped(heard, sign),
                    before[place + 1] + _unwritten(heard, short=short),
                    now[place] + lost,
                )
            )
        before = now
    return before[-1]


def _swapped(one: str, other: str) -> float:
    return 0.0 if one == other else _NEAR.get(frozenset((one, other)), _OTHER)


def _unwritten(sign: str, *, short: bool) -> float:
    if not short or sign not in _VOWELS:
        return _OTHER
    return 0.7 if sign == _HARD else 0.0


def _lost(sign: str, *, last: bool, short: bool) -> float:
    """A final silent `h` is often not written in Latin."""
    return 0.0 if short and last and sign == "h" else _OTHER
