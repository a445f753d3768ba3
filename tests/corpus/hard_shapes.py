"""Hard shapes: several orders, repeated sheets, styles over rows, titles over columns."""

from random import Random

from hard import Drawn, Paper, as_csv, drawn, make_goods

THEM = "Maple & Sons Ltd"
PLAIN = [("Item Code", "sku"), ("Description", "name"), ("Qty", "qty"), ("Unit Price", "price"), ("Total", "total")]  # fmt: skip


def style_on_the_first_of_its_sizes(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Cliente", "Tienda Sol")
    paper.put(3, 1, "Modelo", "Color", "Talla", "Cantidad", "Precio")
    row = 4
    for style, colour in (("TS-1", "rojo"), ("TS-2", "azul")):
        for place, size in enumerate(("S", "M", "L")):
            count = random.randint(2, 9)
            paper.put(row, 1, *((style, colour) if not place else ("", "")), size, count, 12.5)
            paper.lines.append({"row": row, "sku": style, "size": size, "quantity": count})
            row += 1
    return drawn(paper, customer="Tienda Sol")


def price_over_unit_and_amount(random: Random) -> Drawn:
    paper = Paper(random, "Order")
    paper.put(1, 1, "Customer:", THEM)
    paper.put(3, 1, "Item Code", "Description", "Qty", "Price (USD)")
    paper.put(4, 4, "Unit", "Amount")
    paper.merges += ["D3:E3", "A3:A4", "B3:B4", "C3:C4"]
    paper.rows(5, ["sku", "name", "qty", "price", "total"], make_goods(random))
    return drawn(paper, customer=THEM, currency="USD")


def wide_report(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "PURCHASE ORDER DETAIL LISTING".ljust(90))
    columns = [
        ("Co", lambda *_: "01"), ("PO Number", lambda *_: "PO-5512"), ("Item Number", "sku"),
        ("Item Description", "name"), ("Order Qty", "qty"), ("UOM", "unit"), ("Unit Cost", "price"),
        ("Ext Cost", "total"), *((f"Fld{n}", lambda *_: "") for n in range(40)),
    ]  # fmt: skip
    paper.table(2, columns, make_goods(random))
    return as_csv(paper, ideal="ask", po_number="PO-5512")


def summary_repeats_the_quantities(random: Random) -> Drawn:
    goods = make_goods(random)
    summary, detail = Paper(random, "Overview"), Paper(random, "Detail")
    summary.put(1, 1, "Product", "Qty")
    for row, good in enumerate(goods, 2):
        summary.put(row, 1, good.name, good.qty)
    detail.put(1, 1, "Customer", THEM)
    detail.table(3, PLAIN, goods)
    return drawn(summary, detail, customer=THEM)


def archive_on_another_sheet(random: Random) -> Drawn:
    paper, old = Paper(random, "May"), Paper(random, "Archive")
    paper.put(1, 1, "Customer", THEM)
    paper.table(3, PLAIN, make_goods(random))
    old.put(1, 1, "PO", "Customer", "Item Code", "Description", "Qty")
    for row in range(2, 60):
        old.put(row, 1, f"M-{row}", f"Shop {row}", "AX-1", "Old thing", row)
    return drawn(paper, old, customer=THEM)


def orders_below_each_other(random: Random) -> Drawn:
    paper = Paper(random)
    row = 1
    for number, name in (("A-1", "Alder Ltd"), ("A-2", "Birch Ltd"), ("A-3", "Cedar Ltd")):
        paper.put(row, 1, "Purchase Order", number)
        paper.put(row + 1, 1, "Customer", name)
        row = paper.table(row + 3, PLAIN, make_goods(random, 2)) + 2
    return drawn(paper, ideal="ask")


def an_order_on_each_sheet(random: Random) -> Drawn:
    papers = [Paper(random, name) for name in ("North", "South")]
    for place, paper in enumerate(papers, 1):
        paper.put(1, 1, "PO Number", f"S-{place}")
        paper.put(2, 1, "Customer", THEM)
        paper.table(4, PLAIN, make_goods(random, 3))
    return drawn(*papers, ideal="ask")


def last_order_beside_this_one(random: Random) -> Drawn:
    goods = make_goods(random, 3)
    paper = Paper(random)
    paper.put(1, 1, "Kunde", THEM)
    header = [("Art.Nr.", "sku"), ("Artikel", "name"), ("Menge", "qty"), ("Preis", "price")]
    paper.table(3, header, goods)
    paper.lines.clear()
    paper.table(
        3, [(name, key if key != "qty" else lambda *_: 7) for name, key in header], goods, 7
    )
    return drawn(paper, ideal="ask")


def people_as_rows(random: Random) -> Drawn:
    paper = Paper(random, "Order form")
    paper.put(1, 1, "Customer:", THEM)
    paper.put(3, 1, "Name", "Black cap", "White mug", "Grey hoodie")
    for row, name in enumerate(("Anna", "Ben", "Carla"), 4):
        paper.put(row, 1, name, *(random.randint(1, 4) for _ in range(3)))
    return drawn(paper, ideal="ask")


BUILDERS = (
    style_on_the_first_of_its_sizes, price_over_unit_and_amount, wide_report,
    summary_repeats_the_quantities, archive_on_another_sheet, orders_below_each_other,
    an_order_on_each_sheet, last_order_beside_this_one, people_as_rows,
)  # fmt: skip
