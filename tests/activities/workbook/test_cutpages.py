"""Sheets whose columns were cut onto further pages."""

from dataclasses import replace

from activities.workbook.cutpages import side_by_side
from activities.workbook.pages import sheet_of
from activities.workbook.ruled import Ruled
from orders.sheet import iter_rows
from tests.support.papers import page

LEFT = (
    (10, {0: "Purchase order 7"}), (40, {0: "SKU", 100: "Product"}),
    (60, {0: "A-1", 100: "Rope"}), (80, {0: "A-2", 100: "Hook"}),
)  # fmt: skip
RIGHT = (
    (40, {0: "Qty", 60: "Price", 120: "Total"}), (60, {0: "2", 60: "3.00", 120: "6.00"}),
    (80, {0: "4", 60: "1.00", 120: "4.00"}),
)  # fmt: skip
SUM = (100, {60: "Total", 120: "10.00"})


def texts(pages):
    return [[cell.value for cell in cells.values()] for _, cells in iter_rows(sheet_of(pages))]


def test_a_page_that_goes_on_with_the_columns_is_laid_beside_the_first():
    rows = texts(side_by_side([page(*LEFT), page(*RIGHT, SUM)]))
    assert rows[1:] == [
        ["SKU", "Product", "Qty", "Price", "Total"], ["A-1", "Rope", "2", "3.00", "6.00"],
        ["A-2", "Hook", "4", "1.00", "4.00"], ["Total", "10.00"],
    ]  # fmt: skip


def test_further_rows_may_come_before_the_further_columns_or_behind_them():
    low, more = [(60, {0: "A-3", 100: "Cord"}), (80, {0: "A-4", 100: "Peg"})], [
        (60, {0: "5", 60: "2.00", 120: "10.00"}), (80, {0: "6", 60: "1.00", 120: "6.00"})
    ]  # fmt: skip
    four = [page(*LEFT), page(*low), page(*RIGHT), page(*more)]
    for pages in (four, [four[0], four[2], four[1], four[3]]):
        assert [len(one.lines) for one in side_by_side(pages)] == [4, 2]


def test_a_page_with_the_same_header_or_lines_of_its_own_is_another_one():
    again = page(LEFT[1], (60, {0: "A-3", 100: "Cord"}))
    other = page((40, {0: "Terms"}), (55, {0: "Goods are paid for in thirty days."}))
    for pages in ([page(*LEFT), again], [page(*LEFT), other]):
        assert side_by_side(pages) == pages


def test_drawn_tables_go_on_beside_each_other():
    bands = tuple((edge, edge + 20.0) for edge in (35.0, 55.0, 75.0))
    left, right = ((0.0, 90.0), (90.0, 190.0)), ((0.0, 50.0), (50.0, 110.0), (110.0, 160.0))
    first, second = (
        replace(
            page(*rows), tables=[Ruled(35, 95, columns, tuple((band, columns) for band in bands))]
        )
        for rows, columns in ((LEFT, left), (RIGHT, right))
    )
    (whole,) = side_by_side([first, second])
    assert [len(cells) for _, cells in whole.tables[0].rows] == [5, 5, 5]
    (alone,) = side_by_side([first, page(*RIGHT)])
    assert len(alone.tables[0].columns) == 3


def test_a_blank_page_between_breaks_nothing():
    pages = [page(*LEFT), page(), page(*RIGHT), page((40, {0: "Terms", 60: "of delivery"}))]
    assert side_by_side(pages) == pages
