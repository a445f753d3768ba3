"""Sums and counts that a paper states beside its lines."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

LINES = "Customer:|Acme Ltd\nSKU|Description|Qty\nA-1|Rope|5\nA-2|Hook|7\n"


@pytest.mark.parametrize(
    ("below", "result"),
    [
        ("Total quantity||12", Result.READY),
        ("Total quantity||17", Result.QUESTIONS),
        (".\n.\nTotal quantity|17", Result.QUESTIONS),
        (".\n.\nTotal items|2", Result.READY),
        ("||17", Result.QUESTIONS),
    ],
)
def test_a_count_of_all_pieces_that_the_lines_do_not_come_to_is_asked(below, result):
    assert read(grid(LINES + below)).result is result


def test_the_last_of_two_counts_may_be_that_of_its_block():
    drawing = f"{LINES}Total quantity||12\nA-3|Eye|4\nTotal quantity||4"
    assert read(grid(drawing)).result is Result.READY


def test_a_total_over_its_column_is_no_count_beside_its_word():
    drawing = "Customer:|Acme Ltd\n|Totals|12||26\nSKU|Description|Qty|Price|Amount\nA-1|Rope|5|1|5\nA-2|Hook|7|3|21"
    reading = read(grid(drawing))
    assert (reading.result, reading.orders[0].total) == (Result.READY, 26)
