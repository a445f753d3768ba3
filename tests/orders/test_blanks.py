"""Lines without a quantity: asked where some of an order lack one, told where a list is long."""

from grids import grid

from orders.reader import read
from orders.reading import Reading, Result

HEAD = "Customer:|Acme Ltd\nSKU|Description|Qty|Price\n"


def listed(blanks: int, ordered: int = 2) -> Reading:
    rows = [
        f"A-{key}|Rope {key}|{3 if key <= ordered else ''}|2.50" for key in range(1, blanks + 3)
    ]
    return read(grid(HEAD + "\n".join(rows)))


def test_of_a_long_list_the_few_with_a_quantity_are_ordered_and_the_rest_is_told():
    reading = listed(250)
    assert reading.result is Result.READY
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-2"]
    (told,) = [one for one in reading.issues if one.code == "MISSING_QUANTITY"]
    assert (told.open, told.facts["count"]) == (False, "250")
    assert set(reading.orders[0].skipped_rows.values()) == {"no_quantity"}


def test_where_many_lines_have_one_the_others_are_asked_about():
    for reading in (listed(150), listed(250, ordered=20)):
        assert [one.code for one in reading.issues if one.open] == ["MISSING_QUANTITY"]


def test_a_line_that_comes_to_money_is_never_left_out_unasked():
    rows = [
        f"A-{key}|Rope {key}|{3 if key < 3 else ''}|5|{15 if key < 4 else ''}"
        for key in range(1, 260)
    ]
    drawing = "Customer:|Acme Ltd\nSKU|Description|Qty|Price|Total\n" + "\n".join(rows)
    assert "MISSING_QUANTITY" in {one.code for one in read(grid(drawing)).issues if one.open}
