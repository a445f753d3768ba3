"""Questions that a plain yes answers."""

from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result


def test_t30_barcodes_that_lost_digits_are_asked_once_where_items_have_other_names():
    rows = "\n".join(f"A-{n}|4,0063{n}E+12|Rope {n}|5" for n in range(1, 6))
    book = grid(f"Customer:|Acme\nSKU|EAN|Description|Qty\n{rows}")
    (asked,) = (one for one in read(book).issues if one.open)
    assert (asked.code, len(asked.cells)) == ("GTIN_PRECISION_LOST", 5)
    told = read(book, fixes=[Fix(FixKind.ACCEPT, asked.issue_id, "yes")])
    assert told.result is Result.READY
    assert {one.gtin for one in told.orders[0].lines} == {None}


def test_t30_barcodes_that_alone_name_their_items_are_asked_one_by_one():
    rows = "\n".join(f"4,0063{n}E+12|5" for n in range(1, 6))
    reading = read(grid(f"Customer:|Acme\nEAN|Qty\n{rows}"))
    assert [one.code for one in reading.issues if one.open].count("GTIN_PRECISION_LOST") == 5


def test_sums_that_show_errors_want_one_yes_where_quantity_and_price_tell_them():
    """Naive: one question for each line."""
    drawing = (
        "Customer:|Acme\n.\nSKU|Product|Quantity|Unit price|Total\nA-1|Rope|8|15|#VALUE!\n"
        "A-2|Hook|30|2|#VALUE!\nA-3|Peg|2|1.5|3"
    )
    (asked,) = (one for one in read(grid(drawing)).issues if one.open)
    assert (asked.code, asked.target, len(asked.cells)) == ("ERROR_CELL", "accept", 2)
    alone = read(grid(drawing.replace("|15|", "||")))
    assert "cell:Sheet1!E4" in [one.target for one in alone.issues if one.open]
