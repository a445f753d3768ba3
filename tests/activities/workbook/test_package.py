"""What a zip holds decides its kind; what must not be in it is refused."""

import pytest

from activities.workbook.archive import Archive
from activities.workbook.limits import Limits
from activities.workbook.package import content_types, package_kind, package_notes
from orders.errors import OrderFault, UnreadableFile, UnsafeFile, UnsupportedFormat
from tests.support.packages import BOOK_TYPE, book_parts, pack, sheet_xml, types_xml

ODS = "application/vnd.oasis.opendocument.spreadsheet"
MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
VBA = "application/vnd.ms-office.vbaProject"


def archive(parts) -> Archive:
    return Archive(pack(parts), Limits())


def package(more=None, types=None) -> Archive:
    parts = book_parts(sheet_xml()) | (more or {})
    if types:
        parts["[Content_Types].xml"] = types_xml(types)
    return archive(parts)


@pytest.mark.parametrize(
    ("kind", "expected"), [(BOOK_TYPE, "xlsx"), (MACROS, "xlsm"), (BINARY, "xlsb")]
)
def test_the_workbook_parts_type_is_the_kind(kind, expected):
    assert package_kind(package(types={"/xl/workbook.xml": kind})) == expected


def test_an_open_document_says_what_it_is():
    assert package_kind(archive({"mimetype": ODS, "content.xml": "<a/>"})) == "ods"
    with pytest.raises(UnsupportedFormat):
        package_kind(archive({"mimetype": "application/vnd.oasis.opendocument.text"}))


@pytest.mark.parametrize(
    ("parts", "advice"),
    [
        ({"a.txt": "x"}, "Unpack"),
        ({"Index/Document.iwa": "x"}, "Numbers"),
        ({"[Content_Types].xml": types_xml({"/word/document.xml": WORD})}, "Word"),
        ({"[Content_Types].xml": types_xml({"/ppt/presentation.xml": SLIDES})}, "presentation"),
    ],
    ids=["zip", "numbers", "docx", "pptx"],
)
def test_b047_other_packages_get_the_advice_that_fits(parts, advice):
    with pytest.raises(UnsupportedFormat, match=advice):
        package_kind(archive(parts))


def test_a_package_without_a_workbook_is_unreadable():
    with pytest.raises(UnreadableFile):
        package_kind(archive({"[Content_Types].xml": types_xml({})}))


def test_b048_macros_are_noted_and_never_run():
    parts = package({"xl/vbaProject.bin": b"x"}, {"/xl/workbook.xml": MACROS, "/v": VBA})
    assert package_kind(parts) == "xlsm"
    assert package_notes(parts) == ("macros",)


def test_b048_a_renamed_xlsm_is_what_its_content_says():
    renamed = package({"xl/vbaProject.bin": b"x"}, {"/xl/workbook.xml": BOOK_TYPE, "/v": VBA})
    assert package_kind(renamed) == "xlsx"
    assert package_notes(renamed) == ("macros",)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("xl/macrosheets/sheet1.xml", "x"),
        ("xl/x.xml", "application/vnd.ms-excel.macrosheet+xml"),
        ("xl/x.xml", "application/vnd.ms-excel.intlmacrosheet+xml"),
        ("xl/activeX/activeX1.xml", "x"),
        ("xl/x.xml", "application/vnd.ms-office.activeX+xml"),
        ("xl/embeddings/oleObject1.bin", "x"),
        ("xl/embeddings/Book1.xlsx", "x"),
        ("xl/x.bin", "application/vnd.openxmlformats-officedocument.oleObject"),
    ],
)
def test_b048_macro_sheets_controls_and_objects_are_refused(name, kind):
    parts = package({name: "<a/>"}, {"/xl/workbook.xml": BOOK_TYPE, f"/{name}": kind})
    with pytest.raises(UnsafeFile, match="does not open"):
        package_kind(parts)


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("xl/externalLinks/externalLink1.xml", "external_links"),
        ("xl/connections.xml", "connections"),
        ("xl/queryTables/queryTable1.xml", "connections"),
    ],
)
def test_b049_links_and_connections_are_noted_and_never_followed(name, note):
    parts = package({name: "<a/>"})
    assert package_kind(parts) == "xlsx"
    assert package_notes(parts) == (note,)


@pytest.mark.parametrize(
    "name", ["xl/comments1.xml", "docProps/core.xml", "xl/drawings/vmlDrawing1.vml", "x/x.rels"]
)
@pytest.mark.parametrize("content", ["<!DOCTYPE a><a/>", "<a/>".encode("utf-16")])
def test_b045_no_part_may_hold_a_document_type_or_another_encoding(name, content):
    with pytest.raises(UnsafeFile):
        package_kind(package({name: content}))


def test_b049_a_power_query_in_utf16_is_never_looked_at():
    query = '<?xml version="1.0" encoding="utf-16"?><DataMashup/>'.encode("utf-16")
    assert package_kind(package({"customXml/item1.xml": query})) == "xlsx"


def test_empty_settings_of_libreoffice_are_never_looked_at():
    assert package_kind(package({"Configurations2/accelerator/current.xml": b""})) == "xlsx"


def test_content_types_are_found_by_part_and_extension():
    types = content_types(package())
    assert types["/xl/workbook.xml"] == BOOK_TYPE.casefold()
    assert types[".xml"] == "application/xml"


def test_a_part_with_two_types_is_refused():
    twice = types_xml({"/a": "x"}).replace("</Types>", '<Override PartName="/A"/></Types>')
    with pytest.raises(OrderFault, match="twice"):
        content_types(archive({"[Content_Types].xml": twice}))
