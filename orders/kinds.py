"""What kind of file bytes are, judged by content and never by name."""

import re
import unicodedata

from orders.errors import ProtectedWorkbook, UnreadableFile, UnsafeFile, UnsupportedFormat

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = b"PK\x03\x04"
_PROLOGUE = 1024
_SECTORS = (9, 12)
"""Powers of two of a sector's size in an old Office file."""
_LOCKED = re.compile(rb"\x09\x08\x10\x00.{16}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)
"""An old workbook's first record, followed by the one that says how it is encrypted."""
_NO_LETTERS = ("Cc", "Cn", "Co", "Cs")
_CONTROLS = frozenset({*range(1, 9), *range(14, 32)})

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"PK\x05\x06", "archive"),
    (b"{\\rtf", "document"),
)
_ADVICE = {
    "picture": "This is a picture. Send the order as a spreadsheet or a PDF with text.",
    "archive": "This is an archive. Unpack it and send the spreadsheet inside.",
    "document": "This is a text document. Copy its table into a spreadsheet and send that.",
    "page": "This is a web page, not a workbook. Open it in Excel, save it as .xlsx, and send that.",
    "xml": "This is an XML file. Open it in Excel, save it as .xlsx, and send that.",
    "json": "This is a JSON file. Send the order as a spreadsheet or a PDF with text.",
    "mail": "This is a mail or web archive. Save the order inside it as .xlsx and send that.",
    "ole": "This is an old Office file, but no workbook. Save the order as .xlsx and send that.",
    "unknown": "This is no spreadsheet. Send the order as a spreadsheet, as .csv or as a PDF with text.",
}
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<meta", b"<script")


def sniff(content: bytes) -> str:
    """`zip` (a package, still to be opened), `xls`, `pdf` or `text`.

    Raises:
        UnreadableFile: the file is empty.
        UnsupportedFormat: something else, with the advice that fits.
        ProtectedWorkbook: an encrypted workbook.
        UnsafeFile: an old workbook with embedded objects.
    """
    if not content.strip(b"\x00\t\n\r "):
        raise UnreadableFile("The file is empty.")
    if content.startswith(_ZIP):
        return "zip"
    if content.startswith(_OLE):
        return _sniff_ole(content)
    found = _foreign(content)
    if found == "pdf":
        return found
    if found:
        raise UnsupportedFormat(_ADVICE[found])
    return "text"


def has_macros(content: bytes) -> bool:
    """Whether an old (OLE) workbook carries macros; they are never run."""
    return _utf16("_VBA_PROJECT") in content


def _sniff_ole(content: bytes) -> str:
    if _utf16("EncryptedPackage") in content or _LOCKED.search(content):
        raise ProtectedWorkbook("The workbook is encrypted with a password.")
    if _utf16("Ole10Native") in content:
        raise UnsafeFile("The workbook holds embedded objects, which the desk does not open.")
    if _utf16("Workbook") in content or _utf16("Book") in content:
        return "xls"
    if _is_cut(content):
        raise UnreadableFile("The file is damaged or was cut off on its way.")
    raise UnsupportedFormat(_ADVICE["ole"])


def _is_cut(content: bytes) -> bool:
    """Whether the list of what an old file holds lies behind its end."""
    power, first = content[30:31], int.from_bytes(content[48:52], "little")
    return len(content) < ((first + 2) << power[0]) if power and power[0] in _SECTORS else True


def _foreign(content: bytes) -> str:
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    head = content[:_PROLOGUE]
    if b"%PDF-" in head:
        return "pdf"
    if head[4:8] == b"ftyp" or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return "picture"
    return _marked_up(head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()) or _binary(head)


def _marked_up(head: bytes) -> str:
    if head.startswith(_PAGE_STARTS) or (head.startswith((b"<?xml", b"<!--")) and b"<html" in head):
        return "page"
    if head.startswith(b"<?xml"):
        return "xml"
    if head.startswith((b'{"', b"{\n", b"[{")):
        return "json"
    return "mail" if head.startswith(b"mime-version:") else ""


def _binary(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ""
    controls = sum(byte in _CONTROLS for byte in head) * 50 > len(head)
    if b"\x00" in head:
        return "" if _is_wide(head) or (_every_other_zero(head) and not controls) else "unknown"
    return "unknown" if controls else ""


def _is_wide(head: bytes) -> bool:
    """UTF-16 of any script without a mark: lines of letters that all exist, in one order only."""
    return any(map(_reads, (_wide(head, "utf-16-le"), _wide(head, "utf-16-be"))))


def _wide(head: bytes, encoding: str) -> str:
    return head[: len(head) // 2 * 2].decode(encoding, "replace")


def _reads(text: str) -> bool:
    odd = sum(unicodedata.category(sign) in _NO_LETTERS and sign not in "\t\r\n" for sign in text)
    return "\n" in text and odd * 50 <= len(text)


def _every_other_zero(head: bytes) -> bool:
    """UTF-16 without a mark: nearly all zeros stand on one side."""
    sides = head[0::2].count(0), head[1::2].count(0)
    return max(sides) * 5 > len(head) and min(sides) * 20 <= len(head)


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")
