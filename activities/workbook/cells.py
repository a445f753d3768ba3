"""One raw cell of a sheet part as a typed cell.

A number is the Decimal of its stored text. Excel stores doubles with up to 17 significant digits
and shows 15, so a fraction with more is rounded to 15: 2.2999999999999998 is what a typed 2.3
looks like in the file. Whole numbers keep every digit. What is no finite number of a sane size
(NaN, INF, 1e999999) is an error cell that shows the stored text, so that a person is asked.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Context, Decimal

from activities.workbook.markup import whole
from activities.workbook.runs import Struck
from activities.workbook.strings import unescape
from activities.workbook.styles import date_letters, struck_through
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
_SHORT = 6
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
    texts: dict[tuple[str, str], Cell] = field(default_factory=dict)
    """Cells of shared strings by string and style, so that equal ones are one."""
    numbers: dict[tuple[str, str], Cell] = field(default_factory=dict)
    """Cells of short numbers by what is stored and style: quantities and prices repeat."""
    codes: dict[str, str] = field(default_factory=dict)
    """Number formats by style, as far as they were asked for."""
    numeric: dict[str, str] = field(default_factory=dict)
    """Those of them that show numbers as numbers, no dates."""

    def code(self, style: str) -> str:
        """The number format of a style.

        Raises:
            UnreadableFile: there is no such style.
        """
        known = self.codes.get(style)
        if known is None:
            known = self.codes[style] = _pick(self.formats, style) if self.formats else ""
            if not date_letters(known):
                self.numeric[style] = known
        return known


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
    if raw.kind == "s" and raw.stored is not None and not raw.formula:
        known = shelf.texts.get((raw.stored, raw.style))
        if known is None:
            known = _made(raw, shelf)
            if known is not None:
                shelf.texts[raw.stored, raw.style] = known
        return known
    return _made(raw, shelf)


def plain_cell(told: tuple[str, str, str, str, str], shelf: Shelf) -> Cell | None:
    """The cell of type, style, value, text inside and formula; `typed_cell`, faster where it can."""
    kind, style, stored, inline, formula = told
    if formula:
        pass
    elif kind == "n" and stored:
        number = shelf.numbers.get((stored, style)) or _plain_number(stored, style, shelf)
        if number is not None:
            return number
    elif kind == "s":
        known = shelf.texts.get((stored, style))
        if known is None and stored.isdigit() and stored.isascii():
            known = text_cell(_pick(shelf.strings, stored), shelf.code(style))
            shelf.texts[stored, style] = known
        if known is not None:
            return known if known.value else None
    elif kind == "inlineStr" and inline:
        return Cell(unescape(inline), CellKind.TEXT, shelf.code(style))
    raw = RawCell(kind, style, stored or None, unescape(inline), formula and f"={formula}")
    return typed_cell(raw, shelf)


def _plain_number(stored: str, style: str, shelf: Shelf) -> Cell | None:
    code = shelf.numeric.get(style)
    number = None if code is None else exact_number(stored)
    if number is None or code is None:
        return None
    cell = Cell(number, CellKind.NUMBER, code)
    if len(stored) <= _SHORT:
        shelf.numbers[stored, style] = cell
    return cell


def _made(raw: RawCell, shelf: Shelf) -> Cell | None:
    code = shelf.code(raw.style)
    value, kind = _value(raw, shelf, code)
    if raw.formula:
        return Cell(value, kind, code, raw.formula, value is not None)
    if isinstance(value, Struck):
        return text_cell(value, code)
    return None if value is None or value == "" else Cell(value, kind, code)


def text_cell(text: str, code: str) -> Cell:
    """A cell of a text; one that is struck through as a whole crosses its cell out."""
    return Cell(
        str(text), CellKind.TEXT, struck_through(code) if isinstance(text, Struck) else code
    )


def exact_number(text: str) -> Decimal | None:
    """The Decimal of a stored number, or None when it is none of a sane size."""
    if text.isdigit() and text.isascii() and len(text) <= _SHOWN_DIGITS:
        return Decimal(text)
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
