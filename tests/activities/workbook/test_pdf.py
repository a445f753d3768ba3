"""Text PDFs: their tables as grids, with the reason where there is no text to read."""

import pytest
from fpdf import FPDF
from PIL import Image

from activities.workbook.limits import Limits
from activities.workbook.pdf import read_pdf, shows_one_letter
from orders.errors import (
    FileTooLarge,
    ProtectedWorkbook,
    UnreadableFile,
    UnsafeFile,
    UnsupportedFormat,
)
from orders.reader import read
from orders.reading import Result
from orders.sheet import iter_rows
from tests.support.papers import HEADER, LONG, goods, paper, pdf

LIMITS = Limits()


def order_of(content):
    reading = read(read_pdf(content, LIMITS))
    assert reading.result is Result.READY, [one.code for one in reading.issues if one.open]
    return reading.orders[0]


@pytest.mark.parametrize("borders", ["ALL", "HORIZONTAL_LINES", "NONE", "SINGLE_TOP_LINE"])
@pytest.mark.parametrize("vertical", ["MIDDLE", "TOP"])
def test_a_table_is_read_whatever_is_drawn_around_it(borders, vertical):
    order = order_of(pdf(goods(6), borders=borders, vertical=vertical))
    assert (order.customer, order.po_number) == ("Karimi Trading Ltd", "PO-7781")
    assert (order.currency, str(order.total)) == ("EUR", "94.5")
    told = [(line.sku, line.product_name, f"{line.quantity}") for line in order.lines]
    assert told == [line[:3] for line in goods(6)]
    assert order.lines[0].evidence["quantity"].address.startswith("Page 1!C")


@pytest.mark.parametrize("borders", ["ALL", "NONE"])
def test_a_table_runs_on_over_its_pages_under_repeated_headers(borders):
    order = order_of(pdf(goods(60), borders=borders))
    assert order.sheet == "Pages 1-3"
    assert [line.product_name for line in order.lines] == [line[1] for line in goods(60)]
    assert [f"{line.quantity}" for line in order.lines] == [line[2] for line in goods(60)]


def test_a_page_that_is_a_picture_is_refused_with_the_reason():
    scan = FPDF()
    scan.add_page()
    scan.image(Image.new("L", (60, 90), 200), 0, 0, 210, 297)
    scan.set_font("Helvetica", size=10)
    scan.cell(0, 10, "letters that a scanner guessed")
    with pytest.raises(UnsupportedFormat, match="Page 1 of this PDF is a picture"):
        read_pdf(bytes(scan.output()), LIMITS)


def test_a_picture_behind_pages_of_text_is_asked_about():
    made = paper(goods(6))
    made.add_page()
    made.image(Image.new("L", (60, 90), 200), 0, 0, 210, 297)
    book = read_pdf(bytes(made.output()), LIMITS)
    assert (book.notes, book.document) == (("pictured",), {"pictured": "2"})
    reading = read(book)
    assert [one.code for one in reading.issues if one.open] == ["PAGES_UNREAD"]
    assert len(reading.orders[0].lines) == 6


def test_a_page_without_any_text_is_refused():
    empty = FPDF()
    empty.add_page()
    with pytest.raises(UnsupportedFormat, match="without any text"):
        read_pdf(bytes(empty.output()), LIMITS)


@pytest.mark.parametrize("secret", ["", "guess"])
def test_b046_a_locked_pdf_is_refused_whatever_its_password(secret):
    locked = paper(goods(3))
    locked.set_encryption(owner_password="owner", user_password=secret)
    with pytest.raises(ProtectedWorkbook, match="encrypted"):
        read_pdf(bytes(locked.output()), LIMITS)


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.9])
def test_b047_a_cut_pdf_is_damaged_and_nothing_worse(share):
    content = pdf(goods(6))
    with pytest.raises((UnreadableFile, UnsupportedFormat)):
        read_pdf(b"%PDF-1.7\n" + content[9 : int(len(content) * share)], LIMITS)


def test_more_pages_or_letters_than_allowed_are_refused():
    with pytest.raises(FileTooLarge, match="more than 2 pages"):
        read_pdf(pdf(goods(60)), Limits(max_pages=2))
    with pytest.raises(UnsafeFile):
        read_pdf(pdf(goods(6)), Limits(max_text=100))


