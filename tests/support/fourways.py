"""One sheet of values, formats and formulas, written as .xlsx, .xls, .xlsb and .ods."""

import re
import struct
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from orders.sheet import address, parse_address
from tests.support.oldbooks import (
    biff,
    compound,
    globals_of,
    ods,
    ods_cell,
    record,
    row_record,
    wide,
    xlsb_of,
)  # fmt: skip
from tests.support.packages import (
    book_parts,
    number_cell,
    pack,
    row_xml,
    sheet_xml,
    styles_xml,
    text_cell,
)  # fmt: skip

KINDS = ("xlsx", "xls", "xlsb", "ods")
_CODES = ("General", "00000", "#,##0.00 [$EUR]")
_TOKEN = re.compile(r"(Order!)?([A-Z]+[0-9]+)(?::([A-Z]+[0-9]+))?|([-+*/])|(SUM)\(|(\))")
_SIGNS = {"+": 3, "-": 4, "*": 5, "/": 6}
_START = biff(0x809, struct.pack("<6H", 0x600, 5, 0, 0, 0, 0) + bytes(4))
# One lead out of a sheet, to the first sheet of this book.
_START += biff(0x1AE, b"\1\0\1\4") + biff(0x17, struct.pack("<HHhh", 1, 0, 0, 0))


@dataclass(frozen=True)
class Number:
    """A number, the format it is shown in, and the formula it was computed by."""

    value: float | None
    code: str = "General"
    formula: str = ""


Grid = list[list[str | Number]]


def written(kind: str, rows: Grid) -> bytes:
    """The file's bytes in one of `KINDS`."""
    return {"xlsx": _xlsx, "xls": _xls, "xlsb": _xlsb, "ods": _ods}[kind](rows)


def tokens(formula: str, *, large: bool) -> bytes:
    """`C2*D2`, `SUM(F2:F9)` or `Order!C2` in reverse Polish notation, as .xls or (large) .xlsb has it."""
    places, signs, out = ("<IH", "<IIHH") if large else ("<HH", "<4H"), [], b""
    for lead, first, last, sign, call, _ in _TOKEN.findall(formula):
        (row, column), moves = parse_address(first) if first else (0, 0), 0xC000
        if last:
            bottom, right = parse_address(last)
            ends = (row - 1, bottom - 1, column - 1 | moves, right - 1 | moves)
            out += (b"\x3b\0\0" if lead else b"\x25") + struct.pack(places[1], *ends)
        elif first:
            out += b"\x5a\0\0" if lead else b"\x44"
            out += struct.pack(places[0], row - 1, column - 1 | moves)
        signs += [bytes([_SIGNS[sign]])] if sign else [b"\x19\x10\0\0"] if call else []
    return out + b"".join(reversed(signs))


def _cells(rows: Grid) -> list[tuple[int, int, str | Number]]:
    return [(r, c, cell) for r, row in enumerate(rows) for c, cell in enumerate(row) if cell != ""]


def _xlsx(rows: Grid) -> bytes:
    def xml(r: int, c: int, cell: str | Number) -> str:
        at = address(r + 1, c + 1)
        if isinstance(cell, str):
            return text_cell(at, escape(cell))
        style = _CODES.index(cell.code)
        if not cell.formula:
            return number_cell(at, f"{cell.value:g}", style)
        value = "" if cell.value is None else f"<v>{cell.value!r}</v>"
        return f'<c r="{at}" s="{style}"><f>{cell.formula}</f>{value}</c>'

    lines = [
        row_xml(r + 1, "".join(xml(r, c, cell) for c, cell in enumerate(row) if cell != ""))
        for r, row in enumerate(rows)
    ]
    parts = book_parts(sheet_xml("".join(lines)), styles=styles_xml(*_CODES))
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace('"Sheet1"', '"Order"')
    return pack(parts)


