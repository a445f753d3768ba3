"""GTIN: lengths, check digits, lost zeros (GS1 General Spec. 7.9)."""

import re
from dataclasses import dataclass
from decimal import Decimal

from orders.sheet import Cell
from orders.values import ascii_digits, exact, shown

LENGTHS = frozenset({8, 12, 13, 14})
_JUNK = re.compile(r"[\s\-.]")
_PREFIX = re.compile(
    r"^(?:ean|gtin|upc|isbn|jan|barcode)[\s:#-]*(?:1[234]|8)?[\s:#-]+(?=\d)", re.IGNORECASE
)
_NAMED = re.compile(
    r"\b(?:ean|gtin|upc|jan|barcode)(?:[\s-]?(?:1[234]|8))?[\s:#.-]+(\d[\d\s-]{6,16}\d)(?!\d)",
    re.IGNORECASE,
)
_POWER = re.compile(r"^\d(?:[.,]\d+)?E\+?\d{1,2}$", re.IGNORECASE)
_TOO_LONG = 10**15


@dataclass(frozen=True, slots=True)
class Gtin:
    """One cell read as a GTIN: the digits and what is wrong with them.

    `problem` is empty, `padded` (zeros restored), `invalid` (check digit or length) or `lost`
    (digits are gone for good).
    """

    digits: str
    problem: str = ""


def check_digit(body: str) -> int:
    """The check digit that belongs behind these digits."""
    total = sum(int(sign) * (3, 1)[place % 2] for place, sign in enumerate(reversed(body)))
    return -total % 10


def is_valid(digits: str) -> bool:
    """Whether these are 8, 12, 13 or 14 digits with the right check digit."""
    return (
        len(digits) in LENGTHS
        and digits.isascii()
        and digits.isdecimal()
        and check_digit(digits[:-1]) == int(digits[-1])
    )


def padded(digits: str) -> str:
    """The fourteen digits under which GTINs of every length are compared."""
    return digits.zfill(14)


def digits_of(text: str) -> str:
    """The digits of a written GTIN without spaces, hyphens and a leading `EAN:`; else empty."""
    bare = _JUNK.sub("", _PREFIX.sub("", ascii_digits(text)))
    return bare if bare.isascii() and bare.isdecimal() else ""


def gtin_in(text: str) -> str:
    """The valid GTIN that a longer text names as such: `Rope, EAN: 4006381333931`."""
    found = [_JUNK.sub("", one) for one in _NAMED.findall(ascii_digits(text))]
    return found[0] if len(set(found)) == 1 and is_valid(found[0]) else ""


def read_gtin(cell: Cell) -> Gtin | None:
    """Read a cell as GTIN; None when it does not even look like one."""
    text = shown(cell)
    if _POWER.match(ascii_digits(text)):
        return Gtin("", "lost")
    if isinstance(cell.value, Decimal):
        if exact(cell.value) >= _TOO_LONG:
            return Gtin("", "lost")
        text = f"{exact(cell.value):f}"
    digits = digits_of(text)
    if not digits:
        return None
    return Gtin(digits) if is_valid(digits) else _restored(digits)


def _restored(digits: str) -> Gtin:
    for short, full in ((11, 12), (7, 8), (10, 12)):
        if len(digits) == short and is_valid(digits.zfill(full)):
            return Gtin(digits.zfill(full), "padded")
    return Gtin(digits, "invalid")
