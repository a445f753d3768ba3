"""A price is never taken from one column while another may hold the true one: it is asked."""

import pytest
from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result

HEAD = "Customer:|Acme Ltd\nCurrency:|EUR\nCode|Qty|"


def asked(reading) -> list[tuple[str, str]]:
    return [(one.target, one.preselect) for one in reading.issues if one.open]


@pytest.mark.parametrize(
    ("columns", "likeliest"),
    [
        ("Unit Cost|Unit Cost (LCY)\nA-1|4|0|12.5\nA-2|2|0|3.25", "D"),
        ("Rate|Offer\nA-1|4|0|12\nA-2|2|0|24", "D"),
        ("Unit price|Special price\nA-1|4|0|12.5\nA-2|2|4|", "C"),
        ("Price|Price (LCY)\nA-1|4|9|12.5\nA-2|2|0|3.25", "D"),
        ("Unit price|Net price\nA-1|4|15|12.5\nA-2|2|4|3.25", "D"),
        ("Price|Price 2\nA-1|4|10|12\nA-2|2|20|24", "C"),
        ("Price|RRP\nA-1|4|0|12.5\nA-2|2|0|3.25", "D"),
    ],
)
def test_another_column_that_may_hold_the_price_is_asked(columns, likeliest):
    reading = read(grid(HEAD + columns))
    assert asked(reading) in ([("column:unit_price", one)] for one in likeliest + "C")
    fix = Fix(FixKind.COLUMN, "unit_price", "D")
    again = read(grid(HEAD + columns), fixes=[fix])
    assert again.result is Result.READY
    assert again.orders[0].columns["unit_price"] == "D"


@pytest.mark.parametrize(
    "columns",
    [
        "Unit price|Net price|Total\nA-1|4|15|12.5|50\nA-2|2|4|3.25|6.5",
        "List price|Net price\nA-1|4|15|12.5\nA-2|2|4|3.25",
        "Price|RRP\nA-1|4|10|20\nA-2|2|0|30",
        "Price|Price incl. VAT\nA-1|4|10|12\nA-2|2|20|24",
        "Price|Price USD\nA-1|4|10|12\nA-2|2|20|24",
        "Price|Price 2\nA-1|4|10|10\nA-2|2|20|20",
        "Price|Weight\nA-1|4|0|12\nA-2|2|0|24",
    ],
)
def test_a_price_that_sums_or_words_settle_is_not_asked(columns):
    assert read(grid(HEAD + columns)).result is Result.READY
