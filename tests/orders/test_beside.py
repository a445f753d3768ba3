"""What stands beside a table is another one, or goes on behind a spare column."""

import pytest
from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result

SPARE = "No.|SKU||Description|Qty\n1|A-1||Rope|5\n2|A-2||Hook|7"


@pytest.mark.parametrize(
    "drawing", [SPARE, SPARE.replace("No.", "Pack"), "SKU|EAN||Description|Qty\nA-1|||Rope|5"]
)
def test_a_spare_column_between_code_and_name_divides_no_table(drawing):
    lines = read(grid(f"Customer:|Acme\n{drawing}")).orders[0].lines
    assert [one.sku for one in lines] == ["A-1", "A-2"][: len(lines)]


def test_a_list_beside_the_order_that_names_its_own_items_is_no_part_of_it():
    rows = "A-1|5||Rope|2.50\nA-2|7||Hook|1.25\n|||Lamp|9.75\n|||Nail|0.10\n|||Oil|7.50"
    lines = read(grid(f"Customer:|Acme\nSKU|Qty||Description|Price\n{rows}")).orders[0].lines
    assert [(one.sku, one.product_name, one.unit_price) for one in lines] == [
        ("A-1", None, None), ("A-2", None, None),
    ]  # fmt: skip


CONTINUED = "Customer:|Acme Ltd\nItem|Price|Qty||Item|Price|Qty\nRope|1.2|3||Lamp|2.1|4\nHook|2.2|5||Oil|2.3|2\nSail|8|1"


def test_a_list_that_goes_on_beside_itself_is_one_and_is_confirmed():
    """Naive: one half of the order is offered, and the other left out."""
    book = grid(CONTINUED + "\n.\nThank you")
    reading = read(book)
    (asked,) = [one for one in reading.issues if one.open]
    assert (asked.code, asked.facts["kind"], asked.target) == ("LAYOUT_TURNED", "beside", "accept")
    lines = reading.orders[0].lines
    assert [(one.product_name, one.quantity, one.evidence["quantity"].cell) for one in lines] == [
        ("Rope", 3, "C3"), ("Hook", 5, "C4"), ("Sail", 1, "C5"), ("Lamp", 4, "G3"), ("Oil", 2, "G4"),
    ]  # fmt: skip
    assert read(book, fixes=[Fix(FixKind.ACCEPT, asked.issue_id, "yes")]).result is Result.READY


def test_a_total_below_the_last_part_is_of_all_lines():
    drawing = CONTINUED.replace("Price", "Total") + "\n||||Total|15.8"
    order = read(grid(drawing)).orders[0]
    assert (len(order.lines), str(order.total)) == (5, "15.8")


@pytest.mark.parametrize(
    "drawing",
    [
        CONTINUED.replace("Lamp", "Rope"),
        "Customer:|Acme Ltd|||Customer:|Bell Ltd\n" + CONTINUED.partition("\n")[2],
        "Delivery date:|2026-12-01|||Delivery date:|2026-12-08\n" + CONTINUED.partition("\n")[2],
    ],
)
def test_parts_with_the_same_item_or_a_head_of_their_own_are_asked_between(drawing):
    assert "MULTI_TABLE" in [one.code for one in read(grid(drawing)).issues if one.open]


def test_headings_that_begin_over_again_part_two_tables_without_a_gap():
    """Naive: which of two columns is the code, and which of two the quantity."""
    drawing = "Customer:|Acme Ltd\nProduct|Qty|Product|Qty\nA-1|10|A-1|4\nA-2|5|B-2|6"
    (asked,) = [one for one in read(grid(drawing)).issues if one.open]
    assert (asked.code, len(asked.candidates)) == ("MULTI_TABLE", 2)


def test_payments_beside_the_lines_lend_them_no_codes():
    """Naive: `Ref` of four payments is the code of the first four of six lines."""
    rows = [
        f"{name}|{count}" for count, name in enumerate(("Rope", "Hook", "Oil", "Peg", "Tent"), 2)
    ]
    paid = ["|4 May 2026|INV-1|40", "|5 May 2026|INV-2|10", "|6 May 2026|INV-3|7", "", ""]
    drawing = "\n".join(map("|".join, zip(rows, paid, strict=True)))
    order = read(grid(f"Customer:|Acme\nItem|Qty||Date|Ref|Paid\n{drawing}")).orders[0]
    assert {one.sku for one in order.lines} == {None}
