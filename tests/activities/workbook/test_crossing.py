"""Items that a page's end cuts in two."""

from activities.workbook.crossing import lone_columns, rest_of
from activities.workbook.pages import sheet_of
from activities.workbook.words import Row
from orders.sheet import iter_rows
from tests.support.papers import page

HEAD = (40, {0: "SKU", 100: "Description", 250: "Qty", 300: "Price"})


def line(top, number):
    return top, {0: f"A-{number}", 100: f"Rope {number}", 250: f"{number}", 300: "3.50"}


def test_what_stands_first_on_a_page_goes_on_with_the_last_item_of_the_one_before():
    first = page(HEAD, line(60, 1), (72, {100: "of hemp"}), line(100, 2), (112, {100: "of jute,"}))
    second = page(HEAD, (62, {100: "dyed"}), line(90, 3), (102, {100: "of wool"}), line(130, 4))
    rows = [cells for _, cells in iter_rows(sheet_of([first, second]))]
    names = [cells[2].value for cells in rows if cells[1].value != "SKU"]
    assert names == ["Rope 1 of hemp", "Rope 2 of jute, dyed", "Rope 3 of wool", "Rope 4"]


def rows(*cells):
    return [Row(one, 20.0 * at, 20.0 * at + 10, 10) for at, one in enumerate(cells)]


FULL = {1: "A-1", 2: "Rope", 3: "5"}


def test_names_of_groups_and_other_tables_do_not_go_on():
    last, *_ = rows(FULL)
    assert rest_of(rows({2: "of hemp"}, FULL), last, set()) == range(1)
    for found, lone in (
        (rows({2: "Ropes"}, FULL), {2}), (rows({1: "Ropes"}, FULL), set()),
        (rows({2: "of hemp"}), set()), (rows({2: "12.00"}, FULL), set()),
    ):  # fmt: skip
        assert not rest_of(found, last, lone)
    assert not rest_of(rows({2: "of hemp"}, FULL), None, set())


def test_texts_between_lines_tell_where_groups_are_named():
    assert lone_columns(rows(FULL, {2: "Ropes"}, FULL, {1: "Terms"})) == {2}
