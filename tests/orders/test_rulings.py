"""Words that several fields claim, each decided by what stands in the cells."""

# ruff: noqa: ISC004 - a drawing may run over two lines.

from dataclasses import replace
from decimal import Decimal

import pytest
from grids import grid, sheet

from orders.amend import Amendments
from orders.doubts import column_doubts
from orders.hints import Hints
from orders.reader import read
from orders.reading import FieldCount, Result
from orders.tables import find_tables
from orders.view import make_grid

CASES = [
    ("Document No.|PO-99\nCustomer|Acme Ltd\nNo.|Description|Quantity|Unit of Measure|Line Amount\n"
     "1000|Bike|5|PCS|1002.5\n1100|Wheel|3|PCS|150", {"sku": "A", "unit": "D", "quantity": "C"}),
    ("SKU|Name|Qty|List price|Net price\nA-1|Rope|5|10|8\nA-2|Lamp|3|20|18", {"unit_price": "E"}),
    ("SKU|Name|Qty|Price excl. VAT|Price incl. VAT\nA-1|Rope|5|10|12\nA-2|Lamp|3|21|24", {"unit_price": "D"}),
    ("Item|Código|Descripción|Cantidad\n1|'01|Cuerda|1\n2|'02|Gancho|2", {"sku": "B"}),
    ("Qty|Per unit\\nWeight (pounds)|Per unit\\nCost|Name\n2|0.1|8.5|Rope\n4|0.2|2.5|Hook", {"unit_price": "C"}),
    ("Produit|Qtée|ref\nCorde|2|A-1\nCrochet|3|B-2", {"quantity": "B", "sku": "C"}),
    ("名称|包装数|账面数|订货\n绳子|40|7|12\n钩子|24|3|30", {"quantity": "D"}),
    ("Name|Required number|Price/Unit * number\nRope|5|0.5\nHook|4|2", {"line_total": "C", "unit_price": None}),
    ("SKU|Qty|Rate\nA-1|5|2.5\nA-2|6|3.5", {"unit_price": "C"}),
    ("Item|Description|Qty\nA-1|Rope|5\nA-2|Lamp|6", {"sku": "A", "product_name": "B"}),
    ("Item|Qty\nRope|5\nLamp|6", {"product_name": "A"}),
    ("نام کالا|توضیحات|تعداد\nکوله|سبز|۵\nچراغ||۶", {"product_name": "A", "notes": "B"}),
    ("SKU|Name|Min order|Qty\nA-1|Rope|6|12\nA-2|Lamp|min 4 boxes|8", {"quantity": "D"}),
    ("SKU|Qty|Price|Disc|Total\nA|10|10|10%|90\nB|5|10|20%|40", {"discount": "D", "line_total": "E"}),
    ("SKU|Description|Cartons|Pcs per carton|Total pcs|Price|Amount\nA-1|Rope|5|12|60|2.5|150\n"
     "A-2|Hook|3|10|30|1.5|45", {"quantity": "E", "pack_size": "D", "line_total": "G"}),
    ("SKU|Description|Boxes|Pcs/box|Total pcs|Price\nA-1|Rope|5|12|60|2.5\nA-2|Hook|3|10|30|1.5",
     {"quantity": "E", "pack_size": "D", "unit_price": "F", "line_total": None}),
    ("SKU|Description|Qty|Price|VAT %|VAT|Gross\nA-1|Rope|5|2|20%|2|12\nA-2|Hook|3|10|20%|6|36",
     {"size": None, "tax": "E", "line_total": "G"}),
    ("Artikel|Bezeichnung|Kartons|Stück/Karton|Menge\nA-1|Seil|5|12|60\nA-2|Haken|3|10|30",
     {"quantity": "E", "pack_size": "D"}),
    ("PO Number|Line|Item|Item Description|Qty Ordered|Unit Cost|Extended Cost\n77|1|A-1|Rope|5|2.5|12.5\n"
     "77|2|A-2|Lamp|6|3|18", {"po_number": "A", "sku": "C", "product_name": "D", "unit_price": "F"}),
    ("|||Price||\nCode|Product|Qty|Unit|Total\nA-1|Rope|5|2.5|12.5\nA-2|Hook|3|1.5|4.5", {"unit_price": "D"}),
]  # fmt: skip


@pytest.mark.parametrize(("drawing", "columns"), CASES)
def test_shared_words_go_where_the_values_say(drawing, columns):
    found = read(grid(f"Customer:|Acme Ltd\n{drawing}")).orders[0].columns
    assert {name: found.get(name) for name in columns} == columns


@pytest.mark.parametrize(
    ("drawing", "field"),
    [
        (
            "Supplier P/N 1|Supplier P/N 2|Description|Qty\nAA-1|BB-1|Rope|5\nAA-2|BB-2|Lamp|7",
            "sku",
        ),
        ("SKU|Qty|Price USD|Price EUR\nA|5|2|1.8\nB|6|3|2.7", "unit_price"),
        ("SKU|Unit|Price\nA-1|5|2\nA-2|6|3", "quantity"),
        ("SKU|Name|Pieces wanted\nA-1|Rope|5\nA-2|Lamp|6", "quantity"),
        ("SKU|Name|Cartons|Pcs per carton\nA-1|Rope|5|12\nA-2|Lamp|6|10", "quantity"),
        ("Order|Qty|Price\n2 blue ropes of 10m|5|2.5\nlarge lamp|3|4", "product_name"),
    ],
)
def test_what_stays_open_is_asked_with_its_columns(drawing, field):
    reading = read(grid(f"Order\nCustomer:|Acme Ltd\n{drawing}"))
    asked = next(one for one in reading.issues if one.target == f"column:{field}")
    assert asked.open
    assert asked.preselect in {one.value for one in asked.candidates}


