"""Cases T1 to T11 and T27 to T35 of the facts: each was read wrongly once."""

from datetime import date
from decimal import Decimal

import pytest
from grids import grid, sheet

from orders.fixes import Fix, FixKind
from orders.order import Line
from orders.reader import Hints, read
from orders.reading import Reading, Result
from orders.sheet import Cell, CellKind, Sheet, Visibility, Workbook

HEAD = "Customer:|Acme Ltd\nSKU|Description|Qty|Price|Total\n"


def codes(reading: Reading) -> set[str]:
    return {one.code for one in reading.issues}


def lines(drawing: str, **hints) -> tuple[Line, ...]:
    return read(grid(drawing), hints=Hints(**hints)).orders[0].lines


def prices(*texts: str) -> list[Decimal | None]:
    rows = "\n".join(f"A-{n}|Rope {n}|{n}|{text}|" for n, text in enumerate(texts, 1))
    return [line.unit_price for line in lines(HEAD + rows)]


def test_t1_a_column_with_both_marks_decides_for_all_its_cells():
    assert prices("'1,234", "'1,234.56") == [Decimal(1234), Decimal("1234.56")]


def test_t2_a_decimal_comma_in_the_column_makes_the_dot_a_thousands_mark():
    assert prices("'1.234", "'2.500,00") == [Decimal(1234), Decimal(2500)]


@pytest.mark.parametrize("text", ["'1.234", "'1,000"])
def test_t3_a_lone_mark_without_evidence_is_asked(text):
    reading = read(grid(f"{HEAD}A-1|Rope|5|{text}|"))
    asked = next(one for one in reading.issues if one.code == "AMBIGUOUS_NUMBER")
    assert reading.result is Result.QUESTIONS
    assert asked.cells == ("Sheet1!D3",)
    assert len(asked.candidates) == 2
    assert reading.orders[0].lines[0].unit_price is None


def test_t3_the_answer_settles_the_cell():
    book = grid(f"{HEAD}A-1|Rope|5|'1.234|")
    fix = Fix(FixKind.CELL, "Sheet1!D3", "1234")
    reading = read(book, fixes=(fix,))
    assert reading.result is Result.READY
    assert reading.orders[0].lines[0].unit_price == 1234
    assert reading.orders[0].lines[0].evidence["unit_price"].raw == "1.234"
    assert reading.orders[0].lines[0].evidence["unit_price"].origin == "person"


def test_t4_a_repeated_mark_groups_thousands():
    assert prices("'1,234,567") == [Decimal(1234567)]


def test_t5_a_currency_beside_the_number_is_read_with_it():
    dollars = read(grid(f"{HEAD}A-1|Rope|5|$1,234.56|"))
    dirhams = read(grid(f"{HEAD}A-1|Rope|5|AED 30|"))
    assert dollars.orders[0].lines[0].unit_price == Decimal("1234.56")
    assert dollars.orders[0].currency == "USD"
    assert dirhams.orders[0].lines[0].unit_price == 30
    assert dirhams.orders[0].currency == "AED"


def test_t6_persian_digits_and_marks():
    assert prices("۱٬۲۳۴", "۱۲٫۵") == [Decimal(1234), Decimal("12.5")]


def test_t7_a_unit_behind_the_quantity_is_kept():
    (line, *_) = lines(f"{HEAD}A-1|Rope|12 pcs|2.50|30.00")
    assert (line.quantity, line.unit) == (12, "pcs")


@pytest.mark.parametrize("text", ["3-4", "1/2", "3-", "two", "Infinity"])
def test_t8_what_is_no_number_is_no_quantity(text):
    reading = read(grid(f"{HEAD}A-1|Rope|{text}|2.50|\nA-2|Hook|7|1.50|10.50"))
    assert "INVALID_QUANTITY" in codes(reading)
    assert reading.orders[0].lines[0].quantity is None


