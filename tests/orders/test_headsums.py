"""Rows above lines that say what those come to are asked, and counted no second time."""

import pytest
from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result

HEAD = "Customer:|Acme Ltd\nSKU|Description|Size|Qty|Price\n"
PARENTS = "T1|Shirt||6|20\nT1-S|Shirt|S|2|20\nT1-M|Shirt|M|4|20\nT2|Coat||4|50\nT2-S|Coat|S|3|50\nT2-M|Coat|M|1|50"
BRANDS = "Brand A|||9|\nA-1|Rope|L|5|2\nA-2|Hook|M|4|1\nBrand B|||6|\nB-1|Eye|S|2|1\nB-2|Pin|L|4|1"
ALL = "TOTAL|||9|\nA-1|Rope|L|5|2\nA-2|Hook|M|4|1"


@pytest.mark.parametrize(
    ("drawing", "rows"),
    [(PARENTS, "3,6"), (BRANDS, "3,6"), (ALL, "3")],
    ids=["codes", "brands", "all"],
)
def test_sums_above_their_lines_are_asked_once(drawing, rows):
    reading = read(grid(HEAD + drawing))
    assert [one.target for one in reading.issues if one.open] == [f"row:Sheet1!{rows}"]
    assert sum(line.quantity for line in reading.orders[0].lines) in (10, 15, 9)


def test_the_answer_makes_them_lines_after_all():
    reading = read(grid(HEAD + PARENTS), fixes=[Fix(FixKind.ROW, "Sheet1!3,6", "line")])
    assert len(reading.orders[0].lines) == 6


@pytest.mark.parametrize(
    "lines",
    ["A-1|Rope|L|9|2\nA-2|Hook|M|5|1\nA-3|Eye|S|4|1", "A-1|Rope||9|2\nA-2|Hook||5|1\nA-3|Eye||4|1"],
)
def test_a_line_that_happens_to_count_what_two_others_do_stays(lines):
    reading = read(grid(HEAD + lines))
    assert (reading.result, len(reading.orders[0].lines)) == (Result.READY, 3)
