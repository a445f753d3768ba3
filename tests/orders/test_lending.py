"""A style on the first of its size rows counts for the rows below."""

from grids import grid

from orders.reader import read
from orders.reading import Result

HEAD = "Customer:|Acme\nStyle|Colour|Size|Qty\n"


def skus(drawing: str) -> list[str | None]:
    return [line.sku for line in read(grid(HEAD + drawing)).orders[0].lines]


def test_sizes_below_a_style_are_its_lines():
    drawing = "S-1|red|S|2\n||M|3\nS-2|blue|S|1\n||M|4"
    reading = read(grid(HEAD + drawing))
    assert reading.result is Result.READY
    assert skus(drawing) == ["S-1", "S-1", "S-2", "S-2"]
    assert reading.orders[0].lines[1].colour == "red"
    assert reading.orders[0].lines[1].evidence["sku"].merged_master == "A3"
    assert "MERGED_BODY_CELLS" in {one.code for one in reading.issues}


def test_the_same_size_again_or_a_gap_is_asked():
    for drawing in ("S-1|red|S|2\n||S|3", "S-1|red|S|2\n.\n||M|3"):
        assert read(grid(HEAD + drawing)).result is Result.QUESTIONS
