"""Which headers name a size."""

import pytest

from orders.sizes import is_lettered, size_of


@pytest.mark.parametrize(
    "text",
    [
        "S",
        "XXL",
        "38",
        "EU 41,5",
        "Size M",
        "6-9M",
        "L\nQuantity",
        "Age 5-6",
        "12-24 months",
        "35-38",
    ],
)
def test_sizes_are_known(text):
    assert size_of(text)


@pytest.mark.parametrize("text", ["Qty", "2025", "S-100", "", "Small parts", "1-9", "10-49"])
def test_other_words_are_no_sizes(text):
    assert size_of(text) == ""


def test_letters_mean_nothing_else():
    assert is_lettered("XL")
    assert not is_lettered("38")
