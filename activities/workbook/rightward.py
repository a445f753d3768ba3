"""Texts that are drawn from right to left, spelt as they are read.

Numbers between Arabic letters follow each other from the right too, each drawn from left to right.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from activities.workbook.texts import goes_on_number

_RTL = re.compile(r"[\u0590-\u065f\u066d-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ARABIC = re.compile(r"[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_INDIC = re.compile(r"[\u0660-\u0669]")
"""Digits that belong to no foreign word, as those of `LED 18` do."""
_GROUPS = re.compile(r"\d+(?:-\d+)+|\w[\w.,٫٬/]*(?:[×*]\w[\w.,٫٬/]*)+")
_SIGNS = re.compile(r"([-×*])")
_LED = re.compile(r"([:%٪]+)(\d\S*)")
_MARKS = str.maketrans("()[]{}<>", ")(][}{><")


def is_right_to_left(texts: Iterable[str]) -> bool:
    """Whether most letters are written from right to left."""
    letters = [sign for text in texts for sign in text if sign.isalpha()]
    return sum(bool(_RTL.match(sign)) for sign in letters) * 2 > len(letters)


def logical(signs: Sequence[str]) -> str:
    """The signs of one word from left to right, as the word is spelt: plain forms, own order."""
    if not any(_RTL.search(sign) for sign in signs):
        return unicodedata.normalize("NFC", "".join(signs))
    spelt: list[str] = []
    for sign in reversed(signs):
        if spelt and sign[-1:].isdigit() and spelt[-1][:1].isdigit():
            spelt[-1] = sign + spelt[-1]
        else:
            spelt.append(sign)
    return unicodedata.normalize("NFKC", "".join(spelt))


def in_reading_order(texts: Sequence[str]) -> str:
    """The words of one line from left to right, as the line is read."""
    return _turned(texts) if is_right_to_left(texts) else " ".join(texts)


def _turned(texts: Sequence[str]) -> str:
    """Words drawn from right to left; foreign words between them keep their own order."""
    read: list[list[str]] = []
    arabic = False
    for drawn in reversed(texts):
        letters = [sign for sign in drawn if sign.isalpha() and not _INDIC.search(drawn)]
        arabic = bool(_ARABIC.match(letters[-1])) if letters else arabic
        text = _told(drawn) if arabic and not letters else drawn
        if read and not _RTL.search(text) and _goes_before(text, read[-1]):
            read[-1].insert(0, text)
        else:
            read.append([text])
    text = " ".join(" ".join(group) for group in read)
    first = next((sign for sign in text if sign in "()[]{}"), "")
    text = text.translate(_MARKS) if first and first in ")]}" else text
    return f"{text[1:].strip()}:" if text.startswith(":") else text


def _goes_before(text: str, group: Sequence[str]) -> bool:
    """Whether a word stands before those right of it: Latin letters do, and a number's thousands."""
    if _RTL.search(group[0]) or any(_INDIC.search(one) for one in (text, *group)):
        return goes_on_number(text, group[0])
    latin = any(sign.isalpha() for one in (text, *group) for sign in one)
    return latin or goes_on_number(text, group[0])


def _told(drawn: str) -> str:
    """A number behind Arabic letters: `221-1405` is read `1405-221`, and `:%15` is `15%:`.

    So are sizes: `40×30` is read `30×40`.
    """
    if _GROUPS.fullmatch(drawn):
        return "".join(reversed(_SIGNS.split(drawn)))
    led = _LED.fullmatch(drawn)
    return led[2] + led[1][::-1] if led else drawn
