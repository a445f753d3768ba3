"""How people write names otherwise: slips, scripts, short forms. Two sets of habits.

Every function takes the dice and a text and gives the text written otherwise. `BUILDING` and
`HELD_OUT` pair their names with functions; the second set was never tuned against.
"""

from collections.abc import Callable
from random import Random

Habit = Callable[[Random, str], str]
_KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
_PERSIAN = {
    "kh": "خ", "sh": "ش", "ch": "چ", "zh": "ژ", "gh": "ق", "ee": "ی", "oo": "و", "ou": "و", "a": "ا",
    "b": "ب", "c": "ک", "d": "د", "e": "", "f": "ف", "g": "گ", "h": "ه", "i": "ی", "j": "ج", "k": "ک",
    "l": "ل", "m": "م", "n": "ن", "o": "و", "p": "پ", "q": "ق", "r": "ر", "s": "س", "t": "ت", "u": "و",
    "v": "و", "w": "و", "x": "کس", "y": "ی", "z": "ز",
}  # fmt: skip
_ARABIC = _PERSIAN | {"p": "ب", "g": "ج", "v": "ف", "ch": "تش", "i": "ي", "k": "ك", "y": "ي"}
_CYRILLIC = {
    "kh": "х", "sh": "ш", "ch": "ч", "zh": "ж", "ya": "я", "yu": "ю", "a": "а", "b": "б", "c": "к",
    "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и", "j": "дж", "k": "к", "l": "л", "m": "м",
    "n": "н", "o": "о", "p": "п", "q": "к", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "w": "в",
    "x": "кс", "y": "й", "z": "з",
}  # fmt: skip
_GREEK = {
    "th": "θ", "ph": "φ", "ps": "ψ", "ou": "ου", "a": "α", "b": "μπ", "c": "κ", "d": "ντ", "e": "ε",
    "f": "φ", "g": "γκ", "h": "χ", "i": "ι", "j": "τζ", "k": "κ", "l": "λ", "m": "μ", "n": "ν", "o": "ο",
    "p": "π", "q": "κ", "r": "ρ", "s": "σ", "t": "τ", "u": "ου", "v": "β", "w": "β", "x": "ξ", "y": "υ",
    "z": "ζ",
}  # fmt: skip
_SHORT = {
    "International": "Intl", "Trading": "Trd.", "Supplies": "Supl", "Manufacturing": "Mfg.",
    "Brothers": "Bros.", "Distribution": "Distr.", "Technologies": "Tech", "Engineering": "Eng.",
    "Group": "Grp", "Services": "Svcs", "Black": "BLK", "Green": "GRN", "Blue": "BLU", "Grey": "GRY",
    "Red": "RD",
}  # fmt: skip
_FORMS = ("Co", "Ltd", "LLC", "GmbH", "Inc.", "A.Ş.", "S.r.l.", "B.V.", "Limited", "PJSC", "Pty")


def _word(dice: Random, text: str, shortest: int = 5) -> tuple[list[str], int] | None:
    words = text.split()
    long = [place for place, word in enumerate(words) if len(word) >= shortest and word.isalpha()]
    return (words, dice.choice(long)) if long else None


def _at(dice: Random, text: str, change: Callable[[str, int], str]) -> str:
    found = _word(dice, text)
    if found is None:
        return text
    words, place = found
    word = words[place]
    words[place] = change(word, dice.randrange(1, len(word) - 1))
    return " ".join(words)


def omit(dice: Random, text: str) -> str:
    """One letter inside a word left out."""
    return _at(dice, text, lambda word, at: word[:at] + word[at + 1 :])


def swap(dice: Random, text: str) -> str:
    """Two letters of a word changed over."""
    return _at(dice, text, lambda word, at: word[:at] + word[at + 1] + word[at] + word[at + 2 :])


def double(dice: Random, text: str) -> str:
    """One letter twice."""
    return _at(dice, text, lambda word, at: word[:at] + word[at] + word[at:])


def neighbour(dice: Random, text: str) -> str:
    """The key beside the right one."""

    def change(word: str, at: int) -> str:
        row = next((row for row in _KEYS if word[at].lower() in row), "")
        place = row.find(word[at].lower())
        near = row[max(0, place - 1) : place] + row[place + 1 : place + 2]
        return word[:at] + (dice.choice(near) if near else word[at]) + word[at + 1 :]

    return _at(dice, text, change)


def insert(dice: Random, text: str) -> str:
    """A foreign letter inside a word."""
    letter = dice.choice("abdeghiklmnorstu")
    return _at(dice, text, lambda word, at: word[:at] + letter + word[at:])


def loud(_dice: Random, text: str) -> str:
    """Capitals and wide spaces."""
    return f"  {text.upper().replace(' ', '  ')} "


def dotted(_dice: Random, text: str) -> str:
    """Other punctuation."""
    return text.replace(" ", ", ", 1).replace("&", "and") + "."


def bare(_dice: Random, text: str) -> str:
    """No legal form."""
    return " ".join(word for word in text.split() if word not in _FORMS)


def reformed(dice: Random, text: str) -> str:
    """Another legal form in front or behind."""
    return f"{bare(dice, text)} {dice.choice(['Company', 'GmbH & Co. KG', 'S.A.', 'L.L.C.'])}"


def short(_dice: Random, text: str) -> str:
    """Short forms of words that have one."""
    return " ".join(_SHORT.get(word, word) for word in text.split())


def joined(dice: Random, text: str) -> str:
    """Two words written as one."""
    words = bare(dice, text).split()
    return " ".join([words[0] + words[1].lower(), *words[2:]]) if len(words) > 1 else text


def turned(dice: Random, text: str) -> str:
    """The words in another order."""
    words = bare(dice, text).split()
    return " ".join(reversed(words))


def _written(text: str, signs: dict[str, str]) -> str:
    text, made, place = text.lower().replace(".", "").replace("&", ""), "", 0
    while place < len(text):
        two = text[place : place + 2]
        step = 2 if two in signs else 1
        made += signs.get(text[place : place + step], text[place : place + step])
        place += step
    return " ".join(made.split())


def persian(dice: Random, text: str) -> str:
    """In Persian letters, short e left out."""
    return _written(bare(dice, text), _PERSIAN)


def arabic(dice: Random, text: str) -> str:
    """In Arabic letters, which lack p, g and v."""
    return _written(bare(dice, text), _ARABIC)


def cyrillic(dice: Random, text: str) -> str:
    """In Cyrillic letters."""
    return _written(bare(dice, text), _CYRILLIC)


def greek(dice: Random, text: str) -> str:
    """In Greek letters."""
    return _written(bare(dice, text), _GREEK)


def arabic_letters(_dice: Random, text: str) -> str:
    """Persian written with the Arabic kaf and yeh and Arabic figures."""
    return (
        text.replace("ی", "ي")
        .replace("ک", "ك")
        .translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    )


BUILDING: dict[str, Habit] = {
    "loud": loud, "dotted": dotted, "bare": bare, "omit": omit, "swap": swap, "double": double,
    "short": short, "persian": persian, "cyrillic": cyrillic, "joined": joined,
}  # fmt: skip
HELD_OUT: dict[str, Habit] = {
    "reformed": reformed, "neighbour": neighbour, "insert": insert, "swap": swap, "omit": omit,
    "short": short, "arabic": arabic, "greek": greek, "turned": turned, "loud": loud,
}  # fmt: skip
