"""One sheet part as a sheet of cells, strict about what has two readings.

Rows and cells must stand in order and once; where the file gives no position, it is the next one,
as the standard says. Two readers would otherwise take different values for the same cell.
"""

from collections.abc import Callable, Mapping

from activities.workbook.archive import Archive
from activities.workbook.book import SheetRef
from activities.workbook.cells import RawCell, Shelf, typed_cell
from activities.workbook.formulas import Formulas
from activities.workbook.frame import Frame, is_hidden
from activities.workbook.limits import MOST_STRAY, Limits
from activities.workbook.markup import Attributes, walk, whole
from activities.workbook.overlays import boxes_of, comments_of
from activities.workbook.plainsheet import read_plain
from activities.workbook.strings import PlainText
from orders.errors import FileTooLarge, TooManyLines, UnreadableFile, UnsafeFile
from orders.sheet import Cell, Sheet, address, column_letter, parse_address
from orders.values import is_blank

_CELL_DEPTH = 3
_INLINE_DEPTH = 4
_LAST_ROW = 1_048_576
_COLUMNS = {column_letter(number): number for number in range(1, 703)}
"""Most cells stand in these columns, and looking one up is faster than reading an address."""


def read_sheet(archive: Archive, ref: SheetRef, shelf: Shelf, limits: Limits) -> Sheet:
    """Every filled cell of a sheet; `limits.max_cells` is what is left for it.

    Raises:
        UnreadableFile: cells twice, out of order, or of no known kind.
        TooManyLines: more filled rows than the limits allow.
        FileTooLarge: more filled cells than the limits allow.
        UnsafeFile: many cells far outside the table, or merges that cover too much.
    """
    _refuse_flood(archive, ref, limits)
    plain = read_plain(archive.chunks(ref.part), shelf, limits)
    listener = _SheetListener(ref.name, shelf, limits)
    walk([plain.around] if plain else archive.chunks(ref.part), listener, limits)
    if plain and listener.seen:
        listener.cells = plain.cells
        listener.frame.hidden_rows = plain.hidden_rows
    listener.formulas.spread(listener.cells)
    frame, cells = listener.frame, listener.cells
    columns = {column for _, column in cells}
    return Sheet(
        name=ref.name,
        cells=cells,
        visibility=ref.visibility,
        merges=tuple(frame.merges),
        hidden_rows=frozenset(frame.hidden_rows),
        hidden_columns=frozenset(column for column in columns if frame.hides(column)),
        right_to_left=frame.right_to_left,
        protected=frame.protected,
        stray=tuple(listener.stray),
        comments=comments_of(archive, ref.part, limits),
        boxes=boxes_of(archive, ref.part, limits),
    )


