"""Lines below a gap go on where their own numbers do."""

import pytest
from grids import grid

from orders.reader import read

HEAD = "Customer:|Acme Ltd\n.\nLine|SKU|Qty|Price\n'001|A-1|5|2\n'002|A-2|7|3\n.\n.\n.\n"


@pytest.mark.parametrize(
    ("below", "lines"),
    [("'003|B-1|4|6\n'004|B-2|9|1", 4), ("'005|B-1|4|6", 3), ("'001|B-1|4|6\n'002|B-2|9|1", 2)],
)
def test_lines_that_count_on_below_blank_rows_are_lines(below, lines):
    assert len(read(grid(HEAD + below)).orders[0].lines) == lines


def test_below_a_grand_total_none_goes_on():
    total = "|Grand total||31\n.\n.\n'003|B-1|4|6"
    reading = read(grid(HEAD.removesuffix(".\n.\n.\n") + total))
    assert len(reading.orders[0].lines) == 2


def test_a_second_line_behind_a_gap_fills_what_the_first_one_does():
    drawing = "Sl no|PO no|Item|Qty|Rate\n1|P-75|Rope|20|81\n.\n.\n2|P-76|Hook|25|65\n.\n.\n3|P-77|Peg|1|9"
    (asked,) = [one for one in read(grid(drawing)).issues if one.open]
    assert asked.code == "MULTI_ORDER_DETECTED"
    other = drawing.replace("2|P-76|Hook|25|65", "2||Hook|25|65")
    assert "LINES_BELOW_TABLE" in [one.code for one in read(grid(other)).issues if one.open]


def test_lines_below_the_header_said_again_go_on_with_what_a_line_must_say():
    """Naive: a line without a code is none, for all lines above have one."""
    drawing = "Part|Model|Qty|Price\nRope|R-1|5|2\nHook|H-1|3|4\n.\n.\n"
    more = "2026-05-01\nPart|Model|Qty|Price\nPeg||7|1\nSail|S-2|1|9"
    reading = read(grid(drawing + more))
    assert [one.product_name for one in reading.orders[0].lines] == ["Rope", "Hook", "Peg", "Sail"]
    (told,) = [one for one in reading.issues if one.code == "LINES_BELOW_TABLE"]
    assert (told.open, told.preselect) == (True, "line")
