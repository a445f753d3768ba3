"""Comments and boxes of an .xls, from its records of drawn objects."""

import struct

from activities.workbook.limits import Limits
from activities.workbook.oldnotes import OldNotes
from activities.workbook.opening import open_content
from tests.support.oldbooks import shown_xls

COMMENT, BOX, BUTTON = 0x19, 0x06, 0x07
Record = tuple[int, bytes]


def drawn(number: int, kind: int, *pieces: str, row: int = 0, column: int = 0) -> list[Record]:
    """An object with its text, which may be cut in several records, narrow or wide."""
    corner = struct.pack("<4H", 0, column, 0, row).ljust(18, b"\0")
    told = [(0xEC, b"\x0f\0\0\0\x10\xf0\x12\0\0\0" + corner)]
    told.append((0x5D, struct.pack("<4H", 0x15, 0x12, kind, number) + bytes(14)))
    told.append((0x1B6, struct.pack("<7H", 0, 0, 0, 0, 0, sum(map(len, pieces)), 16) + bytes(4)))
    for piece in pieces:
        wide = not piece.isascii()
        content = piece.encode("utf-16-le" if wide else "latin-1")
        told.append((0x3C, bytes([wide]) + content))
    return [*told, (0x3C, bytes(16))]


def note(number: int, row: int, column: int, author: str = "Jane Roe") -> Record:
    return 0x1C, struct.pack("<5HB", row, column, 0, number, len(author), 0) + author.encode()


def told(*records: Record) -> tuple[dict, dict]:
    notes = OldNotes()
    for code, body in records:
        notes.take(code, body)
    return notes.settle()


def test_a_comment_is_told_at_its_cell_though_its_text_comes_in_pieces():
    text = drawn(7, COMMENT, "Jane Roe:\r", "فقط ۸")
    assert told(*text, note(7, 5, 2)) == ({(6, 3): "فقط ۸"}, {})


def test_a_box_is_told_where_it_begins_and_a_button_is_not():
    records = [*drawn(1, BOX, "Draft", row=3, column=1), *drawn(2, BUTTON, "Send")]
    assert told(*records) == ({}, {(4, 2): "Draft"})


def test_what_follows_another_record_is_no_text():
    assert told(*drawn(7, COMMENT)[:3], (0x0A, b""), (0x3C, b"\0lost"), note(7, 0, 0)) == ({}, {})


def test_an_old_file_tells_its_comments_when_it_is_opened():
    book = shown_xls(
        [["SKU", "Qty"], [1.0, 5.0]], "0", *drawn(7, COMMENT, "make it 8"), note(7, 1, 1)
    )
    (sheet,) = open_content(book, "a.xls", Limits()).sheets
    assert sheet.comments == {(2, 2): "make it 8"}
