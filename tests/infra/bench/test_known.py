"""The bench of known templates measures what it says: no vote is cast."""

from rich.console import Console

from infra.bench.known import confirmed, fifty_lines, run_known_bench
from orders.hints import Hints
from orders.reading import Result
from orders.remembering import read_remembering


def test_the_benchs_order_is_read_whole_by_its_template():
    workbook = fifty_lines()
    reading = read_remembering(workbook, [confirmed(workbook)], hints=Hints())
    assert reading.result is Result.READY
    assert len(reading.orders[0].lines) == 50
    assert {vote.member for vote in reading.votes} == {"memory"}


def test_it_prints_both_medians():
    console = Console(record=True, width=200, quiet=False)
    assert run_known_bench(console) == 0
    assert "votes cast 0" in console.export_text()
