"""Orders as systems print and export them: what each calls its columns, and what it leaves unsaid."""

from dataclasses import replace
from decimal import Decimal

import pytest
from grids import grid, sheet

from orders.reader import read
from orders.reading import Result
from orders.riding import asked
from orders.sheet import Workbook

ITEMS = (("A-1", "Mug", 24, "3.2"), ("A-2", "Saucer", 12, "1.1"), ("A-3", "Pot", 6, "14.5"))


def export(head: str, row: str, customer: str = "Customer:|Acme Ltd\n.\n"):
    """A list with these headings; `row` has {sku}, {name}, {count} and {price} in it."""
    rows = (row.format(sku=s, name=n, count=c, price=p) for s, n, c, p in ITEMS)
    return read(grid(customer + "\n".join([head, *rows])))


def test_a_bare_date_that_the_lines_of_an_order_share_is_the_orders():
    reading = export(
        "Document Number|Date|Item|Description|Quantity|Rate|Expected Receipt Date",
        "PO-42|11/20/2026|{sku}|{name}|{count}|{price}|12/05/2026",
    )
    order = reading.orders[0]
    assert (reading.result, order.order_date) == (Result.READY, "2026-11-20")
    # 20 November is written month first, so is the day of delivery.
    assert {line.delivery_date for line in order.lines} == {"2026-12-05"}


def test_a_reference_beside_the_order_number_is_no_second_one():
    reading = export(
        "PurchaseOrderNumber|Reference|InventoryItemCode|Description|Quantity|UnitAmount",
        "PO-42|Winter|{sku}|{name}|{count}|{price}",
    )
    assert (reading.result, reading.orders[0].po_number) == (Result.READY, "PO-42")


def test_a_markets_number_gives_way_to_the_sellers_own():
    reading = export(
        "PO|ASIN|Model Number|Title|Quantity Requested|Unit Cost",
        "7XKJ2LPQ|B0{count}AAA11|{sku}|{name}|{count}|{price}",
    )
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-2", "A-3"]


def test_what_is_taken_off_the_cart_is_taken_off_no_line():
    """Naive: each line of the export loses the whole discount of the order."""
    reading = export(
        "Order Number|Cart Discount Amount|Order Total Tax Amount|SKU|Item Name|Quantity|Item Cost",
        "1042|17.70|32.86|{sku}|{name}|{count}|{price}",
    )
    assert {(line.discount, line.tax) for line in reading.orders[0].lines} == {(None, None)}


def test_codes_in_brackets_before_every_name_are_the_items_codes():
    reading = export("Product|Quantity|Unit Price", "[{sku}] {name}|{count}|{price}")
    assert [(one.sku, one.product_name) for one in reading.orders[0].lines] == [
        ("A-1", "Mug"), ("A-2", "Saucer"), ("A-3", "Pot"),
    ]  # fmt: skip
    some = read(grid("Customer:|Acme Ltd\nProduct|Quantity\n[new] Mug|5\nSaucer|6"))
    assert [one.sku for one in some.orders[0].lines] == [None, None]


@pytest.mark.parametrize(("told", "percent"), [("10+5", "14.5"), ("10% + 5%", "14.5")])
def test_one_discount_after_the_other_is_read_where_the_total_proves_it(told, percent):
    head = "Cliente:|Acme S.r.l.\nCod. Art.|Descrizione|Q.tà|Prezzo Unit.|Sconto|Importo\n"
    reading = read(grid(f"{head}A-1|Tazza|24|3,20|{told}|65,66\nA-2|Teiera|6|14,50||87,00"))
    assert (reading.result, reading.orders[0].lines[0].discount) == (
        Result.READY,
        Decimal(percent),
    )


def test_a_discount_that_nothing_proves_is_asked():
    """Naive: `10+1` is no number, so the line has no discount, and nobody hears of it."""
    reading = read(grid("Customer:|Acme Ltd\nSKU|Qty|Price|Discount\nA-1|24|3.20|10+1\nA-2|6|2|"))
    (question,) = [one for one in reading.issues if one.open]
    assert (question.code, question.target) == ("INVALID_PRICE", "cell:Sheet1!D3")


