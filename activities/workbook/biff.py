"""What an .xls file says beside its values: formats, formulas, hiding.

The workbook's records are walked once ([MS-XLS] 2.1); no value is taken from here. Whatever does
not hold together ends the walk with nothing said, and the file stays as blind as it was.
"""

import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from activities.workbook.compound import stream
from activities.workbook.leads import Leads
from activities.workbook.limits import Limits
from activities.workbook.oldnotes import OldNotes
from activities.workbook.oldstrings import crossed_texts
from activities.workbook.styles import Styles, says_of_texts
from activities.workbook.tokens import UNKNOWN, XLS, Formulas, error_text
from activities.workbook.told import At, Looks, Told

_NAMES = ("Workbook", "Book")
_SHEET, _FORMAT, _XF, _BOF, _EOF, _DATES, _FONT = 0x85, 0x41E, 0xE0, 0x809, 0x0A, 0x22, 0x31
_BOOKS, _LEADS, _OWN_BOOK = 0x1AE, 0x17, b"\x01\x04"
_ROW, _COLUMNS, _PROTECT = 0x208, 0x7D, 0x12
_NUMBER, _RK, _MULTIPLE, _FORMULA = 0x203, 0x27E, 0xBD, 0x06
_TEXTS = (0xFD, 0x204, 0xD6)
_SHARED, _ARRAY, _TRUTH = 0x4BC, 0x221, 0x205
_UNICODE = 0x600
"""From this version on; formulas of earlier ones are told to be there and not decoded."""
_WIDE = 1
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 0x01
_STRIKES, _NO_FONT = 0x08, 4
"""The sign of a font that strikes through; the number that no font has."""
_PALETTE, _FIRST_COLOUR, _WHITES = 0x92, 8, (1, 9, 65)
"""Colours from the eighth on may be the file's own; the last white is the window's."""
_LOOKS = (_XF, _FONT, _PALETTE)
_STRINGS, _MORE, _SHARED_TEXT = 0xFC, 0x3C, 0xFD
_FILLED, _SOLID = 20, 1
"""So long is a style that says what it fills its cells with."""
_NO_NUMBER, _ERROR, _EMPTY = 0xFFFF, 2, 3
"""What stands in a formula's result where it is no number."""
_STILL_TO_COMPUTE = 3


def read_records(content: bytes, limits: Limits) -> Mapping[str, Told]:
    """What is told of each sheet, by name; nothing where the file cannot be followed."""
    try:
        return _read(next(found for name in _NAMES if (found := stream(content, name))), limits)
    except (struct.error, IndexError, ValueError, StopIteration):
        return {}


def _read(book: bytes, limits: Limits) -> Mapping[str, Told]:
    about = _Globals()
    for code, body in _records(book, 0):
        about.take(code, body)
    looks = Looks(about.codes(), about.crossed())
    names = about.leads.names([name for name, _ in about.sheets])
    sheets = {
        name: _sheet(_records(book, at), looks, Formulas(XLS, limits, names), old=about.old)
        for name, at in about.sheets
    }
    for one in sheets.values():
        one.date1904 = about.date1904
        if about.old:
            one.formulas = dict.fromkeys(one.formulas, UNKNOWN)
    return sheets


