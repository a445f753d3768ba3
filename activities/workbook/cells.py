"""One raw cell of a sheet part as a typed cell.

A number is the Decimal of its stored text. Excel stores doubles with up to 17 significant digits
and shows 15, so a fraction with more is rounded to 15: 2.2999999999999998 is what a typed 2.3
looks like in the file. Whole numbers keep every digit. What is no finite number of a sane size
(NaN, INF, 1e999999) is an error cell that shows the stored text, so that a person is asked.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Context, Decimal

from activities.workbook.markup import whole
from activities.workbook.strings import unescape
from activities.workbook.styles import date_letters
from orders.errors import UnreadableFile
from orders.sheet import Cell, CellKind, Value

_NUMBER = re.compile(
    r"[+-]?(?:[0-9]{1,40}(?:\.[0-9]{0,40})?|\.[0-9]{1,40})(?:[eE][+-]?[0-9]{1,3})?"
)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{5,15}Z?)?")
_EXACT = Context(prec=100)
_SHOWN = Context(prec=15)
_BIGGEST = 30
_SHOWN_DIGITS = 15
_FIRST_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 - a spreadsheet's dates have no zone
_FIRST_1900 = datetime(1899, 12, 31)  # noqa: DTZ001 - the same
_LAST_SERIAL = 2_958_466
_LEAP_BUG = 60
_BOOLEANS = {"0": False, "1": True, "false": False, "true": True}


@dataclass(frozen=True, slots=True)
class Shelf:
    """What cells refer to: shared strings, number formats by style, the date system."""

    strings: Sequence[str] = ()
    formats: Sequence[str] = ()
    date1904: bool = False


@dataclass(slots=True)
class RawCell:
    """A `c` element as it stands in the file; `stored` is the text of its `v`, None without one."""

    kind: str = "n"
    style: str = "0"
    stored: str | None = None
    inline: str = ""
    formula: str = ""


def typed_cell(raw: RawCell, shelf: Shelf) -> Cell | None:
    """The cell, or None when it is empty.

    Raises:
        UnreadableFile: it points to a text or a format that is not there, or is of no known type.
    """
    code = _pick(shelf.formats, raw.style) if shelf.formats else ""
    value, kind = _value(raw, shelf, code)
    if raw.formula:
        return Cell(value, kind, code, raw.formula, value is not None)
    return None if value is None or value == "" else Cell(value, kind, code)


def exact_number(text: str) -> Decimal | None:
    """The Decimal of a stored number, or None when it is none of a sane size."""
    if not _NUMBER.fullmatch(text):
        return None
    number = Decimal(text)
    if not number:
        return Decimal(0)
    if len(text) <= _SHOWN_DIGITS and "e" not in text.lower():
        return number
    if not -_BIGGEST < number.adjusted() < _BIGGEST:
        return None
    if len(number.as_tuple().digits) > _SHOWN_DIGITS and number != number.to_integral_value():
        number = _SHOWN.plus(number).normalize(_SHOWN)
    return _plain(number)


def moment(serial: Decimal, letters: str, *, date1904: bool) -> date | datetime | time | None:
    """A date cell's value, or None where the serial number is no date.

    29 February 1900 (serial 60) is a day that Excel shows and that never was.
    """
    if not 0 <= serial < _LAST_SERIAL or (int(serial) == _LEAP_BUG and not date1904):
        return None
    first = _FIRST_1904 if date1904 else _FIRST_1900
    days = int(serial) - (1 if serial > _LEAP_BUG and not date1904 else 0)
    seconds = int(((serial - int(serial)) * 86_400).to_integral_value())
    at = first + timedelta(days=days, seconds=seconds)
    if "d" not in letters and serial < 1:
        return at.time()
    return at if seconds or "t" in letters else at.date()


def _value(raw: RawCell, shelf: Shelf, code: str) -> tuple[Value, CellKind]:
    if raw.kind == "inlineStr":
        return raw.inline or None, CellKind.TEXT
    if raw.stored is None or (raw.stored == "" and raw.kind != "str"):
        return None, CellKind.TEXT
    read = _READERS.get(raw.kind)
    if read is None:
        raise UnreadableFile(f"A cell is of the unknown type {raw.kind[:20]!r}.")
    return read(raw.stored, shelf, code)


def _text(stored: str, _shelf: Shelf, _code: str) -> tuple[Value, CellKind]:
    return unescape(stored), CellKind.TEXT


def _shared(stored: str, shelf: Shelf, _code: str) -> tuple[Value, CellKind]:
    return _pick(shelf.strings, stored.strip()), CellKind.TEXT


def _error(stored: str, _shelf: Shelf, _code: str) -> tuple[Value, CellKind]:
    return stored, CellKind.ERROR


def _boolean(stored: str, _shelf: Shelf, _code: str) -> tuple[Value, CellKind]:
    value = _BOOLEANS.get(stored.strip())
    return (stored, CellKind.ERROR) if value is None else (value, CellKind.BOOLEAN)


def _number(stored: str, shelf: Shelf, code: str) -> tuple[Value, CellKind]:
    number = exact_number(stored.strip(" \t\r\n"))
    if number is None:
        return stored, CellKind.ERROR
    letters = date_letters(code)
    if not letters:
        return number, CellKind.NUMBER
    at = moment(number, letters, date1904=shelf.date1904)
    return (stored, CellKind.ERROR) if at is None else (at, CellKind.DATE)


def _iso_date(stored: str, _shelf: Shelf, _code: str) -> tuple[Value, CellKind]:
    try:
        if not _ISO.fullmatch(stored):
            return stored, CellKind.TEXT
        at = datetime.fromisoformat(stored.removesuffix("Z"))
    except ValueError:
        return stored, CellKind.TEXT
    return (at if "T" in stored else at.date()), CellKind.DATE


_READERS: Mapping[str, Callable[[str, Shelf, str], tuple[Value, CellKind]]] = {
    "n": _number,
    "s": _shared,
    "str": _text,
    "b": _boolean,
    "e": _error,
    "d": _iso_date,
}


def _pick(shelf: Sequence[str], index: str) -> str:
    at = whole(index)
    if at is None or at >= len(shelf):
        raise UnreadableFile("A cell points to something the file does not hold.")
    return shelf[at]


def _plain(number: Decimal) -> Decimal:
    """1E+3 as 1000; digits behind the point stay as written."""
    if int(number.as_tuple().exponent) > 0:
        return number.quantize(Decimal(1), context=_EXACT)
    return number
