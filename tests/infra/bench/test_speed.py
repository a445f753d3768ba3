"""The speed of reading, as ratios; what they are is for the bench to say."""

import io

from rich.console import Console

from infra.bench.speed import measure, run_speed_bench


async def test_each_size_is_one_row_of_ratios():
    page = io.StringIO()
    assert await run_speed_bench(Console(file=page, width=120), sizes=(5,)) == 0
    assert page.getvalue().count("×") == 2


async def test_the_child_and_both_readers_are_timed():
    told = await measure(5)
    assert min(told.bare, told.opened, told.whole, told.peak) > 0
    assert told.whole > told.opened
