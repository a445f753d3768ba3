"""Which lines of a page are headers."""

import pytest

from activities.workbook.named import names_amounts, names_columns, names_items
from activities.workbook.words import Word, lines_of


def line(text):
    words = [Word(one, 100 * at, 100 * at + 60, 0, 10) for at, one in enumerate(text.split("|"))]
    (made,) = lines_of(words)
    return made


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Item|Description|Qty|Price", True),
        ("Pos.|Artikel|Menge|Betrag", True),
        ("Vendor|Buyer|Terms", False),
        ("Item|Description|Colour", False),
        ("Qty|Price|Amount", False),
        ("10|Description|Qty|Price", False),
        ("EAN No|Description|UOM|Qty|Zx|Yq|Vk|Tax|Wm|Pj|Lf", True),
    ],
)
def test_a_header_names_items_and_amounts_and_holds_no_number(text, told):
    assert names_columns(line(text)) is told


def test_the_halves_of_a_folded_header_name_items_and_amounts():
    upper, lower = line("Item|Material|Description"), line("Order qty.|Unit|Net value")
    assert (names_items(upper), names_amounts(upper)) == (True, False)
    assert (names_items(lower), names_amounts(lower)) == (False, True)
