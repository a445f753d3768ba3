"""Cell text made comparable: digits, spaces, letters of many scripts."""

import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

from orders.sheet import Cell, CellKind, Value

_INVISIBLE = dict.fromkeys(
    [
        *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A),
        0xFEFF, 0x00AD, 0x061C,
    ]
)  # fmt: skip
_UNSEEN = {sign: None for sign in _INVISIBLE if sign != 0x200C}
_LOOSE_JOINER = re.compile(r"(?<!\w)\u200c+|\u200c+(?!\w)")
"""A zero-width non-joiner belongs to a Persian word; beside no letter it divides nothing."""
_LETTERS = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ؤ": "و", "ı": "i", "ـ": None, "°": "o"}
    | dict(
        zip(
            "數單價額號規產編碼總計備註訂購貨個幣種買賣應條圖稅質類寬長訊運費與結時間樣請問發爲會東華業國際電話",
            "数单价额号规产编码总计备注订购货个币种买卖应条图税质类宽长讯运费与结时间样请问发为会东华业国际电话",
            strict=True,
        )
    )
)
_SEPARATORS = re.compile(r"[\s_\-–—/.:;,*'’\"|،؛·•!?؟]+")
_TAIL = re.compile(r"[\(\[（【][^\)\]）】]*[\)\]）】]?")
_SPACES = re.compile(r"\s+")
_SIGN = re.compile(r'"[^"]*"|\\[^ ]|[0#\-/]')
_COLOUR = re.compile(r"^\[[A-Za-z]+[0-9]{0,2}\]")
_SHOWS_NOBODY = re.compile(r"^(?:\[white\].*|;;;@?)$", re.IGNORECASE)
_PLACES = re.compile(r"^0+(?:\.(0+))?$")
SIGNIFICANT = 15
"""Digits a spreadsheet keeps of a number; what stands behind them is noise."""


def ascii_digits(text: str) -> str:
    """Every decimal digit of any script as 0 to 9; all else as it is."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(sign)) if not sign.isascii() and sign.isdecimal() else sign
        for sign in text
    )


def tidy(text: str) -> str:
    """Trimmed text without direction marks and zero-width signs, space runs as one space."""
    if not text.isascii():
        text = _LOOSE_JOINER.sub(" ", text.translate(_UNSEEN))
    return _SPACES.sub(" ", text).strip()


def lines_of(text: str) -> list[str]:
    """The tidy, filled lines of a cell's text."""
    return [line for line in (tidy(part) for part in text.splitlines()) if line]


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Text as headers are compared: one case, one alphabet's letters, no marks (facts §3)."""
    text = text.replace("\u200c", " ").translate(_INVISIBLE)
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS)).casefold()
    text = "".join(sign for sign in text if unicodedata.category(sign) != "Mn")
    text = ascii_digits(unicodedata.normalize("NFC", text).translate(_LETTERS))
    return _SEPARATORS.sub(" ", text).strip()


def words_of_list(text: str) -> tuple[str, ...]:
    """The folded words of a list divided by bars, in its order; lines may break between them."""
    return tuple(fold(word) for word in text.split("|"))


@lru_cache(maxsize=1 << 14)
def head(text: str) -> tuple[str, str]:
    """Header text and the bracketed tail cut off it: `Price (GBP)` → (`Price`, `GBP`)."""
    tails = " ".join(part.strip("()[]（）【】 ") for part in _TAIL.findall(text))
    return tidy(_TAIL.sub(" ", text)), tidy(tails)


def exact(number: Decimal) -> Decimal:
    """A stored number without the noise behind its fifteenth digit, in its shortest form."""
    # A signalling NaN cannot be looked up.
    return _exact(number) if number.is_finite() else number


@lru_cache(maxsize=1 << 14)
def _exact(number: Decimal) -> Decimal:
    if len(number.as_tuple().digits) > SIGNIFICANT:
        number = _rounded(number)
    return plain(number)


def _rounded(number: Decimal) -> Decimal:
    keep = number.adjusted() - SIGNIFICANT + 1
    if keep >= 0:
        return number
    return number.quantize(Decimal(1).scaleb(keep))


def plain(number: Decimal) -> Decimal:
    """The same number without trailing zeros and without an exponent."""
    if not number.is_finite() or number.adjusted() > 40 or number.adjusted() < -40:
        return number
    whole = number.to_integral_value()
    return whole.quantize(Decimal(1)) if number == whole else number.normalize()


