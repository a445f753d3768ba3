"""What an .xlsb file says beside its values: formats, formulas, hiding.

The parts' records are walked once ([MS-XLSB] 2.1); no value is taken from here. Whatever does not
hold together ends the walk with nothing said, and the file stays as blind as it was.
"""

import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from activities.workbook.archive import Archive
from activities.workbook.book import links_of, main_part, only
from activities.workbook.leads import Leads
from activities.workbook.limits import Limits
from activities.workbook.overlays import boxes_of, parts_of, said
from activities.workbook.runs import of_fonts
from activities.workbook.styles import Styles, says_of_texts
from activities.workbook.tokens import XLSB, Formulas, error_text
from activities.workbook.told import At, Looks, Told
from orders.errors import FileTooLarge, UnsafeFile

_BUNDLE, _BOOK = 156, 153
_OWN_BOOKS, _OTHER_BOOKS, _LEADS = (357, 358), (355, 667), 362
_ROW, _COLUMNS, _PROTECT, _PROTECT_ISO, _MERGE = 0, 60, 535, 678, 176
_BLANK, _TEXTS = 1, (6, 7, 62)
_ERROR, _FORMULA_ERROR = 3, 11
_FORMULAS = {8: 0, 9: 8, 10: 1, 11: 1}
"""Cells with formulas, and how long their results are; a text says so itself."""
_TEXT, _ARRAY, _SHARED = 8, 426, 427
_CELLS = range(1, 12)
_MORE, _VALUE = 0x80, 8
"""The sign that a number goes on; where a cell's value begins."""
_FORMAT, _FONT, _FILL, _STYLE = 44, 43, 45, 47
_SECTIONS = {611: "fonts", 603: "fills", 617: "cellXfs"}
_ENDS = {612: "fonts", 604: "fills", 618: "cellXfs"}
_PALETTE, _RGB, _THEME = 1, 2, 3
_STRIKES = 0x08
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x10, 0x01
_AUTHOR, _COMMENT, _COMMENT_TEXT = 632, 635, 637
_ITEM, _SHARED_TEXT, _RICH = 19, 7, 1


def read_binary(archive: Archive, limits: Limits) -> Mapping[str, Told]:
    """What is told of each sheet, by name; nothing where the file cannot be followed.

    Raises:
        FileTooLarge: more filled cells than the limits allow.
        UnsafeFile: more empty cells, styles or formulas than any honest workbook.
    """
    try:
        return _read(archive, limits)
    except (struct.error, IndexError, ValueError, KeyError):
        return {}


def _read(archive: Archive, limits: Limits) -> Mapping[str, Told]:
    book = main_part(archive)
    links = links_of(archive, book)
    styles = _styles(archive, only(links, "styles"), limits)
    strings = only(links, "sharedStrings") if styles.struck else ""
    crossed = dict(_crossed(_records(archive, strings, limits), styles)) if strings else {}
    about = _Globals()
    for code, body in _records(archive, book, limits):
        about.take(code, body)
    names = about.leads.names([name for name, _ in about.sheets])
    looks = Looks(styles.formats(), crossed)
    sheets: dict[str, Told] = {}
    for name, link in about.sheets:
        if links[link].kind == "worksheet":
            formulas = Formulas(XLSB, limits, names)
            part = links[link].part
            sheets[name] = _sheet(_records(archive, part, limits), looks, formulas)
            sheets[name].date1904 = about.date1904
            _lay_over(sheets[name], archive, part, limits)
    return sheets


def _lay_over(told: Told, archive: Archive, part: str, limits: Limits) -> None:
    """Comments stand in records as cells do; a drawing is the same in both kinds of package."""
    for one in parts_of(archive, part, "comments"):
        told.comments |= _comments(_records(archive, one, limits))
    told.boxes = boxes_of(archive, part, limits)


