"""Formulas of .xls and .xlsb: tokens in reverse Polish notation as text.

Both kinds hold the same tokens ([MS-XLS] 2.5.198, [MS-XLSB] 2.5.97) with numbers of other widths.
What is decoded is what a person can be shown; anything else is `=?`, a formula nobody computes.
"""

import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from activities.workbook.cells import exact_number
from activities.workbook.functions import FIXED, VARIABLE
from activities.workbook.limits import Limits
from activities.workbook.told import At
from orders.errors import UnsafeFile
from orders.sheet import column_letter

UNKNOWN = "=?"
_LONGEST = 1_024
_ATOM = 9
_BINARY: Mapping[int, tuple[str, int]] = {
    0x03: ("+", 3), 0x04: ("-", 3), 0x05: ("*", 4), 0x06: ("/", 4), 0x07: ("^", 5), 0x08: ("&", 2),
    0x09: ("<", 1), 0x0A: ("<=", 1), 0x0B: ("=", 1), 0x0C: (">=", 1), 0x0D: (">", 1), 0x0E: ("<>", 1),
}  # fmt: skip
"""Operators, and how tightly they bind."""
_CLASSES = 0x20
"""From here on a token comes in three classes that read alike."""
_EXPRESSION = 0x01
_ATTRIBUTE_SUM, _ATTRIBUTE_CHOOSE = 0x10, 0x04
_COLUMN_MOVES, _ROW_MOVES = 0x4000, 0x8000
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!",
    0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layout:
    """How wide the numbers of a kind of file are, and where its sheets end."""

    reference: struct.Struct
    area: struct.Struct
    home: struct.Struct
    text_length: struct.Struct
    rows: int
    columns: int
    wide: bool


XLS = Layout(
    struct.Struct("<HH"), struct.Struct("<4H"), struct.Struct("<HH"), struct.Struct("<BB"),
    rows=1 << 16, columns=1 << 8, wide=False,
)  # fmt: skip
XLSB = Layout(
    struct.Struct("<IH"), struct.Struct("<IIHH"), struct.Struct("<I"), struct.Struct("<H"),
    rows=1 << 20, columns=1 << 14, wide=True,
)  # fmt: skip


class _NotShownError(Exception):
    """A token that is not decoded."""


def error_text(code: int) -> str:
    """What a spreadsheet shows for an error code."""
    return _ERRORS.get(code, "#VALUE!")


@dataclass(slots=True)
class Formulas:
    """The formulas of one sheet; shared ones and arrays are told after the first of their cells."""

    layout: Layout
    limits: Limits
    leads: Sequence[str] = ()
    """How the sheets are named, by the numbers that references to them carry."""
    texts: dict[At, str] = field(default_factory=dict)
    _shared: dict[At, bytes] = field(default_factory=dict)
    _arrays: dict[At, str] = field(default_factory=dict)
    _pending: dict[At, At] = field(default_factory=dict)
    _last: At = (0, 0)

    def take(self, at: At, tokens: bytes, extra: bytes = b"") -> None:
        """One cell's formula; `extra` is what stands behind its tokens."""
        self._last = at
        if tokens[:1] == bytes([_EXPRESSION]):
            self._pending[at] = self._last = _home(self.layout, tokens[1:] + extra)
        self.texts[at] = UNKNOWN if at in self._pending else self._decode(tokens, at)

    def share(self, tokens: bytes) -> None:
        """The formula that the last cell has in common with others."""
        self._shared[self._last] = tokens

    def spread(self, tokens: bytes) -> None:
        """The formula of the whole array that the last cell stands in."""
        self._arrays[self._last] = self._decode(tokens, self._last)

    def settle(self) -> Mapping[At, str]:
        """All texts, those of shared formulas and arrays too."""
        left = self.limits.max_text
        for at, home in self._pending.items():
            if home in self._shared:
                self.texts[at] = self._decode(self._shared[home], at)
            else:
                self.texts[at] = self._arrays.get(home, UNKNOWN)
            left -= len(self.texts[at])
            if left < 0:
                raise UnsafeFile("The file holds more formulas than an order does.")
        return self.texts

    def _decode(self, tokens: bytes, at: At) -> str:
        return decode(tokens, self.layout, at, self.leads)


def _home(layout: Layout, body: bytes) -> At:
    """The cell behind which a shared formula is told; .xlsb keeps its column apart."""
    if layout.wide:
        row, column = struct.unpack_from("<II", body)
    else:
        row, column = layout.home.unpack_from(body)
    return row + 1, column + 1


def decode(tokens: bytes, layout: Layout, at: At, leads: Sequence[str] = ()) -> str:
    """A formula's text with its `=`, as it is seen in the cell `at`."""
    if len(tokens) > _LONGEST:
        return UNKNOWN
    try:
        return f"={_Reader(tokens, layout, at, leads).read()}"
    except (_NotShownError, struct.error, IndexError, KeyError, UnicodeDecodeError):
        return UNKNOWN


