"""Of two columns under one word, one names the item where the other plainly goes on or translates."""

import pytest
from grids import grid

from orders.order import Line
from orders.reader import read
from orders.reading import Reading, Result

HEAD = "Customer:|Acme Ltd\nDescription|Description|Qty\n"


def reading_of(rows: str) -> Reading:
    return read(grid(HEAD + rows))


@pytest.mark.parametrize(
    ("rows", "details"),
    [
        ("Steel rope|with two hooks|4\nBrass hook||2\nWall anchor|grey|1", "with two hooks"),
        ("Steel rope|طناب فولادی|4\nBrass hook|قلاب برنجی|2\nWall anchor|رول پلاک|1", None),
    ],
    ids=["more of some items", "the same in another script"],
)
def test_a_continuation_or_a_translation_is_no_question(rows, details):
    reading = reading_of(rows)
    assert reading.result is Result.READY
    lines: tuple[Line, ...] = reading.orders[0].lines
    assert [one.product_name for one in lines] == ["Steel rope", "Brass hook", "Wall anchor"]
    assert lines[0].details == details


def test_two_full_columns_of_one_script_stay_a_question():
    reading = reading_of("Steel rope|Nordic line|4\nBrass hook|Harbour line|2\nAnchor|Sea line|1")
    assert [one.code for one in reading.issues if one.open] == ["AMBIGUOUS_COLUMN"]


def test_what_stands_on_few_rows_is_no_name_beside_a_full_column_of_words():
    rows = "\n".join(
        f"{key}|Mattress {key}|1|{'TBC' if key == 87 else ''}" for key in range(85, 93)
    )
    reading = read(grid(f"Customer:|Acme Ltd\nid|Item|Qty|Description\n{rows}"))
    assert reading.result is Result.READY
    assert reading.orders[0].columns == {"product_name": "B", "quantity": "C"}
    assert reading.orders[0].lines[2].full_name == "Mattress 87 · TBC"


@pytest.mark.parametrize(
    ("header", "first", "second"),
    [
        ("Part Number|Manufacturer Part Number", "1910-ND", "RPI-029"),
        ("Item No.|Model", "0231KSW", "UPS-200K"),
        ("P/N|Ref", "1572-ND", "R1 R2"),
        ("Code commande|Référence fabricant", "068-3317", "1N914"),
    ],
)
def test_the_sellers_own_code_is_the_item_s(header, first, second):
    rows = f"{first}|{second}|Rope|4\n9-{first}|{second}4|Hook|2"
    reading = read(grid(f"Customer:|Acme Ltd\n{header}|Description|Qty\n{rows}"))
    assert reading.result is Result.READY
    assert [one.sku for one in reading.orders[0].lines] == [first, f"9-{first}"]


def test_a_makers_number_where_the_seller_has_none_stays_a_question():
    rows = "K-1|RPI-029|Rope|4\n|RPI-030|Hook|2\nK-3|RPI-031|Net|1"
    reading = read(grid(f"Customer:|Acme Ltd\nPart No|MPN|Description|Qty\n{rows}"))
    assert "column:sku" in [one.target for one in reading.issues if one.open]


def test_of_a_code_and_a_name_of_one_colour_the_name_is_read():
    rows = "A-1|'100|Rope|White|4\nA-2|'001|Hook|Black|2"
    reading = read(grid(f"Customer:|Acme Ltd\nSKU|Colour|Item|Colour|Qty\n{rows}"))
    assert reading.result is Result.READY
    assert [one.colour for one in reading.orders[0].lines] == ["White", "Black"]


def test_of_a_rate_and_an_amount_of_one_tax_the_rate_is_read():
    rows = "\n".join(f"A-{n}|Rope {n}|{n}|10|18|{n * 1.8:.2f}|{n * 11.8:.2f}" for n in range(2, 7))
    head = "Customer:|Acme Ltd\nSKU|Item|Qty|Price|GST%|GST|Total\n"
    reading = read(grid(head + rows))
    assert reading.result is Result.READY
    assert {one.tax for one in reading.orders[0].lines} == {18}


@pytest.mark.parametrize(
    ("header", "letter"),
    [("Qty|Order Qty", "C"), ("Ordered qty|Qty", "B"), ("Menge|Bestellte Menge", "C")],
)
def test_what_is_ordered_counts_beside_a_mere_quantity(header, letter):
    reading = read(grid(f"Customer:|Acme Ltd\nSKU|{header}|Price\nA-1|10|50|2\nA-2|3|25|4"))
    assert reading.result is Result.READY
    assert reading.orders[0].columns["quantity"] == letter


