"""What an issue says an answer changes, as a kind and a place."""

import pytest

from orders.fixes import FixKind, parse_target


@pytest.mark.parametrize(
    ("target", "parts"),
    [
        ("cell:Sheet1!D14", (FixKind.CELL, "Sheet1!D14")),
        ("column:quantity", (FixKind.COLUMN, "quantity")),
        ("row:Sheet1!14,15,20-24", (FixKind.ROW, "Sheet1!14,15,20-24")),
        ("header_row:A: B", (FixKind.HEADER_ROW, "A: B")),
        ("field:order_date", (FixKind.FIELD, "order_date")),
        ("sheet", (FixKind.SHEET, "")),
        ("accept", (FixKind.ACCEPT, "")),
    ],
)
def test_a_target_is_a_kind_and_a_place(target, parts):
    assert parse_target(target) == parts


@pytest.mark.parametrize("target", ["", "customer", "item:L001", "price:abc", "CELL:S!A1"])
def test_what_is_no_correction_is_refused(target):
    with pytest.raises(ValueError, match="is not a valid FixKind"):
        parse_target(target)
