"""What an .ods file says beside its values: formats, formulas, hiding.

The shown text of a number stands beside it in the file; from it comes how many zeros it shows.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from activities.workbook.archive import Archive
from activities.workbook.cells import exact_number
from activities.workbook.limits import Limits
from activities.workbook.markup import Attributes, local_names, walk, whole
from activities.workbook.openformula import translated
from activities.workbook.openstyles import OpenStyles
from activities.workbook.overlays import lay
from activities.workbook.runs import standing
from activities.workbook.told import At, Told
from orders.errors import UnsafeFile

_CONTENT, _COMMON = "content.xml", "styles.xml"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
_NAMES = local_names(_OFFICE, _TABLE, _TEXT, _STYLE, _DRAW)
_COMMENT, _BOXES = "annotation", ("text-box", "custom-shape")
_SHOWN = re.compile(r"([^\d\"]{0,12}?)([0-9]+)(?:[.,]([0-9]+))?([^\d\"]{0,12})")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[.,'\u00a0\u202f ][0-9]{3})+[.,]([0-9]{1,4})")
_ERROR = re.compile(r"#[A-Z/0]{2,8}[!?]?|(?:Err|Fehler|Erreur|Error):[0-9]{3}|#N/A")
_CURRENCY = re.compile(r"[A-Z]{3}")
_HIDDEN = ("collapse", "filter")
_LONGEST = 40
_MOST_REPEATED = 1_000
"""What is repeated more often than this is the empty rest of a sheet."""


def read_content(archive: Archive, limits: Limits) -> Mapping[str, Told]:
    """What is told of each sheet, by name."""
    listener = _ContentListener(limits)
    for part in (_COMMON, _CONTENT):
        if part in archive:
            walk(archive.chunks(part), listener, limits, _NAMES)
    return listener.sheets


class _ContentListener:
    """Hears the tables of a document, one cell at a time."""

    def __init__(self, limits: Limits) -> None:
        self.sheets: dict[str, Told] = {}
        self._told = Told()
        self._row = self._rows = self._column = self._columns = 0
        self._places: Sequence[At] = ()
        """The cells that the open one stands for: those of repeated columns and rows too."""
        self._kind = self._value = self._currency = self._style = ""
        self._styles = OpenStyles()
        self._defaults: list[tuple[int, int, str]] = []
        """First and last column, and the style of their cells that name none."""
        self._shown: list[str] | None = None
        self._over = ""
        """The open element that lies over the cells."""
        self._lines: list[str] = []
        self._says = False
        self._text = _CellText()
        self._left = limits.max_text

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "table":
            self._start_table(attributes)
        elif name == "table-column":
            self._hide(self._told.hidden_columns, self._columns, attributes, "columns")
            self._start_columns(attributes)
        elif name == "table-row":
            self._row, self._column = self._row + self._rows, 0
            self._rows = _repeated(attributes, "rows")
            self._hide(self._told.hidden_rows, self._row, attributes, "rows")
        elif name in ("table-cell", "covered-table-cell"):
            self._start_cell(attributes)
        elif self._over:
            self._hear(name)
        elif name == _COMMENT or name in _BOXES:
            self._over, self._lines = name, []
        elif name in ("p", "span"):
            self._text.start(name, crossed=self._styles.crosses_out(attributes))
        else:
            self._styles.start(name, attributes)

    def text(self, text: str) -> None:
        if self._says:
            self._lines[-1] += text
        elif self._shown is not None and not self._over:
            self._shown.append(text)
        elif not self._over:
            self._text.add(text)

    def end(self, name: str) -> None:
        if name == "table-cell" and self._shown is not None:
            self._end_cell("".join(self._shown)[:_LONGEST].strip())
            self._shown = None
        elif name == "table-cell" and (left := self._text.take()):
            self._told.texts |= dict.fromkeys(self._places, left)
        elif name == "p":
            self._says = False
        elif name == "span":
            self._text.end()
        elif name and name == self._over:
            self._lay_over()

    def _hear(self, name: str) -> None:
        """An element inside; who wrote a comment, and when, stands in no paragraph."""
        if name == "p":
            self._lines.append("")
            self._says = True

    def _lay_over(self) -> None:
        """A box that belongs to no cell is told at the first."""
        told = self._told.comments if self._over == _COMMENT else self._told.boxes
        lay(told, (self._row, max(1, self._column)), "\n".join(self._lines).strip())
        self._over = ""

    def _start_table(self, attributes: Attributes) -> None:
        self._told = Told(protected=attributes.get(f"{_TABLE} protected") == "true")
        self.sheets[attributes.get(f"{_TABLE} name", "")] = self._told
        self._row, self._rows, self._columns = 1, 0, 1
        self._defaults = []

    def _start_columns(self, attributes: Attributes) -> None:
        first, style = self._columns, attributes.get(f"{_TABLE} default-cell-style-name", "")
        self._columns += _repeated(attributes, "columns")
        if self._styles.marked(style):
            self._defaults.append((first, self._columns - 1, style))

    def _hide(self, hidden: set[int], first: int, attributes: Attributes, what: str) -> None:
        if attributes.get(f"{_TABLE} visibility") in _HIDDEN:
            hidden.update(range(first, first + min(_repeated(attributes, what), _MOST_REPEATED)))

    def _start_cell(self, attributes: Attributes) -> None:
        self._column += 1
        self._text = _CellText()
        columns, formula = _repeated(attributes, "columns"), attributes.get(f"{_TABLE} formula")
        self._merge(attributes)
        self._kind = attributes.get(f"{_OFFICE} value-type", "")
        self._value = attributes.get(f"{_OFFICE} value", "")
        self._currency = attributes.get(f"{_OFFICE} currency", "")
        self._style = attributes.get(f"{_TABLE} style-name", "") or self._default()
        self._places = self._repeat(columns) if self._kind or formula is not None else ()
        if self._places and (mark := self._styles.marked(self._style)):
            self._told.formats |= dict.fromkeys(self._places, mark)
        if formula is not None:
            self._calculate(translated(formula), columns)
        told = self._kind in ("float", "currency", "percentage") or formula is not None
        self._shown = [] if told else None
        self._column += columns - 1

    def _merge(self, attributes: Attributes) -> None:
        spans = (attributes.get(f"{_TABLE} number-{what}-spanned") for what in ("rows", "columns"))
        rows, columns = (max(1, whole(text) or 1) for text in spans)
        if rows * columns > 1:
            last = self._row + rows - 1, self._column + columns - 1
            self._told.merges.append(((self._row, self._column), last))

    def _repeat(self, columns: int) -> Sequence[At]:
        if self._rows * columns > _MOST_REPEATED:
            return [(self._row, self._column)]
        rows = range(self._row, self._row + self._rows)
        return list(product(rows, range(self._column, self._column + columns)))

    def _default(self) -> str:
        spans = self._defaults
        return next((style for a, z, style in spans if a <= self._column <= z), "")

    def _calculate(self, formula: str, repeated: int) -> None:
        self._left -= (len(formula) + 1) * len(self._places)
        if self._left < 0 or repeated > _MOST_REPEATED:
            raise UnsafeFile("The file holds more formulas than an order does.")
        self._told.formulas |= dict.fromkeys(self._places, formula)

    def _end_cell(self, shown: str) -> None:
        computed = self._places[0] in self._told.formulas
        if computed and _ERROR.fullmatch(shown):
            error = shown if shown.startswith("#") else "#VALUE!"
            self._told.errors |= dict.fromkeys(self._places, error)
        elif computed and not shown:
            self._told.blank |= set(self._places)
        elif code := self._code(shown):
            code = self._styles.marked(self._style, code)
            self._told.formats |= dict.fromkeys(self._places, code)

    def _code(self, shown: str) -> str:
        """The number format that shows a number as it is shown."""
        if self._kind == "percentage":
            return "0%"
        if self._kind == "currency" and _CURRENCY.fullmatch(self._currency):
            return f"[${self._currency}] 0.00"
        found = _SHOWN.fullmatch(shown) if self._kind == "float" else None
        if found is None:
            return "#,##0." + "0" * len(long[1]) if (long := _GROUPED.fullmatch(shown)) else ""
        before, digits, places, behind = found.groups()
        if places and not _shows(digits, places, self._value):
            return "#,##0"
        code = "0" * len(digits) + (f".{'0' * len(places)}" if places else "")
        return f"{_quoted(before)}{code}{_quoted(behind)}"


@dataclass(slots=True)
class _CellText:
    """A cell's text, of which spans may be struck through."""

    kept: str = ""
    cut: str = ""
    crossed: bool = False

    def start(self, name: str, *, crossed: bool) -> None:
        """A paragraph or a span opens."""
        self.kept += "\n" if name == "p" and (self.kept or self.cut) else ""
        self.crossed = crossed

    def add(self, text: str) -> None:
        """Some of the text."""
        if self.crossed:
            self.cut += text
        else:
            self.kept += text

    def end(self) -> None:
        """A span closes."""
        self.crossed = False

    def take(self) -> str:
        """What is left where something is struck through, else nothing."""
        return standing(self.kept, self.cut) if self.cut.strip() else ""


def _shows(whole: str, places: str, stored: str) -> bool:
    """Whether a text is the stored number rounded; 12,345 may be twelve thousand too."""
    number = exact_number(stored)
    shown = Decimal(f"{whole}.{places}")
    return number is not None and abs(abs(number) - shown) * 2 <= Decimal(1).scaleb(-len(places))


def _quoted(text: str) -> str:
    return f'"{text}"' if text.strip("- \u2212") else ""


def _repeated(attributes: Attributes, what: str) -> int:
    return whole(attributes.get(f"{_TABLE} number-{what}-repeated")) or 1
