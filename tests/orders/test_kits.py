"""What a line is made of is no line of its own, unless a person says so."""

import pytest
from grids import grid

from orders.reader import read

HEAD = "Customer:|Acme Ltd\nSKU|Description|Qty|Price\n"


def asked(drawing: str) -> list[str]:
    """The cells of the rows that a person is asked about."""
    issues = read(grid(drawing)).issues
    return [cell for one in issues if one.code == "TOTAL_ROW_UNCERTAIN" for cell in one.cells]


PARTS = (
    "|consisting of:||\n|Lamp|2|\n|Rope|4|",
    "|bestehend aus||\n|Lampe|2|\n|Seil|4|",
    "|- Lamp|2|\n|- Rope|4|",
    "L-1|• Lamp|2|\nR-1|• Rope|4|",
    "|Lamp|2|\n|Rope|4|",
)


@pytest.mark.parametrize("price", ["10.00", ""])
@pytest.mark.parametrize("parts", PARTS)
def test_parts_of_a_kit_are_asked_about(parts, price):
    """Naive: a kit was ordered, and beside it all that is in it."""
    assert len(asked(f"{HEAD}KIT-1|Starter kit|2|{price}\n{parts}\nA-9|Hook|3|1.00")) == 2


def test_components_without_a_price_under_a_line_that_has_one_are_asked_about():
    parts = "L-1|Lamp (component)|2|\nR-1|Rope (component)|4|"
    assert len(asked(f"{HEAD}KIT-1|Starter kit|2|10\n{parts}\nA-9|Hook|3|1.00")) == 2


@pytest.mark.parametrize(
    "lines",
    [
        "A-1|Lamp incl. bulb|5|\n|Rope|2|\nA-3|Hook|3|",
        "A-1|- Lamp|5|1\nA-2|- Rope|2|1",
        "A-1|Lamp|5|2.00\nA-2|Rope (incl. hook)|2|3.00",
    ],
)
def test_lines_that_only_look_alike_are_lines(lines):
    assert asked(HEAD + lines) == []


def test_a_row_that_is_numbered_as_the_line_above_it_is_a_line():
    lines = "1|A-1|Lamp|5|2.00\n2||Rope|2|\n3|A-3|Hook|3|1.00"
    assert asked(f"Customer:|Acme Ltd\nNo|SKU|Description|Qty|Price\n{lines}") == []
    assert asked(f"Customer:|Acme Ltd\nNo|SKU|Description|Qty|Price\n{lines.replace('2||', '||')}")


def test_where_codes_and_prices_are_often_missing_a_bare_line_is_no_part():
    """Naive: screws without a code or price were what the line above was made of."""
    rows = "Rail|1|R-1|17.16\nSwitch|2||2.99\nScrew M3|16||\nNut M3|16||\nBase plate|1|B-7|\nCover|1|B-8|\nMotor|1||9.99"
    (order,) = read(grid(f"Customer:|Acme\n.\nComponent|Units|Reference|Cost\n{rows}")).orders
    assert len(order.lines) == 7
