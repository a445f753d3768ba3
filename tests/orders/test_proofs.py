"""Of columns under one name, those that the lines' arithmetic proves."""

import pytest
from grids import grid

from orders.reader import read


@pytest.mark.parametrize(
    ("lines", "columns"),
    [
        ("1|Rope|5|47,861.76|239,308.80", ("D", "E")),
        ("1|Rope|2|130.50|261.00\n2|Hook|3|10.10|30.30", ("D", "E")),
        ("1|Rope|1|19183.50|19183.50", ("D", "E")),
    ],
)
def test_a_rate_times_the_quantity_is_the_other_rate_and_that_one_the_total(lines, columns):
    order = read(grid("No|Description|Quantity|Basic rate|Taxable rate\n" + lines)).orders[0]
    assert (order.columns["unit_price"], order.columns["line_total"]) == columns


def test_two_rates_that_nothing_binds_are_asked():
    lines = "1|Rope|5|47.00|50.00\n2|Hook|2|10.00|12.00"
    reading = read(grid("No|Description|Quantity|Basic rate|Taxable rate\n" + lines))
    assert any(one.code == "AMBIGUOUS_COLUMN" and one.open for one in reading.issues)


def test_three_columns_of_many_are_proven_together():
    header = "Requested\\nLine|Item #|Description|QTY|Unit\\nPrice|Extended\\nPrice\n"
    order = read(grid(header + "4|B4840A|Block pallets|130|4.54|590.20")).orders[0]
    told = (order.columns["quantity"], order.columns["unit_price"], order.columns["line_total"])
    assert told == ("D", "E", "F")


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("Code|Item|Cost|Total kits|Total R$", ("D", "C", "E")),
        ("Code|Item|Proposal|Shop 01|Cost ttl", ("D", "C", "E")),
        ("Code|Item|Price|Total|Total", ("D", "C", "E")),
    ],
    ids=["by the price alone", "by the total alone", "two totals"],
)
def test_sums_tell_what_headings_do_not(header, told):
    rows = "A-1|Rope|2.50|4|10.00\nA-2|Hook|1.20|5|6.00\nA-3|Net|8.75|6|52.50"
    reading = read(grid(f"Customer:|Acme Ltd\n{header}\n{rows}"))
    columns = reading.orders[0].columns
    assert (columns["quantity"], columns["unit_price"], columns["line_total"]) == told
    assert not [one for one in reading.issues if one.open]


def test_a_mark_up_times_the_cost_orders_nothing():
    rows = "A-1|Rope|2.50|2|5.00\nA-2|Hook|1.20|3|3.60\nA-3|Net|8.75|2|17.50"
    reading = read(grid(f"Customer:|Acme Ltd\nCode|Item|Cost|Mark up|Shelf\n{rows}"))
    assert "quantity" not in reading.orders[0].columns


def test_a_list_beside_that_counts_too_does_not_hide_what_is_proven():
    rows = "Rope|5|2.50|12.50|.|Hall|26|26\nHook|2|7.25|14.50|.|Loft|24|72\n||||.|Attic|22|44"
    head = "Customer:|Acme Ltd\n.\nItem|Pieces|Price per piece|Price|.|Floor|Number|Total"
    order = read(grid(f"{head}\n{rows}".replace("|.|", "|||"))).orders[0]
    served = {name: order.columns[name] for name in ("quantity", "unit_price", "line_total")}
    assert served == {"quantity": "B", "unit_price": "C", "line_total": "D"}


def test_a_discount_in_per_cent_takes_part_in_the_proof_of_the_quantity():
    """Naive: `Aant` is asked for, though its product with price and discount is every total."""
    rows = "Rope|10|2.5|20|20\nHook|3|1.5|10|4.05\nOil|7|4|0|28"
    reading = read(grid(f"Customer:|Acme\nItem|Xq|Price|Discount %|Total\n{rows}"))
    assert reading.orders[0].columns["quantity"] == "B"


def test_a_bare_price_beside_that_of_a_piece_is_what_most_lines_come_to():
    """Naive: which of the two is the price was asked."""
    drawing = (
        "Customer:|Alder Works AB\n.\n品名|单位|数量|采购单价/件|价格\n凤椒|斤|1180|34.41|40603.8\n"
        "白芷|件|4|990|3960\n小茴香|件|8|590|4720\n辣椒面|件|32|232.5|7565.55"
    )
    reading = read(grid(drawing))
    assert [one.code for one in reading.issues if one.open] == ["ARITHMETIC_MISMATCH"]
    assert [reading.orders[0].columns[name] for name in ("unit_price", "line_total")] == ["D", "E"]
    few = read(grid(drawing.replace("40603.8", "41").replace("3960", "99")))
    assert [one.target for one in few.issues if one.open] == ["column:unit_price"]
