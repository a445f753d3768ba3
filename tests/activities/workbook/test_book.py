"""The workbook part leads to the sheets, each once."""

import pytest

from activities.workbook.archive import Archive
from activities.workbook.book import read_book
from activities.workbook.limits import Limits
from orders.errors import FileTooLarge, OrderFault, UnreadableFile, UnsafeFile
from orders.sheet import Visibility
from tests.support.packages import book_parts, links_xml, pack, sheet_xml, strings_xml, styles_xml

LIMITS = Limits()

LINKS = "xl/_rels/workbook.xml.rels"


def book(parts, limits=LIMITS):
    return read_book(Archive(pack(parts), limits), limits)


def two_sheets():
    return book_parts(sheet_xml(), sheet_xml(), states=("visible", "veryHidden"))


def test_sheets_come_in_order_with_their_parts_and_states():
    sheets = book(two_sheets()).sheets
    assert [(one.name, one.part) for one in sheets] == [
        ("Sheet1", "xl/worksheets/sheet1.xml"),
        ("Sheet2", "xl/worksheets/sheet2.xml"),
    ]
    assert [one.visibility for one in sheets] == [Visibility.VISIBLE, Visibility.VERY_HIDDEN]
    hidden = book(book_parts(sheet_xml(), states=("hidden",))).sheets[0]
    assert hidden.visibility is Visibility.HIDDEN


def test_strings_styles_and_the_date_system_are_found():
    found = book(
        book_parts(
            sheet_xml(),
            styles=styles_xml("0"),
            strings=strings_xml("<t>a</t>"),
            book='<workbookPr date1904="1"/>',
        )
    )
    assert (found.strings, found.styles) == ("xl/sharedStrings.xml", "xl/styles.xml")
    assert found.date1904
    plain = book(book_parts(sheet_xml()))
    assert (plain.strings, plain.styles, plain.date1904) == ("", "", False)


@pytest.mark.parametrize(
    "target", ["/xl/worksheets/sheet1.xml", "./worksheets/../worksheets/sheet1.xml"]
)
def test_targets_may_be_absolute_or_roundabout(target):
    parts = book_parts(sheet_xml())
    parts[LINKS] = links_xml([("r1", "worksheet", target)])
    assert book(parts).sheets[0].part == "xl/worksheets/sheet1.xml"


def test_a_chart_sheet_has_no_cells_and_is_passed_over():
    parts = two_sheets()
    parts[LINKS] = links_xml(
        [("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "chartsheet", "c.xml")]
    )
    assert [one.name for one in book(parts).sheets] == ["Sheet1"]


def test_b048_a_macro_sheet_hidden_behind_a_link_is_refused():
    parts = book_parts(sheet_xml())
    parts[LINKS] = links_xml([("r1", "xlMacrosheet", "worksheets/sheet1.xml")])
    with pytest.raises(UnsafeFile, match="macro sheets"):
        book(parts)


@pytest.mark.parametrize(
    "links",
    [
        [("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "worksheet", "worksheets/SHEET1.xml")],
        [("r1", "worksheet", "a.xml"), ("r1", "worksheet", "b.xml"), ("r2", "worksheet", "c.xml")],
        [("r1", "worksheet", "a.xml"), ("r2", "worksheet", "b.xml"),
         ("s1", "styles", "s.xml"), ("s2", "styles", "t.xml")],
    ],
    ids=["shared_part", "doubled_id", "two_styles"],
)  # fmt: skip
def test_what_leads_two_ways_is_refused(links):
    parts = two_sheets()
    parts[LINKS] = links_xml(links)
    with pytest.raises(UnsafeFile):
        book(parts)


def test_two_sheets_of_one_name_are_refused():
    parts = two_sheets()
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace("Sheet2", "sheet1")
    with pytest.raises(UnsafeFile, match="twice"):
        book(parts)


@pytest.mark.parametrize(
    "links", [[], [("r1", "chartsheet", "c.xml")]], ids=["missing", "only_charts"]
)
def test_a_workbook_without_a_sheet_is_unreadable(links):
    parts = book_parts(sheet_xml())
    parts[LINKS] = links_xml(links)
    with pytest.raises(UnreadableFile):
        book(parts)


def test_an_external_target_is_never_a_sheet():
    parts = book_parts(sheet_xml())
    link = links_xml([("r1", "worksheet", "http://127.0.0.1:9/sheet1.xml")])
    parts[LINKS] = link.replace("/></Rel", ' TargetMode="External"/></Rel')
    with pytest.raises(UnreadableFile, match="missing"):
        book(parts)


def test_a_package_that_leads_to_no_workbook_is_unreadable():
    parts = book_parts(sheet_xml()) | {"_rels/.rels": links_xml([])}
    with pytest.raises(UnreadableFile):
        book(parts)


def test_b054_twenty_thousand_sheets_are_refused_by_their_number():
    parts = book_parts(sheet_xml())
    entry = '<sheet name="S" sheetId="1" r:id="r1"/>'
    book_xml = str(parts["xl/workbook.xml"])
    for count, error in ((101, FileTooLarge), (20_001, OrderFault)):
        parts["xl/workbook.xml"] = book_xml.replace("</sheets>", entry * count + "</sheets>")
        with pytest.raises(error):
            book(parts)