@pytest.mark.parametrize(
    ("below", "total"), [("جمع||||177|17.7|194.7", Decimal("194.7")), ("جمع||||177|17.7|", None)]
)
def test_one_row_that_adds_up_nets_and_taxes_states_both(below, total):
    """Naive: the sum of the nets is the order's total, though their taxes stand beside it."""
    rows = (
        "A-1|Mug|24|3.2|76.8|7.68|84.48\nA-2|Cup|12|1.1|13.2|1.32|14.52\nA-3|Pot|6|14.5|87|8.7|95.7"
    )
    head = "Customer:|Acme Ltd\nSKU|Item|Qty|Price|Amount|Tax|جمع\n"
    order = read(grid(f"{head}{rows}\n{below}")).orders[0]
    assert (order.subtotal, order.tax, order.total) == (177, Decimal("17.7"), total)


@pytest.mark.parametrize(
    ("head", "customer"),
    [
        ("注文書\n白樺商事株式会社 御中\n.|.|株式会社ケルン", "株式会社ケルン"),
        ("발 주 서\n수신|자작나무상사\n발신|(주)케른", "(주)케른"),
    ],
)
def test_who_wrote_an_order_is_told_by_whom_it_addresses(head, customer):
    lines = "No|SKU|Item|Qty\n1|A-1|Mug|5\n2|A-2|Cup|6"
    reading = read(grid(f"{head}\n{lines}"))
    assert (reading.result, reading.orders[0].customer) == (Result.READY, customer)


def test_two_companies_beside_the_one_addressed_are_asked_about():
    head = "注文書\n白樺商事株式会社 御中\n.|.|株式会社ケルン\n.|.|楓商店株式会社"
    reading = read(grid(f"{head}\nNo|SKU|Item|Qty\n1|A-1|Mug|5\n2|A-2|Cup|6"))
    assert [one.code for one in reading.issues if one.open] == ["MISSING_CUSTOMER"]


def test_a_total_names_its_currency_anywhere():
    """Naive: `Total GBP Excl. VAT` is the order's total, and the one with tax is no total at all."""
    sums = "||||Total GBP Excl. VAT|177\n||||20% VAT|35.4\n||||Total GBP Incl. VAT|212.4"
    rows = "A-1|Mug|24|pcs|3.2|76.8\nA-2|Saucer|12|pcs|1.1|13.2\nA-3|Pot|6|pcs|14.5|87"
    head = "Customer:|Acme Ltd\nNo.|Description|Quantity|Unit of Measure|Unit Cost|Amount\n"
    order = read(grid(f"{head}{rows}\n{sums}")).orders[0]
    assert (order.subtotal, order.tax, order.total) == (177, Decimal("35.4"), Decimal("212.4"))


def test_the_person_who_buys_for_a_company_that_the_goods_go_to_is_no_customer():
    """Naive: `Purchaser | Ann Weaver` orders, although Kern Cafe Ltd gets the goods and the bill."""
    head = (
        "Purchase Order|PO-42\nBuy-from Vendor||Ship-to Address\nBirch Ltd||Kern Cafe Ltd\n"
        "5 Oak Ave||12 Elm St\nOrder Date|Purchaser\n20 November 2026|Ann Weaver\n"
    )
    reading = read(grid(f"{head}No.|Description|Quantity\nA-1|Mug|24\nA-2|Saucer|12"))
    (question,) = [one for one in reading.issues if one.open]
    assert (question.code, question.candidates[0].value) == ("MISSING_CUSTOMER", "Kern Cafe Ltd")


def test_free_goods_beside_a_proven_quantity_want_but_a_yes():
    reading = read(
        grid("Party Name :|Acme\nProduct|Qty|Free|Rate|Value\nMug|50|5|12.4|620\nPot|24||45|1080")
    )
    (question,) = [one for one in reading.issues if one.open]
    assert (question.preselect, question.facts["why"]) == ("B", "lone")


