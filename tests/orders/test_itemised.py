"""Items that texts write out, label by label, are read once a person confirms it."""

import pytest
from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result

HEAD = "Purchase order 7781\nCustomer: Acme Ltd\n"


def lines_of(drawing):
    """Name, quantity, price and total of every line, where a plain yes is all that is asked."""
    reading = read(grid(HEAD + drawing))
    asked = [one for one in reading.issues if one.open]
    assert [(one.code, one.target) for one in asked] == [("LAYOUT_TURNED", "accept")]
    told = read(grid(HEAD + drawing), fixes=(Fix(FixKind.ACCEPT, asked[0].issue_id, "yes"),))
    assert told.result is Result.READY
    lines = told.orders[0].lines
    return [(one.product_name, one.quantity, one.unit_price, one.line_total) for one in lines]


@pytest.mark.parametrize("between", [" - ", " • ", "; ", ", "])
def test_labelled_parts_of_a_text_are_the_values_of_one_item(between):
    texts = (("1. Rope", "Quantity: 2", "Price: 3.50"), ("2. Hook", "Quantity: 5", "Price: 1.20"))
    drawn = "\n".join(between.join(text) for text in texts)
    assert [told[:2] for told in lines_of(f"Items:\n{drawn}\nTotal: 13.00")] == [
        ("Rope", 2), ("Hook", 5),
    ]  # fmt: skip


def test_what_a_quantity_comes_to_is_the_lines_total():
    drawn = "Product: Rope - Price: 3.50 - Quantity: 2 = 7.00\nProduct: Hook - Price: 4 - Quantity: 3 = 12.00"
    told = lines_of(drawn)
    assert [(name, int(count), float(total)) for name, count, _, total in told] == [
        ("Rope", 2, 7.0), ("Hook", 3, 12.0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "drawn",
    [
        "Rope: 2 x $3.50 = $7.00\nHook: 3 x $4.00 = $12.00",
        "Rope - Quantity 2 x $3.50 = $7.00\nHook - Quantity 3 x $4.00 = $12.00",
        "Rope\nQuantity 2 x $3.50 = $7.00\nHook\nQuantity 3 x $4.00 = $12.00",
        "Rope: 2 x $3.50 =|$7.00\nHook: 3 x $4.00|=|$12.00",
    ],
)
def test_a_sum_written_out_is_a_line(drawn):
    told = lines_of(f"{drawn}\nTotal: $19.00")
    assert [(name, int(count), float(price), float(total)) for name, count, price, total in told] == [
        ("Rope", 2, 3.5, 7.0), ("Hook", 3, 4.0, 12.0),
    ]  # fmt: skip


def test_what_does_not_come_to_its_sum_is_no_line():
    reading = read(grid(f"{HEAD}Rope: 2 x 3.50 = 8.00\nHook: 3 x 4.00 = 12.50"))
    assert reading.result is Result.REFUSED


@pytest.mark.parametrize("drawn", ["{}: {}", "{}:|{}"])
def test_items_stand_below_each_other_label_by_label(drawn):
    items = (("Rope", 2, "3.50"), ("Hook", 5, "1.20"), ("Net", 1, "9.00"))
    rows = [
        drawn.format(label, value)
        for item in items
        for label, value in zip(("Item name", "Quantity", "Price"), item, strict=True)
    ]
    told = lines_of("\n".join([*rows, "Total order price: 22.00"]))
    assert [(name, int(count), f"{price:.2f}") for name, count, price, _ in told] == list(items)


def test_each_value_keeps_the_cell_of_its_text():
    reading = read(
        grid(HEAD + "Rope - Quantity: 2 - Price: 3.50\nHook - Quantity: 5 - Price: 1.20")
    )
    witness = reading.orders[0].lines[1].evidence["quantity"]
    assert witness.cell == "A4"


@pytest.mark.parametrize(
    "drawn",
    [
        "Item name: Rope\nQuantity: two\nItem name: Hook\nQuantity: 3",
        "Item name: Rope\nQuantity: 2\nItem name: Hook\nPrice: 3",
        "Rope - Price: 3.50\nHook - Price: 1.20",
    ],
)
def test_items_without_a_count_are_not_read_so(drawn):
    assert not any(one.code == "LAYOUT_TURNED" for one in read(grid(HEAD + drawn)).issues)


def test_whose_an_item_is_names_no_buyer():
    rows = "Material: Rope\nQuantity: 2\nAccount: Cost Center 41\nMaterial: Hook\nQuantity: 5\nAccount: Cost Center 41"
    assert read(grid("Purchase order 7781\n" + rows)).orders[0].customer is None


def test_the_one_item_of_an_order_that_is_labels_throughout():
    rows = "*Référence de la commande:|81\n.\n*Item name:|Rope\n*State:|paid\n*Quantity:|2\n*Total price:|9.00"
    reading = read(grid("Customer: Acme Ltd\n" + rows))
    assert [one.code for one in reading.issues if one.open] == ["LAYOUT_TURNED"]
    (line,) = reading.orders[0].lines
    assert (line.product_name, int(line.quantity), float(line.line_total)) == ("Rope", 2, 9.0)
    assert (line.sku, reading.orders[0].po_number) == (None, "81")
    rows = "Item name: Rope\nState: new\nQuantity: 2"
    assert not any(one.code == "LAYOUT_TURNED" for one in read(grid(rows)).issues)
