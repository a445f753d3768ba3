"""Notes that count the lines or lower the prices are asked where the order does not say the same."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

ORDER = "Customer:|Acme Ltd\nSKU|Description|Qty|Price\nA-1|Rope|4|2.50\nA-2|Hook|2|1.25\nA-3|Ring|2|3\n.\n"


def asked(note: str) -> list[str]:
    return [one.code for one in read(grid(ORDER + note)).issues if one.open]


@pytest.mark.parametrize(
    "note",
    ["Number of lines:|{}", "Anzahl Positionen: {}", "Line count|{}", "تعداد اقلام|{}", "行数：{}"],
)
def test_a_count_of_lines_is_compared(note):
    assert asked(note.format(7)) == ["TOTAL_MISMATCH"]
    assert asked(note.format(3)) == []
    assert asked(note.format(8)) == []  # So many pieces.


@pytest.mark.parametrize(
    "note",
    [
        "All prices less 10 %",
        "abzüglich 10% Rabatt auf alle Preise",
        "Discount 5.5%",
        "remise de 10 %",
        "با ۱۰٪ تخفیف",
    ],
)
def test_a_note_that_lowers_prices_is_asked(note):
    assert asked(note) == ["PAPER_DOUBTED"]
    above = read(grid(ORDER.replace("SKU|", f"{note}\nSKU|")))
    assert [one.code for one in above.issues if one.open] == ["PAPER_DOUBTED"]


@pytest.mark.parametrize(
    "note",
    [
        "2% discount for payment within 10 days", "2 % Skonto bei Zahlung in 14 Tagen", "Prices include 10% discount already",
        "5% off orders over 500", "VAT 20%", "Discount agreed by telephone",
    ],
)  # fmt: skip
def test_what_lowers_no_price_of_this_order_is_none(note):
    assert read(grid(ORDER + note)).result is Result.READY
