"""What calamine does not say of an .xls file: formats, what is hidden.

The workbook's records are walked once ([MS-XLS] 2.1); no value is taken from here. Whatever does
not hold together ends the walk with nothing said, and the file stays as blind as it was.
"""

import struct
from collections.abc import Iterator, Mapping, Sequence

from activities.workbook.compound import stream
from activities.workbook.told import Told

_NAMES = ("Workbook", "Book")
_SHEET, _FORMAT, _XF, _BOF, _EOF = 0x85, 0x41E, 0xE0, 0x809, 0x0A
_ROW, _COLUMNS, _PROTECT = 0x208, 0x7D, 0x12
_NUMBER, _RK, _MULTIPLE, _FORMULA = 0x203, 0x27E, 0xBD, 0x06
_WIDE = 1
_PERCENT = {9: "0%", 10: "0.00%"}
"""Built-in formats that change what a number says."""
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 0x01


def read_records(content: bytes) -> Mapping[str, Told]:
    """What is told of each sheet, by name; nothing where the file cannot be followed."""
    try:
        return _read(next(found for name in _NAMES if (found := stream(content, name))))
    except (struct.error, IndexError, ValueError, StopIteration):
        return {}


def _read(book: bytes) -> Mapping[str, Told]:
    named: list[tuple[str, int]] = []
    formats: dict[int, str] = {}
    extended: list[int] = []
    for code, body in _records(book, 0):
        if code == _SHEET:
            named.append((_text(body[6:], struct.Struct("<B")), struct.unpack_from("<I", body)[0]))
        elif code == _FORMAT:
            formats[struct.unpack_from("<H", body)[0]] = _text(body[2:], struct.Struct("<H"))
        elif code == _XF:
            extended.append(struct.unpack_from("<H", body, 2)[0])
    styles = [formats.get(number, _PERCENT.get(number, "")) for number in extended]
    return {name: _sheet(book, at, styles) for name, at in named}


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


def _text(body: bytes, count: struct.Struct) -> str:
    length = count.unpack_from(body)[0]
    wide = body[count.size] & _WIDE
    text = body[count.size + 1 :][: length * (2 if wide else 1)]
    return text.decode("utf-16-le" if wide else "latin-1")


def _sheet(book: bytes, at: int, styles: Sequence[str]) -> Told:
    told = Told()
    for code, body in _records(book, at):
        told.formulas |= code == _FORMULA
        for row, column, style in _styled(code, body):
            told.formats[row + 1, column + 1] = styles[style]
        _frame(told, code, body)
    return told


def _styled(code: int, body: bytes) -> Iterator[tuple[int, int, int]]:
    """Row, column and extended format of each number in a record, counted from 0."""
    if code in (_NUMBER, _RK, _FORMULA):
        yield struct.unpack_from("<HHH", body)
    elif code == _MULTIPLE:
        row, column = struct.unpack_from("<HH", body)
        for place in range((len(body) - 6) // 6):
            yield row, column + place, struct.unpack_from("<H", body, 4 + 6 * place)[0]


def _frame(told: Told, code: int, body: bytes) -> None:
    if code == _ROW and struct.unpack_from("<H", body, 12)[0] & _HIDDEN_ROW:
        told.hidden_rows.add(struct.unpack_from("<H", body)[0] + 1)
    elif code == _COLUMNS:
        first, last, _, _, options = struct.unpack_from("<5H", body)
        if options & _HIDDEN_COLUMN:
            told.hidden_columns.update(range(first + 1, min(last, 255) + 2))
    elif code == _PROTECT:
        told.protected = body[:1] == b"\x01"
