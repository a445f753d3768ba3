"""Comments and boxes of an .xls: texts of drawn objects, by cell.

A comment is a note at a cell that names an object; an object's text follows it in records of its own
([MS-XLS] 2.4.179, 2.4.181, 2.4.329).
"""

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from activities.workbook.overlays import lay, said
from activities.workbook.told import At

_NOTE, _OBJECT, _TEXT, _MORE, _DRAWN = 0x1C, 0x5D, 0x1B6, 0x3C, 0xEC
_SHAPES = (0x02, 0x03, 0x06, 0x1E)
"""Objects that are rectangles, ovals, text boxes or drawings; a button is none."""
_ANCHOR = b"\x10\xf0\x12\x00\x00\x00"
_LONGEST = 32_767
_WIDE = 1


@dataclass(slots=True)
class OldNotes:
    """Gathers the texts of one sheet, record by record."""

    texts: dict[int, str] = field(default_factory=dict)
    """By the object's number."""
    notes: dict[int, tuple[At, str]] = field(default_factory=dict)
    """Cell and author by the object's number."""
    shapes: dict[int, At] = field(default_factory=dict)
    _object: int = 0
    _corner: At = (1, 1)
    _left: int = 0
    """Characters of the open text that are still to come."""
    _hears: bool = False

    def take(self, code: int, body: bytes) -> None:
        """One record; all but five kinds are passed over."""
        if code == _MORE:
            self._go_on(body)
            return
        self._hears = False
        takes: Mapping[int, Callable[[bytes], None]] = {
            _NOTE: self._note, _OBJECT: self._begin, _TEXT: self._open, _DRAWN: self._place,
        }  # fmt: skip
        if code in takes:
            takes[code](body)

    def settle(self) -> tuple[dict[At, str], dict[At, str]]:
        """The comments and the boxes, by cell."""
        comments: dict[At, str] = {}
        boxes: dict[At, str] = {}
        for number, (at, author) in self.notes.items():
            lay(comments, at, said(self.texts.get(number, ""), author))
        for number, at in self.shapes.items():
            lay(boxes, at, self.texts.get(number, "").strip())
        return comments, boxes

    def _note(self, body: bytes) -> None:
        row, column, _, number, length = struct.unpack_from("<5H", body)
        author, _ = _characters(body[10:], length)
        self.notes[number] = ((row + 1, column + 1), author)

    def _place(self, body: bytes) -> None:
        at = body.rfind(_ANCHOR)
        if at >= 0:
            column, _, row = struct.unpack_from("<3H", body, at + len(_ANCHOR) + 2)
            self._corner = row + 1, column + 1

    def _begin(self, body: bytes) -> None:
        kind, self._object = struct.unpack_from("<HH", body, 4)
        if kind in _SHAPES:
            self.shapes[self._object] = self._corner

    def _open(self, body: bytes) -> None:
        self._left = min(struct.unpack_from("<H", body, 10)[0], _LONGEST)
        self.texts[self._object] = ""
        self._hears = True

    def _go_on(self, body: bytes) -> None:
        if self._hears and self._left:
            text, taken = _characters(body, self._left)
            self.texts[self._object] += text
            self._left -= taken


def _characters(body: bytes, most: int) -> tuple[str, int]:
    """Up to so many characters behind a byte that says how wide they are, and how many came."""
    wide = body[0] & _WIDE
    content = body[1:][: most * (2 if wide else 1)]
    text = content.decode("utf-16-le" if wide else "latin-1", "replace")
    return text.replace("\r", "\n"), len(content) // (2 if wide else 1)
