"""People's corrections: laid over the file, read again, checked again."""

from decimal import Decimal

from grids import grid, sheet

from orders.fixes import Fix, FixKind, parse_target
from orders.reader import read
from orders.reading import Result
from orders.sheet import Workbook

HEAD = "Customer:|Acme Ltd\nSKU|Description|Qty|Price|Total\n"


def fix(target: str, value: str) -> Fix:
    kind, place = parse_target(target)
    return Fix(kind, place, value)


def codes(reading):
    return {one.code for one in reading.issues if one.open}


def test_a_typed_quantity_settles_the_question_and_keeps_the_cell():
    book = grid(f"{HEAD}A-1|Rope|'ten|2.50|25.00")
    (asked,) = (one for one in read(book).issues if one.code == "INVALID_QUANTITY")
    reading = read(book, fixes=(fix(asked.target, "10"),))
    witness = reading.orders[0].lines[0].evidence["quantity"]
    assert reading.result is Result.READY
    assert reading.orders[0].lines[0].quantity == 10
    assert (witness.raw, witness.display, witness.origin) == ("ten", "10", "person")


def test_a_chosen_column_is_read():
    book = grid("Item Code|Name|Amount|Price\nA-1|Rope|5|2.5\nA-2|Hook|1|1.5")
    reading = read(book, fixes=(fix("column:quantity", "C"), fix("field:customer", "Acme Ltd")))
    assert reading.result is Result.READY
    assert [line.quantity for line in reading.orders[0].lines] == [5, 1]
    assert reading.orders[0].customer == "Acme Ltd"


def test_many_blank_quantities_are_one_question_and_one_answer():
    rows = "\n".join(f"A-{n}|Rope|{n if n < 3 else ''}|2|" for n in range(1, 9))
    book = grid(HEAD + rows)
    (asked,) = (one for one in read(book).issues if one.code == "MISSING_QUANTITY")
    assert asked.facts["count"] == "6"
    reading = read(book, fixes=(Fix(FixKind.ACCEPT, asked.issue_id, "yes"),))
    assert reading.result is Result.READY
    assert len(reading.orders[0].lines) == 2
    assert list(reading.orders[0].skipped_rows.values()) == ["no_quantity"] * 6


def test_hidden_rows_can_be_put_back():
    book = grid(f"{HEAD}A-1|Rope|5|2|10\nA-2|Hook|3|2|6")
    reading = read(book, fixes=(fix("row:Sheet1!4", "skip"),))
    assert [line.line_id for line in reading.orders[0].lines] == ["L003"]


def test_a_sheet_is_chosen_among_several():
    one = sheet(f"{HEAD}A-1|Rope|5|2|10", name="One")
    two = sheet(f"{HEAD}B-1|Rope|5|2|10", name="Two")
    book = Workbook("xlsx", (one, two))
    asked = read(book)
    assert codes(asked) == {"MULTIPLE_SHEET_CANDIDATES"}
    reading = read(book, fixes=(Fix(FixKind.SHEET, "", "Two"),))
    assert reading.result is Result.READY
    assert reading.orders[0].lines[0].sku == "B-1"
    gone = read(book, fixes=(Fix(FixKind.SHEET, "", "Three"),))
    assert gone.reason == "SHEET_NOT_FOUND"


def test_a_header_row_is_named_where_no_word_is_known():
    book = grid("Foo|Bar|Baz\nA-1|Rope|5\nA-2|Lamp|6")
    assert read(book).result is Result.REFUSED
    told = (
        Fix(FixKind.HEADER_ROW, "Sheet1", "1"), fix("column:sku", "A"), fix("column:quantity", "C"),
        fix("field:customer", "Acme"),
    )  # fmt: skip
    reading = read(book, fixes=told)
    assert reading.result is Result.READY
    assert [line.quantity for line in reading.orders[0].lines] == [5, 6]


def test_a_confirmed_question_is_closed_and_nothing_else():
    book = grid(f"{HEAD}A-1|Rope|=2+3→5|2.50|12.50")
    (asked,) = (one for one in read(book).issues if one.code == "FORMULAS_UNCONFIRMED")
    reading = read(book, fixes=(Fix(FixKind.ACCEPT, asked.issue_id, "yes"),))
    assert reading.result is Result.READY


def test_a_typed_date_and_currency_count():
    book = grid("مشتری:|آفتاب|تاریخ:|03/04/2025\nکد کالا|تعداد|قیمت\nA-1|2|1000")
    assert {"AMBIGUOUS_DATE", "CURRENCY_UNIT_UNCLEAR"} <= codes(read(book))
    told = (fix("field:order_date", "2025-04-03"), fix("field:currency", "TOMAN"))
    reading = read(book, fixes=told)
    assert reading.result is Result.READY
    assert reading.orders[0].order_date == "2025-04-03"
    assert reading.orders[0].lines[0].unit_price == 10_000


def test_one_answer_settles_an_ambiguous_column():
    book = grid("Customer:|Acme\nSKU|Qty|Price\nA|5|'1.250\nB|6|'2.750")
    (asked,) = (one for one in read(book).issues if one.code == "AMBIGUOUS_NUMBER")
    assert len(asked.cells) == 2
    reading = read(book, fixes=(fix(asked.target, "1250"),))
    assert [line.unit_price for line in reading.orders[0].lines] == [1250, 2750]


def test_a_correction_nobody_can_understand_changes_nothing():
    book = grid(f"{HEAD}A-1|Rope|5|2.50|12.50")
    odd = (Fix(FixKind.CELL, "nowhere", "1"), Fix(FixKind.HEADER_ROW, "Sheet1", "x"))
    assert read(book, fixes=odd) == read(book)


def test_one_answer_settles_all_ambiguous_columns_of_a_sheet():
    book = grid("Customer:|Acme\nSKU|Qty|Price EUR|Total\nA|5|'1.250|'6.250\nB|6|'2.750|'16.500")
    (asked,) = (one for one in read(book).issues if one.open)
    assert asked.code == "AMBIGUOUS_NUMBER"
    reading = read(book, fixes=[fix(asked.target, "1.25")])
    assert reading.result is Result.READY
    assert [one.line_total for one in reading.orders[0].lines] == [Decimal("6.25"), Decimal("16.5")]
