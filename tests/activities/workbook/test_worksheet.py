"""A sheet part is read strictly: in order, once, and never fewer cells in silence."""

from decimal import Decimal

import pytest

from activities.workbook.archive import Archive
from activities.workbook.book import SheetRef
from activities.workbook.cells import Shelf
from activities.workbook.limits import Limits
from activities.workbook.worksheet import read_sheet
from orders.errors import FileTooLarge, OrderFault, TooManyLines, UnreadableFile, UnsafeFile
from orders.sheet import Cell, CellKind, Merge, Sheet, Visibility
from tests.support.packages import (
    MAIN,
    number_cell,
    pack,
    row_xml,
    sheet_xml,
    text_cell,
)

LIMITS = Limits()

REF = SheetRef("Order", "s.xml", Visibility.VISIBLE)
SHELF = Shelf(strings=("first", "second"), formats=("", "0.00"))


def read(xml: str, limits: Limits = LIMITS, shelf: Shelf = SHELF) -> Sheet:
    return read_sheet(Archive(pack({"s.xml": xml}), limits), REF, shelf, limits)


def values(xml: str, limits: Limits = LIMITS) -> dict[tuple[int, int], object]:
    return {at: cell.value for at, cell in read(xml, limits).cells.items()}


def test_cells_stand_where_the_spreadsheet_shows_them():
    rows = row_xml(2, '<c r="B2" t="s"><v>1</v></c>' + number_cell("D2", "1.50", 1))
    sheet = read(sheet_xml(rows + row_xml(9, text_cell("A9", "سفارش"))))
    assert sheet.name == "Order"
    assert sheet.cells == {
        (2, 2): Cell("second"),
        (2, 4): Cell(Decimal("1.50"), CellKind.NUMBER, "0.00"),
        (9, 1): Cell("سفارش"),
    }


def test_inline_rich_text_is_joined_and_a_value_beside_it_ignored():
    rich = '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>'
    assert values(sheet_xml(row_xml(1, rich))) == {(1, 1): "ab"}


def test_elements_of_other_makers_are_passed_over():
    extra = '<x:y xmlns:x="urn:z"><x:row/><row><c r="A1"/></row></x:y>'
    rows = row_xml(1, f"<c r='A1'><v>1<b/></v>{extra}<extLst><v>9</v></extLst></c>")
    assert values(sheet_xml(rows, before=extra, after=extra)) == {(1, 1): Decimal(1)}


def test_b040_the_dimension_is_never_believed():
    rows = "".join(row_xml(row, number_cell(f"A{row}", str(row))) for row in range(1, 1_001))
    sheet = read(sheet_xml(rows, before='<dimension ref="A1:B2"/>'))
    assert len(sheet.cells) == 1_000
    assert sheet.cells[1_000, 1].value == Decimal(1_000)


def test_b041_a_dimension_of_the_whole_sheet_costs_nothing():
    xml = sheet_xml(row_xml(1, number_cell("A1", "1")), before='<dimension ref="A1:XFD1048576"/>')
    assert values(xml) == {(1, 1): Decimal(1)}


def test_b042_without_positions_the_next_one_is_meant():
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c r='C5'><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>"
    assert values(sheet_xml(rows)) == {
        (1, 1): Decimal(1), (1, 2): Decimal(2), (5, 3): Decimal(3), (5, 4): Decimal(4),
        (6, 1): Decimal(5),
    }  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        row_xml(1, number_cell("A1", "1") + number_cell("A1", "2")),
        row_xml(1, number_cell("B1", "1") + number_cell("A1", "2")),
        row_xml(1, number_cell("A2", "1")),
        row_xml(2, number_cell("A2", "1")) + row_xml(1, number_cell("A1", "1")),
        row_xml(1, "") + row_xml(1, ""),
        row_xml(4_294_967_295, ""),
        row_xml(0, ""),
        '<row r="zz"/>',
        row_xml(1, number_cell("ZZZZZZZ1", "1")),
        row_xml(1, number_cell("A", "1")),
        row_xml(1, number_cell("a1", "1")),
        row_xml(1, '<c r="A1"><v>1</v><v>2</v></c>'),
        row_xml(1, '<c r="A1" t="s"><v>-1</v></c>'),
        row_xml(1, '<c r="A1" t="s"><v>zz</v></c>'),
        row_xml(1, '<c r="A1" s="99"><v>1</v></c>'),
        '<x><c r="A1"><v>1</v></c></x>',
    ],
    ids=["cell_twice", "cells_back", "row_mismatch", "rows_back", "row_twice", "row_far", "row_0",
         "row_zz", "column_far", "no_digits", "small_letters", "two_values", "string_-1",
         "string_zz", "no_style", "cell_without_row"],
)  # fmt: skip
def test_b042_what_two_readers_read_in_two_ways_is_refused(rows):
    with pytest.raises(UnreadableFile):
        read(sheet_xml(rows))


