"""Units that count the same things."""

import pytest

from orders.units import differ, is_pack, unit_of


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


def test_what_holds_things_is_a_pack_in_many_languages():
    for word in ("bacs", "bouteilles", "crates", "Kästen", "butelki", "бутылок", "袋"):
        assert unit_of(word)
        assert is_pack(word)
