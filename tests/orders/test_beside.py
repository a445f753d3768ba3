"""What stands beside a table is another one, or goes on behind a spare column."""

import pytest
from grids import grid

from orders.reader import read

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


def test_headings_that_begin_over_again_part_two_tables_without_a_gap():
    """Naive: which of two columns is the code, and which of two the quantity."""
    drawing = "Customer:|Acme Ltd\nProduct|Qty|Product|Qty\nA-1|10|B-1|4\nA-2|5|B-2|6"
    (asked,) = [one for one in read(grid(drawing)).issues if one.open]
    assert (asked.code, len(asked.candidates)) == ("MULTI_TABLE", 2)
