"""The cells of a sheet part that is written the plain way, at once.

Nearly every program writes cells the same way: attributes in one order, no blanks between elements,
nothing but a formula and a value inside. Such a part is read by one expression, several times faster
than element by element. Whatever is not exactly of this form makes the whole part be read by the
strict reader instead, so nothing is accepted here that would be refused there.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from activities.workbook.cells import Shelf, plain_cell
from activities.workbook.frame import is_hidden
from activities.workbook.limits import Limits
from orders.errors import DeskError
from orders.sheet import Cell, column_letter

_START, _END, _ROW_END = b"<sheetData>", b"</sheetData>", b"</row>"
_LONGEST_HEAD = 1_000_000
_TOKEN = re.compile(
    r'(<c r="([A-Z]{1,2})([1-9][0-9]{0,6})"(?: s="([0-9]{1,5})")?(?: t="(n|s|str|b|e|inlineStr)")?'
    r"(?:/>|>(?:<f>([^<&\x00-\x08\x0b-\x1f\ufffe\uffff]+)</f>)?"
    r'(?:<v>([^<&\x00-\x08\x0b-\x1f\ufffe\uffff]+)</v>|<is><t(?: xml:space="preserve")?>([^<&\x00-\x08\x0b-\x1f\ufffe\uffff]*)</t></is>)?</c>)'
    r'|<row((?: [\w:]+="[^"<&]*")*)(?:>|/>)|</row>)'
)
_ATTRIBUTE = re.compile(r' ([\w:]+)="([^"]*)"')
_WHOLE = re.compile(r"[1-9][0-9]{0,6}")
_COLUMNS = {column_letter(number): number for number in range(1, 703)}


@dataclass(slots=True)
class PlainSheet:
    """The cells, the hidden rows, and the part without its cells."""

    around: bytes = b""
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)


class _NotPlainError(Exception):
    """The part is to be read by the strict reader."""


def read_plain(chunks: Iterable[bytes], shelf: Shelf, limits: Limits) -> PlainSheet | None:
    """The sheet, or None where anything is unusual, too much, or wrong: the strict reader says what."""
    reader = _Rows(shelf, limits)
    try:
        for rows in _blocks(chunks, reader.sheet):
            reader.take(rows)
    except (_NotPlainError, UnicodeDecodeError, DeskError):
        return None
    if reader.sheet.hidden_rows:
        reader.sheet.hidden_rows &= {row for row, _ in reader.sheet.cells}
    return None if reader.row_open else reader.sheet


def _blocks(chunks: Iterable[bytes], sheet: PlainSheet) -> Iterator[str]:
    """Whole rows, some at a time; what stands around them is kept in the sheet."""
    source = iter(chunks)
    waiting = b""
    while _START not in waiting:
        chunk = next(source, b"")
        waiting += chunk
        if not chunk or len(waiting) > _LONGEST_HEAD:
            raise _NotPlainError
    head, _, waiting = waiting.partition(_START)
    while _END not in waiting:
        chunk = next(source, b"")
        if not chunk:
            raise _NotPlainError
        rows, last, waiting = (waiting + chunk).rpartition(_ROW_END)
        yield (rows + last).decode()
    rows, _, tail = waiting.partition(_END)
    yield rows.decode()
    sheet.around = b"".join((head, _START, _END, tail, *source))


class _Rows:
    """Takes rows in their order; counts what the limits count."""

    def __init__(self, shelf: Shelf, limits: Limits) -> None:
        self.sheet = PlainSheet()
        self._shelf = shelf
        self._limits = limits
        self._row = self._column = 0
        self.row_open = False
        self._digits = ""
        self._known: dict[str, bool] = {}
        self._elements = limits.max_elements

    def take(self, rows: str) -> None:
        """Read whole rows; every sign of them must belong to a token."""
        tokens = _TOKEN.findall(rows)
        lengths = [len(token[0]) for token in tokens]
        self._elements -= len(tokens) * 2
        longest = max(lengths, default=0)
        if sum(lengths) != len(rows) or longest > self._limits.max_cell_text or self._elements < 0:
            raise _NotPlainError
        self._place(tokens)
        if len(self.sheet.cells) > self._limits.max_cells:
            raise _NotPlainError

    def _place(self, tokens: Iterable[tuple[str, ...]]) -> None:
        """Half a million times for a large sheet, hence in one piece and with names of its own."""
        cells, shelf, last = self.sheet.cells, self._shelf, self._column
        for whole, letters, digits, style, kind, formula, stored, inline, about in tokens:
            if letters:
                column = _COLUMNS[letters]
                if digits != self._digits or column <= last or not self.row_open:
                    raise _NotPlainError
                last = column
                raw = kind or "n", style or "0", stored, inline, formula
                if (cell := plain_cell(raw, shelf)) is not None:
                    cells[self._row, column] = cell
            elif whole != "</row>":
                last = self._start(about, closed=whole.endswith("/>"))
            elif self.row_open and last <= self._limits.max_columns:
                self.row_open = False
            else:
                raise _NotPlainError
        self._column = last

    def _start(self, about: str, *, closed: bool) -> int:
        number = str(self._row + 1)
        first = f' r="{number}"'
        rest = about.removeprefix(first)
        hidden = self._known.get(rest) if rest != about else None
        if hidden is None:
            number, hidden = self._told(about)
            self._known.update({rest: hidden} if rest != about else {})
        row = int(number)
        if self.row_open or not self._row < row <= self._limits.max_rows:
            raise _NotPlainError
        self._row, self._digits, self.row_open = row, number, not closed
        if hidden:
            self.sheet.hidden_rows.add(row)
        return 0

    def _told(self, about: str) -> tuple[str, bool]:
        told = _ATTRIBUTE.findall(about)
        named = dict(told)
        number = named.get("r", str(self._row + 1))
        if len(named) != len(told) or not _WHOLE.fullmatch(number):
            raise _NotPlainError
        return number, is_hidden(named.get("hidden"), named.get("ht"))
