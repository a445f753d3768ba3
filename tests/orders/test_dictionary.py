"""What header words mean."""

import pytest

from orders.dictionary import column_meanings


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("BASIC PRICE WITHOUT TAX", "unit_price"),
        ("Price excluding VAT", "unit_price"),
        ("Preis ohne MwSt", "unit_price"),
        ("Amount before tax", "line_total"),
        ("Tax", "tax"),
    ],
)
def test_what_is_told_without_tax_is_no_tax(header, field):
    found = column_meanings(header)
    assert max(found, key=lambda name: found[name]) == field
    assert field == "tax" or "tax" not in found
