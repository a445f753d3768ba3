"""Of two columns under one word, one names the item where the other plainly goes on or translates."""

import pytest
from grids import grid

from orders.order import Line
from orders.reader import read
from orders.reading import Reading, Result

HEAD = "Customer:|Acme Ltd\nDescription|Description|Qty\n"


def reading_of(rows: str) -> Reading:
    return read(grid(HEAD + rows))


@pytest.mark.parametrize(
    ("rows", "details"),
    [
        ("Steel rope|with two hooks|4\nBrass hook||2\nWall anchor|grey|1", "with two hooks"),
        ("Steel rope|طناب فولادی|4\nBrass hook|قلاب برنجی|2\nWall anchor|رول پلاک|1", None),
    ],
    ids=["more of some items", "the same in another script"],
)
def test_a_continuation_or_a_translation_is_no_question(rows, details):
    reading = reading_of(rows)
    assert reading.result is Result.READY
    lines: tuple[Line, ...] = reading.orders[0].lines
    assert [one.product_name for one in lines] == ["Steel rope", "Brass hook", "Wall anchor"]
    assert lines[0].details == details


def test_two_full_columns_of_one_script_stay_a_question():
    reading = reading_of("Steel rope|Nordic line|4\nBrass hook|Harbour line|2\nAnchor|Sea line|1")
    assert [one.code for one in reading.issues if one.open] == ["AMBIGUOUS_COLUMN"]


def test_what_stands_on_few_rows_is_no_name_beside_a_full_column_of_words():
    rows = "\n".join(
        f"{key}|Mattress {key}|1|{'TBC' if key == 87 else ''}" for key in range(85, 93)
    )
    reading = read(grid(f"Customer:|Acme Ltd\nid|Item|Qty|Description\n{rows}"))
    assert reading.result is Result.READY
    assert reading.orders[0].columns == {"product_name": "B", "quantity": "C"}
    assert reading.orders[0].lines[2].full_name == "Mattress 87 · TBC"
