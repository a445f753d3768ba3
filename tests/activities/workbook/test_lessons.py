"""The lessons once more at the boundary: real workbooks, opened by the real reader, understood."""

# ruff: noqa: DTZ001 - a spreadsheet's dates have no zone

import io
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from activities.workbook.limits import Limits
from activities.workbook.opening import open_content
from orders.reader import read
from orders.reading import Reading, Result

Edit = Callable[[Worksheet], object]
HEAD = ("SKU", "Description", "Qty", "Price", "Total")
ROWS = [("A-1", "Rope", 5, 2.5, 12.5), ("A-2", "Hook", 3, 2, 6), ("A-3", "Bag", 1, 2, 2)]


def reading_of(
    rows: list[tuple[Any, ...]], edit: Edit | None = None, head: tuple[Any, ...] = HEAD
) -> Reading:
    """The rows saved as a workbook by another program, then read as a dropped file is."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("Customer:", "Acme Ltd"), (), head, *rows):
        sheet.append(list(row))
    if edit:
        edit(sheet)
    target = io.BytesIO()
    book.save(target)
    return read(open_content(target.getvalue(), "order.xlsx", Limits()))


def codes(reading: Reading) -> set[str]:
    return {one.code for one in reading.issues}


def priced(*texts: object) -> list[tuple[Any, ...]]:
    return [(f"A-{n}", f"Rope {n}", n, text, None) for n, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("texts", "prices"),
    [
        (["1,234", "1,234.56"], ["1234", "1234.56"]), (["1.234", "2.500,00"], ["1234", "2500"]),
        (["1,234,567"], ["1234567"]), (["۱٬۲۳۴", "۱۲٫۵"], ["1234", "12.5"]), (["1,000"], [None]),
        ([Decimal("0.1"), 2.675], ["0.1", "2.675"]),
    ],
)  # fmt: skip
def test_rule_6_lessons_of_values_hold_for_real_workbooks(texts, prices):
    found = [line.unit_price for line in reading_of(priced(*texts)).orders[0].lines]
    assert found == [price if price is None else Decimal(price) for price in prices]


def test_t12_rich_text_and_a_link_are_their_plain_text():
    def edit(sheet: Worksheet) -> None:
        bold = TextBlock(InlineFont(b=True), "Summer ")
        sheet["B4"] = CellRichText(bold, "Scarf")
        sheet["B5"].hyperlink = "https://example.org/hook"
        sheet["B6"] = '=HYPERLINK("https://example.org", "Bag")'

    reading = reading_of(ROWS, edit)
    names = [line.product_name for line in reading.orders[0].lines]
    assert names[:2] == ["Summer Scarf", "Hook"]
    assert "OBJECT" not in str(names).upper()


@pytest.mark.parametrize("place", ["A4", "C4", "D4"])
@pytest.mark.parametrize("text", ["#REF!", "#N/A", "#VALUE!"])
def test_b051_an_error_in_price_quantity_or_sku_is_asked_by_its_address(place, text):
    def edit(sheet: Worksheet) -> None:
        sheet[place] = text

    reading = reading_of(ROWS, edit)
    (said,) = (one for one in reading.issues if one.code == "ERROR_CELL")
    assert said.cells == (f"Sheet!{place}",)
    assert reading.result is Result.QUESTIONS


def test_b052_whatever_is_hidden_is_counted_and_told():
    def edit(sheet: Worksheet) -> None:
        sheet.row_dimensions[5].hidden = True
        sheet.auto_filter.ref = "A3:G6"
        for column, text in (("F", "Internal"), ("G", "Margin")):
            sheet[f"{column}3"], sheet[f"{column}4"] = text, 7
            sheet.column_dimensions[column].hidden = True
        for name, state in (("Lists", "hidden"), ("Calc", "veryHidden")):
            other = sheet.parent.create_sheet(name)
            other["A1"], other.sheet_state = "SKU", state

    reading = reading_of(ROWS, edit)
    told = {one.code: one.facts for one in reading.issues}
    assert told["HIDDEN_ROWS_SKIPPED"] == {"count": "1", "rows": "5"}
    assert told["HIDDEN_COLUMNS_SKIPPED"] == {"count": "2", "columns": "F Internal, G Margin"}
    assert told["HIDDEN_SHEETS_SKIPPED"] == {"count": "2", "sheets": "Lists, Calc"}
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-3"]


def test_b052_a_hidden_quantity_column_is_asked_and_named():
    def edit(sheet: Worksheet) -> None:
        sheet.column_dimensions["C"].hidden = True

    reading = reading_of(ROWS, edit)
    assert reading.result is Result.QUESTIONS
    assert {"HIDDEN_COLUMNS_SKIPPED", "MISSING_QUANTITY_COLUMN"} <= codes(reading)


@pytest.mark.parametrize("how", ["white", "theme", "white fill", "format", "dark fill"])
def test_b052_white_on_white_is_read_and_told(how):
    def edit(sheet: Worksheet) -> None:
        for cell in sheet[5]:
            if how == "format":
                cell.number_format = ";;;"
                continue
            colour = Color(theme=0) if how == "theme" else "FFFFFFFF"
            cell.font = Font(color=colour)
            if "fill" in how:
                shade = "FFFFFFFF" if how == "white fill" else "FF1F3864"
                cell.fill = PatternFill("solid", fgColor=shade)

    reading = reading_of(ROWS, edit)
    told = {one.code: one.facts for one in reading.issues}
    assert [line.quantity for line in reading.orders[0].lines] == [5, 3, 1]
    seen = {} if how == "dark fill" else {"UNSEEN_CELLS": {"count": "1", "rows": "5"}}
    assert told == seen


def test_b053_a_merged_header_low_down_blank_rows_and_totals_are_mapped():
    rows = [
        ("please deliver soon",), (), (),
        ("Item", None, "Order", None, None), ("Code", "Description", "Qty", "Price", "Total"),
        ROWS[0], (), ROWS[1], ROWS[2], (), (None, None, None, "Total", 20.5),
    ]  # fmt: skip

    def edit(sheet: Worksheet) -> None:
        for span in ("A6:B6", "C6:E6"):
            sheet.merge_cells(span)

    reading = reading_of(rows[1:], edit, head=rows[0])
    (order,) = reading.orders
    assert reading.result is Result.READY
    assert order.header_rows == (6, 7)
    assert [(line.sku, line.quantity) for line in order.lines] == [
        ("A-1", 5), ("A-2", 3), ("A-3", 1),
    ]  # fmt: skip
    assert order.total == Decimal("20.5")
    assert order.skipped_rows == {13: "total"}


def test_b053_two_different_tables_are_asked():
    second = [(), (), ("Article", "Name", "Ordered", "Rate"), ("B-1", "Tent", 2, 90)]
    reading = reading_of([*ROWS, *second])
    assert reading.result is not Result.READY
    assert {"MULTI_TABLE", "MULTI_ORDER_DETECTED", "LINES_BELOW_TABLE"} & codes(reading)


@pytest.mark.parametrize("quantity", [1e15, "1e400", "1e999999", "1e-30", "NaN", "INF", 1e-30])
def test_b056_no_insane_quantity_is_taken(quantity):
    reading = reading_of([("A-1", "Rope", quantity, 2.5, None), *ROWS[1:]])
    assert reading.result is Result.QUESTIONS
    assert reading.orders[0].lines[0].quantity is None


@pytest.mark.parametrize(
    ("text", "quantity"),
    [("１２", 12), ("١٢", 12), ("1\u00a0000", 1000), ("12\u200b", 12), ("1_000", None),
     ("½", None), ("²", None), ("Ⅷ", None)],
)  # fmt: skip
def test_b061_digits_of_any_script_count_and_look_alikes_are_asked(text, quantity):
    reading = reading_of([("A-1", "Rope", text, 2.5, None), *ROWS[1:]])
    assert reading.orders[0].lines[0].quantity == quantity
    assert (reading.result is Result.QUESTIONS) == (quantity is None)


def test_b059_a_shown_exponent_is_intact_and_a_format_restores_zeros():
    def edit(sheet: Worksheet) -> None:
        sheet["A4"], sheet["A4"].number_format = 7, "00000"
        sheet["A5"], sheet["A5"].number_format = 5901234123457, "0.00E+00"

    reading = reading_of(ROWS, edit)
    assert [line.sku for line in reading.orders[0].lines] == ["00007", "5901234123457", "A-3"]


def test_b062_a_date_in_a_quantity_is_no_number():
    reading = reading_of([("A-1", "Rope", datetime(2026, 3, 4), 2.5, None), *ROWS[1:]])
    assert "INVALID_QUANTITY" in codes(reading)
