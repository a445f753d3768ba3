"""What lies over the cells of a sheet: comments, and the texts of boxes.

Nothing of it is a value; a person sees it, so the desk has to know of it. Comments of the newer kind,
with answers, leave an older one behind that says the same, and that is the one read here.
"""

import re
from contextlib import suppress

from activities.workbook.archive import Archive
from activities.workbook.book import links_of
from activities.workbook.limits import Limits
from activities.workbook.markup import Attributes, local_names, walk, whole
from activities.workbook.strings import PlainText
from activities.workbook.told import At
from orders.sheet import parse_address

_DRAWN = local_names(
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
    "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/main",
)
_THREAD = "tc={"
"""So the author of a comment begins that stands for one of the newer kind."""
_SAID = re.compile(r"^ {4}(.*)$", re.MULTILINE)
"""What people wrote in such a comment is indented; the rest explains it, in any language."""
_TRUE = ("1", "true")
_LONGEST = 2_000
"""Nobody reads more than so many characters of one comment."""


def comments_of(archive: Archive, part: str, limits: Limits) -> dict[At, str]:
    """The comments of a sheet's part, by cell.

    Raises:
        OrderFault: as `links_of` and `walk` do.
    """
    listener = _Comments(limits)
    for one in parts_of(archive, part, "comments"):
        walk(archive.chunks(one), listener, limits)
    return listener.found


def boxes_of(archive: Archive, part: str, limits: Limits) -> dict[At, str]:
    """The texts of the boxes over a sheet, by the cell where each begins. Errors as above."""
    listener = _Boxes(limits)
    for one in parts_of(archive, part, "drawing"):
        walk(archive.chunks(one), listener, limits, _DRAWN)
    return listener.found


def parts_of(archive: Archive, part: str, kind: str) -> list[str]:
    """The parts of a kind to which a sheet leads; a writer may name one that it does not write."""
    folder, _, name = part.rpartition("/")
    links = links_of(archive, part) if f"{folder}/_rels/{name}.rels" in archive else {}
    return sorted({one.part for one in links.values() if one.kind == kind and one.part in archive})


def said(text: str, author: str) -> str:
    """What a comment says, without the name that is written above it."""
    if author.startswith(_THREAD):
        text = "\n".join(_SAID.findall(text))
    elif author:
        text = text.strip().removeprefix(f"{author}:")
    return text.strip()[:_LONGEST]


def lay(found: dict[At, str], at: At, text: str) -> None:
    """Add a text at a cell; several boxes may begin at one, and drawings repeat some for old readers."""
    if text and text not in found.get(at, ""):
        found[at] = said(f"{found.get(at, '')}\n{text}", "")


class _Comments:
    """Hears the comments of one sheet."""

    def __init__(self, limits: Limits) -> None:
        self.found: dict[At, str] = {}
        self._authors: list[str] = []
        self._author: list[str] | None = None
        self._by, self._at = "", ""
        self._plain = PlainText(limits)

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "author":
            self._author = []
        elif name == "comment":
            number = whole(attributes.get("authorId")) or 0
            self._by = self._authors[number] if number < len(self._authors) else ""
            self._at = attributes.get("ref", "")
        self._plain.start(name, attributes)

    def text(self, text: str) -> None:
        if self._author is not None:
            self._author.append(text)
        self._plain.add(text)

    def end(self, name: str) -> None:
        self._plain.end(name)
        if name == "author" and self._author is not None:
            self._authors.append("".join(self._author))
            self._author = None
        elif name == "comment":
            self._keep(said(self._plain.take(), self._by))

    def _keep(self, text: str) -> None:
        with suppress(ValueError):
            lay(self.found, parse_address(self._at), text)


class _Boxes:
    """Hears a drawing: the texts of its shapes, and the cell where each begins."""

    def __init__(self, limits: Limits) -> None:
        self.found: dict[At, str] = {}
        self._place = {"row": 0, "col": 0}
        self._corner = False
        self._number = ""
        self._hidden = False
        self._lines: list[str] = []
        self._open = ""
        self._left = limits.max_text

    def start(self, name: str, attributes: Attributes) -> None:
        self._open = name
        if name == "from":
            self._corner = True
        elif name == "sp":
            self._lines, self._hidden = [], False
        elif name == "cNvPr":
            self._hidden = attributes.get("hidden") in _TRUE
        elif name == "p":
            self._lines.append("")

    def text(self, text: str) -> None:
        if self._open == "t" and self._lines:
            self._left -= len(text)
            self._lines[-1] += text if self._left > 0 else ""
        elif self._corner and self._open in self._place:
            self._number += text

    def end(self, name: str) -> None:
        self._open = ""
        if self._corner and name in self._place:
            self._place[name] = whole(self._number.strip()) or 0
            self._number = ""
        elif name == "from":
            self._corner = False
        elif name == "sp":
            self._keep("\n".join(self._lines).strip())

    def _keep(self, text: str) -> None:
        if not self._hidden:
            lay(self.found, (self._place["row"] + 1, self._place["col"] + 1), text)