@dataclass(slots=True)
class _Globals:
    """What the workbook's own part says."""

    sheets: list[tuple[str, str]] = field(default_factory=list)
    """Name and link of every sheet."""
    leads: Leads = field(default_factory=Leads)
    date1904: bool = False

    def take(self, code: int, body: bytes) -> None:
        """One record; all but a few kinds are passed over."""
        if code == _BOOK:
            self.date1904 = bool(body[0] & 1)
        elif code == _BUNDLE:
            link, at = _text(body, 8)
            self.sheets.append((_text(body, at)[0], link))
        elif code in (*_OWN_BOOKS, *_OTHER_BOOKS):
            self.leads.books.append(code in _OWN_BOOKS)
        elif code == _LEADS:
            self.leads.take(body, large=True)


def _records(archive: Archive, part: str, limits: Limits) -> Iterator[tuple[int, bytes]]:
    """Type and body of each record of a part, as many as an honest one has."""
    content = archive.read(part, limits.inflated_bytes)
    at, left = 0, limits.max_elements
    while at < len(content):
        code, at = _number(content, at, 2)
        size, at = _number(content, at, 4)
        if at + size > len(content):
            raise ValueError("a record breaks off")
        yield code, content[at : at + size]
        at += size
        left -= 1
        if left < 0:
            raise UnsafeFile("The file holds far more empty cells than an order has.")


def _number(content: bytes, at: int, most: int) -> tuple[int, int]:
    """A number in groups of seven bits, and where it ends; a type keeps the sign of going on."""
    value = 0
    for place in range(most):
        byte = content[at + place]
        value |= (byte & 0x7F) << (7 * place)
        if byte < _MORE:
            return value, at + place + 1
    return value, at + most


def _text(body: bytes, at: int) -> tuple[str, int]:
    """A text and where it ends."""
    length = struct.unpack_from("<I", body, at)[0]
    end = at + 4 + 2 * length
    if end > len(body):
        raise ValueError("a text breaks off")
    return body[at + 4 : end].decode("utf-16-le"), end


def _crossed(records: Iterable[tuple[int, bytes]], styles: Styles) -> Iterator[tuple[int, str]]:
    """The shared texts that are struck through, by number."""
    items = (body for code, body in records if code == _ITEM)
    for number, body in enumerate(items):
        text, end = _text(body, 1)
        count = struct.unpack_from("<I", body, end)[0] if body[0] & _RICH else 0
        runs = [struct.unpack_from("<HH", body, end + 4 + 4 * one) for one in range(count)]
        rest = of_fonts(text, [(at, font) for at, font in runs], styles.struck) if runs else None
        if rest is not None:
            yield number, rest


def _styles(archive: Archive, part: str, limits: Limits) -> Styles:
    styles = Styles()
    for code, body in _records(archive, part, limits) if part else ():
        if code in _SECTIONS:
            styles.start(_SECTIONS[code], {})
        elif code in _ENDS:
            styles.end(_ENDS[code])
        elif code == _FORMAT:
            number = str(struct.unpack_from("<H", body)[0])
            styles.start("numFmt", {"numFmtId": number, "formatCode": _text(body, 2)[0]})
        else:
            _style(styles, code, body)
    return styles


def _style(styles: Styles, code: int, body: bytes) -> None:
    if code == _STYLE:
        names = ("numFmtId", "fontId", "fillId")
        numbers = map(str, struct.unpack_from("<3H", body, 2))
        styles.start("xf", dict(zip(names, numbers, strict=True)))
    elif code == _FONT:
        styles.start("font", {})
        styles.start("color", _colour(body, 12))
        if struct.unpack_from("<H", body, 2)[0] & _STRIKES:
            styles.start("strike", {})
    elif code == _FILL:
        styles.start("fill", {})
        if struct.unpack_from("<I", body)[0]:
            styles.start("patternFill", {"patternType": "solid"})
            styles.start("fgColor", _colour(body, 4))
        else:
            styles.start("patternFill", {})


