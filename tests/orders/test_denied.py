"""What a heading says is not taken where the values, or a word beside it, say otherwise."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

NAMED = "Customer:|Acme Ltd\n"


@pytest.mark.parametrize("place", ["Location of the ship-to party", "Customer city"])
def test_a_town_is_no_customer(place):
    head = f"Material|Description|Qty|{place}|Name of the ship-to party"
    rows = "A-1|Rope|4|Harburg|Brook Mills Ltd\nA-2|Hook|2|Harburg|Brook Mills Ltd"
    reading = read(grid(f"{head}\n{rows}"))
    assert reading.orders[0].customer == "Brook Mills Ltd"


@pytest.mark.parametrize("carriage", ["Shipping price", "Shipping price (to the depot)", "Freight"])
def test_what_the_way_costs_is_no_price_of_an_item(carriage):
    drawing = f"{NAMED}Item|Qty|Price|{carriage}\nSteel rope|4|2.50|1.67\nBrass hook|2|1.25|0.48"
    reading = read(grid(drawing))
    assert reading.result is Result.READY
    assert [f"{line.unit_price:f}" for line in reading.orders[0].lines] == ["2.5", "1.25"]


def test_a_moment_of_the_day_is_no_day_of_delivery():
    rows = "2031-07-10 12:15:04|Rope|4\n2031-07-10 12:16:17|Hook|2"
    reading = read(grid(f"{NAMED}Date|Item|Qty\n{rows}"))
    assert reading.result is Result.READY
    assert not any(line.delivery_date for line in reading.orders[0].lines)
    dated = read(grid(f"{NAMED}Date|Item|Qty\n2031-07-10|Rope|4\n2031-07-11|Hook|2"))
    assert [one.fields for one in dated.issues if one.open] == [("delivery_date",)]


def columns_of(drawing: str) -> tuple[dict[str, str], list[str]]:
    reading = read(grid(drawing))
    return dict(reading.orders[0].columns), [one.target for one in reading.issues if one.open]


def test_number_over_small_counts_is_the_quantity_where_sums_say_so_and_asked_elsewhere():
    rows = "Rope|2|2.50|5.00\nHook|8|1.20|9.60\nSail|3|7.10|21.30"
    columns, asked = columns_of(f"{NAMED}Item|Number|Price|Total\n{rows}")
    assert (columns["quantity"], asked) == ("B", [])
    bare = "\n".join(row.rpartition("|")[0] for row in rows.splitlines())
    assert columns_of(f"{NAMED}Item|Number|Price\n{bare}")[1] == ["column:quantity"]
    coded = bare.replace("|2|", "|1402|").replace("|8|", "|1408|").replace("|3|", "|1403|")
    assert (
        columns_of(f"{NAMED}Item|Number|Price|Qty\n{coded}".replace("0\n", "0|1\n") + "|4")[0][
            "sku"
        ]
        == "B"
    )


def test_what_is_bought_already_is_no_customer():
    columns, _ = columns_of("Item|Qty|Purchased\nRope|2|Y\nHook|3|Y")
    assert "customer" not in columns
