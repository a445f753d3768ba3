"""Hard layouts: letterheads, blocks of labels, headers far down, totals in odd places."""

from decimal import Decimal
from random import Random

from hard import Drawn, Paper, drawn, make_goods

US = "Brightwater Supplies Ltd"
THEM = "Maple & Sons Ltd"
PLAIN = [("Item Code", "sku"), ("Description", "name"), ("Qty", "qty"), ("Unit Price", "price"), ("Total", "total")]  # fmt: skip


def supplier_letterhead_first(random: Random) -> Drawn:
    paper = Paper(random, "Order")
    paper.put(1, 1, US)
    paper.put(2, 1, "14 Harbour Road, Lowtown")
    paper.put(4, 1, "Bill to:")
    paper.put(5, 1, THEM)
    paper.put(6, 1, "2 Mill Lane")
    paper.put(4, 4, "PO Number:", "PO-7781")
    paper.table(9, PLAIN, make_goods(random))
    return drawn(paper, customer=THEM, po_number="PO-7781")


def vendor_and_ship_to(random: Random) -> Drawn:
    paper = Paper(random, "PO")
    paper.put(1, 1, "PURCHASE ORDER")
    paper.put(3, 1, "VENDOR", None, None, "SHIP TO")
    paper.put(4, 1, US, None, None, THEM)
    paper.put(5, 1, "14 Harbour Road", None, None, "2 Mill Lane")
    paper.put(1, 5, "PO #", "4500019")
    paper.put(2, 5, "DATE", "2026-10-04")
    paper.table(9, PLAIN, make_goods(random))
    return drawn(paper, customer=THEM, po_number="4500019", order_date="2026-10-04")


