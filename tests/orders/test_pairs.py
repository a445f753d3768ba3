import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.pairs import dashed, pairs_of


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("Customer: Acme Ltd", [("Customer", "Acme Ltd")]),
        ("PO No: 778 / Date: 2026-05-04", [("PO No", "778"), ("Date", "2026-05-04")]),
        ("Sipariş No: 12  Tarih: 01.02.2026", [("Sipariş No", "12"), ("Tarih", "01.02.2026")]),
        ("مشتری: آریا | تاریخ: ۱۴۰۴/۱۰/۵", [("مشتری", "آریا"), ("تاریخ", "۱۴۰۴/۱۰/۵")]),
        ("Date: 2026-05-04 14:30", [("Date", "2026-05-04 14:30")]),
        ("Notes: call first: 555", [("Notes", "call first: 555")]),
        ("Notes: see https://example.com", [("Notes", "see https://example.com")]),
        ("Customer:", [("Customer", "")]),
        ("Date:-01.04.2026", [("Date", "01.04.2026")]),
        ("Deliver to :- Acme Ltd", [("Deliver to", "Acme Ltd")]),
        ("just words", []),
        ("TAN No. A7 Contact No.: 9713", [("TAN No. A7 Contact No.", "9713")]),
    ],
)
def test_labels_of_one_line_are_kept_apart(line, pairs):
    assert pairs_of(line) == pairs


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("PO Date – 21-04-2026", [("PO Date", "21-04-2026")]),
        ("Purchase order - AB/PO/26-27/015", [("Purchase order", "AB/PO/26-27/015")]),
        ("Order - winter", []),
        ("Delivery - 3-4 weeks", []),
        ("PO-7", []),
    ],
)
def test_a_number_or_a_day_may_stand_behind_a_dash(line, pairs):
    assert dashed(line) == pairs


@given(st.text(max_size=60))
def test_no_text_whatever_breaks_it(line):
    assert all(len(pair) == 2 for pair in pairs_of(line))
