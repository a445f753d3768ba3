import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.pairs import pairs_of


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
        ("just words", []),
    ],
)
def test_labels_of_one_line_are_kept_apart(line, pairs):
    assert pairs_of(line) == pairs


@given(st.text(max_size=60))
def test_no_text_whatever_breaks_it(line):
    assert all(len(pair) == 2 for pair in pairs_of(line))