def test_t8_a_date_is_no_quantity():
    book = grid(f"{HEAD}A-1|Rope|5|2.50|\nA-2|Hook|7|1.50|10.50")
    cells = dict(book.sheets[0].cells) | {(3, 3): Cell(date(2026, 3, 4), CellKind.DATE)}
    reading = read(Workbook("xlsx", (Sheet("Sheet1", cells),)))
    assert "INVALID_QUANTITY" in codes(reading)
    assert reading.orders[0].lines[0].quantity is None


def test_t9_a_blank_quantity_is_asked_never_zero():
    reading = read(grid(f"{HEAD}A-1|Rope||2.50|\nA-2|Hook|7|1.50|10.50"))
    assert "MISSING_QUANTITY" in codes(reading)
    assert reading.orders[0].lines[0].quantity is None


def test_t10_an_error_cell_is_no_quantity():
    reading = read(grid(f"{HEAD}A-1|Rope|#REF!|2.50|\nA-2|Hook|7|1.50|10.50"))
    assert "ERROR_CELL" in codes(reading)
    assert reading.orders[0].lines[0].quantity is None


def test_t11_b057_brackets_are_a_minus_and_a_minus_is_asked():
    reading = read(grid(f"{HEAD}A-1|Rope|(12)|2.50|\nA-2|Hook|7|(12)|"))
    assert "NEGATIVE_QUANTITY" in codes(reading)
    assert reading.orders[0].lines[1].unit_price == -12
    assert "INVALID_PRICE" in codes(reading)


def test_t27_text_that_starts_with_an_equals_sign_is_text():
    reading = read(grid(f"{HEAD}A-1|=SPECIAL= edition|5|2.50|12.50"))
    assert reading.result is Result.READY
    assert reading.orders[0].lines[0].product_name == "=SPECIAL= edition"


def test_t27_a_sum_in_the_totals_is_a_warning():
    reading = read(grid(f"{HEAD}A-1|Rope|5|2.50|12.50\n|||Total|=SUM(E3:E3)→12.5"))
    assert codes(reading) == {"FORMULAS_WARNING"}
    assert reading.result is Result.READY


def test_t27_a_formula_on_a_very_hidden_sheet_is_no_matter():
    order = sheet(f"{HEAD}A-1|Rope|5|2.50|12.50")
    hidden = sheet("=A1+1→2|x", name="calc", visibility=Visibility.VERY_HIDDEN)
    reading = read(Workbook("xlsx", (order, hidden)))
    assert reading.result is Result.READY
    assert reading.sheets_seen["calc"] == "hidden"


def test_t27_a_formula_in_a_quantity_blocks_or_asks_by_its_cell():
    book = grid(f"{HEAD}A-1|Rope|=2+3→5|2.50|12.50\nA-2|Hook|7|1.50|10.50")
    blocked = read(book, hints=Hints(formulas="block"))
    asked = read(book)
    (issue,) = (one for one in blocked.issues if one.code == "FORMULAS_BLOCKED")
    assert issue.cells == ("Sheet1!C3",)
    assert blocked.result is Result.REFUSED
    assert blocked.reason == "FORMULAS_BLOCKED"
    assert asked.result is Result.QUESTIONS
    assert asked.orders[0].lines[0].evidence["quantity"].formula == "=2+3"


def test_t28_subtotal_tax_and_total_are_three_things():
    order = read(
        grid(
            f"{HEAD}A-1|Rope|5|100.05|500.25\nA-2|Hook|2|53.50|107.00\n"
            "|||Subtotal|607.25\n|||Tax 10%|60.73\n|||Total|667.98"
        )
    )
    (one,) = order.orders
    assert (one.subtotal, one.tax, one.total) == (
        Decimal("607.25"), Decimal("60.73"), Decimal("667.98"),
    )  # fmt: skip
    assert order.result is Result.READY
    assert not {"TOTAL_MISMATCH", "SUBTOTAL_MISMATCH"} & codes(order)