def test_b042_cells_given_twice_over_are_refused():
    xml = sheet_xml(row_xml(1, number_cell("A1", "1")))
    with pytest.raises(UnsafeFile, match="twice"):
        read(xml.replace("</sheetData>", "</sheetData><sheetData/>"))


@pytest.mark.parametrize("at", ["XFD1048576", "Z1048576", "ALM2", "A200001"])
def test_b039_a_cell_far_outside_the_table_is_left_out_and_named(at):
    row = int("".join(filter(str.isdigit, at)))
    made = read(sheet_xml(row_xml(1, number_cell("A1", "1")) + row_xml(row, number_cell(at, "1"))))
    assert (list(made.cells), made.stray) == ([(1, 1)], (at,))


def test_a_far_cell_of_spaces_says_nothing():
    blank = '<c r="XFD1048576" t="inlineStr"><is><t xml:space="preserve">  </t></is></c>'
    made = read(sheet_xml(row_xml(1, number_cell("A1", "1")) + row_xml(1_048_576, blank)))
    assert (list(made.cells), made.stray) == ([(1, 1)], ())


def test_many_far_cells_and_lines_beyond_the_limit_are_refused():
    far = "".join(row_xml(r, number_cell(f"Z{r}", "1")) for r in range(900_000, 900_040, 2))
    with pytest.raises(UnsafeFile, match="far outside"):
        read(sheet_xml(row_xml(1, number_cell("A1", "1")) + far))
    rows = "".join(row_xml(r, number_cell(f"A{r}", "1")) for r in (1, 2, 3))
    with pytest.raises(TooManyLines):
        read(sheet_xml(rows), limits=Limits(max_rows=2))


def test_far_cells_that_are_only_formatted_do_not_matter():
    rows = row_xml(1, number_cell("A1", "1")) + row_xml(1_048_576, '<c r="XFD1048576" s="1"/>')
    assert values(sheet_xml(rows)) == {(1, 1): Decimal(1)}


def test_b055_more_rows_than_the_limit_are_refused_where_the_limit_is():
    rows = "".join(row_xml(row, number_cell(f"A{row}", "1")) for row in range(1, 12))
    with pytest.raises(TooManyLines, match="more than 10 rows"):
        read(sheet_xml(rows), Limits(max_rows=10))
    assert len(values(sheet_xml(rows), Limits(max_rows=11))) == 11


def test_more_cells_than_the_limit_are_refused():
    rows = row_xml(1, "".join(number_cell(f"{column}1", "1") for column in "ABCDE"))
    with pytest.raises(FileTooLarge, match="more filled cells"):
        read(sheet_xml(rows), Limits(max_cells=4))
    assert len(values(sheet_xml(rows), Limits(max_cells=5))) == 5
    texts = row_xml(1, "".join(text_cell(f"{column}1", "x") for column in "ABCDE"))
    with pytest.raises(FileTooLarge, match="more filled cells"):
        read(sheet_xml(texts), Limits(max_cells=4))


