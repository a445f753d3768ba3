"""The fast way through a plain sheet gives what the strict one gives, or nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.workbook.cells import Shelf
from activities.workbook.limits import Limits
from activities.workbook.markup import walk
from activities.workbook.plainsheet import read_plain
from activities.workbook.worksheet import _SheetListener
from orders.errors import DeskError
from tests.support.packages import sheet_xml

FORMATS = ("", "0.00", "yyyy-mm-dd")
STRINGS = ("SKU", "Rope", "")


def plain(xml, limits=None, size=65_536):
    content = xml if isinstance(xml, bytes) else xml.encode()
    chunks = [content[at : at + size] for at in range(0, len(content), size)]
    return read_plain(chunks, Shelf(STRINGS, FORMATS), limits or Limits())


def strict(xml):
    listener = _SheetListener("S", Shelf(STRINGS, FORMATS), Limits())
    walk([xml.encode()], listener, Limits())
    return listener


CELL = st.sampled_from(
    [
        "<v>12</v>", "<v>3.50</v>", "<v>1e400</v>", "<v></v>", "", "<f>A1*2</f><v>7</v>", "<f>TODAY()</f>",
        "<is><t>Rope_x000D_</t></is>", "<v>1</v>", "<v>9</v>", "<v>45000</v>", "<v>x</v>", "<v> 5 </v>",
    ]
)  # fmt: skip
KIND = st.sampled_from(["", ' t="n"', ' t="s"', ' t="str"', ' t="inlineStr"', ' t="b"', ' t="e"'])
STYLE = st.sampled_from(["", ' s="1"', ' s="2"'])
ROW = st.lists(st.tuples(CELL, KIND, STYLE), max_size=4)


@given(st.lists(st.tuples(ROW, st.sampled_from(["", ' hidden="1"', ' ht="0"', ' spans="1:4"']))))
def test_both_ways_give_the_same_cells_or_only_the_strict_one_answers(rows):
    xml = sheet_xml(
        "".join(
            f'<row r="{row}"{told}>'
            + "".join(
                f'<c r="{"ABCD"[at]}{row}"{style}{kind}>{inside}</c>'
                for at, (inside, kind, style) in enumerate(cells)
            )
            + "</row>"
            for row, (cells, told) in enumerate(rows, 1)
        )
    )
    try:
        wanted = strict(xml)
    except DeskError:
        assert plain(xml) is None
        return
    for size in (65_536, 37):
        found = plain(xml, size=size)
        if found is not None:
            assert found.cells == wanted.cells
            assert found.hidden_rows == wanted.frame.hidden_rows
            assert b"<c" not in found.around


ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


def test_a_plain_sheet_is_taken():
    found = plain(sheet_xml(ONE, after="<mergeCells/>"))
    assert [cell.value for cell in found.cells.values()] == [1]
    assert found.around.endswith(b"<sheetData></sheetData><mergeCells/></worksheet>")


@pytest.mark.parametrize(
    "rows",
    [
        ONE + ONE,
        '<row r="2"/><row r="1"/>',
        '<row r="1"><c r="A2"><v>1</v></c></row>',
        '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1" r="2"></row>',
        '<row r="9999999"/>',
        '<c r="A1"><v>1</v></c>',
        "</row>",
        '<row r="1">\n<c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1&amp;2</v></c></row>',
        '<row r="1"><c t="s" r="A1"><v>0</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
        '<row r="1"><c r="A1"><f t="shared" si="0">A2</f><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c>',
        '<row r="1"><c r="A1"><!-- --><v>1</v></c></row>',
    ],
)
def test_whatever_is_unusual_or_wrong_is_left_to_the_strict_reader(rows):
    assert plain(sheet_xml(rows)) is None


@pytest.mark.parametrize(
    "limits", [{"max_cells": 0}, {"max_rows": 0}, {"max_elements": 1}, {"max_cell_text": 5}]
)
def test_limits_are_left_to_the_strict_reader_too(limits):
    assert plain(sheet_xml(ONE), Limits(**limits)) is None


def test_a_part_without_cells_or_of_another_encoding_is_not_plain():
    assert plain(b"<worksheet/>") is None
    assert plain(b"x" * 2_000_000) is None
    assert plain(b"<sheetData>" + b"x" * 100) is None
    assert (
        plain(b'<sheetData><row r="1"><c r="A1" t="str"><v>\xff</v></c></row></sheetData>') is None
    )