@pytest.mark.parametrize(
    ("header", "values", "read_as"),
    [
        ("Заказ", ("5", "120"), True),
        ("Order", ("5", "120"), True),
        ("Order", ("88123", "88123"), False),
        ("Order", ("1", "2"), False),
    ],
)
def test_the_word_order_over_differing_numbers_is_the_quantity(header, values, read_as):
    first, second = values
    drawing = f"SKU|Name|{header}\nA-1|Rope|{first}\nA-2|Lamp|{second}"
    reading = read(grid(f"Customer:|Acme Ltd\n{drawing}"))
    assert (reading.orders[0].columns.get("quantity") == "C") is read_as


def test_a_book_number_of_ten_digits_is_a_code():
    table = "ISBN|Title|Qty\n0-306-40615-2|Book A|5\n0-19-852663-6|Book B|6"
    (order,) = read(grid(f"Customer:|Acme Ltd\n{table}")).orders
    assert (order.lines[0].sku, order.lines[0].gtin) == ("0-306-40615-2", None)


def test_a_total_with_tax_is_the_lines_total_where_no_other_is():
    table = "SKU|Qty|Price incl. VAT|Total incl. VAT\nA-1|10|6|60\nA-2|2|12|24"
    (order,) = read(grid(f"Customer:|Acme Ltd\n{table}")).orders
    assert [(one.unit_price, one.line_total) for one in order.lines] == [(6, 60), (12, 24)]


def test_cases_named_in_the_quantitys_header_are_its_unit():
    for header, unit in (("Qty (ctn)", "ctn"), ("Qty (pcs)", None)):
        (order,) = read(grid(f"Customer:|Acme Ltd\nSKU|Name|{header}\nA|Rope|5\nB|Lamp|6")).orders
        assert order.lines[0].unit == unit


def test_a_weight_is_no_amount_and_a_reference_per_line_no_order_number():
    table = "SKU|Qty|Net Wt|Your reference\nA-1|10|0.25|C-1\nA-2|2|1.5|C-2"
    (order,) = read(grid(f"Customer:|Acme Ltd\n{table}")).orders
    assert set(order.columns) == {"sku", "quantity"}


def test_a_column_that_counts_on_from_anywhere_is_no_quantity():
    rows = "\n".join(f"Name {place}|{place}" for place in (74, 75, 76, 77, 78, 79, 80, 43, 44, 45))
    reading = read(grid(f"Description|Roll / SL\n{rows}"))
    assert reading.result is Result.REFUSED or "quantity" not in reading.orders[0].columns


def test_long_numbers_under_the_word_order_are_not_counted():
    reading = read(
        grid("Customer:|Acme\nTask|Order\nInspect the door|100845411\nOil level|100845576")
    )
    assert reading.result is Result.REFUSED


def test_the_word_order_over_plain_names_names_the_items():
    reading = read(
        grid(
            "Customer:|Acme Ltd\nOrder|Band|Qty|Price\nSteel band|7 mm|100|2.5\nBrass band|8 mm|60|4"
        )
    )
    assert reading.result is Result.READY
    assert [one.product_name for one in reading.orders[0].lines] == ["Steel band", "Brass band"]


def test_a_date_of_something_else_is_no_day_of_delivery():
    rows = "A-1|Rope|2|2026-05-04|2026-05-12\nA-2|Hook|4|2026-05-04|2026-05-19"
    reading = read(
        grid(f"Customer:|Acme Ltd\nSKU|Item|Qty|Approve Date|Expected Receipt Date\n{rows}")
    )
    days = [one.delivery_date for one in reading.orders[0].lines]
    assert days == ["2026-05-12", "2026-05-19"]


def test_a_column_that_holds_nothing_is_no_choice():
    """Naive: two headings of remarks are a question, although nothing stands under one of them."""
    rows = "A-1|Rope|2||Blue tape\nA-2|Hook|4||Red tape"
    view = make_grid(sheet(f"SKU|Name|Qty|Note|Remark\n{rows}"))
    (table,) = find_tables(view, Amendments(), Hints())
    half = Decimal("0.5")
    even = FieldCount("notes", "E", half, decided=False, shares={"D": half, "E": half})
    torn = replace(table, counts=(even,), mapping={**table.mapping, "notes": 5})
    assert [one.code for one in column_doubts(torn)] == ["LOW_CONFIDENCE"]


def test_numbers_of_parts_and_of_what_is_in_them_are_no_codes():
    head = "Customer:|Acme Ltd\nNo|Name|Qty|Price|Amount"
    rows = "1|Earth\n1.1|Gravel|5|2|10\n1.2|Sand|3|4|12\n2|Pipes\n2.1|Bend|7|1|7"
    order = read(grid(f"{head}\n{rows}")).orders[0]
    assert [(one.sku, one.product_name) for one in order.lines] == [
        (None, "Gravel"), (None, "Sand"), (None, "Bend"),
    ]  # fmt: skip
