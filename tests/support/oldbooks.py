"""Small .ods, .xls and .xlsb files, written byte by byte, for tests of the reader."""

import struct

from tests.support.packages import Parts, links_xml, pack, types_xml

_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_URN = "urn:oasis:names:tc:opendocument:xmlns"
_XLSB = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
Row = list[str | float]


def ods(
    *rows: str, hidden: bool = False, secret: bool = False, styles: str = "", shapes: str = ""
) -> bytes:
    """An .ods of one sheet; each row is its cells' XML, or a whole row or column.

    `styles` are the XML of further cell styles, `shapes` of what is drawn over the sheet.
    """
    table = "".join(
        cells
        if cells.startswith(("<table:table-row", "<table:table-column"))
        else f"<table:table-row>{cells}</table:table-row>"
        for cells in rows
    )
    style = ' table:style-name="hid"' if hidden else ""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{_URN}:office:1.0"'
        f' xmlns:table="{_URN}:table:1.0" xmlns:text="{_URN}:text:1.0" xmlns:style="{_URN}:style:1.0"'
        f' xmlns:fo="{_URN}:xsl-fo-compatible:1.0" xmlns:draw="{_URN}:drawing:1.0"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<office:automatic-styles><style:style style:name="hid" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
        '<style:style style:name="cut" style:family="table-cell"><style:text-properties'
        f' style:text-line-through-style="solid"/></style:style>{styles}</office:automatic-styles>'
        f'<office:body><office:spreadsheet><table:table table:name="Order"{style}>{shapes}{table}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    locked = "<manifest:encryption-data/>" if secret else ""
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_URN}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="content.xml">{locked}</manifest:file-entry>'
        "</manifest:manifest>"
    )
    parts = {"mimetype": _ODS, "content.xml": content, "META-INF/manifest.xml": manifest}
    return pack(parts)  # type: ignore[arg-type]


def ods_cell(kind: str, value: str, text: str = "") -> str:
    """One cell of an .ods row."""
    told = "date-value" if kind == "date" else "time-value" if kind == "time" else "value"
    told = "boolean-value" if kind == "boolean" else told
    given = "" if kind == "string" else f' office:{told}="{value}"'
    return (
        f'<table:table-cell office:value-type="{kind}"{given}>'
        f"<text:p>{text or value}</text:p></table:table-cell>"
    )


def xlsb(rows: list[Row], last: tuple[int, int] = (0, 0)) -> bytes:
    """An .xlsb of one sheet; `last` (row, column, 0-based) adds a far cell."""
    cells = [(r, c, value) for r, row in enumerate(rows) for c, value in enumerate(row)]
    if last != (0, 0):
        cells.append((*last, 1.0))
    body = record(0x81) + record(0x94, struct.pack("<4I", 0, last[0] or len(rows), 0, last[1] or 9))
    body += record(0x91)
    for row in sorted({r for r, _, _ in cells}):
        body += row_record(row)
        for r, column, value in cells:
            if r == row:
                body += _binary_cell(column, value)
    body += record(0x92) + record(0x82)
    return xlsb_of(body)


def xlsb_of(
    sheet: bytes,
    styles: bytes = b"",
    state: int = 0,
    properties: int = 0,
    more: Parts | None = None,
) -> bytes:
    """An .xlsb of the one sheet `Order`, whose part and styles are given as their records.

    `more` are further parts; `xl/sharedStrings.bin` among them is linked.
    """
    book = record(0x83) + record(0x99, struct.pack("<I", properties) + bytes(8)) + record(0x8F)
    book += record(0x9C, struct.pack("<II", state, 1) + wide("r1") + wide("Order"))
    # One lead out of a sheet, to the first sheet of this book.
    leads = record(353) + record(357) + record(362, struct.pack("<IIii", 1, 0, 0, 0)) + record(354)
    book += record(0x90) + leads + record(0x84)
    links = [("r1", "worksheet", "worksheets/sheet1.bin")]
    links += [("r2", "styles", "styles.bin")] if styles else []
    links += (
        [("r3", "sharedStrings", "sharedStrings.bin")]
        if "xl/sharedStrings.bin" in (more or {})
        else []
    )
    parts = {
        "[Content_Types].xml": types_xml({"/xl/workbook.bin": _XLSB}),
        "_rels/.rels": links_xml([("r1", "officeDocument", "xl/workbook.bin")]),
        "xl/workbook.bin": book,
        "xl/_rels/workbook.bin.rels": links_xml(links),
        "xl/worksheets/sheet1.bin": sheet,
    }
    return pack(parts | ({"xl/styles.bin": styles} if styles else {}) | (more or {}))