def test_a_total_that_proves_the_other_quantity_keeps_the_question():
    drawing = "Customer:|Acme Ltd\nSKU|Qty|Order Qty|Price|Total\nA-1|10|50|2|20\nA-2|3|25|4|12"
    assert read(grid(drawing)).result is not Result.READY or (
        read(grid(drawing)).orders[0].columns["quantity"] == "B"
    )


@pytest.mark.parametrize("header", ["Reelco#|MPN", "Reelco No|Mfr. No", "Reelco Number|Manu. #"])
def test_the_seller_s_own_number_is_found_beside_the_maker_s(header):
    rows = "C12074|HR911105A|Jack|2\nC23370|2.54-1*40P|Pin|5\nC51397|HS13L01|Screen|1"
    reading = read(grid(f"Customer:|Acme Ltd\n{header}|Description|Qty\n{rows}"))
    assert reading.result is Result.READY
    assert reading.orders[0].columns["sku"] == "A"


def test_reasons_beside_links_that_say_the_names_are_asked():
    rows = "1|5|Gas sensor|We need it to smell\n2|3|Small fan|It turns the air\n4|1|https://a.test/x|Holds the food"
    reading = read(grid(f"Customer:|Acme Ltd\nQuantity|Price|Link|Why we want it\n{rows}"))
    assert [one.fields for one in reading.issues if one.open] == [("product_name",)]


@pytest.mark.parametrize(
    "header",
    [
        "Product name|Description", "Part Name|Part Description", "Bezeichnung|Beschreibung", "商品名称|描述",
        "Nombre del producto|Descripción", "Наименование|Описание",
    ],
)  # fmt: skip
def test_a_name_names_the_item_and_a_description_tells_more(header):
    rows = (
        "Piezo sounder|Makes high beeps|4\nSteel hook|Holds the rope|2\nRing clip|Closes the bag|2"
    )
    reading = read(grid(f"Customer:|Acme Ltd\n{header}|Qty\n{rows}"))
    assert reading.result is Result.READY
    line = reading.orders[0].lines[0]
    assert (line.product_name, line.details) == ("Piezo sounder", "Makes high beeps")


PARTS = "4|100nF|C1, C2|Capacitor|A-1\n2|10k|R1|Resistor|A-2\n1|220|R2|Resistor|A-3\n"


@pytest.mark.parametrize(
    "header", ["Qty|Value|Parts|Description|Order code", "Qty|Value|Ref|Name|SKU"]
)
def test_places_on_a_board_are_no_codes_and_the_value_beside_them_no_money(header):
    reading = read(grid(f"Customer:|Acme Ltd\n{header}\n{PARTS}"))
    assert reading.result is Result.READY
    lines = reading.orders[0].lines
    assert [(one.sku, one.details, one.line_total) for one in lines] == [
        ("A-1", "100nF", None), ("A-2", "10k", None), ("A-3", "220", None),
    ]  # fmt: skip


def test_places_on_a_board_are_not_asked_about_where_no_code_is():
    reading = read(grid(f"Customer:|Acme Ltd\nQty|Value|Parts|Description|Box\n{PARTS}"))
    assert all("C" not in one.preselect for one in reading.issues if one.open)


@pytest.mark.parametrize(
    "header", ["Qty needed|Qty to order", "Needed|Order", "Required|Ordered qty", "Bedarf|Bestellt"]
)
def test_what_is_ordered_counts_beside_what_is_needed(header):
    drawing = f"Customer:|Acme Ltd\nSKU|{header}|Price\nA-1|2|3|2.50\nA-2|8|10|1.20\nA-3|3|3|7.10"
    reading = read(grid(drawing))
    assert reading.result is Result.READY
    assert [one.quantity for one in reading.orders[0].lines] == [3, 10, 3]


def test_a_maker_s_number_is_the_code_beside_places_on_a_board():
    rows = "C1, C11|100nF|4|GRM-1871|0.10\nC2, C12|10uF|2|GRM-2106|0.20\nC3|1uF|1|GRM-3188|0.30"
    order = read(grid(f"Customer:|Acme Ltd\nReference|Value|Qty|MPN|Price\n{rows}")).orders[0]
    assert [one.sku for one in order.lines] == ["GRM-1871", "GRM-2106", "GRM-3188"]