def _colour(body: bytes, at: int) -> dict[str, str]:
    kind, index, tint, red, green, blue = struct.unpack_from("<BBhBBB", body, at)
    told = {"tint": str(tint)} if tint else {}
    if kind >> 1 == _RGB:
        return {"rgb": f"FF{red:02X}{green:02X}{blue:02X}"}
    name = {_PALETTE: "indexed", _THEME: "theme"}.get(kind >> 1)
    return told | ({name: str(index)} if name else {})


def _sheet(records: Iterator[tuple[int, bytes]], looks: Looks, formulas: Formulas) -> Told:
    told = Told()
    row, left = 0, formulas.limits.max_cells
    for code, body in records:
        if code == _ROW:
            row = struct.unpack_from("<I", body)[0] + 1
            if body[11] & _HIDDEN_ROW:
                told.hidden_rows.add(row)
        elif code in _CELLS:
            left -= code != _BLANK
            if left < 0:
                raise FileTooLarge("The workbook has more filled cells than the desk reads.")
            _cell(told, formulas, (row, code), body, looks.formats)
            if looks.texts and code == _SHARED_TEXT:
                column, _, number = struct.unpack_from("<3I", body)
                told.leave((row, column + 1), looks.texts.get(number))
        else:
            _around(told, formulas, code, body)
    told.formulas.update(formulas.settle())
    return told


def _comments(records: Iterable[tuple[int, bytes]]) -> dict[At, str]:
    """The comments of a sheet, by cell."""
    comments: dict[At, str] = {}
    authors: list[str] = []
    at, author = (0, 0), 0
    for code, body in records:
        if code == _AUTHOR:
            authors.append(_text(body, 0)[0])
        elif code == _COMMENT:
            author, row, _, column = struct.unpack_from("<4I", body)
            at = row + 1, column + 1
        elif code == _COMMENT_TEXT:
            comments[at] = said(_text(body, 1)[0], authors[author])
    return comments


def _cell(
    told: Told, formulas: Formulas, where: tuple[int, int], body: bytes, styles: Sequence[str]
) -> None:
    row, code = where
    column, style = struct.unpack_from("<II", body)
    at = row, column + 1
    style &= 0xFFFFFF
    shown = styles[style] if styles else ""
    if shown and (code not in _TEXTS or says_of_texts(shown)):
        told.formats[at] = shown
    if code in (_ERROR, _FORMULA_ERROR):
        told.errors[at] = error_text(body[_VALUE])
    if code in _FORMULAS:
        text, end = _text(body, _VALUE) if code == _TEXT else ("0", _VALUE + _FORMULAS[code])
        if not text:
            told.blank.add(at)
        formulas.take(at, *_tokens(body, end + 2))


def _around(told: Told, formulas: Formulas, code: int, body: bytes) -> None:
    if code == _SHARED:
        formulas.share(_tokens(body, 16)[0])
    elif code == _ARRAY:
        formulas.spread(_tokens(body, 17)[0])
    elif code == _COLUMNS:
        first, last, _, _, options = struct.unpack_from("<4IH", body)
        if options & _HIDDEN_COLUMN:
            told.hidden_columns.update(range(first + 1, min(last, XLSB.columns - 1) + 2))
    elif code == _MERGE:
        top, bottom, left, right = (place + 1 for place in struct.unpack_from("<4I", body))
        told.merges.append(((top, left), (bottom, right)))
    elif code == _PROTECT:
        told.protected = struct.unpack_from("<I", body, 2)[0] == 1
    elif code == _PROTECT_ISO:
        told.protected = struct.unpack_from("<I", body, 4)[0] == 1


def _tokens(body: bytes, at: int) -> tuple[bytes, bytes]:
    """A formula's tokens, and what stands behind them."""
    size = struct.unpack_from("<I", body, at)[0]
    behind = at + 4 + size
    more = struct.unpack_from("<I", body, behind)[0]
    return body[at + 4 : behind], body[behind + 4 : behind + 4 + more]