def test_the_grid_is_what_a_person_sees():
    (sheet,) = read_pdf(pdf(goods(2)), LIMITS).sheets
    rows = [{at: cell.value for at, cell in cells.items()} for _, cells in iter_rows(sheet)]
    assert rows[0] == {1: "PURCHASE ORDER"}
    assert rows[1] == {1: "PO Number:", 2: "PO-7781"}
    assert rows[3] == dict(enumerate(HEADER, 1))
    assert rows[5][2] == LONG
    assert rows[6] == {4: "Total EUR", 5: "17.50"}


def test_a_page_that_breaks_off_inside_is_damaged_and_not_half_an_order():
    content = pdf(goods(30))
    at = content.index(b"stream\n") + 400
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read_pdf(content[:at] + bytes(40) + content[at + 40 :], LIMITS)


def test_letters_that_are_printed_twice_for_weight_are_read_once():
    bold = FPDF()
    bold.add_page()
    bold.set_font("Helvetica", size=10)
    for shift in (0.0, 0.2):
        bold.text(20 + shift, 20, "Steel mug")
    bold.text(20, 40, "Book keeper")
    (first, second) = [
        cells for _, cells in iter_rows(read_pdf(bytes(bold.output()), LIMITS).sheets[0])
    ]
    assert [cell.value for cell in (*first.values(), *second.values())] == [
        "Steel mug",
        "Book keeper",
    ]


def test_lines_drawn_with_letters_are_no_text():
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=10)
    for top, text in (
        (20, "Steel mug"),
        (26, "________________"),
        (32, "-----------"),
        (38, "A-1"),
    ):
        made.text(20, top, text)
    sheet = read_pdf(bytes(made.output()), LIMITS).sheets[0]
    assert [cell.value for cell in sheet.cells.values()] == ["Steel mug", "A-1"]


def test_two_narrow_letters_in_small_print_are_two_letters():
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=7)
    made.text(20, 20, "Rollers, 1111 pcs")
    made.text(20.1, 20, "Rollers, 1111 pcs")
    sheet = read_pdf(bytes(made.output()), Limits()).sheets[0]
    assert [cell.value for cell in sheet.cells.values()] == ["Rollers, 1111 pcs"]


def test_texts_that_are_printed_over_each_other_are_asked_about():
    made = paper(goods(6))
    made.set_xy(20, 60)
    made.cell(30, 6, "Anchor chain galvanised 8 mm")
    made.set_xy(34.3, 60)
    made.cell(30, 6, "Blue Kite trading company")
    book = read_pdf(bytes(made.output()), LIMITS)
    assert book.notes == ("overprinted",)
    asked = [one.code for one in read(book).issues if one.open]
    assert "TEXTS_OVERPRINTED" in asked
    assert read_pdf(pdf(), LIMITS).notes == ()


def test_a_receipt_in_tiny_print_is_read_as_any_page_is():
    tiny = FPDF(unit="pt", format=(114, 200))
    tiny.add_page()
    tiny.set_font("Helvetica", size=3)
    rows = [("Product", "Qty", "Unit", "Amount")]
    rows += [
        (name, str(n + 3), "Box", f"{n}6,00") for n, name in enumerate(("Kale", "Leek", "Egg"), 1)
    ]
    tiny.text(5, 12, "Customer: Weir Kitchen")
    for at, row in enumerate(rows):
        for left, text in zip((5, 32, 44, 72), row, strict=True):
            ends = 109 - tiny.get_string_width(text)
            tiny.text(ends if at and left == 72 else left, 20 + at * 4, text)
    (found,) = read(read_pdf(bytes(tiny.output()), LIMITS)).orders
    told = [(line.product_name, f"{line.quantity}", f"{line.line_total}") for line in found.lines]
    assert told == [("Kale", "4", "16"), ("Leek", "5", "26"), ("Egg", "6", "36")]


def test_a_font_that_shows_one_letter_for_all_is_no_text():
    """Naive: a font without a script's letters prints one of them, or boxes, and names are all alike."""
    lines = [(f"A-{n}", "é" * (3 + n), "2", "3.50", "7.00") for n in range(4)]
    with pytest.raises(UnreadableFile, match="which letters"):
        read_pdf(pdf(lines), Limits())
    read_pdf(pdf([("A-1", "Crééé", "2", "3.50", "7.00")]), Limits())


def test_three_alike_letters_of_a_russian_company_are_its_form():
    """Naive: `ООО` (Cyrillic) stands in every name of a Russian paper."""
    russian = ["ООО", "«Ромашка»", "ООО", "«Лотос»,", "ООО", "ооо"]
    assert not shows_one_letter(russian)
    assert shows_one_letter(["深深深深", "深深深", "深深深深深"])