def test_what_is_to_buy_counts_beside_what_is_needed_and_there():
    drawing = "Customer:|Acme Ltd\nItem|Have|Need|Buy|Price\nRope|1|3|2|2.50\nHook|2|9|7|1.20"
    assert [one.quantity for one in read(grid(drawing)).orders[0].lines] == [2, 7]


def test_a_specification_beside_a_description_tells_more_of_some_items():
    table = "Customer:|Acme Ltd\nItem code|Description|Specification|Quantity|Rate\n"
    (order,) = read(grid(table + "A-1|Steel door|GALVA|2|3.50\nA-2|Steel frame||1|4.50")).orders
    assert [line.product_name for line in order.lines] == ["Steel door", "Steel frame"]


@pytest.mark.parametrize("header", ["Material|Product|Qty", "SKU|Description|Qty|Description"])
def test_the_name_beside_a_code_is_not_left_out_for_a_rival(header):
    """Naive: an order without names, because `Material` or a second `Description` may be the name."""
    rows = "CLT 9965/7|Steel rope|5|Garden\nCLT 5050/2|Brass hook|7|Garden"
    order = read(grid(f"Customer:|Acme\n{header}\n{rows}")).orders[0]
    assert [one.product_name for one in order.lines] == ["Steel rope", "Brass hook"]


def test_a_specification_in_chinese_tells_more_of_the_named_item():
    """Naive: which of 品名 and 规格 is the product was asked."""
    drawing = (
        "Customer:|Alder Works AB\n.\n品名|规格|单位|数量|采购单价/件|价格\n"
        "凤椒|A|斤|1180|34.41|40603.8\n白芷|B|件|4|990|3960\n小茴香|C|件|8|590|4720"
    )
    reading = read(grid(drawing))
    assert not [one for one in reading.issues if one.open]
    assert [one.product_name for one in reading.orders[0].lines] == ["凤椒", "白芷", "小茴香"]


def test_details_beside_a_component_name_no_item():
    """Naive: what the details said was the item, and the line without any was lost."""
    drawing = (
        "Customer:|Alder Works AB\n.\nCOMPONENT|QUANTITY|DETAILS|Price|Subtotal\nController board|1|||\n"
        "Gear motor|3|Needs a dual shaft|40.25|120.75\nEncoder|2|pair of them|13.65|27.3\n"
        "Bracket|2||8.5|17\nCables|3|40cm, to the motors|5.15|15.45"
    )
    lines = read(grid(drawing)).orders[0].lines
    assert [one.product_name for one in lines] == [
        "Controller board", "Gear motor", "Encoder", "Bracket", "Cables",
    ]  # fmt: skip
    assert lines[1].details == "Needs a dual shaft"


def test_a_specification_that_looks_like_a_code_is_none():
    """Naive: `50斤` was the item's code."""
    drawing = (
        "Customer:|Alder Works AB\n.\n货品名称|规格|单位|数量|单价|金额\n辣椒王|50斤|件|4|990|3960\n"
        "麻椒||件|8|590|4720\n辣椒王|50斤|件|2|990|1980\n丁香|20斤|件|2|100|200"
    )
    lines = read(grid(drawing)).orders[0].lines
    assert [(one.sku, one.product_name, one.details) for one in lines][:2] == [
        (None, "辣椒王", "50斤"), (None, "麻椒", None),
    ]  # fmt: skip


def test_codes_with_a_dash_are_no_places_on_a_board():
    drawing = (
        "Customer:|Acme\n.\nItem|Description|Quantity\nAB1-20|Rope|3\nAB1-21|Hook|4\nM20-876|Peg|5"
    )
    assert [one.sku for one in read(grid(drawing)).orders[0].lines] == [
        "AB1-20",
        "AB1-21",
        "M20-876",
    ]


def test_another_shops_number_on_few_lines_is_no_code():
    """Naive: `Mouser part number` looks more like a code than `TDA 7266`, and is the code."""
    rows = [f"Part {n}|{n}|TDA 726{n} AB|{'M-77' if n == 3 else ''}" for n in range(1, 9)]
    head = "Description|Count|north.example part number|south.example part number\n"
    (order,) = read(grid("Customer:|Acme\n.\n" + head + "\n".join(rows))).orders
    assert order.lines[0].sku == "TDA 7261 AB"


def test_the_address_of_a_page_is_no_code():
    rows = "Rail|https://shop.example/4885079|1\nHook|K-12|2\nPeg|K-13|3"
    (order,) = read(grid(f"Customer:|Acme\n.\nItem|Reference|Qty\n{rows}")).orders
    assert [one.sku for one in order.lines] == [None, "K-12", "K-13"]