@pytest.mark.parametrize(
    ("said", "code"), [("RFC: KER010203AB1", "MXN"), ("CUIT 30-12345678-9", "ARS")]
)
def test_whose_peso_a_sign_is_the_tax_number_tells(said, code):
    head = f"ORDEN DE COMPRA\nCliente:|Kern S.A.|{said}\nClave|Descripción|Cant.|Precio|Importe\n"
    reading = read(grid(f"{head}A-1|Taza|24|$3.20|$76.80\nA-2|Tetera|6|$14.50|$87.00"))
    assert (reading.result, reading.orders[0].currency) == (Result.READY, code)


def test_both_languages_of_a_label_say_who_orders():
    head = (
        "PURCHASE ORDER / أمر شراء\nTo / إلى:|Birch Trading Est.|PO No. / رقم الأمر|4500118\n"
        "From / من:|Kern Catering Co. LLC|Date / التاريخ|20-Nov-2026\n"
    )
    order = read(grid(f"{head}Code|Description|Qty\nA-1|Mug|24\nA-2|Saucer|12")).orders[0]
    assert (order.customer, order.po_number) == ("Kern Catering Co. LLC", "4500118")


def test_the_headings_of_a_form_are_no_part_of_the_address_above_them():
    """Naive: the delivery goes to `12 Elm St, Terms, Net 30, Rate`."""
    head = (
        "Kern Cafe Ltd||||Purchase Order\n||||P.O. No.\n||||1042\nVendor|||Ship To\nBirch Ltd|||Kern Cafe Ltd\n"
        "5 Oak Ave|||12 Elm St\nExpected|||Terms\n12/15/2026|||Net 30\n"
    )
    lines = "Item|Description|Qty|Rate|Amount\nA-1|Mug|24|3.2|76.8\nA-2|Pot|6|14.5|87"
    order = read(grid(head + lines)).orders[0]
    assert (order.ship_to, order.delivery_date) == ("Kern Cafe Ltd, 12 Elm St", "2026-12-15")


def test_what_an_order_guide_leaves_blank_is_confirmed_as_not_ordered():
    """Naive: each blank of a list with stock and least stock is a question of its own."""
    head = "ORDER GUIDE\nItem #|Description|Price|Par|On Hand|Order\n"
    rows = "44102|Coffee|62.5|4|1|3\n44103|Oat milk|21.75|6|2|4\n44104|Cups|38.2|2|2|"
    reading = read(grid(head + rows))
    assert [one.quantity for one in reading.orders[0].lines] == [3, 4]
    assert [one.code for one in asked(reading.issues)] == ["MISSING_CUSTOMER"]
    bare = read(grid("Item #|Description|Price|Order\n44102|Coffee|62.5|3\n44104|Cups|38.2|"))
    assert "MISSING_QUANTITY" in [one.code for one in asked(bare.issues)]


def test_a_code_that_a_page_breaks_over_two_lines_is_confirmed():
    """Naive: `BAT54` over `ND7` in one cell is the code `BAT54 ND7`, and the order is ready."""
    drawing = "Customer:|Acme Ltd\nSKU|Description|Qty\n{code}|Diode|5\nA-2000|Cap|6\nA-2001|Coil|7"

    def pages(code: str):
        drawn = sheet(drawing.format(code="CODE"))
        cells = {
            at: replace(one, value=code) if one.value == "CODE" else one
            for at, one in drawn.cells.items()
        }
        return read(Workbook("pdf", (replace(drawn, cells=cells),)))

    (question,) = [one for one in pages("BAT54\nND7").issues if one.open]
    assert (question.code, question.target, question.cells) == (
        "TEXTS_OVERPRINTED", "accept", ("Sheet1!A3",),
    )  # fmt: skip
    assert pages("BAT54").result is Result.READY