def unlabelled_letterhead(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Kestrel Outdoor GmbH")
    paper.put(2, 1, "Am Wald 3, 12345 Musterstadt")
    paper.put(4, 1, "Lieferant:", US)
    paper.put(5, 1, "Bestellung Nr.:", "B-2026-114")
    goods = make_goods(random)
    paper.table(8, [("Pos.", "no"), ("Art.-Nr.", "sku"), ("Bezeichnung", "name"), ("Menge", "qty"), ("E-Preis", "price"), ("G-Preis", "total")], goods)  # fmt: skip
    return drawn(paper, ideal="ready", customer="Kestrel Outdoor GmbH", po_number="B-2026-114")


def to_and_from(random: Random) -> Drawn:
    paper = Paper(random, "PO")
    paper.put(1, 1, "Purchase Order 88123")
    paper.put(3, 1, "To:", US)
    paper.put(4, 1, "From:", THEM)
    paper.put(5, 1, "Attn:", "Sales desk")
    paper.table(8, PLAIN, make_goods(random))
    return drawn(paper, ideal="ready", customer=THEM, po_number="88123")


def table_at_c9(random: Random) -> Drawn:
    paper = Paper(random)
    paper.table(9, PLAIN[:3], make_goods(random, 4), column=3)
    return drawn(paper, ideal="ask", customer=None, po_number=None)


def header_on_row_18(random: Random) -> Drawn:
    paper = Paper(random, "Order form")
    paper.put(1, 2, "WINTER COLLECTION ORDER FORM")
    for row, (label, value) in enumerate(
        [("Company name", THEM), ("Contact name", "Pat Example"), ("Street", "2 Mill Lane"),
         ("E-mail", "pat@maple.example"), ("Phone", "555 0101"), ("VAT No.", "GB 123 4567 89"),
         ("PO Number", "MS/2026/77"), ("Order date", "2026-09-30"),
         ("Delivery date", "2026-12-15"), ("Payment terms", "30 days net")], 3
    ):  # fmt: skip
        paper.put(row, 2, label)
        paper.put(row, 4, value)
    paper.put(15, 2, "Minimum order value 250 EUR. Prices exclude VAT.")
    end = paper.table(18, PLAIN, make_goods(random), column=2)
    paper.put(end + 1, 5, "Grand total", sum(line["line_total"] for line in paper.lines))
    total = sum(line["line_total"] for line in paper.lines)
    return drawn(paper, customer=THEM, po_number="MS/2026/77", order_date="2026-09-30", delivery_date="2026-12-15", total=total)  # fmt: skip


def number_in_the_title(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, random.choice(("Purchase Order PO-123", "PURCHASE ORDER: PO-123", "Purchase Order # PO-123")))  # fmt: skip
    paper.put(2, 1, f"Customer: {THEM}")
    paper.put(3, 1, "Date: 2026-11-02")
    paper.table(5, PLAIN, make_goods(random))
    return drawn(paper, customer=THEM, po_number="PO-123", order_date="2026-11-02")


def three_header_rows(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Buyer:", THEM)
    paper.put(3, 1, "Item", None, "Quantity", None, "Price", None)
    paper.put(4, 1, "No.", "Description", "ordered", "confirmed", "each", "amount")
    paper.put(5, 3, "(pcs)", "(pcs)", "(EUR)", "(EUR)")
    paper.merges += ["A3:B3", "C3:D3", "E3:F3"]
    paper.rows(6, ["sku", "name", "qty", lambda g, _: max(g.qty - 1, 1), "price", "total"], make_goods(random))  # fmt: skip
    return drawn(paper, customer=THEM, currency="EUR")


def two_languages_in_a_header(random: Random) -> Drawn:
    paper = Paper(random, "订单")
    paper.put(1, 1, "客户 Customer:", "Maple Trading Co")
    columns = [("序号\nNo.", "no"), ("货号\nItem No.", "sku"), ("品名\nDescription", "name"), ("数量\nQTY (PCS)", "qty"), ("单价\nUnit Price (USD)", "price"), ("金额\nAmount (USD)", "total")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, customer="Maple Trading Co", currency="USD")


def nameless_column_of_names(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Customer:", THEM)
    paper.table(3, [("Code", "sku"), ("", "name"), ("Qty", "qty"), ("Price", "price")], make_goods(random))  # fmt: skip
    return drawn(paper, customer=THEM)


def names_twice(random: Random) -> Drawn:
    paper = Paper(random)
    one = lambda text: lambda _good, _index: text  # noqa: E731
    columns = [("ORDER NO", one("7001")), ("NAME", one(THEM)), ("CITY", one("Lowtown")), ("NAME", one("Maple Depot")), ("CITY", one("Hightown")), ("SKU", "sku"), ("DESCRIPTION", "name"), ("QTY", "qty")]  # fmt: skip
    paper.table(1, columns, make_goods(random))
    return drawn(paper, ideal="ask", po_number="7001")


def numbers_above_the_header(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Customer:", THEM)
    paper.put(3, 1, 1, 2, 3, 4, 5)
    paper.table(4, PLAIN, make_goods(random))
    return drawn(paper, customer=THEM)


def numbers_below_the_header(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Customer:", THEM)
    paper.put(3, 1, "Item Code", "Description", "Qty", "Unit Price", "Total")
    paper.put(4, 1, 1, 2, 3, 4, 5)
    paper.rows(5, ["sku", "name", "qty", "price", "total"], make_goods(random))
    return drawn(paper, customer=THEM)


def form_of_25_rows(random: Random) -> Drawn:
    paper = Paper(random, "Order")
    paper.put(1, 1, "Order form")
    paper.put(2, 1, "Customer", None, THEM)
    paper.put(3, 1, "PO No", None, "A 55")
    end = paper.table(5, [("#", "no"), ("Part Number", "sku"), ("Description", "name"), ("Quantity", "qty"), ("Unit", "unit"), ("Price", "price"), ("Line total", "total")], make_goods(random, 2))  # fmt: skip
    for row in range(end, end + 23):
        paper.put(row, 1, row - 5)
        paper.put(row, 7, 0)
    paper.put(end + 23, 6, "Total", sum(line["line_total"] for line in paper.lines))
    return drawn(paper, customer=THEM, po_number="A 55")


def catalogue_with_few_quantities(random: Random) -> Drawn:
    paper = Paper(random, "Order")
    paper.put(1, 1, "Customer:", THEM)
    paper.put(3, 1, "SKU", "Description", "Price", "Order qty", "Total")
    for row in range(4, 124):
        price = Decimal(random.randint(100, 900)) / 100
        ordered = random.randint(1, 9) if row % 12 == 0 else None
        sku = f"CT-{row:04d}"
        paper.put(row, 1, sku, f"Thing {row}", price, ordered, ordered * price if ordered else 0)
        if ordered:
            paper.lines.append({"row": row, "sku": sku, "quantity": Decimal(ordered)})
    return drawn(paper, customer=THEM)


def two_blocks(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Customer:", THEM)
    row = 3
    for title in ("Kitchen", "Garden"):
        paper.put(row, 1, title)
        before = len(paper.lines)
        row = paper.table(row + 1, PLAIN, make_goods(random, 3))
        paper.put(row, 4, "Subtotal", sum(line["line_total"] for line in paper.lines[before:]))
        row += 2
    total = sum(line["line_total"] for line in paper.lines)
    paper.put(row, 4, "Grand Total", total)
    return drawn(paper, customer=THEM, total=total)


def sections_and_gaps(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Customer:", THEM)
    paper.put(3, 1, "Item Code", "Description", "Qty", "Unit Price", "Total")
    keys = ["sku", "name", "qty", "price", "total"]
    paper.put(4, 1, "SUMMER 2026")
    paper.rows(5, keys, make_goods(random, 2))
    paper.put(8, 1, "Total Relief range")
    paper.rows(9, keys, make_goods(random, 2))
    return drawn(paper, customer=THEM)


def total_under_the_price(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Customer:", THEM)
    end = paper.table(3, PLAIN[:4], make_goods(random))
    total = sum(line["quantity"] * line["unit_price"] for line in paper.lines)
    paper.put(end + 1, 3, "TOTAL", total)
    return drawn(paper, customer=THEM, total=total)


def unlabelled_last_total(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Customer:", THEM)
    end = paper.table(3, PLAIN, make_goods(random))
    paper.put(end, 3, sum(line["quantity"] for line in paper.lines))
    paper.put(end, 5, sum(line["line_total"] for line in paper.lines))
    return drawn(paper, customer=THEM)


def terms_and_earlier_orders(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Customer:", THEM)
    end = paper.table(3, PLAIN, make_goods(random))
    paper.put(end, 4, "Total", sum(line["line_total"] for line in paper.lines))
    paper.put(end + 3, 1, "Terms: delivery within 14 days, 2% discount for payment in 10 days.")
    paper.put(end + 4, 1, "Shop: https://shop.example/catalogue?page=2")
    paper.put(end + 7, 1, "Earlier orders")
    paper.put(end + 8, 1, "Order No", "Date", "Amount")
    paper.put(end + 9, 1, "6612", "2026-03-02", Decimal("812.40"))
    paper.put(end + 10, 1, "6598", "2026-01-11", Decimal("99.90"))
    return drawn(paper, customer=THEM, po_number=None, order_date=None)


def internal_table_beside(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Customer:", THEM)
    goods = make_goods(random)
    paper.table(3, PLAIN, goods)
    paper.put(3, 8, "Cost", "Margin %", "Qty")
    for row, good in enumerate(goods, 4):
        paper.put(row, 8, good.price / 2, 50, good.qty + 7)
    return drawn(paper, customer=THEM)


def signatures_below(random: Random) -> Drawn:
    paper = Paper(random, "Purchase order")
    paper.put(1, 1, "Purchase order no.", "PO/26/18")
    paper.put(2, 1, "Buyer", THEM)
    end = paper.table(4, PLAIN, make_goods(random))
    paper.put(end + 2, 1, "Ordered by:", "Pat Example", None, "Date:", "2026-10-28")
    paper.put(end + 3, 1, "Approved by:", "Kim Sample", None, "Date:", "2026-10-30")
    return drawn(paper, customer=THEM, po_number="PO/26/18")


def label_and_address_in_one_cell(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, f"Sold to:\n{THEM}\n2 Mill Lane\nLowtown")
    paper.put(1, 4, f"Supplier:\n{US}\n14 Harbour Road")
    paper.put(2, 1, "Order No: 5512 / Date: 04.10.2026")
    paper.table(5, PLAIN, make_goods(random))
    return drawn(paper, customer=THEM)


def style_on_merged_rows(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Customer:", THEM)
    paper.put(3, 1, "Style", "Description", "Size", "Qty", "Price")
    row = 4
    for style, name in (("ST-100", "Wool jumper"), ("ST-220", "Rain coat")):
        paper.put(row, 1, style, name)
        paper.merges += [f"A{row}:A{row + 4}", f"B{row}:B{row + 4}"]
        for size in ("XS", "S", "M", "L", "XL"):
            qty = random.randint(2, 30)
            paper.put(row, 3, size, qty, Decimal("24.5"))
            paper.lines.append({"row": row, "sku": style, "product_name": name, "size": size, "quantity": Decimal(qty)})  # fmt: skip
            row += 1
    return drawn(paper, customer=THEM)


BUILDERS = (
    supplier_letterhead_first, vendor_and_ship_to, unlabelled_letterhead, to_and_from, table_at_c9,
    header_on_row_18, number_in_the_title, three_header_rows, two_languages_in_a_header,
    nameless_column_of_names, names_twice, numbers_above_the_header, numbers_below_the_header,
    form_of_25_rows, catalogue_with_few_quantities, two_blocks, sections_and_gaps,
    total_under_the_price, unlabelled_last_total, terms_and_earlier_orders, internal_table_beside,
    signatures_below, label_and_address_in_one_cell, style_on_merged_rows,
)  # fmt: skip
