"""The workbook part: which sheets there are, and where they lie."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from activities.workbook.archive import Archive
from activities.workbook.limits import Limits
from activities.workbook.markup import Attributes, elements
from orders.errors import FileTooLarge, UnreadableFile, UnsafeFile
from orders.sheet import Visibility

_LINK_IDS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)
_VISIBILITIES = {
    "hidden": Visibility.HIDDEN,
    "veryHidden": Visibility.VERY_HIDDEN,
}
_TRUE = ("1", "true")
_NO_BOOK = "The file is packed like a workbook, but holds none."


@dataclass(frozen=True, slots=True)
class SheetRef:
    """A sheet's name, the part that holds it, and whether it is seen."""

    name: str
    part: str
    visibility: Visibility


@dataclass(frozen=True, slots=True)
class Book:
    """The workbook's skeleton. `strings` and `styles` are part names, empty where there is none."""

    sheets: tuple[SheetRef, ...]
    strings: str
    styles: str
    date1904: bool


@dataclass(frozen=True, slots=True)
class Link:
    """Where a relationship leads, and what it is."""

    kind: str
    part: str


def read_book(archive: Archive, limits: Limits) -> Book:
    """Follow the package's relationships to the sheets.

    Raises:
        UnreadableFile: a relationship leads nowhere.
        UnsafeFile: two sheets share a part, or an identifier is given twice.
        FileTooLarge: too many sheets.
    """
    part = main_part(archive)
    links = links_of(archive, part)
    found = elements(archive.chunks(part), "workbookPr", "sheet")
    date1904 = any(name == "workbookPr" and _is_1904(told) for name, told in found)
    sheets = _sheets([told for name, told in found if name == "sheet"], links, limits)
    return Book(sheets, only(links, "sharedStrings"), only(links, "styles"), date1904)


def main_part(archive: Archive) -> str:
    """The workbook itself, as the package names it."""
    part = only(links_of(archive, ""), "officeDocument")
    if not part:
        raise UnreadableFile(_NO_BOOK)
    return part


def links_of(archive: Archive, part: str) -> Mapping[str, Link]:
    """The relationships of a part by their identifiers, without those that lead outside."""
    folder, name = posixpath.split(part)
    where = posixpath.join(folder, "_rels", f"{name}.rels")
    links: dict[str, Link] = {}
    for _, told in elements(archive.chunks(where), "Relationship"):
        if told.get("TargetMode") == "External":
            continue
        if told.get("Id", "") in links:
            raise UnsafeFile("The file gives one identifier to two of its parts.")
        target = posixpath.join("/", folder, told.get("Target", ""))
        kind = told.get("Type", "").rpartition("/")[2]
        links[told.get("Id", "")] = Link(kind, posixpath.normpath(target).lstrip("/"))
    return links


def only(links: Mapping[str, Link], kind: str) -> str:
    """The one part of a kind; empty where there is none."""
    parts = {link.part for link in links.values() if link.kind == kind}
    if len(parts) > 1:
        raise UnsafeFile("The file holds two parts where there is one.")
    return parts.pop() if parts else ""


def _sheets(
    entries: list[Attributes], links: Mapping[str, Link], limits: Limits
) -> tuple[SheetRef, ...]:
    if len(entries) > limits.max_sheets:
        raise FileTooLarge(f"The workbook has more than {limits.max_sheets} sheets.")
    sheets = [sheet for entry in entries for sheet in _sheet(entry, links)]
    _refuse_doubles([sheet.part.casefold() for sheet in sheets])
    _refuse_doubles([sheet.name.casefold() for sheet in sheets])
    if not sheets:
        raise UnreadableFile("The workbook has no sheet with cells.")
    return tuple(sheets)


def _sheet(entry: Attributes, links: Mapping[str, Link]) -> list[SheetRef]:
    """The entry's worksheet; none for a chart sheet, which has no cells."""
    name = entry.get("name", "")
    link = links.get(next((entry[key] for key in _LINK_IDS if key in entry), ""))
    if link is None:
        raise UnreadableFile(f"The sheet {name!r} is missing in the file.")
    if "macrosheet" in link.kind.casefold():
        raise UnsafeFile("The workbook holds macro sheets of the old kind.")
    if link.kind != "worksheet":
        return []
    state = _VISIBILITIES.get(entry.get("state", ""), Visibility.VISIBLE)
    return [SheetRef(name, link.part, state)]


def _refuse_doubles(names: list[str]) -> None:
    if len(set(names)) < len(names):
        raise UnsafeFile("The workbook names one sheet twice.")


def _is_1904(told: Attributes) -> bool:
    return told.get("date1904", "").lower() in _TRUE
