"""Tables on their side, forms for one item, and lines written as texts: read, and confirmed."""

import pytest
from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result

HEAD = "Purchase order PO-7781\nCustomer|Harrow Cafe Ltd\nDate|2026-11-20\n"
SIDE = """Item code|HC-101|HC-204|HC-330
Description|Mug 300 ml|Saucer|Teapot
Qty|24|12|6
Unit price|3.2|1.1|14.5
Total|76.8|13.2|87"""


def asked(reading) -> list[str]:
    return [one.code for one in reading.issues if one.open]


def test_a_table_on_its_side_is_read_item_by_item_and_confirmed():
    book = grid(f"{HEAD}.\n{SIDE}\nNotes|Please ring the bell")
    reading = read(book)
    assert asked(reading) == ["LAYOUT_TURNED"]
    (order,) = reading.orders
    assert (order.customer, order.po_number) == ("Harrow Cafe Ltd", "PO-7781")
    found = [(one.sku, one.quantity, str(one.line_total)) for one in order.lines]
    assert found == [("HC-101", 24, "76.8"), ("HC-204", 12, "13.2"), ("HC-330", 6, "87")]
    cells = [one.evidence["quantity"].cell for one in order.lines]
    assert (cells, order.columns["sku"]) == (["B7", "C7", "D7"], "5")
    (yes,) = [one for one in reading.issues if one.open]
    assert read(book, fixes=[Fix(FixKind.ACCEPT, yes.issue_id, "yes")]).result is Result.READY


def test_a_cell_corrected_on_its_side_is_the_cell_of_the_file():
    book = grid(f"{HEAD}.\n{SIDE}")
    reading = read(book, fixes=[Fix(FixKind.CELL, "Sheet1!C7", "15")])
    line = reading.orders[0].lines[1]
    assert (line.quantity, line.evidence["quantity"].cell) == (15, "C7")
    assert line.evidence["quantity"].reading == "person"


@pytest.mark.parametrize(
    "form",
    [
        "Item code:|HC-101\nDescription:|Mug 300 ml\nQuantity:|24\nUnit price:|3.2\nTotal:|76.8",
        "Artikel:|Mug 300 ml\n.\nMenge:|24",
        "کد کالا:|HC-101\nشرح کالا:|لیوان\nتعداد:|۲۴",
    ],
)
def test_a_form_for_one_item_is_one_line(form):
    reading = read(grid(HEAD + form))
    assert asked(reading) == ["LAYOUT_TURNED"]
    (line,) = reading.orders[0].lines
    assert (line.quantity, line.evidence["quantity"].cell[0]) == (24, "B")
    (yes,) = [one for one in reading.issues if one.open]
    assert yes.facts == {"kind": "form"}


@pytest.mark.parametrize(
    "drawing",
    [
        "Item|Mug\nColour|blue\nPrice|3.2",
        "Item|Mug\nQty|4\nItem|Cup\nQty|5",
        "Item|Mug|Cup\nQty|4",
        "Products:\n- 2 x Egg 52 RON/pcs|104 RON\nIngredients: ham\n- 1 x Bun 20 RON/pcs|20 RON",
    ],
)
def test_what_is_no_such_table_stays_refused(drawing):
    assert read(grid(drawing)).result is Result.REFUSED


def test_nothing_is_turned_where_columns_are_hidden():
    book = grid(f"{HEAD}.\n{SIDE}", hidden_columns=frozenset({3}))
    assert read(book).result is Result.REFUSED


@pytest.mark.parametrize(
    ("lines", "read_so"),
    [
        ("3 x Burrata\n12 x Olive oil 1 l", [(3, "Burrata", None), (12, "Olive oil 1 l", None)]),
        ("Burrata - 3 pcs\nOlive oil 1 l: 12\nBasil x 4",
         [(3, "Burrata", "pcs"), (12, "Olive oil 1 l", None), (4, "Basil", None)]),
        ("- 3 Kisten Tomaten\n- 12 Flaschen Olivenöl\n- 5 Brote",
         [(3, "Tomaten", "Kisten"), (12, "Olivenöl", "Flaschen"), (5, "Brote", None)]),
        ("1) 3 cajas de vino\n2) 12 vasos", [(3, "vino", "cajas"), (12, "vasos", None)]),
        ("۳ × پنیر\n۱۲ × روغن زیتون", [(3, "پنیر", None), (12, "روغن زیتون", None)]),
    ],
)  # fmt: skip
def test_lines_written_as_texts_are_counts_and_items(lines, read_so):
    book = grid("Customer: Harrow Cafe Ltd\n.\n" + lines + "\n.\nThank you!")
    reading = read(book)
    assert asked(reading) == ["NO_HEADINGS"]
    found = reading.orders[0].lines
    assert [(one.quantity, one.product_name, one.unit) for one in found] == read_so
    assert {one.evidence["quantity"].cell for one in found} == {
        f"A{row + 3}" for row in range(len(found))
    }
    (yes,) = [one for one in reading.issues if one.open]
    assert read(book, fixes=[Fix(FixKind.ACCEPT, yes.issue_id, "yes")]).result is Result.READY


def test_no_hidden_text_comes_back_as_a_line():
    """Naive: what somebody hid is moved with the rest, and ordered."""
    drawing = "Customer: Harrow Cafe Ltd\n3 x Burrata\n12 x Olive oil 1 l\n4 x Basil"
    assert read(grid(drawing)).result is Result.QUESTIONS
    assert read(grid(drawing, hidden_rows=frozenset({3}))).result is Result.REFUSED


@pytest.mark.parametrize(
    "drawing",
    [
        "To do\n1 call Ann\n2 write report\n3 lunch",
        "Agenda\n9:00 Welcome\n10:00 Talk\n12:30 Lunch",
        "Prices\nMug - 3.20\nCup - 4.50",
        "Boards\n10 x 20 cm oak\n15 x 30 cm elm",
        "Rooms: 2\nTotal: 45\nDate: 20",
    ],
)
def test_other_texts_with_numbers_are_no_lines(drawing):
    assert read(grid(drawing)).result is Result.REFUSED
