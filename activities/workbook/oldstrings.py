"""Texts of an .xls of which a part is struck through.

The shared strings ([MS-XLS] 2.4.265) go on over several records; a text that is cut by the end of
one says anew how wide its signs are.
"""

import struct
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from activities.workbook.runs import of_fonts

_WIDE, _FAR_EAST, _RICH = 1, 4, 8
_NO_FONT = 4
"""The number that no font has, so that those behind it are told one too high."""


def crossed_texts(bodies: Sequence[bytes], struck: Collection[int]) -> Mapping[int, str]:
    """By its number in the list, what is left of each text that a font of `struck` crosses out.

    `bodies` are the list's record and those by which it goes on.

    Raises:
        IndexError, struct.error: the records break off.
    """
    reader = _Reader([bodies[0][8:], *bodies[1:]])
    found: dict[int, str] = {}
    for number in range(struct.unpack_from("<I", bodies[0], 4)[0]):
        text, runs = reader.text()
        fonts = [(at, font - (font > _NO_FONT)) for at, font in runs]
        left = of_fonts(text, fonts, struck) if runs else None
        if left is not None:
            found[number] = left
    return found


@dataclass(slots=True)
class _Reader:
    """Reads on over the ends of records."""

    bodies: list[bytes]
    place: int = 0
    at: int = 0

    def text(self) -> tuple[str, list[tuple[int, int]]]:
        """The next text and its runs: where each begins, and its font's number."""
        length, options = struct.unpack("<HB", self._take(3))
        count = struct.unpack("<H", self._take(2))[0] if options & _RICH else 0
        extra = struct.unpack("<I", self._take(4))[0] if options & _FAR_EAST else 0
        text = self._characters(length, options & _WIDE)
        runs = [struct.unpack("<HH", self._take(4)) for _ in range(count)]
        self._take(extra)
        return text, [(at, font) for at, font in runs]

    def _take(self, size: int) -> bytes:
        taken = b""
        while size > len(taken):
            self._turn()
            piece = self.bodies[self.place][self.at : self.at + size - len(taken)]
            self.at += len(piece)
            taken += piece
        return taken

    def _turn(self) -> bool:
        """Whether another record had to be opened."""
        turned = False
        while self.at >= len(self.bodies[self.place]):
            self.place, self.at, turned = self.place + 1, 0, True
        return turned

    def _characters(self, length: int, wide: int) -> str:
        text = ""
        while len(text) < length:
            if self._turn():
                wide = self._take(1)[0] & _WIDE
            width = 2 if wide else 1
            here = min(length - len(text), (len(self.bodies[self.place]) - self.at) // width)
            piece = self._take(here * width).decode("utf-16-le" if wide else "latin-1", "replace")
            text += piece.ljust(here, "\ufffd")[:here] if len(piece) > here else piece
            if not here:
                raise IndexError("a text breaks off")
        return text
