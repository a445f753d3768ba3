"""A line's question waits where its whole column is still to be chosen."""

from orders.codes import issue
from orders.issue import Ask
from orders.waiting import not_waiting


def asked(code, field):
    return issue(code, fields=(field,), ask=Ask.CHOICE, target=f"column:{field}")


def test_a_missing_quantity_waits_for_the_column_and_for_nothing_else():
    missing = issue("MISSING_QUANTITY", fields=("quantity",), ask=Ask.NUMBER, target="line:1")
    assert not_waiting([missing], [asked("AMBIGUOUS_COLUMN", "quantity")]) == []
    assert not_waiting([missing], [asked("AMBIGUOUS_COLUMN", "unit_price")]) == [missing]


def test_sums_wait_for_the_columns_they_are_made_of():
    wrong = issue("TOTAL_MISMATCH", fields=("total",), ask=Ask.CHOICE, target="accept")
    assert not_waiting([wrong], [asked("AMBIGUOUS_COLUMN", "unit_price")]) == []
    assert not_waiting([wrong], [asked("AMBIGUOUS_COLUMN", "sku")]) == [wrong]