def test_b038_millions_of_empty_cells_are_refused():
    with pytest.raises(UnsafeFile, match="empty cells"):
        read(sheet_xml(row_xml(1, "<c/>" * 2_000)), Limits(max_elements=2_000))


@pytest.mark.parametrize(
    "cell",
    [
        f'<c r="A1"><v>{"1" * 101}</v></c>',
        f'<c r="A1"><f>{"1" * 101}</f></c>',
        text_cell("A1", "x" * 101),
    ],
    ids=["value", "formula", "inline"],
)
def test_b038_a_cell_longer_than_any_honest_one_is_refused(cell):
    with pytest.raises(UnsafeFile, match="more text"):
        read(sheet_xml(row_xml(1, cell)), Limits(max_cell_text=100))


@pytest.mark.parametrize("stored", ["NaN", "INF", "1e400", "1e999999"])
def test_b056_a_number_that_is_none_is_an_error_cell(stored):
    found = read(sheet_xml(row_xml(1, number_cell("A1", stored)))).cells[1, 1]
    assert found == Cell(stored, CellKind.ERROR)


def test_b050_formulas_are_kept_cached_or_not():
    rows = row_xml(
        1,
        '<c r="A1"><f>B1*2</f><v>6</v></c><c r="B1"><f>NOW()</f></c>'
        '<c r="C1" t="str"><f>A1&amp;""</f><v></v></c><c r="D1"><f/><v>1</v></c>'
        '<c r="E1"><f t="shared" ref="E1:F1" si="0">A1+1</f><v>7</v></c>'
        '<c r="F1"><f t="shared" si="0"/><v>8</v></c>'
        '<c r="G1"><f t="array" ref="G1:H1">A1:B1</f><v>6</v></c><c r="H1"><v>0</v></c>',
    )
    found = read(sheet_xml(rows)).cells
    assert [(one.formula, one.cached) for one in found.values()] == [
        ("=B1*2", True), ("=NOW()", False), ('=A1&""', True), ("=?", True), ("=A1+1", True),
        ("=B1+1", True), ("=A1:B1", True), ("=A1:B1", True),
    ]  # fmt: skip
    assert found[1, 2].value is None
    assert found[1, 1].value == Decimal(6)


def test_b052_hidden_rows_and_columns_that_hold_anything_are_told():
    rows = (
        row_xml(1, number_cell("A1", "1") + number_cell("C1", "1"), 'hidden="1"')
        + row_xml(2, number_cell("A2", "1"), 'ht="0"')
        + row_xml(3, number_cell("A3", "1"))
        + row_xml(4, '<c r="A4"/>', 'hidden="1"')
    )
    columns = '<cols><col min="2" max="16384" hidden="1"/></cols>'
    sheet = read(sheet_xml(rows, before=columns))
    assert sheet.hidden_rows == {1, 2}
    assert sheet.hidden_columns == {3}


def test_the_frame_is_read_around_the_cells():
    xml = sheet_xml(
        row_xml(1, text_cell("A1", "x")),
        before='<sheetViews><sheetView rightToLeft="1"/></sheetViews>',
        after='<sheetProtection sheet="1"/><mergeCells><mergeCell ref="A1:C1"/></mergeCells>',
    )
    sheet = read(xml)
    assert sheet.right_to_left
    assert sheet.protected
    assert sheet.merges == (Merge(1, 1, 1, 3),)


def test_prefixed_and_strict_documents_read_the_same():
    plain = sheet_xml(row_xml(1, number_cell("A1", "1") + text_cell("B1", "x")))
    strict = plain.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
    assert read(strict).cells == read(plain).cells
    prefixed = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    assert values(prefixed) == {(1, 1): Decimal(1)}


def test_a_part_of_another_kind_has_no_cells():
    assert read("<html><body/></html>").cells == {}
    with pytest.raises(OrderFault):
        read("<html><body></html>")


def test_cells_of_another_namespace_are_none():
    xml = sheet_xml(row_xml(1, number_cell("A1", "1")))
    assert read(xml).cells
    assert read(xml.replace("spreadsheetml", "somethingml")).cells == {}
