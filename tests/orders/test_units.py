"""Units that count the same things."""

import pytest

from orders.units import differ


@pytest.mark.parametrize(
    ("asked", "sold", "different"),
    [
        ("box", "pcs", True), ("kg", "g", True), ("kg", "کیلو", False), ("عدد", "pcs", False),
        ("carton", "box", False), ("", "pcs", False), ("box", "", False), ("kg", "pcs", True),
        ("whatever", "pcs", False),
    ],
)  # fmt: skip
def test_units_differ_only_where_quantities_do(asked, sold, different):
    assert differ(asked, sold) is different