def xls(
    rows: list[Row],
    *,
    streams: tuple[str, ...] = (),
    kind: int = 0,
    secret: bool = False,
    state: int = 0,
    merges: tuple[tuple[int, int, int, int], ...] = (),
) -> bytes:
    """A BIFF8 .xls of one sheet (`kind` 1 is a macro sheet); `streams` are empty extra streams.

    `state` 1 is hidden, 2 very hidden; a merge is first row, last row, first column, last column.
    """
    start = biff(0x809, struct.pack("<6H", 0x600, 0x0005, 0, 0, 0, 0) + bytes(4))
    if secret:
        start += biff(0x2F, struct.pack("<3H", 1, 1, 1) + bytes(48))
    book = globals_of(start, struct.pack("<BB", state, kind))
    sheet = _cells(rows, 0)
    for merge in merges:
        sheet += biff(0xE5, struct.pack("<5H", 1, *merge))
    return compound({"Workbook": book + sheet + biff(0x0A)} | dict.fromkeys(streams, b""))


def shown_xls(rows: list[Row], number_format: str, *frame: tuple[int, bytes]) -> bytes:
    """The same with a number format on every number; `frame` are further records of the sheet."""
    start = biff(0x809, struct.pack("<6H", 0x600, 0x0005, 0, 0, 0, 0) + bytes(4))
    told = struct.pack("<HHB", 164, len(number_format), 0) + number_format.encode()
    start += biff(0x41E, told)
    start += b"".join(biff(0xE0, struct.pack("<HH", 0, one) + bytes(16)) for one in (0, 164))
    sheet = _cells(rows, 1) + b"".join(biff(code, body) for code, body in frame)
    return compound({"Workbook": globals_of(start, bytes(2)) + sheet + biff(0x0A)})


def globals_of(start: bytes, about: bytes) -> bytes:
    """The first substream of an .xls book with the one sheet `Order` behind it."""
    end = biff(0x0A)
    name = struct.pack("<BB", 5, 0) + b"Order"
    offset = len(start) + 4 + 6 + len(name) + len(end)
    return start + biff(0x85, struct.pack("<I", offset) + about + name) + end


def _cells(rows: list[Row], style: int) -> bytes:
    sheet = biff(0x809, struct.pack("<6H", 0x600, 0x0010, 0, 0, 0, 0) + bytes(4))
    sheet += biff(0x200, struct.pack("<IIHHH", 0, len(rows), 0, 9, 0))
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if isinstance(value, str):
                text = value.encode("utf-16-le")
                told = struct.pack("<3HHB", r, c, 0, len(value), 1) + text
                sheet += biff(0x204, told)
            else:
                sheet += biff(0x203, struct.pack("<3H", r, c, style) + struct.pack("<d", value))
    return sheet


def compound(streams: dict[str, bytes]) -> bytes:
    """An OLE compound file of up to three streams, each padded to whole large sectors."""
    fat, body = [_FAT], b""
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    for number, (name, content) in enumerate(streams.items(), start=1):
        padded = content.ljust(max(4096, -(-len(content) // 512) * 512), b"\0")
        first, count = len(fat) + 1, len(padded) // 512
        fat += [*range(first + 1, first + count), _END]
        sibling = number + 1 if number < len(streams) else _FREE
        entries.append(_entry(name, 2, first, len(padded), sibling=sibling))
        body += padded
    fat.insert(1, _END)
    while len(entries) % 4:
        entries.append(_entry("", 0, 0, 0))
    table = b"".join(struct.pack("<I", one) for one in fat).ljust(512, b"\xff")
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<I", 0).ljust(436, b"\xff")
    return header + table + b"".join(entries[:4]) + body


def _entry(
    name: str, kind: int, start: int, size: int, *, child: int = _FREE, sibling: int = _FREE
) -> bytes:
    wide = name.encode("utf-16-le")
    told = struct.pack("<HBBIII", len(wide) + 2 if name else 0, kind, 1, _FREE, sibling, child)
    return wide.ljust(64, b"\0") + told + bytes(36) + struct.pack("<IQ", start, size)


def biff(kind: int, content: bytes = b"") -> bytes:
    """A record of an .xls."""
    return struct.pack("<HH", kind, len(content)) + content


def wide(text: str) -> bytes:
    """A text of an .xlsb."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def record(kind: int, content: bytes = b"") -> bytes:
    """A record of an .xlsb."""
    number = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return number + _varint(len(content)) + content


def row_record(row: int, *, hidden: bool = False) -> bytes:
    """The start of a row of an .xlsb, counted from 0."""
    return record(0x00, struct.pack("<IIHBB", row, 0, 300, 0, 0x10 if hidden else 0) + bytes(5))


def _varint(number: int) -> bytes:
    out = b""
    while True:
        number, low = number >> 7, number & 0x7F
        out += bytes([low | (0x80 if number else 0)])
        if not number:
            return out


def _binary_cell(column: int, value: str | float) -> bytes:
    place = struct.pack("<II", column, 0)
    if isinstance(value, str):
        return record(0x06, place + wide(value))
    return record(0x05, place + struct.pack("<d", value))