class _Reader:
    """Reads tokens onto a stack of texts, each with how tightly it holds together."""

    def __init__(self, tokens: bytes, layout: Layout, at: At, leads: Sequence[str]) -> None:
        self._tokens = tokens
        self._leads = leads
        self._layout = layout
        self._home = at
        self._at = 0
        self._stack: list[tuple[str, int]] = []

    def read(self) -> str:
        while self._at < len(self._tokens):
            token = self._number("<B")
            if token in _BINARY:
                self._binary(*_BINARY[token])
            else:
                token = token if token < _CLASSES else _CLASSES | (token & 0x1F)
                _READERS[token](self)
        if len(self._stack) != 1:
            raise _NotShownError
        return self._stack[0][0]

    def _take(self, form: struct.Struct) -> tuple[int, ...]:
        values = form.unpack_from(self._tokens, self._at)
        self._at += form.size
        return values

    def _number(self, form: str) -> int:
        return self._take(struct.Struct(form))[0]

    def _push(self, text: str, level: int = _ATOM) -> None:
        self._stack.append((text, level))

    def _pop(self, level: int) -> str:
        """The topmost text, in parentheses where it holds together less tightly than asked."""
        text, own = self._stack.pop()
        return text if own >= level else f"({text})"

    def _binary(self, sign: str, level: int) -> None:
        right, left = self._pop(level + 1), self._pop(level)
        self._push(f"{left}{sign}{right}", level)

    def minus(self) -> None:
        self._push(f"-{self._pop(7)}", 7)

    def plus(self) -> None:
        self._push(f"+{self._pop(7)}", 7)

    def percent(self) -> None:
        self._push(f"{self._pop(6)}%", 6)

    def parentheses(self) -> None:
        self._push(f"({self._stack.pop()[0]})")

    def nothing(self) -> None:
        self._push("")

    def whole(self) -> None:
        self._push(str(self._number("<H")))

    def truth(self) -> None:
        self._push("TRUE" if self._number("<B") else "FALSE")

    def error(self) -> None:
        self._push(error_text(self._number("<B")))

    def real(self) -> None:
        value = struct.unpack_from("<d", self._tokens, self._at)[0]
        self._at += 8
        number = exact_number(repr(value))
        if number is None:
            raise _NotShownError
        self._push(f"{number:f}".removesuffix(".0"))

    def text(self) -> None:
        length, *flags = self._take(self._layout.text_length)
        wide = self._layout.wide or flags[0] & 1
        size = length * (2 if wide else 1)
        raw = self._tokens[self._at : self._at + size]
        self._at += size
        text = raw.decode("utf-16-le" if wide else "latin-1").replace('"', '""')
        self._push(f'"{text}"')

    def attribute(self) -> None:
        """Hints for whoever computes; only a sum of one argument is a part of the formula."""
        kind, told = self._take(struct.Struct("<BH"))
        if kind & _ATTRIBUTE_SUM:
            self._push(f"SUM({self._stack.pop()[0]})")
        elif kind & _ATTRIBUTE_CHOOSE:
            self._at += 2 * (told + 1)

    def fixed(self) -> None:
        name, count = FIXED[self._number("<H")]
        self._call(name, count)

    def variable(self) -> None:
        count, number = self._take(struct.Struct("<BH"))
        self._call(VARIABLE[number], count & 0x7F)

    def _call(self, name: str, count: int) -> None:
        if count > len(self._stack):
            raise _NotShownError
        parts = [text for text, _ in self._stack[len(self._stack) - count :]]
        del self._stack[len(self._stack) - count :]
        self._push(f"{name}({','.join(parts)})")

    def reference(self) -> None:
        self._push(self._address(*self._take(self._layout.reference)))

    def area(self) -> None:
        top, bottom, left, right = self._take(self._layout.area)
        self._push(f"{self._address(top, left)}:{self._address(bottom, right)}")

    def led_reference(self) -> None:
        sheet = self._sheet()
        self.reference()
        self._push(sheet + self._stack.pop()[0])

    def led_area(self) -> None:
        sheet = self._sheet()
        self.area()
        self._push(sheet + self._stack.pop()[0])

    def _sheet(self) -> str:
        name = self._leads[self._number("<H")]
        if not name:
            raise _NotShownError
        return name

    def moved_reference(self) -> None:
        self._push(self._address(*self._moved(*self._take(self._layout.reference))))

    def moved_area(self) -> None:
        top, bottom, left, right = self._take(self._layout.area)
        first, last = self._moved(top, left), self._moved(bottom, right)
        self._push(f"{self._address(*first)}:{self._address(*last)}")

    def _moved(self, row: int, column: int) -> tuple[int, int]:
        """A reference told as a distance from its own cell; sheets are round, as Excel has it."""
        flags, bare = column & (_COLUMN_MOVES | _ROW_MOVES), column & (_COLUMN_MOVES - 1)
        if flags & _ROW_MOVES:
            row = (row + self._home[0] - 1) % self._layout.rows
        if flags & _COLUMN_MOVES:
            bare = (bare + self._home[1] - 1) % self._layout.columns
        return row, bare | flags

    def _address(self, row: int, column: int) -> str:
        bare = column & (_COLUMN_MOVES - 1)
        if row >= self._layout.rows or bare >= self._layout.columns:
            raise _NotShownError
        fixed_column = "" if column & _COLUMN_MOVES else "$"
        fixed_row = "" if column & _ROW_MOVES else "$"
        return f"{fixed_column}{column_letter(bare + 1)}{fixed_row}{row + 1}"


_READERS: Mapping[int, Callable[[_Reader], None]] = {
    0x12: _Reader.plus, 0x13: _Reader.minus, 0x14: _Reader.percent, 0x15: _Reader.parentheses,
    0x16: _Reader.nothing, 0x17: _Reader.text, 0x19: _Reader.attribute, 0x1C: _Reader.error,
    0x1D: _Reader.truth, 0x1E: _Reader.whole, 0x1F: _Reader.real, 0x21: _Reader.fixed,
    0x22: _Reader.variable, 0x24: _Reader.reference, 0x25: _Reader.area,
    0x2C: _Reader.moved_reference, 0x2D: _Reader.moved_area,
    0x3A: _Reader.led_reference, 0x3B: _Reader.led_area,
}  # fmt: skip
