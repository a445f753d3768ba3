"""Lines that are printed in two halves, one below the other."""

from activities.workbook.folded import unfolded
from activities.workbook.furniture import Page
from activities.workbook.pages import sheet_of
from activities.workbook.words import Word, lines_of
from orders.reader import read
from orders.sheet import Workbook

UPPER = (("Item", 45, 65), ("Material", 89, 124), ("Description", 225, 275))
LOWER = (("Order qty.", 61, 105), ("Unit", 182, 200), ("Price per unit", 287, 346), ("Net value", 437, 479))  # fmt: skip
TITLE = (("Purchase order", 45, 120), ("Customer: Brook Mills Ltd", 300, 420))


def item(number, code, name, *amounts):
    upper = ((number, 45, 81), (code, 89, 170), (name, 225, 330))
    quantity, price, value = amounts
    lower = ((quantity, 153, 175), ("Each", 186, 211), (price, 348, 377), (value, 492, 549))
    return upper, lower


def lines(*rows):
    return lines_of(
        Word(text, left, right, 12.0 * at, 12.0 * at + 10)
        for at, row in enumerate(rows)
        for text, left, right in row
    )


def test_each_lower_half_stands_beside_its_upper_one():
    note = (("Your number 4711", 225, 300),)
    first, second = item("00010", "A-187413", "Rope", "250", "6.67", "1,667.50")
    third, fourth = item("00020", "B-200111", "Hook", "40", "2.00", "80.00")
    total = (("Total", 182, 220), ("1,747.50", 492, 549))
    page = lines(TITLE, UPPER, LOWER, first, second, note, third, fourth, total)
    reading = read(Workbook("pdf", (sheet_of([Page(800.0, page)]),)))
    told = [
        (one.sku, f"{one.quantity}", one.unit, f"{one.line_total}")
        for one in reading.orders[0].lines
    ]
    assert told == [("A-187413", "250", "Each", "1667.5"), ("B-200111", "40", "Each", "80")]


def test_lines_that_are_not_folded_stay_as_they_are():
    page = lines(TITLE, UPPER, (("10", 45, 60), ("A-1", 89, 100), ("Rope", 225, 250)))
    assert unfolded(page) == (page, None)


def test_the_next_page_goes_on_without_a_header():
    _, fold = unfolded(lines(UPPER, LOWER))
    made, _ = unfolded(lines(*item("00030", "C-3", "Cord", "5", "1.00", "5.00")), fold)
    assert [piece.text for piece in made[0].pieces][-3:] == ["Each", "1.00", "5.00"]


def test_the_lower_half_may_begin_with_the_code_where_the_lines_do_so_too():
    head = (("Pos", 45, 60), ("Description", 89, 150)), (
        ("Article", 89, 120), ("Quantity", 200, 240), ("Price", 300, 330), ("Amount", 400, 440)
    )  # fmt: skip
    rows = [
        one
        for at, name in enumerate(("Rope of hemp", "Hook"), 1)
        for one in (
            ((f"{at}", 45, 50), (name, 89, 150)),
            ((f"M{at}", 89, 100), ("36", 220, 240), ("2.00", 310, 330), ("72.00", 410, 440)),
        )
    ]
    made, _ = unfolded(lines(*head, *rows))
    assert [len(line.pieces) for line in made] == [6, 6, 6]
    beside, _ = unfolded(lines(*head, (("1", 45, 50), ("Rope", 89, 120), ("5", 220, 240))))
    assert [len(line.pieces) for line in beside] == [2, 4, 3]
