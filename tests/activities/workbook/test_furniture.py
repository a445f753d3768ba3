"""Running heads stand once; page numbers never, also beside other words."""

from activities.workbook.furniture import without_furniture
from tests.support.papers import page


def texts(*pages):
    return [[line.text for line in one.lines] for one in without_furniture(pages)]


def test_a_foot_that_counts_its_pages_stands_on_the_last_one_only():
    row = (60, {0: "A-1", 100: "Rope", 250: "1"})
    pages = [page(row, (280, {0: "Acme Ltd", 200: f"Page {n}"})) for n in (1, 2)]
    assert texts(*pages) == [["A-1 Rope 1"], ["A-1 Rope 1", "Acme Ltd"]]


def test_texts_of_lines_that_differ_in_a_number_both_stay():
    pages = [page((280, {0: f"Screw, size {n}"})) for n in (1, 2)]
    assert texts(*pages) == [["Screw, size 1"], ["Screw, size 2"]]


def test_a_pages_own_number_alone_at_its_edge_is_none_of_its_texts():
    row = (60, {0: "A-1", 100: "Rope", 250: "1"})
    pages = [page(row, (285, {140: str(n)})) for n in (1, 2)]
    assert texts(*pages) == [["A-1 Rope 1"], ["A-1 Rope 1"]]
    assert texts(page(row, (285, {140: "1"}))) == [["A-1 Rope 1", "1"]]


def test_an_orders_number_at_the_head_is_no_page_number():
    head = (20, {0: "Order: A164/25"})
    feet = [(20, {0: told}) for told in ("Page 1 of 2", "p. 1", "- 1 / 1 -", "第1页 / 共1页")]
    assert texts(page(head)) == [["Order: A164/25"]]
    assert [texts(page(foot)) for foot in feet] == [[[]]] * 4


def test_the_last_digit_of_a_code_that_its_column_broke_is_no_page_number():
    row = (270, {0: "1", 40: "402747689994", 140: "Rope", 250: "15"})
    pages = [page(row, (281, {40: "1"})), page((60, {0: "2", 40: "4006381333931", 140: "Hook"}))]
    assert texts(*pages)[0] == ["1 402747689994 Rope 15", "1"]


def test_a_whole_head_that_a_page_repeats_is_said_once():
    """Naive: of a head that each page repeats, rows of a table's width are lines."""
    head = (60, {0: "SKU", 60: "Name", 160: "Qty", 220: "Price"})

    def made(number, order="4711"):
        above = (
            (20, {0: "Acme Ltd", 100: "Order", 200: "Page"}),
            (
                34,
                {0: "1 Mill Lane", 100: order, 200: str(number)},
            ),
        )
        return page(*above, head, (74, {0: f"A-{number}", 60: "Rope", 160: "1", 220: "3.50"}))

    again = ["SKU Name Qty Price", "A-2 Rope 1 3.50"]
    assert texts(made(1), made(2))[1] == again
    assert texts(made(1), made(2, "4712"))[1][-4:] == [
        "Acme Ltd Order Page", "1 Mill Lane 4712 2", *again,
    ]  # fmt: skip
