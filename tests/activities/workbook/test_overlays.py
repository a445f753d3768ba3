"""Comments and the texts of boxes are told by their cells; nobody's name is."""

import pytest

from activities.workbook.archive import Archive
from activities.workbook.limits import Limits
from activities.workbook.opening import open_content
from activities.workbook.overlays import boxes_of, comments_of, said
from orders.errors import UnreadableFile, UnsafeFile
from tests.support.oldbooks import record, row_record, wide, xlsb_of
from tests.support.packages import MAIN, book_parts, links_xml, pack, row_xml, sheet_xml, text_cell

SHEET = "xl/worksheets/sheet1.xml"
LINKS = "xl/worksheets/_rels/sheet1.xml.rels"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
THREAD = (
    "[Threaded comment]\n\nYour version of Excel allows you to read this.\n\nComment:\n"
    "    make it 8\nReply:\n    yes, 8"
)


def comments_xml(*comments: tuple[str, str], author: str = "Jane Roe") -> str:
    told = "".join(
        f'<comment ref="{at}" authorId="0"><text><r><t>{text}</t></r></text></comment>'
        for at, text in comments
    )
    return f'<comments xmlns="{MAIN}"><authors><author>{author}</author></authors><commentList>{told}</commentList></comments>'


def shape(text: str, row: int = 2, hidden: int = 0) -> str:
    """A text box whose corner lies in column B of a row, counted from 1."""
    paragraphs = "".join(f"<a:p><a:r><a:t>{one}</a:t></a:r></a:p>" for one in text.split("|"))
    return (
        f"<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>{row - 1}</xdr:row></xdr:from>"
        f"<xdr:to><xdr:col>7</xdr:col><xdr:row>9</xdr:row></xdr:to><xdr:sp><xdr:nvSpPr>"
        f'<xdr:cNvPr id="1" name="Box" hidden="{hidden}"/></xdr:nvSpPr><xdr:txBody>{paragraphs}'
        "</xdr:txBody></xdr:sp></xdr:twoCellAnchor>"
    )


def drawing_xml(*shapes: str) -> str:
    inside = "".join(shapes)
    return f'<xdr:wsDr xmlns:xdr="{DRAWING}/spreadsheetDrawing" xmlns:a="{DRAWING}/main">{inside}</xdr:wsDr>'


def xlsx(comments: str = "", drawing: str = "") -> bytes:
    links = [("r1", "comments", "../comments1.xml"), ("r2", "drawing", "../drawings/drawing1.xml")]
    parts = book_parts(sheet_xml(row_xml(1, text_cell("A1", "SKU")))) | {LINKS: links_xml(links)}
    parts |= {"xl/comments1.xml": comments} if comments else {}
    return pack(parts | ({"xl/drawings/drawing1.xml": drawing} if drawing else {}))


def archive(**parts: str) -> Archive:
    return Archive(xlsx(**parts), Limits())


def test_a_comment_is_told_at_its_cell_without_its_writers_name():
    told = comments_xml(("C6", "Jane Roe:\nchange to 8"), ("B8", " call first "), ("A1", ""))
    sheet = open_content(xlsx(told), "a.xlsx", Limits()).sheets[0]
    assert sheet.comments == {(6, 3): "change to 8", (8, 2): "call first"}
    assert list(sheet.cells) == [(1, 1)]


def test_a_comment_of_the_newer_kind_is_told_with_its_answers():
    told = comments_xml(("C6", THREAD), author="tc={12AB}")
    assert comments_of(archive(comments=told), SHEET, Limits()) == {(6, 3): "make it 8\nyes, 8"}


def test_a_comment_at_no_cell_is_passed_over():
    assert comments_of(archive(comments=comments_xml(("?", "x"))), SHEET, Limits()) == {}


def test_boxes_are_told_where_they_begin_and_hidden_ones_are_not():
    shapes = (
        shape("Urgent|double all"),
        shape("Urgent|double all"),
        shape("PO 7"),
        shape("x", 9, 1),
    )
    found = boxes_of(archive(drawing=drawing_xml(*shapes)), SHEET, Limits())
    assert found == {(2, 2): "Urgent\ndouble all\nPO 7"}


def test_a_part_that_is_named_and_not_there_says_nothing():
    assert (comments_of(archive(), SHEET, Limits()), boxes_of(archive(), SHEET, Limits())) == (
        {},
        {},
    )


@pytest.mark.parametrize(
    ("comments", "fault"),
    [("<comments", UnreadableFile), (comments_xml(("A1", "y" * 100_001)), UnsafeFile)],
)
def test_a_damaged_or_swollen_part_is_refused(comments, fault):
    with pytest.raises(fault):
        comments_of(archive(comments=comments), SHEET, Limits())


def test_what_is_said_ends_where_nobody_reads_on():
    assert len(said("y" * 9_000, "")) == 2_000


def test_comments_and_boxes_of_a_binary_file_are_told():
    place = (5).to_bytes(4, "little") * 2 + (2).to_bytes(4, "little") * 2
    comments = record(632, wide("Jane Roe")) + record(635, bytes(4) + place + bytes(16))
    comments += record(637, b"\0" + wide("Jane Roe:\nmake it 8"))
    sheet = (
        record(129)
        + record(148, bytes(16))
        + record(145)
        + row_record(0)
        + record(6, bytes(8) + wide("SKU"))
    )
    links = [("r1", "comments", "../comments1.bin"), ("r2", "drawing", "../drawings/drawing1.xml")]
    more = {
        "xl/worksheets/_rels/sheet1.bin.rels": links_xml(links),
        "xl/comments1.bin": comments,
        "xl/drawings/drawing1.xml": drawing_xml(shape("Draft")),
    }
    book = xlsb_of(sheet + record(146) + record(130), more=more)
    (told,) = open_content(book, "a.xlsb", Limits()).sheets
    assert (told.comments, told.boxes) == ({(6, 3): "make it 8"}, {(2, 2): "Draft"})