def _xls(rows: Grid) -> bytes:
    start = _START
    for number, code in enumerate(_CODES, start=164):
        start += biff(0x41E, struct.pack("<HHB", number, len(code), 0) + code.encode())
    for number in range(len(_CODES)):
        start += biff(0xE0, struct.pack("<HH", 0, 164 + number) + bytes(16))
    sheet = biff(0x809, struct.pack("<6H", 0x600, 0x10, 0, 0, 0, 0) + bytes(4))
    for r, c, cell in _cells(rows):
        if isinstance(cell, str):
            text = cell.encode("utf-16-le")
            sheet += biff(0x204, struct.pack("<3HHB", r, c, 0, len(cell), 1) + text)
            continue
        place = struct.pack("<3H", r, c, _CODES.index(cell.code))
        if not cell.formula:
            sheet += biff(0x203, place + struct.pack("<d", cell.value))
            continue
        body = tokens(cell.formula, large=False)
        nothing = b"\3\0\0\0\0\0\xff\xff"
        result = nothing if cell.value is None else struct.pack("<d", cell.value)
        sheet += biff(0x06, place + result + bytes(6) + struct.pack("<H", len(body)) + body)
    return compound({"Workbook": globals_of(start, bytes(2)) + sheet + biff(0x0A)})


def _xlsb(rows: Grid) -> bytes:
    sheet = record(129) + record(148, struct.pack("<4I", 0, len(rows), 0, 20)) + record(145)
    for r, row in enumerate(rows):
        sheet += row_record(r)
        for c, cell in enumerate(row):
            sheet += _binary(c, cell) if cell != "" else b""
    return xlsb_of(sheet + record(146) + record(130), _binary_styles())


def _binary(c: int, cell: str | Number) -> bytes:
    if isinstance(cell, str):
        return record(6, struct.pack("<II", c, 0) + wide(cell))
    place = struct.pack("<II", c, _CODES.index(cell.code))
    if not cell.formula:
        return record(5, place + struct.pack("<d", cell.value))
    body = tokens(cell.formula, large=True)
    behind = struct.pack("<HI", 0, len(body)) + body + bytes(4)
    if cell.value is None:
        return record(8, place + wide("") + behind)
    return record(9, place + struct.pack("<d", cell.value) + behind)


def _binary_styles() -> bytes:
    styles = record(278) + record(615, struct.pack("<I", len(_CODES)))
    for number, code in enumerate(_CODES, start=164):
        styles += record(44, struct.pack("<H", number) + wide(code))
    styles += record(616) + record(617, struct.pack("<I", len(_CODES)))
    for number in range(len(_CODES)):
        styles += record(47, struct.pack("<HHHH", 0xFFFF, 164 + number, 0, 0) + bytes(8))
    return styles + record(618) + record(279)


def _ods(rows: Grid) -> bytes:
    def xml(cell: str | Number) -> str:
        if isinstance(cell, str):
            return ods_cell("string", "", escape(cell)) if cell else "<table:table-cell/>"
        text = re.sub(r"(Order!)?([A-Z]+[0-9]+)(?::([A-Z]+[0-9]+))?", _bracketed, cell.formula)
        formula = f" table:formula={quoteattr('of:=' + text)}" if cell.formula else ""
        if cell.value is None:
            return f"<table:table-cell{formula}/>"
        kind, shown = "float", f"{cell.value:g}"
        if cell.code == "00000":
            shown = shown.zfill(5)
        elif "EUR" in cell.code:
            kind, shown = 'currency" office:currency="EUR', f"{cell.value:.2f} EUR"
        return (
            f'<table:table-cell{formula} office:value-type="{kind}" office:value="{cell.value!r}">'
            f"<text:p>{shown}</text:p></table:table-cell>"
        )

    return ods(*("".join(map(xml, row)) for row in rows))


def _bracketed(found: re.Match[str]) -> str:
    lead = "$Order" if found[1] else ""
    return f"[{lead}.{found[2]}:.{found[3]}]" if found[3] else f"[{lead}.{found[2]}]"
