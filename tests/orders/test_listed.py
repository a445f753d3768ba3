"""The headings of a list on another sheet name nobody, whatever words they are."""

from grids import grid, sheet

from orders.reader import read
from orders.sheet import Workbook

LINES = "SKU|Description|Qty\nA-1|Rope|4\nB-2|Hook|2"


def customer_of(other: str) -> str | None:
    book = Workbook("xlsx", (sheet(LINES, "Order"), sheet(other, "Notes")))
    return read(book).orders[0].customer


def test_headings_over_several_rows_are_no_labels():
    assert (
        customer_of("Pin|Name|Side|Use\n1|SCL|Left|Clock\n2|VDD|Left|Power\n3|NC|Right|None")
        is None
    )


def test_labels_beside_their_values_stay_labels():
    assert customer_of("Customer|Brook Mills\nTerms|Net\nRoute|North") == "Brook Mills"
    assert (
        customer_of("Customer:|Brook Mills|Contact:|Ann\nTown:|Leeds|Route:|North\nA|B|C|D")
        == "Brook Mills"
    )


def test_headings_of_a_table_below_name_no_customer():
    below = "TOTAL|||30\n.\nOther work\nQuantity|Name|Cost\n12|Painting|50"
    order = read(grid(f"Qty|Description|Code|Cost\n2|Rope|A-1|10\n1|Hook|A-2|20\n{below}")).orders[
        0
    ]
    assert order.customer is None


def test_a_label_below_a_label_is_no_customer():
    drawing = "Customer Name|\nVessel Name|\nIMO Number|\n.\nSKU|Name|Qty\nA-1|Rope|4\nA-2|Hook|2"
    assert read(grid(drawing)).orders[0].customer is None
