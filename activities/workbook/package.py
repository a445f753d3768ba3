"""What a zip holds: which kind of workbook, and what must not be in it."""

from collections.abc import Mapping

from activities.workbook.archive import Archive
from activities.workbook.markup import check_prolog, elements
from orders.errors import ProtectedWorkbook, UnreadableFile, UnsafeFile, UnsupportedFormat

CONTENT_TYPES = "[Content_Types].xml"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = "META-INF/manifest.xml"
_MARKUP = (".xml", ".rels", ".vml")
_UNREAD = ("customxml/", "configurations2/")
"""What nobody reads: Excel keeps Power Query there in UTF-16, LibreOffice its toolbars as empty parts."""
_MOST_TYPES = 2_000_000

_WORKBOOKS = (
    ("spreadsheetml.sheet.main+xml", "xlsx"),
    ("spreadsheetml.template.main+xml", "xlsx"),
    ("ms-excel.sheet.macroenabled.main+xml", "xlsm"),
    ("ms-excel.template.macroenabled.main+xml", "xlsm"),
    ("ms-excel.sheet.binary.macroenabled.main", "xlsb"),
)
_STRANGERS = (
    ("wordprocessingml", "This is a Word document. Copy its table into a workbook and send that."),
    ("presentationml", "This is a presentation. Copy its table into a workbook and send that."),
)
_FORBIDDEN = (
    ("macrosheet", "macro sheets of the old kind"),
    ("activex", "ActiveX controls"),
    ("oleobject", "embedded objects"),
    ("/embeddings/", "embedded objects"),
)
_NOTED = (
    ("vbaproject", "macros"),
    ("/externallinks/", "external_links"),
    ("/connections.xml", "connections"),
    ("/connections.bin", "connections"),
    ("/querytables/", "connections"),
)


def package_kind(archive: Archive) -> str:
    """`xlsx`, `xlsm`, `xlsb` or `ods`.

    Raises:
        UnsupportedFormat: a zip of another kind, with the advice that fits.
        ProtectedWorkbook: an encrypted open document.
        UnsafeFile: macro sheets, ActiveX controls, embedded objects, or DTDs in any part.
    """
    kind = _open_document(archive) or _office_document(archive)
    _refuse_forbidden([f"/{name}" for name in archive.names])
    for name in archive.names:
        if name.casefold().endswith(_MARKUP) and not name.casefold().startswith(_UNREAD):
            check_prolog(archive.chunks(name))
    return kind


def package_notes(archive: Archive) -> tuple[str, ...]:
    """What the package carries that is never used: `macros`, `external_links`, `connections`."""
    names = [f"/{name.casefold()}" for name in archive.names]
    return tuple(
        dict.fromkeys(note for mark, note in _NOTED if any(mark in name for name in names))
    )


def content_types(archive: Archive) -> Mapping[str, str]:
    """Content type by part name (`/xl/workbook.xml`) or extension (`.xml`), all lower case."""
    found = elements([archive.read(CONTENT_TYPES, _MOST_TYPES)], "Override", "Default")
    types: dict[str, str] = {}
    for name, attributes in found:
        key = attributes.get("PartName", "") if name == "Override" else _extension(attributes)
        if key.casefold() in types:
            raise UnsafeFile("The file says twice what one of its parts is.")
        types[key.casefold()] = attributes.get("ContentType", "").casefold()
    return types


def _extension(attributes: Mapping[str, str]) -> str:
    return "." + attributes.get("Extension", "")


def _open_document(archive: Archive) -> str:
    if "mimetype" not in archive or CONTENT_TYPES in archive:
        return ""
    mimetype = archive.read("mimetype", 200).strip()
    if not mimetype.startswith(_ODS):
        raise UnsupportedFormat("This is a document, but no workbook.")
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST, _MOST_TYPES):
        # calamine does not tell a locked file from a damaged one.
        raise ProtectedWorkbook("The workbook is encrypted with a password.")
    return "ods"


def _office_document(archive: Archive) -> str:
    if CONTENT_TYPES not in archive:
        if any(name.endswith(".iwa") for name in archive.names):
            raise UnsupportedFormat("This is an Apple Numbers file. Export it to Excel first.")
        raise UnsupportedFormat("This is an archive. Unpack it and send the spreadsheet inside.")
    types = list(content_types(archive).values())
    _refuse_forbidden(types)
    for mark, kind in _WORKBOOKS:
        if any(mark in one for one in types):
            return kind
    for mark, sentence in _STRANGERS:
        if any(mark in one for one in types):
            raise UnsupportedFormat(sentence)
    raise UnreadableFile("The file is packed like a workbook, but holds none.")


def _refuse_forbidden(marks: list[str]) -> None:
    for mark, what in _FORBIDDEN:
        if any(mark in one.casefold() for one in marks):
            raise UnsafeFile(f"The workbook holds {what}, which the desk does not open.")
