"""Which texts are labels, and which cells suit what a label names."""

import re

from orders.dates import read_moment
from orders.dictionary import label_meanings
from orders.firm import firm_name
from orders.money import currencies_in, currency_of
from orders.naming import is_name
from orders.numbered import undated
from orders.placeholder import is_placeholder
from orders.sheet import Cell
from orders.values import ascii_digits, tidy, written

COLON = re.compile(r"[:：]")
BRACKETS = " []<>{}()"


def is_label(text: str) -> bool:
    """Whether a text is itself a label (with or without its own value behind a colon)."""
    label = COLON.split(text, maxsplit=1)
    if len(label) > 1 and not label[1].strip():
        return True
    bare = label[0].strip(BRACKETS)
    known = any(all(map(label_meanings, parts)) for parts in ([bare], bare.split("/")))
    return known and (len(label) > 1 or not any(sign.isdigit() for sign in text))


def label_name(text: str) -> str:
    """A label without its colon, or without another name for itself: `Invoice to: (Bill to)`."""
    first, *rest = COLON.split(text, maxsplit=1)
    return first if rest and label_meanings(rest[0].strip(BRACKETS)) else text.rstrip(" :：")


def suits(field: str, cell: Cell) -> bool:
    """Whether a cell can be a value of a header field."""
    text = tidy(written(cell.value, cell.number_format))
    if field == "customer":
        return isinstance(cell.value, str) and is_name(firm_name(text))
    if field in ("order_date", "delivery_date"):
        moment = read_moment(cell)
        return bool(moment.readings) or _dateish(text)
    if field == "currency":
        return bool(currency_of(text) or currencies_in(text))
    if field == "po_number":
        return _is_reference(undated(ascii_digits(text)))
    return bool(text)


def _dateish(text: str) -> bool:
    digits = sum(sign.isdigit() for sign in text)
    return digits >= 3 and len(text) <= 24 and any(sign in "/-." for sign in text)


_DAY = re.compile(r"(?!\d{4}.\d{1,2}.\d{4})\d{1,4}([./-])\d{1,2}\1\d{2,4}")
_LETTERED = re.compile(r"[A-Z]+(?:[-/_][A-Z]+)+")
"""A number without a digit, as `PO-SPRING`; a word alone, as `PAGE`, is another label."""
_APART = str.maketrans("()", "  ")
_REFERENCE = re.compile(r"(?![JGVEP]-\d{7,9}-\d$)[\w#№][\w\s./#№&()+-]{0,39}")
"""`RIF: J-12345678-9` is a number for taxes; in Italy `Rif` is a reference."""


def _is_reference(text: str) -> bool:
    if ", " in text:  # Two orders on one paper: `K-11, K-12`.
        parts = text.split(", ")
        return all(
            " " not in one and any(map(str.isdigit, one)) and _is_reference(one) for one in parts
        )
    if not _REFERENCE.fullmatch(text) or len(text) > 40 or is_placeholder(text):
        return False
    apart = text.translate(_APART).split()
    words = [word for word in apart if word.isalpha() and len(word) > 3]
    if len(words) > 1:
        return False
    if _DAY.fullmatch(ascii_digits(text)) and read_moment(Cell(text)).readings:
        return False
    digits = any(sign.isdigit() for sign in ascii_digits(text))
    return digits or _LETTERED.fullmatch(text) is not None
