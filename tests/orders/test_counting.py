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
