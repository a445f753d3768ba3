"""Reading does not depend on where a table stands or which script its digits are of."""

from dataclasses import replace
from decimal import Decimal

import pytest
from grids import grid
from hypothesis import given, settings
from hypothesis import strategies as st

from orders.reader import Hints, read
from orders.reading import Reading, Result
from orders.sheet import Cell, CellKind, Sheet, Workbook

DRAWING = """
SKU|Description|Qty|Price|Total
A-1|Rope|5|2.50|12.50
0042|Lamp|3|20|60
C4 G|Hook|120|1.05|126
|||Total|198.50
"""
BASE = grid(DRAWING)
CUSTOMER = {(1, 1): Cell("Customer:"), (1, 2): Cell("Acme Ltd")}


def facts(reading: Reading) -> list[tuple[object, ...]]:
    return [
        (one.sku, one.product_name, one.quantity, one.unit_price, one.line_total)
        for one in reading.orders[0].lines
    ]


def moved(down: int, right: int, book: Workbook = BASE) -> dict[tuple[int, int], Cell]:
    return {(r + down, c + right): cell for (r, c), cell in book.sheets[0].cells.items()}


def book_of(cells, name="Sheet1") -> Workbook:
    return Workbook("xlsx", (Sheet(name, cells),))


EXPECTED = facts(read(BASE))


def test_the_drawing_is_read():
    assert [row[2] for row in EXPECTED] == [5, 3, 120]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 40), st.integers(0, 12), st.sampled_from(["Sheet1", "Лист1", "a b'c"]))
def test_the_table_may_stand_anywhere_on_any_sheet(down, right, name):
    reading = read(book_of(moved(down, right), name))
    assert facts(reading) == EXPECTED
    assert reading.orders[0].total == Decimal("198.50")


@settings(max_examples=30, deadline=None)
@given(st.permutations([1, 2, 3, 4, 5]))
def test_the_columns_may_stand_in_any_order(places):
    cells = {(r, places[c - 1]): cell for (r, c), cell in BASE.sheets[0].cells.items() if r < 5}
    assert facts(read(book_of(cells))) == EXPECTED


@pytest.mark.parametrize("zero", ["۰", "٠", "０", "०"])
def test_the_script_of_the_digits_does_not_matter(zero):
    digits = str.maketrans("0123456789", "".join(chr(ord(zero) + n) for n in range(10)))
    cells = {}
    for place, cell in BASE.sheets[0].cells.items():
        text = f"{cell.value:f}" if isinstance(cell.value, Decimal) else str(cell.value)
        kept = place[1] == 2 or place[0] == 1
        cells[place] = cell if kept else Cell(text.translate(digits))
    assert facts(read(book_of(cells))) == EXPECTED


def test_an_empty_column_inside_and_letterhead_above_change_nothing():
    cells = {(r + 6, c + (c > 2)): cell for (r, c), cell in BASE.sheets[0].cells.items()}
    head = {(1, 1): Cell("Acme Ltd"), (2, 1): Cell("12 Harbour Street"), (4, 1): Cell("ORDER")}
    assert [row[0] for row in facts(read(book_of(cells | head)))] == ["A-1", "42", "C4 G"]


def test_b040_every_row_is_read_whatever_the_sheet_claims():
    rows = "\n".join(f"A-{n}|Rope|1|2|2" for n in range(1000))
    drawing = f"Customer:|Acme Ltd\nSKU|Description|Qty|Price|Total\n{rows}"
    assert len(read(grid(drawing), hints=Hints(max_lines=5000)).orders[0].lines) == 1000


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(1, 12), st.integers(1, 6)),
        st.one_of(
            st.sampled_from(["SKU", "Qty", "Price", "Total", "تعداد", "Customer:", "1,234", "=A1", "S", "M", "L"]),
            st.text(max_size=8),
            st.decimals(allow_nan=True, allow_infinity=True),
            st.booleans(),
        ),
        max_size=40,
    )
)  # fmt: skip
def test_no_sheet_whatever_breaks_the_reading(cells):
    kinds = {
        place: Cell(value, CellKind.NUMBER if isinstance(value, Decimal) else CellKind.TEXT)
        for place, value in cells.items()
    }
    reading = read(book_of(kinds))
    assert reading.result in Result
    if reading.result is Result.READY:
        assert all(line.quantity is not None for line in reading.orders[0].lines)


def test_reading_twice_gives_the_same():
    book = replace(BASE)
    assert read(book) == read(book)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Acme Building, Gate 3", "www.acme.example", "Tel. 555"]), max_size=4
    ),
    st.integers(0, 3),
    st.sets(st.integers(2, 5), max_size=2),
)
def test_letterheads_empty_rows_and_empty_columns_change_nothing(letterhead, blank, gaps):
    down = len(letterhead) + blank
    cells = {(row, 1): Cell(text) for row, text in enumerate(letterhead, 1)}
    for (row, column), cell in BASE.sheets[0].cells.items():
        right = sum(1 for gap in gaps if column >= gap)
        cells[row + down, column + right] = cell
    assert facts(read(book_of(cells))) == EXPECTED


GERMAN = """
Artikelnr|Bezeichnung|Menge|Einzelpreis|Gesamt
A-1|Seil|'5|'2,50|'12,50
0042|Lampe|'3|'1.020,00|'3.060,00
C4 G|Haken|'1.200|'1,05|'1.260,00
|||Summe|'4.332,50
"""
PERSIAN = """
کد کالا|شرح کالا|تعداد|قیمت واحد (ریال)|مبلغ کل (ریال)
A-1|طناب|۵|۲٬۵۰۰|۱۲٬۵۰۰
0042|لامپ|۳|۱۰٬۲۰۰|۳۰٬۶۰۰
C4 G|قلاب|۱٬۲۰۰|۱٬۰۵۰|۱٬۲۶۰٬۰۰۰
|||جمع کل|۱٬۳۰۳٬۱۰۰
"""


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from([GERMAN, PERSIAN]),
    st.permutations([1, 2, 3, 4, 5]),
    st.integers(0, 20),
    st.sampled_from(["0", "٠", "۰", "０"]),
)
def test_texts_in_another_order_place_and_script_are_the_same_order(drawing, places, down, zero):
    book = grid(drawing)
    script = {ord("0") + i: chr(ord(zero) + i) for i in range(10)}
    script |= {ord("۰") + i: chr(ord(zero) + i) for i in range(10)}
    cells = {}
    for (row, column), cell in book.sheets[0].cells.items():
        counted = row > 1 and column > 2 and isinstance(cell.value, str)
        value = cell.value.translate(script) if counted else cell.value
        if row < 5:
            cells[row + down, places[column - 1]] = replace(cell, value=value)
    assert facts(read(book_of(cells))) == facts(read(book))