GTIN_HEAD = "Customer:|Acme Ltd\nEAN|Description|Qty|Price\n"


def test_t29_the_check_digit_is_checked():
    reading = read(grid(f"{GTIN_HEAD}5901234123457|Rope|5|2.5\n5901234123458|Hook|5|2.5"))
    assert [line.gtin for line in reading.orders[0].lines] == ["5901234123457", "5901234123458"]
    (wrong,) = (one for one in reading.issues if one.code == "INVALID_GTIN")
    assert wrong.cells == ("Sheet1!A4",)


def test_t30_lost_zeros_are_restored_and_lost_digits_asked():
    book = grid(
        f"{GTIN_HEAD}36000291452|Rope|5|2.5\n5901234123457|Hook|5|2.5\n'5.90123E+12|Bag|1|2"
    )
    cells = dict(book.sheets[0].cells)
    cells[4, 1] = Cell(Decimal(5901234123457), CellKind.NUMBER, "0.00E+00")
    reading = read(Workbook("xlsx", (Sheet("Sheet1", cells),)))
    assert [line.gtin for line in reading.orders[0].lines] == [
        "036000291452", "5901234123457", None,
    ]  # fmt: skip
    assert {"GTIN_PADDED", "GTIN_PRECISION_LOST"} <= codes(reading)


@pytest.mark.parametrize("number_format", ["000", "[Red]000"])
def test_t31_a_sku_keeps_its_zeros_and_gets_plain_digits(number_format):
    book = grid(f"{HEAD}۱۲۳|Rope|5|2.5|12.5\n7|Hook|5|2.5|12.5")
    cells = dict(book.sheets[0].cells) | {(4, 1): Cell(Decimal(7), CellKind.NUMBER, number_format)}
    reading = read(Workbook("xlsx", (Sheet("Sheet1", cells),)))
    assert [line.sku for line in reading.orders[0].lines] == ["123", "007"]


@pytest.mark.parametrize(
    ("text", "day", "code"),
    [
        ("1404/10/05", "2025-12-26", None),
        ("۱۴۰۴/۱۰/۰۵", "2025-12-26", None),
        ("1403/12/30", "2025-03-20", None),
        ("1404/12/30", None, "INVALID_DATE"),
        ("03/04/2025", None, "AMBIGUOUS_DATE"),
    ],
)
def test_t32_dates(text, day, code):
    drawing = (
        f"Customer:|Acme Ltd|Date:|{text}\nSKU|Description|Qty|Price|Total\nA-1|Rope|5|2.5|12.5"
    )
    reading = read(grid(drawing))
    assert reading.orders[0].order_date == day
    assert {c for c in codes(reading) if "DATE" in c} == ({code} if code else set())


def test_t33_toman_is_ten_rial():
    reading = read(grid("مشتری:|آفتاب\nکد کالا|شرح کالا|تعداد|قیمت واحد\nA-1|کوله|۲|۱۸۴٬۴۵۰ تومان"))
    (line,) = reading.orders[0].lines
    assert line.unit_price == Decimal(1_844_500)
    assert reading.orders[0].currency == "IRR"
    assert "unit=toman" in line.evidence["unit_price"].reading


@pytest.mark.parametrize("header", ["كد كالا", "کد‌کالا"])
def test_t34_letters_and_joiners_make_no_difference(header):
    reading = read(grid(f"مشتری:|آفتاب\n{header}|شرح کالا|تعداد|قیمت (ریال)\nA-1|کوله|۲|۱۰۰۰"))
    assert reading.orders[0].columns["sku"] == "A"
    assert reading.result is Result.READY


def test_t35_a_name_without_letters_is_no_customer():
    reading = read(grid("Customer:|???\nSKU|Description|Qty|Price\nA-1|Rope|5|2.5"))
    assert reading.orders[0].customer is None
    assert "MISSING_CUSTOMER" in codes(reading)
