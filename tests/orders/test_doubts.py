"""Which columns are worth a question."""

from grids import grid

from orders.reader import read
from orders.reading import Result


def test_nobody_is_asked_which_of_two_empty_columns_is_meant():
    drawing = (
        "Customer:|Acme Ltd\nItem no|Name|Qty|PO|Order number\nA-1|Rope|4\nA-2|Hook|2\nA-3|Peg|5"
    )
    assert read(grid(drawing)).result is Result.READY