def written(value: Value, number_format: str = "") -> str:
    """A value as its cell shows it: leading and trailing zeros as the number format has them."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, Decimal):
        return _written_number(value, number_format)
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def _written_number(value: Decimal, number_format: str) -> str:
    number = exact(value)
    text = f"{number:f}" if -20 < number.adjusted() < 20 else str(number)
    if number_format.startswith("["):
        number_format = _COLOUR.sub("", number_format)
    found = _PLACES.match(number_format)
    if found is None or number < 0:
        return text
    places = len(found[1] or "")
    if not places and number != number.to_integral_value():
        return text
    width = len(number_format.partition(".")[0])
    whole, _, fraction = text.partition(".")
    tail = fraction.ljust(places, "0")
    return whole.zfill(width) + (f".{tail}" if tail else "")


def pictured(value: Value, number_format: str) -> str:
    """A code as its cell shows it: `written`, and signs that the format sets among the digits.

    `"AB-"000` shows 7 as `AB-007`, `0000-0000` shows 1234567 as `0123-4567`; formats of quantities
    and money (`#,##0`, `0.00`, `0%`) add nothing to a code.
    """
    signs = _SIGN.findall(number_format.partition(";")[0])
    whole = isinstance(value, Decimal) and value >= 0 and value == value.to_integral_value()
    if not whole or "".join(signs) != number_format.partition(";")[0] or set(signs) <= {*"0#"}:
        return written(value, number_format)
    digits = list(f"{value:f}".partition(".")[0])
    shown_signs: list[str] = []
    first = next((at for at, sign in enumerate(signs) if sign in "0#"), -1)
    for at, sign in reversed(list(enumerate(signs))):
        if sign not in "0#":
            shown_signs.append(sign[1:].removesuffix('"') if sign[0] in '"\\' else sign)
        elif at == first:
            shown_signs.append("".join(digits) or ("0" if sign == "0" else ""))
        elif digits or sign == "0":
            shown_signs.append(digits.pop() if digits else "0")
    return tidy("".join(reversed(shown_signs))) if first >= 0 else written(value, number_format)


def shown(cell: Cell | None) -> str:
    """The tidy text of a cell; empty for no cell."""
    if cell is None:
        return ""
    return tidy(written(cell.value, cell.number_format))


def is_unseen(cell: Cell) -> bool:
    """Whether the cell's format keeps people from seeing it: white on white, or nothing at all."""
    return bool(cell.number_format) and _hides(cell.number_format)


def says_nothing(text: str) -> bool:
    """Whether a text stands for nothing, as the dash that accountants write for a zero: `$ -`."""
    return _DASHES.fullmatch(text) is not None


def is_crossed_out(cell: Cell) -> bool:
    """Whether the cell's text is struck through, as its format tells."""
    return cell.number_format.startswith("[Struck]")


_DASHES = re.compile(r"[\s$€£¥₹₽﷼.]*[-–—−_][\s$€£¥₹₽﷼.\-–—−_]*")


@lru_cache(maxsize=1024)
def _hides(number_format: str) -> bool:
    return _SHOWS_NOBODY.match(number_format) is not None


_ERRORS = frozenset(
    {
        "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
        "#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#UNKNOWN!",
    }
)  # fmt: skip


def is_error(cell: Cell) -> bool:
    """Whether the file itself holds an error where a value should be."""
    if cell.kind is CellKind.ERROR:
        return True
    return isinstance(cell.value, str) and cell.value.strip() in _ERRORS


def is_blank(cell: Cell | None) -> bool:
    """Whether a cell says nothing: none, empty, spaces, or a dash in place of a value."""
    if cell is None:
        return True
    if cell.formula and not cell.cached:
        return False
    return cell.value is None or (isinstance(cell.value, str) and not tidy(cell.value))


def has_letters(text: str) -> bool:
    """Whether any letter of any script stands in the text."""
    return any(sign.isalpha() for sign in text)


def is_unspaced(text: str) -> bool:
    """Whether a text has words of a script that sets no spaces between them: `M3螺丝`."""
    signs = sum("\u3040" <= one <= "\u9fff" or "\uac00" <= one <= "\ud7af" for one in text)
    return signs > 1


def is_link(text: str) -> bool:
    """Whether a text is the address of a page, written out."""
    return text.lower().startswith(("http://", "https://", "www."))
