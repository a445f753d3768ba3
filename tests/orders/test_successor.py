"""A successor is named in a few plain ways, and nowhere else."""

import pytest

from orders.successor import successor_in


@pytest.mark.parametrize(
    ("text", "sku"),
    [
        ("Discontinued, replaced by BW-1002.", "BW-1002"),
        ("Nachfolger: 0042", "0042"),
        ("جایگزین: BW-7", "BW-7"),
        ("A fine mug", ""),
        ("", ""),
    ],
)
def test_a_named_successor_is_found(text, sku):
    assert successor_in(text) == sku
