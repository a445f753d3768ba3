"""Where formulas of .xls and .xlsb files lead, out of their own sheet.

A reference carries a number. The workbook says of each number which book it means, and which sheets of it
from first to last.
"""

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

_SMALL = struct.Struct("<H"), struct.Struct("<Hhh")
_LARGE = struct.Struct("<I"), struct.Struct("<Iii")
_PLAIN = re.compile(r"(?![A-Za-z]{1,3}[0-9]|[rRcC]\b)[^\W\d]\w*")
"""A name that is written without quotes."""


@dataclass(slots=True)
class Leads:
    """What is told of the numbers; `books` says of each book whether it is this one."""

    books: list[bool] = field(default_factory=list)
    told: list[tuple[int, ...]] = field(default_factory=list)

    def take(self, body: bytes, *, large: bool) -> None:
        """The record that says what the numbers mean, of an .xlsb if `large`."""
        count, lead = _LARGE if large else _SMALL
        room = min(count.unpack_from(body)[0], (len(body) - count.size) // lead.size)
        self.told += lead.iter_unpack(body[count.size : count.size + room * lead.size])

    def names(self, sheets: Sequence[str]) -> Sequence[str]:
        """By number, how a formula names the sheet; empty where it is not just one of this book."""
        return [
            _named(sheets[first])
            if book < len(self.books) and self.books[book] and 0 <= first == last < len(sheets)
            else ""
            for book, first, last in self.told
        ]


def _named(sheet: str) -> str:
    """`Prices!` or `'Price list'!`."""
    doubled = sheet.replace("'", "''")
    return f"{sheet}!" if _PLAIN.fullmatch(sheet) else f"'{doubled}'!"
