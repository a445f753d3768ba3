"""What may be a name: no sentence, no other paper, no label."""

import re

from orders.dictionary import (
    ORDER_WORDS,
    OTHER_PAPERS,
    column_meanings,
    is_label_twice,
    label_meanings,
    names_any,
)
from orders.names import legal_form
from orders.values import fold

_COLON = re.compile(r"[:：]")
ADDRESSED = ("御中", "様", "귀중", "귀하")
"""Behind the name of the one a paper is sent to: that is us."""
_TERM = re.compile(
    r"(?:net |a )?\d+ ?(?:days?|d[ií]as?|tage?n?|jours?|giorni|dagen|dni|dn[íůy]|gün|дн\w*|nap|روز|天|日)"
    r"(?: (?:de|da|net|netto|from|after|credit|cr[eé]dito|date|nach|ab|fin|terms?|o[df])\b.*)?\W*",
    re.IGNORECASE,
)
"""When to pay: `15 dias de credito`."""
_PLACE = re.compile(r"[A-Z0-9]{2,}(?:[-_/][A-Z0-9]+){2,}|[A-Z]{2,}[-_/]\d+")
"""A code of a place: `ACME-NORTH-01`."""
_COUNTS = frozenset(
    {
        "no",
        "nr",
        "number",
        "code",
        "nummer",
        "numero",
        "address",
        "adresse",
        "dirección",
        "endereço",
    }
)
"""A text that ends so is a label whose value stands elsewhere: `Vendor tax no`, `Customer address`."""
_LABEL_ENDS = ("social", "sociale", "name", "to")
_DAY = re.compile(r"\b(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4})\b")
"""A whole day, which no name holds: `Revised 2026/03/26`."""


def is_name(text: str) -> bool:
    """Whether a text may name a company or somebody: no sentence, paper, address or label."""
    letters = sum(sign.isalpha() for sign in text)
    if letters < 2 or letters * 3 < len(text) or "@" in text or len(text) > 120:
        return False
    if _TERM.fullmatch(text) or _PLACE.fullmatch(text) or _DAY.search(text):
        return False
    if any(sign.isdigit() for sign in text) and names_any(text, OTHER_PAPERS | ORDER_WORDS):
        return False
    labelled = _heads_column(text) or is_label_twice(text) or _is_broken_label(text)
    if labelled or fold(text).rpartition(" ")[2] in _COUNTS:
        return False
    if text.endswith(ADDRESSED) or _COLON.search(text) or text.count("(") != text.count(")"):
        return False
    formed = len(text.split()) <= _LONGEST_NAME and bool(legal_form(text))
    return formed or not _is_sentence(text)


def _is_broken_label(text: str) -> bool:
    """Whether a text is the first line of a label whose rest stands below: `Razão`, `Bill`."""
    return " " not in text and any(label_meanings(f"{text} {end}") for end in _LABEL_ENDS)


def _heads_column(text: str) -> bool:
    """Whether a text is what columns of lines are called, `Description`, beside another such word."""
    told = column_meanings(text)
    return any(told.get(name, 0.0) >= 1 for name in ("product_name", "quantity", "unit_price"))


def is_running(text: str) -> bool:
    """Whether a text is a line of running words, which the next line goes on with."""
    return len(text) >= _WIDE and not text.endswith(_ENDS)


_WIDE = 60
_ENDS = (".", "!", "?", ":", ";", "。", "：", "؟")
_SMALL_WORDS = """
and of und der die das für et de du des la le les y e del los da do van von en for co
"""
_LONGEST_NAME = 5
_JOINING = frozenset(_SMALL_WORDS.split())


def _is_sentence(text: str) -> bool:
    """Whether small words among capital ones make it an instruction, no name."""
    words = [word for word in text.split() if word.isascii() and word.isalpha()]
    small = [word for word in words if word.islower() and word not in _JOINING]
    return len(small) > 1 and len(small) < len(words)
