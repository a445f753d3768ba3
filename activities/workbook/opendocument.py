"""What calamine does not say of an .ods file: formats, what is hidden.

The shown text of a number stands beside it in the file; from it comes how many zeros it shows.
"""

import re
from collections.abc import Mapping

from activities.workbook.archive import Archive
from activities.workbook.limits import Limits
from activities.workbook.markup import Attributes, local_names, walk, whole
from activities.workbook.told import Told

_CONTENT = "content.xml"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_NAMES = local_names(_OFFICE, _TABLE, _TEXT)
_SHOWN = re.compile(r"([0-9]+)(?:[.,]([0-9]+))?")
_HIDDEN = ("collapse", "filter")
_LONGEST = 40
_MOST_REPEATED = 1_000
"""What is repeated more often than this is the empty rest of a sheet."""


def read_content(archive: Archive, limits: Limits) -> Mapping[str, Told]:
    """What is told of each sheet, by name."""
    listener = _ContentListener()
    walk(archive.chunks(_CONTENT), listener, limits, _NAMES)
    return listener.sheets


class _ContentListener:
    """Hears the tables of a document, one cell at a time."""

    def __init__(self) -> None:
        self.sheets: dict[str, Told] = {}
        self._told = Told()
        self._row = self._rows = self._column = self._columns = 0
        self._shown: list[str] | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "table":
            self._start_table(attributes)
        elif name == "table-column":
            self._hide(self._told.hidden_columns, self._columns, attributes, "columns")
            self._columns += _repeated(attributes, "columns")
        elif name == "table-row":
            self._row, self._column = self._row + self._rows, 0
            self._rows = _repeated(attributes, "rows")
            self._hide(self._told.hidden_rows, self._row, attributes, "rows")
        elif name in ("table-cell", "covered-table-cell"):
            self._start_cell(attributes)

    def text(self, text: str) -> None:
        if self._shown is not None:
            self._shown.append(text)

    def end(self, name: str) -> None:
        if name == "table-cell" and self._shown is not None:
            self._format("".join(self._shown)[:_LONGEST].strip())
            self._shown = None

    def _start_table(self, attributes: Attributes) -> None:
        self._told = Told(protected=attributes.get(f"{_TABLE} protected") == "true")
        self.sheets[attributes.get(f"{_TABLE} name", "")] = self._told
        self._row, self._rows, self._columns = 1, 0, 1

    def _hide(self, hidden: set[int], first: int, attributes: Attributes, what: str) -> None:
        if attributes.get(f"{_TABLE} visibility") in _HIDDEN:
            hidden.update(range(first, first + min(_repeated(attributes, what), _MOST_REPEATED)))

    def _start_cell(self, attributes: Attributes) -> None:
        self._column += 1
        kind = attributes.get(f"{_OFFICE} value-type")
        self._told.formulas |= f"{_TABLE} formula" in attributes
        if kind == "percentage":
            self._told.formats[self._row, self._column] = "0%"
        self._shown = [] if kind == "float" else None
        self._column += _repeated(attributes, "columns") - 1

    def _format(self, shown: str) -> None:
        found = _SHOWN.fullmatch(shown)
        if found:
            places = f".{'0' * len(found[2])}" if found[2] else ""
            self._told.formats[self._row, self._column] = "0" * len(found[1]) + places


def _repeated(attributes: Attributes, what: str) -> int:
    return whole(attributes.get(f"{_TABLE} number-{what}-repeated")) or 1
