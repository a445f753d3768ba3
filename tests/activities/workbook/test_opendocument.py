"""An .ods says how its numbers are shown, what it hides and whether it calculates."""

import pytest

from activities.workbook.archive import Archive
from activities.workbook.limits import Limits
from activities.workbook.opendocument import read_content
from activities.workbook.opening import open_content
from orders.errors import UnsafeFile
from orders.sheet import Merge
from orders.values import is_crossed_out, is_unseen, shown
from tests.support.oldbooks import ods, ods_cell

COLUMN = '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
ROW = '<table:table-row table:visibility="filter" table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
FORMULA = '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/>'


def told(*rows, **more):
    return read_content(Archive(ods(*rows, **more), Limits()), Limits())["Order"]


def test_t31_padded_zeros_of_an_open_document_stay_in_its_codes():
    book = open_content(
        ods(ods_cell("float", "7", "00007") + ods_cell("float", "1.5", "1,50")), "a.ods", Limits()
    )
    assert [shown(cell) for cell in book.sheets[0].cells.values()] == ["00007", "1.50"]
    assert book.notes == ()


def test_hidden_rows_and_columns_are_counted_with_their_repeats():
    found = told(COLUMN, ROW, ods_cell("float", "3"))
    assert (found.hidden_rows, found.hidden_columns) == ({1, 2}, {3})
    assert found.formats == {(3, 1): "0"}


def test_merged_ranges_are_the_sheets():
    name = ods_cell("string", "", "Rope").replace(
        "<table:table-cell", '<table:table-cell table:number-rows-spanned="3"', 1
    )
    book = open_content(
        ods("<table:table-cell/>" + name, ods_cell("float", "2")), "a.ods", Limits()
    )
    assert book.sheets[0].merges == (Merge(1, 2, 3, 2),)
    with pytest.raises(UnsafeFile, match="merges more"):
        open_content(ods(name), "a.ods", Limits(max_cells=2))


def test_percentages_and_formulas_are_told():
    found = told(ods_cell("percentage", "0.2", "20%") + FORMULA)
    assert found.formats[1, 1] == "0%"
    assert found.formulas == {(1, 2): "=1+1"}


def test_b050_b051_formulas_without_result_and_with_errors_are_told():
    bare = '<table:table-cell table:formula="of:=[.A1]*2"/>'
    text = '<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string"/>'
    wrong = (
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="">'
        "<text:p>#DIV/0!</text:p></table:table-cell>"
    )
    book = open_content(ods(bare + text + wrong), "a.ods", Limits())
    assert [(one.value, one.cached) for one in book.sheets[0].cells.values()] == [
        (None, False), ("", True), ("#DIV/0!", True),
    ]  # fmt: skip


def test_signs_around_a_number_and_its_currency_are_its_format():
    money = '<table:table-cell office:value-type="currency" office:currency="EUR" office:value="2"><text:p>2 Euro</text:p></table:table-cell>'
    row = ods_cell("float", "7", "AB-007") + ods_cell("float", "12345", "12,345") + money
    row += ods_cell("float", "1234.5", "1.234,50") + ods_cell("float", "1", "۱")
    assert told(row).formats == {
        (1, 1): '"AB-"000', (1, 2): "#,##0", (1, 3): "[$EUR] 0.00", (1, 4): "#,##0.00",
    }  # fmt: skip


def test_a_comment_is_no_part_of_what_a_number_shows():
    note = "<office:annotation><text:p>see mail</text:p></office:annotation>"
    cell = ods_cell("float", "7", "007").replace("<text:p>", f"{note}<text:p>", 1)
    assert told(cell).formats == {(1, 1): "000"}


def test_cells_after_a_repeated_one_stand_where_they_stand():
    gap = '<table:table-cell table:number-columns-repeated="3"/>'
    assert told(gap + ods_cell("float", "7", "007")).formats == {(1, 4): "000"}


def test_what_is_struck_through_is_told_of_texts_and_numbers():
    row = ods_cell("string", "", "Rope") + ods_cell("float", "3")
    cut = row.replace("<table:table-cell", '<table:table-cell table:style-name="cut"')
    cells = open_content(ods(row, cut), "a.ods", Limits()).sheets[0].cells
    assert {at for at, cell in cells.items() if is_crossed_out(cell)} == {(2, 1), (2, 2)}


def test_b052_white_on_white_is_told_by_cell_column_and_parent_style():
    styles = "".join(
        f'<style:style style:name="{name}" style:family="table-cell" style:parent-style-name="{parent}">'
        f"{ground}{ink}</style:style>"
        for name, parent, ground, ink in (
            ("white", "Default", "", '<style:text-properties fo:color="#FFFFFF"/>'),
            ("child", "white", "", ""),
            ("blue", "white", '<style:table-cell-properties fo:background-color="#004080"/>', ""),
        )
    )
    columns = '<table:table-column/><table:table-column table:default-cell-style-name="child"/>'
    row = ods_cell("string", "", "Rope") + ods_cell("float", "3")
    drawn = [
        row.replace("<table:table-cell", f'<table:table-cell table:style-name="{name}"')
        for name in ("white", "child", "blue")
    ]
    content = ods(columns, row, *drawn, styles=styles)
    cells = open_content(content, "a.ods", Limits()).sheets[0].cells
    unseen = {at for at, cell in cells.items() if is_unseen(cell)}
    assert unseen == {(1, 2), (2, 1), (2, 2), (3, 1), (3, 2)}


def test_rows_that_are_written_once_and_repeated_are_shown_alike():
    row = f'<table:table-row table:number-rows-repeated="2">{ods_cell("float", "7", "007")}</table:table-row>'
    cells = open_content(ods(row), "a.ods", Limits()).sheets[0].cells
    assert [shown(cell) for cell in cells.values()] == ["007", "007"]


def test_comments_and_boxes_are_told_and_are_no_part_of_a_number():
    comment = "<office:annotation><dc:creator>Jane Roe</dc:creator><text:p>make <text:span>it</text:span> 8</text:p></office:annotation>"
    cell = f'<table:table-cell office:value-type="float" office:value="7">{comment}<text:p>007</text:p></table:table-cell>'
    box = "<draw:frame><draw:text-box><text:p>Urgent</text:p><text:p>call</text:p></draw:text-box></draw:frame>"
    found = told(
        f"<table:table-row>{cell}</table:table-row>", shapes=f"<table:shapes>{box}</table:shapes>"
    )
    assert (found.comments, found.boxes) == ({(1, 1): "make it 8"}, {(1, 1): "Urgent\ncall"})
    assert found.formats == {(1, 1): "000"}


def test_what_is_struck_through_inside_a_text_is_left_out():
    struck = '<style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    texts = (
        '<text:p><text:span text:style-name="T1">10</text:span><text:span>12</text:span></text:p>',
        '<text:p><text:span text:style-name="T1">Sail</text:span></text:p><text:p> </text:p>',
        "<text:p>Rope</text:p>",
    )
    row = "".join(
        f'<table:table-cell office:value-type="string">{one}</table:table-cell>' for one in texts
    )
    cells = open_content(ods(row, styles=struck), "a.ods", Limits()).sheets[0].cells
    assert [(one.value, is_crossed_out(one)) for one in cells.values()] == [
        ("12", False), ("Sail", True), ("Rope", False),
    ]  # fmt: skip
