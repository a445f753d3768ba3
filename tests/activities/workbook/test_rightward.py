"""Texts drawn from right to left, and the numbers between them."""

import pytest

from activities.workbook.rightward import in_reading_order


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        (["۲۲۱-۱۴۰۵", ":", "سفارش"], "سفارش : ۱۴۰۵-۲۲۱"),
        (["221-1405", "سفارش"], "سفارش 1405-221"),
        (["221-1405", "הזמנה"], "הזמנה 221-1405"),
        (["PO-2026-118", "طلب"], "طلب PO-2026-118"),
        (["1405/01/20", "تاریخ"], "تاریخ 1405/01/20"),
        (["708.00", ":%15", "ضريبة"], "ضريبة 15%: 708.00"),
        (["3", "180,00", "جمع"], "جمع 3 180,00"),
        (["4", "mm", "سلك"], "سلك 4 mm"),
        (["افشان", "۲.۵×۲", "کابل"], "کابل ۲×۲.۵ افشان"),
        (["گالوانیزه", "M8×40", "پیچ"], "پیچ M8×40 گالوانیزه"),
        (["٤٠×M٨", "برغي"], "برغي M٨×٤٠"),
        (["واط", "١٨", "LED", "مصباح"], "مصباح LED ١٨ واط"),
    ],
)
def test_numbers_behind_arabic_letters_follow_each_other_from_the_right(drawn, read):
    assert in_reading_order(drawn) == read