class _SheetListener:
    """Hears a sheet part. Depth is the number of open elements: row 2, c 3, v and f 4."""

    def __init__(self, name: str, shelf: Shelf, limits: Limits) -> None:
        self.cells: dict[tuple[int, int], Cell] = {}
        self.stray: list[str] = []
        self.frame = Frame(limits)
        self.formulas = Formulas(limits)
        self._name = name
        self._shelf = shelf
        self._limits = limits
        self._plain = PlainText(limits)
        self._depth = 0
        self._row = self._column = 0
        self._row_text = ""
        self._row_hidden = False
        self._filled_rows = self._last_filled = 0
        self._data: bool | None = None
        self._raw: RawCell | None = None
        self._about_formula: Attributes = {}
        self._gather: list[str] | None = None
        self._gathered = 0
        self._starts: Mapping[tuple[int, str], Callable[[Attributes], None]] = {
            (1, "sheetData"): self._start_data,
            (2, "row"): self._start_row,
            (_INLINE_DEPTH, "f"): self._start_formula,
        }

    @property
    def seen(self) -> bool:
        """Whether the part has a place for cells, in the namespace of spreadsheets."""
        return self._data is False

    def start(self, name: str, attributes: Attributes) -> None:
        depth = self._depth
        self._depth = depth + 1
        if depth == _CELL_DEPTH and name == "c" and self._data:
            self._start_cell(attributes)
        elif depth == _INLINE_DEPTH and name == "v" and self._data:
            self._gather, self._gathered = [], 0
        else:
            self._start_other(name, attributes, depth)

    def _start_other(self, name: str, attributes: Attributes, depth: int) -> None:
        begin = self._starts.get((depth, name))
        if begin is not None and (self._data or name == "sheetData"):
            begin(attributes)
        elif self._raw is not None:
            self._plain.start(name if depth > _INLINE_DEPTH else "", attributes)
        elif not self._data:
            self.frame.start(name, attributes)

    def text(self, text: str) -> None:
        if self._gather is not None:
            self._gather.append(text)
            self._gathered += len(text)
            if self._gathered > self._limits.max_cell_text:
                where = address(*self._at)
                raise UnsafeFile(f"The cell {where} holds more text than any honest one.")
        elif self._raw is not None:
            self._plain.add(text)

    def end(self, name: str) -> None:
        self._depth -= 1
        if self._raw is not None:
            self._end_inside(name, self._raw)
        elif self._depth == 1 and name == "sheetData":
            self._data = False

    def _end_inside(self, name: str, raw: RawCell) -> None:
        if self._depth == _CELL_DEPTH:
            self._end_cell(raw)
        elif self._depth > _INLINE_DEPTH:
            self._plain.end(name)
        elif name == "is":
            raw.inline = self._plain.take()
        elif self._gather is not None:
            self._end_text(name, raw, "".join(self._gather))
            self._gather = None

    def _end_text(self, name: str, raw: RawCell, text: str) -> None:
        if name == "f":
            raw.formula = self.formulas.text_of(self._about_formula, text, self._at)
        elif raw.stored is None:
            raw.stored = text
        else:
            raise self._disorder(f"a second value of {address(*self._at)}")

    @property
    def _at(self) -> tuple[int, int]:
        return self._row, self._column

    def _start_data(self, _: Attributes) -> None:
        if self._data is not None:
            raise UnsafeFile(f"The sheet {self._name!r} holds its cells twice.")
        self._data = True

    def _start_row(self, told: Attributes) -> None:
        row = _position(told["r"]) if "r" in told else self._row + 1
        if row <= self._row:
            raise self._disorder(f"row {row}")
        self._row, self._column = row, 0
        self._row_text = str(row)
        self._row_hidden = is_hidden(told.get("hidden"), told.get("ht"))

    def _start_cell(self, told: Attributes) -> None:
        where = told.get("r")
        row, column = self._row, self._column + 1
        if where is not None:
            own_row = where.endswith(self._row_text)
            known = _COLUMNS.get(where[: -len(self._row_text)]) if own_row else None
            row, column = (row, known) if known else _cell_position(where)
        if not row or row != self._row or column <= self._column:
            raise self._disorder(f"cell {told.get('r', '')}")
        self._column = column
        self._raw = RawCell(told.get("t", "n"), told.get("s", "0"))

    def _start_formula(self, told: Attributes) -> None:
        self._gather, self._gathered = [], 0
        self._about_formula = told

    def _end_cell(self, raw: RawCell) -> None:
        self._raw = None
        cell = typed_cell(raw, self._shelf)
        if cell is None:
            return
        if self._row > self._limits.max_rows or self._column > self._limits.max_columns:
            self._leave_out(cell)
            return
        self._count()
        self.cells[self._at] = cell

    def _leave_out(self, cell: Cell) -> None:
        """A cell far outside belongs to no table: blanks go unsaid, and of others a few may be."""
        if is_blank(cell) and not cell.formula:
            return
        if self._row == self._last_filled + 1 > self._limits.max_rows:
            raise self._too_long()
        self.stray.append(address(*self._at))
        if len(self.stray) > MOST_STRAY:
            raise UnsafeFile(f"{self._name}!{self.stray[0]} and more are filled far outside.")

    def _count(self) -> None:
        if self._row != self._last_filled:
            self._last_filled = self._row
            self._filled_rows += 1
            if self._row_hidden:
                self.frame.hidden_rows.add(self._row)
        if self._filled_rows > self._limits.max_rows:
            raise self._too_long()
        if len(self.cells) >= self._limits.max_cells:
            raise _too_large()

    def _too_long(self) -> TooManyLines:
        return TooManyLines(f"The sheet {self._name!r} has more than {self._limits.max_rows} rows.")

    def _disorder(self, what: str) -> UnreadableFile:
        return UnreadableFile(f"The sheet {self._name!r} is damaged: {what} is out of order.")


def _refuse_flood(archive: Archive, ref: SheetRef, limits: Limits) -> None:
    """Refuse a sheet with far too many values at once instead of after parsing up to the limit."""
    values = sum(chunk.count(b"<v>") for chunk in archive.chunks(ref.part))
    if values > limits.max_cells:
        raise _too_large()


def _too_large() -> FileTooLarge:
    return FileTooLarge("The workbook has more filled cells than the desk reads.")


def _position(text: str) -> int:
    row = whole(text)
    if row is None or not 0 < row <= _LAST_ROW:
        raise UnreadableFile("The file is damaged: it has a row that no sheet has.")
    return row


def _cell_position(text: str) -> tuple[int, int]:
    try:
        return parse_address(text)
    except ValueError:
        raise UnreadableFile("The file is damaged: it has a cell that no sheet has.") from None
