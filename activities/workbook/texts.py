"""Single texts of a page: days, codes, words, and parts of numbers."""

import re
from collections.abc import Sequence

from orders.dates import read_moment
from orders.sheet import Cell

_CODE_DIGITS = 3
_LEAD, _GROUP = re.compile(r"[-(]?[0-9]{1,3}"), re.compile(r"[0-9]{3}(?:[.,][0-9]{1,4})?\)?")
_DAY = re.compile(r"[0-3]?\d(?:\.|st|nd|rd|th)?,?")


def tells_day(text: str) -> bool:
    """Whether a text is a day and nothing else, as `November 13, 2026` is."""
    return " " in text and bool(read_moment(Cell(text)).readings)


def goes_on_day(last: str, word: str) -> bool:
    """Whether a word goes on with the day before it: `13, | 2026` or `13 | November`."""
    if not _DAY.fullmatch(last):
        return False
    year = last.endswith(",") and tells_day(f"May {last} {word}")
    return year or (word.isalpha() and tells_day(f"{last} {word} 2026"))


def goes_on_number(last: str, word: str) -> bool:
    """Whether a word is the next thousands of a number: `82 | 140,86`."""
    return bool(_LEAD.fullmatch(last) and _GROUP.fullmatch(word))


def last_number(words: Sequence[str]) -> int:
    """Where the number begins that words end with: `Total | 34 | 365,27` at the second one."""
    at = len(words) - 1
    while at and goes_on_number(words[at - 1], words[at]):
        at -= 1
    return at


def is_words(text: str) -> bool:
    """Whether a text holds letters and no digit."""
    return any(sign.isalpha() for sign in text) and not any(sign.isdigit() for sign in text)


def goes_on_words(text: str) -> bool:
    """Whether a text is several words, one of them with letters only: no part of a code."""
    words = text.split()
    return len(words) > 1 and any(word.isalpha() and len(word) > _CODE_DIGITS for word in words)


def is_code(text: str) -> bool:
    """Whether a text holds as many digits as a code does."""
    return sum(sign.isdigit() for sign in text) >= _CODE_DIGITS
