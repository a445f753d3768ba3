"""Workbooks written part by part, honest and hostile, for tests of the reader."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Parts = dict[str, str | bytes]


def sheet_xml(rows: str = "", before: str = "", after: str = "") -> str:
    """A worksheet part around the given row elements."""
    return (
        f'{XML}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    )


def row_xml(row: int, cells: str, told: str = "") -> str:
    """One row element."""
    return f'<row r="{row}" {told}>{cells}</row>'


def text_cell(at: str, text: str) -> str:
    """One inline text cell."""
    return f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'


def number_cell(at: str, stored: str, style: int = 0) -> str:
    """One numeric cell whose `v` holds the given text."""
    return f'<c r="{at}" s="{style}"><v>{stored}</v></c>'


def styles_xml(*codes: str) -> str:
    """A styles part whose cell format n shows codes[n]."""
    formats = "".join(
        f'<numFmt numFmtId="{200 + n}" formatCode={quoteattr(code)}/>'
        for n, code in enumerate(codes)
    )
    styles = "".join(f'<xf numFmtId="{200 + n}"/>' for n in range(len(codes)))
    return (
        f'{XML}<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><fills><fill/></fills>'
        f"<cellStyleXfs><xf/></cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>"
    )


def strings_xml(*items: str) -> str:
    """A shared strings part of `si` contents."""
    inside = "".join(f"<si>{item}</si>" for item in items)
    return f'{XML}<sst xmlns="{MAIN}">{inside}</sst>'


def types_xml(overrides: Mapping[str, str]) -> str:
    """The content types part."""
    inside = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'{XML}<Types xmlns="{KINDS}"><Default Extension="rels" ContentType="rels"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inside}</Types>'
    )


def links_xml(links: Iterable[tuple[str, str, str]]) -> str:
    """A relationships part of (id, kind, target)."""
    inside = "".join(
        f'<Relationship Id="{one}" Type="{LINKS}/{kind}" Target="{target}"/>'
        for one, kind, target in links
    )
    return f'{XML}<Relationships xmlns="{RELATIONS}">{inside}</Relationships>'


def book_parts(
    *sheets: str, styles: str = "", strings: str = "", states: tuple[str, ...] = (), book: str = ""
) -> Parts:
    """The parts of an honest workbook with these sheet parts, named Sheet1, Sheet2, …"""
    links = [(f"r{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)]
    entries = "".join(
        f'<sheet name="Sheet{n}" sheetId="{n}" state="{(states[n - 1 : n] or ("visible",))[0]}" '
        f'r:id="r{n}"/>'
        for n in range(1, len(sheets) + 1)
    )
    parts: Parts = {
        "[Content_Types].xml": types_xml(
            {"/xl/workbook.xml": BOOK_TYPE}
            | {f"/xl/worksheets/sheet{n}.xml": SHEET_TYPE for n in range(1, len(sheets) + 1)}
        ),
        "_rels/.rels": links_xml([("r1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{book}'
        f"<sheets>{entries}</sheets></workbook>",
    }
    parts |= {f"xl/worksheets/sheet{n}.xml": xml for n, xml in enumerate(sheets, start=1)}
    for name, content in (("styles", styles), ("sharedStrings", strings)):
        if content:
            parts[f"xl/{name}.xml"] = content
            links.append((name, name, f"{name}.xml"))
    parts["xl/_rels/workbook.xml.rels"] = links_xml(links)
    return parts


def pack(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts as an ordinary zip."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def workbook(*sheets: str, **more: object) -> bytes:
    """A whole .xlsx file of these sheet parts."""
    return pack(book_parts(*sheets, **more))  # type: ignore[arg-type]


@dataclass(frozen=True)
class Entry:
    """A zip entry that may lie: None means the truth."""

    name: str
    content: bytes = b""
    method: int = 8
    flags: int = 0
    size: int | None = None
    packed: int | None = None
    crc: int | None = None
    local_name: str | None = None
    local_size: int | None = None
    header: int | None = None
    raw: bytes | None = None


def lying_zip(entries: Iterable[Entry], *, count: int | None = None, tail: bytes = b"") -> bytes:
    """A zip written byte by byte, with whatever lies the entries tell."""
    body, directory = bytearray(), bytearray()
    total = 0
    for entry in entries:
        total += 1
        raw = entry.raw if entry.raw is not None else _packed(entry)
        crc = zlib.crc32(entry.content) if entry.crc is None else entry.crc
        packed = len(raw) if entry.packed is None else entry.packed
        size = len(entry.content) if entry.size is None else entry.size
        local_size = size if entry.local_size is None else entry.local_size
        name = entry.name.encode()
        local = name if entry.local_name is None else entry.local_name.encode()
        header = len(body) if entry.header is None else entry.header
        fixed = (entry.flags, entry.method, 0, 0, crc, packed)
        body += struct.pack("<4s5H3L2H", b"PK\3\4", 20, *fixed, local_size, len(local), 0)
        body += local + raw
        directory += struct.pack(
            "<4s6H3L5H2L", b"PK\1\2", 20, 20, *fixed, size, len(name), 0, 0, 0, 0, 0, header
        )
        directory += name
    told = total if count is None else count
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, told, told, len(directory), len(body), 0)
    return bytes(body + directory + end + tail)


def entries_of(parts: Mapping[str, str | bytes]) -> list[Entry]:
    """Honest entries of the parts, to be mixed with lying ones."""
    return [
        Entry(name, content.encode() if isinstance(content, str) else content)
        for name, content in parts.items()
    ]


def _packed(entry: Entry) -> bytes:
    if entry.method == zipfile.ZIP_STORED:
        return entry.content
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    return stream.compress(entry.content) + stream.flush()