@dataclass(slots=True)
class _Globals:
    """What the first substream says of the whole book."""

    sheets: list[tuple[str, int]] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    styles: list[bytes] = field(default_factory=list)
    fonts: list[bytes] = field(default_factory=list)
    palette: bytes = b""
    leads: Leads = field(default_factory=Leads)
    strings: list[bytes] = field(default_factory=list)
    """The list of texts, and the records by which it goes on."""
    date1904: bool = False
    old: bool = False
    _lists: bool = False

    def take(self, code: int, body: bytes) -> None:
        """One record; all but eight kinds are passed over."""
        if code == _SHEET:
            name = _text(body[6:], 1, old=self.old)
            self.sheets.append((name, struct.unpack_from("<I", body)[0]))
        elif code == _FORMAT:
            self.formats[struct.unpack_from("<H", body)[0]] = _text(body[2:], 2, old=self.old)
        elif code in _LOOKS:
            self._take_look(code, body)
        elif code == _DATES:
            self.date1904 = body[:1] == b"\x01"
        elif code == _BOOKS:
            self.leads.books.append(body[2:4] == _OWN_BOOK)
        elif code == _LEADS:
            self.leads.take(b"\0\0" if self.old else body, large=False)
        elif code == _BOF:
            self.old = struct.unpack_from("<H", body)[0] < _UNICODE
        self._take_strings(code, body)

    def _take_strings(self, code: int, body: bytes) -> None:
        self._lists = code == _STRINGS or (code == _MORE and self._lists)
        if self._lists:
            self.strings.append(body)

    def crossed(self) -> Mapping[int, str]:
        """What is left of the shared texts that are struck through, by number."""
        struck = self._struck()
        return crossed_texts(self.strings, struck) if struck and self.strings else {}

    def _struck(self) -> set[int]:
        return {at for at, one in enumerate(self.fonts) if one[2] & _STRIKES}

    def _take_look(self, code: int, body: bytes) -> None:
        if code == _PALETTE:
            self.palette = body[2:]
        else:
            (self.styles if code == _XF else self.fonts).append(body)

    def codes(self) -> Sequence[str]:
        """The number format code of every style, as `Styles.formats` has it."""
        told = [struct.unpack_from("<HH", one) for one in self.styles]
        return Styles(
            codes=self.formats,
            # No font has the number 4, so those behind it are told one too high.
            styles=[(code, font - (font > _NO_FONT), at) for at, (font, code) in enumerate(told)],
            white=[self._is_white(struct.unpack_from("<H", one, 4)[0]) for one in self.fonts],
            pale=[self._is_pale(one) for one in self.styles],
            struck=self._struck(),
        ).formats()

    def _is_pale(self, style: bytes) -> bool:
        """Whether what a style fills its cells with is nothing, or white."""
        if len(style) < _FILLED:
            return False
        pattern, colours = style[17] >> 2, struct.unpack_from("<H", style, 18)[0]
        return not pattern or (pattern == _SOLID and self._is_white(colours & 0x7F))

    def _is_white(self, colour: int) -> bool:
        at = 4 * (colour - _FIRST_COLOUR)
        if 0 <= at < len(self.palette):
            return self.palette[at : at + 3] == b"\xff\xff\xff"
        return colour in _WHITES


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of one substream, without those of charts inside it."""
    depth = 0
    while at + 4 <= len(book):
        code, length = struct.unpack_from("<HH", book, at)
        depth += (code == _BOF) - (code == _EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield code, book[at + 4 : at + 4 + length]
        at += 4 + length


def _text(body: bytes, width: int, *, old: bool) -> str:
    """A text behind its length, which is as wide as told; before Unicode always one byte."""
    if old:
        return body[1 : 1 + body[0]].decode("cp1252")
    length = int.from_bytes(body[:width], "little")
    wide = body[width] & _WIDE
    text = body[width + 1 :][: length * (2 if wide else 1)]
    return text.decode("utf-16-le" if wide else "latin-1")


def _sheet(
    records: Iterable[tuple[int, bytes]], looks: Looks, formulas: Formulas, *, old: bool
) -> Told:
    told, notes = Told(), OldNotes()
    for code, body in records:
        for row, column, style in _styled(code, body):
            if code not in _TEXTS or says_of_texts(looks.formats[style]):
                told.formats[row + 1, column + 1] = looks.formats[style]
        if looks.texts and code == _SHARED_TEXT:
            told.leave(_place(body), looks.texts.get(struct.unpack_from("<I", body, 6)[0]))
        if not old:
            notes.take(code, body)
        _calculated(told, formulas, code, body)
        _frame(told, code, body)
    told.formulas.update(formulas.settle())
    told.comments, told.boxes = notes.settle()
    return told


def _styled(code: int, body: bytes) -> Iterator[tuple[int, int, int]]:
    """Row, column and extended format of each cell in a record, counted from 0."""
    if code in (_NUMBER, _RK, _FORMULA, *_TEXTS):
        yield struct.unpack_from("<HHH", body)
    elif code == _MULTIPLE:
        row, column = struct.unpack_from("<HH", body)
        for place in range((len(body) - 6) // 6):
            yield row, column + place, struct.unpack_from("<H", body, 4 + 6 * place)[0]


def _calculated(told: Told, formulas: Formulas, code: int, body: bytes) -> None:
    """Formulas and errors; a shared formula follows the first cell that it is of."""
    if code == _FORMULA:
        at = _place(body)
        formulas.take(at, _tokens(body, 20))
        _result(told, at, body)
    elif code == _SHARED:
        formulas.share(_tokens(body, 8))
    elif code == _ARRAY:
        formulas.spread(_tokens(body, 12))
    elif code == _TRUTH and body[7]:
        told.errors[_place(body)] = error_text(body[6])


def _result(told: Told, at: At, body: bytes) -> None:
    kind, mark = body[6], struct.unpack_from("<H", body, 12)[0]
    waits = struct.unpack_from("<H", body, 14)[0] & _STILL_TO_COMPUTE
    if mark == _NO_NUMBER and kind == _ERROR:
        told.errors[at] = error_text(body[8])
    elif (mark == _NO_NUMBER and kind == _EMPTY) or (waits and not any(body[6:14])):
        told.blank.add(at)


def _place(body: bytes) -> At:
    row, column = struct.unpack_from("<HH", body)
    return row + 1, column + 1


def _tokens(body: bytes, at: int) -> bytes:
    size = struct.unpack_from("<H", body, at)[0]
    return body[at + 2 : at + 2 + size]


def _frame(told: Told, code: int, body: bytes) -> None:
    if code == _ROW and struct.unpack_from("<H", body, 12)[0] & _HIDDEN_ROW:
        told.hidden_rows.add(struct.unpack_from("<H", body)[0] + 1)
    elif code == _COLUMNS:
        first, last, _, _, options = struct.unpack_from("<5H", body)
        if options & _HIDDEN_COLUMN:
            told.hidden_columns.update(range(first + 1, min(last, 255) + 2))
    elif code == _PROTECT:
        told.protected = body[:1] == b"\x01"
