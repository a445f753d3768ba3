"""Hard columns: quantities, prices and codes side by side, and words that mislead."""

from decimal import Decimal
from random import Random

from hard import Drawn, Good, Paper, drawn, make_goods

THEM = "Maple & Sons Ltd"


def _started(random: Random, name: str = "Sheet1") -> Paper:
    paper = Paper(random, name)
    paper.put(1, 1, "Customer:", THEM)
    return paper


def _part(good: Good, _index: int) -> int:
    return good.qty // 2


def ordered_confirmed_received(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("Item No.", "sku"), ("Description", "name"), ("Qty confirmed", _part), ("Qty received", lambda g, i: 0), ("Qty ordered", "qty"), ("Outstanding", lambda g, i: g.qty), ("In stock", lambda g, i: 500 + i), ("Price", "price")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, customer=THEM)


def stock_called_qty(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("SKU", "sku"), ("Description", "name"), ("Stock Qty", lambda g, i: 100 + i * 7), ("Pack Qty", lambda g, i: 12), ("Order Qty", "qty"), ("Price", "price")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, customer=THEM)


def available_and_order(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("SKU", "sku"), ("Description", "name"), ("Available", lambda g, i: 100 + i * 7), ("Order", "qty"), ("WSP", "price"), ("RRP", lambda g, i: g.price * 2)]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, customer=THEM)


def last_year_and_your_order(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("Code", "sku"), ("Product", "name"), ("Last order", lambda g, i: g.qty + 3), ("Suggested qty", lambda g, i: g.qty + 5), ("Your order", "qty"), ("Price each", "price")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, customer=THEM)


def cartons_and_pieces(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "TO: Brightwater Trading Co., Ltd")
    paper.put(2, 1, "Buyer: Maple Import LLC")
    goods = make_goods(random)
    paper.put(4, 1, "Item No.", "Description", "PCS/CTN", "CTNS", "TOTAL PCS", "UNIT PRICE USD", "AMOUNT USD")  # fmt: skip
    for row, good in enumerate(goods, 5):
        cartons, pack = good.qty, random.choice((6, 12, 24))
        pieces = Decimal(cartons * pack)
        paper.put(row, 1, good.sku, good.name, pack, cartons, pieces, good.price, pieces * good.price)  # fmt: skip
        paper.lines.append({"row": row, "sku": good.sku, "quantity": pieces, "unit_price": good.price, "line_total": pieces * good.price})  # fmt: skip
    paper.put(10, 4, sum(good.qty for good in goods))
    return drawn(paper, customer="Maple Import LLC", currency="USD")


def cases_with_a_piece_price(random: Random) -> Drawn:
    paper = _started(random)
    paper.put(3, 1, "SKU", "Description", "Case Pack", "Cases", "Unit Price", "Total")
    for row, good in enumerate(make_goods(random), 4):
        paper.put(row, 1, good.sku, good.name, 12, good.qty, good.price, 12 * good.total)
        paper.lines.append({"row": row, "sku": good.sku, "unit_price": good.price})
    return drawn(paper, ideal="ask", customer=THEM)


def list_and_net(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("Article", "sku"), ("Description", "name"), ("Qty", "qty"), ("List price", lambda g, i: g.price * 2), ("Disc. %", lambda g, i: 50), ("Net price", "price"), ("Net amount", "total")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, customer=THEM)


def list_price_first_no_total(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("Article", "sku"), ("Description", "name"), ("List price", lambda g, i: g.price * 2), ("Your price", "price"), ("Qty", "qty")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, customer=THEM)


def with_and_without_tax(random: Random) -> Drawn:
    paper = Paper(random, "Commande")
    paper.put(1, 1, "Client :", "Érable et Fils SARL")
    paper.put(2, 1, "N° de commande :", "CF-2026-31")
    columns = [("Réf.", "sku"), ("Désignation", "name"), ("Qté", "qty"), ("PU TTC", lambda g, i: g.price * Decimal("1.2")), ("PU HT", "price"), ("Total HT", "total"), ("Total TTC", lambda g, i: g.total * Decimal("1.2"))]  # fmt: skip
    paper.table(4, columns, make_goods(random))
    return drawn(paper, customer="Érable et Fils SARL", po_number="CF-2026-31")


def prices_incl_and_excl(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("SKU", "sku"), ("Product", "name"), ("Qty", "qty"), ("Price incl. VAT", lambda g, i: g.price * Decimal("1.25")), ("Price excl. VAT", "price"), ("Total incl. VAT", lambda g, i: g.total * Decimal("1.25")), ("Total excl. VAT", "total")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, customer=THEM)


def bestellnummer_is_the_article(random: Random) -> Drawn:
    paper = Paper(random, "Bestellung")
    paper.put(1, 1, "Firma", "Ahorn Handel GmbH")
    paper.put(2, 1, "Bestellung Nr.", "4711")
    columns = [("Bestellnummer", "sku"), ("Artikel", "name"), ("Anzahl", "qty"), ("Einzelpreis", "price"), ("Gesamt", "total")]  # fmt: skip
    paper.table(4, columns, make_goods(random))
    return drawn(paper, customer="Ahorn Handel GmbH", po_number="4711")


def document_no_and_no(random: Random) -> Drawn:
    paper = Paper(random)
    columns = [("Document No.", lambda g, i: "106023"), ("Line No.", lambda g, i: (i + 1) * 10000), ("No.", "sku"), ("Description", "name"), ("Location Code", lambda g, i: "MAIN"), ("Quantity", "qty"), ("Reserved Quantity", lambda g, i: 0), ("Unit of Measure Code", "unit"), ("Direct Unit Cost Excl. VAT", "price"), ("Line Amount Excl. VAT", "total")]  # fmt: skip
    paper.table(1, columns, make_goods(random))
    return drawn(paper, ideal="ask", po_number="106023")


def order_holds_the_description(random: Random) -> Drawn:
    paper = _started(random)
    paper.table(3, [("Code", "sku"), ("Order", "name"), ("Pieces", "qty"), ("Price", "price")], make_goods(random))  # fmt: skip
    return drawn(paper, customer=THEM)


def amount_is_the_quantity(random: Random) -> Drawn:
    paper = _started(random)
    paper.table(3, [("Article", "sku"), ("Name", "name"), ("Amount", "qty"), ("Price", "price"), ("Sum", "total")], make_goods(random))  # fmt: skip
    return drawn(paper, customer=THEM)


def amount_is_money(random: Random) -> Drawn:
    paper = _started(random)
    paper.table(3, [("Article", "sku"), ("Name", "name"), ("Units", "qty"), ("Rate", "price"), ("Amount", "total")], make_goods(random))  # fmt: skip
    return drawn(paper, customer=THEM)


def three_part_numbers(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("Description", "name"), ("Supplier 1 Part No", "sku"), ("Supplier 2 Part No", lambda g, i: f"X{i}77"), ("Supplier 3 Part No", lambda g, i: f"Q-{i}"), ("Qty", "qty"), ("Price", "price")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, ideal="ask", customer=THEM)


def your_code_and_our_code(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("Our code", lambda g, i: f"{8800 + i}"), ("Supplier code", "sku"), ("Description", "name"), ("Qty", "qty"), ("Price", "price")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, customer=THEM)


def marks_in_a_column(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("x", lambda g, i: "x" if i % 2 else ""), ("Article No", "sku"), ("Description", "name"), ("Qty", "qty"), ("Price", "price")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, customer=THEM)


def first_names_as_columns(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("Item", "name"), ("Price", "price"), ("Anna", _part), ("Bilal", _part), ("Chloe", _part), ("Qty", "qty")]  # fmt: skip
    goods = make_goods(random)
    paper.table(3, columns, goods)
    return drawn(paper, customer=THEM)


def only_first_names(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("Item", "name"), ("Price", "price"), ("Anna", _part), ("Bilal", _part), ("Chloe", _part)]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, ideal="refuse")


def months_as_columns(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("SKU", "sku"), ("Item", "name"), ("May", _part), ("June", _part), ("July", _part), ("Price", "price")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, ideal="refuse")


def misspelt_barcode(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("Barcoed", "gtin"), ("Article", lambda g, i: f"{g.name}\nEAN: {g.gtin}"), ("Qty", "qty"), ("Price", "price")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, customer=THEM)


def ean_inside_the_article(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("Artikel", lambda g, i: f"EAN: {g.gtin}"), ("Bezeichnung", "name"), ("Menge", "qty"), ("Preis", "price")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, customer=THEM)


def price_per_hundred(random: Random) -> Drawn:
    paper = Paper(random, "Bestellung")
    paper.put(1, 1, "Kunde:", "Ahorn Handel GmbH")
    paper.put(3, 1, "Material", "Kurztext", "Bestellmenge", "ME", "Preis", "pro", "Nettowert")
    for row, good in enumerate(make_goods(random), 4):
        paper.put(row, 1, good.sku, good.name, good.qty * 10, "ST", good.price, 100, good.total / 10)  # fmt: skip
        paper.lines.append({"row": row, "sku": good.sku, "quantity": Decimal(good.qty * 10), "line_total": good.total / 10})  # fmt: skip
    return drawn(paper, ideal="ask", customer="Ahorn Handel GmbH")


def tier_prices(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("SKU", "sku"), ("Description", "name"), ("Price 1-9", lambda g, i: g.price + 2), ("Price 10+", lambda g, i: g.price), ("Qty", "qty")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, ideal="ask", customer=THEM)


def weights_that_multiply(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("SKU", "sku"), ("Description", "name"), ("Qty", "qty"), ("N.W. (kg)", lambda g, i: Decimal("0.35") + i), ("Total N.W.", lambda g, i: g.qty * (Decimal("0.35") + i)), ("FOB", "price")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, customer=THEM)


def gst_rate_amount(random: Random) -> Drawn:
    paper = Paper(random, "PO")
    paper.put(1, 1, "PURCHASE ORDER")
    paper.put(2, 1, "Voucher No.", "PO/118/26-27")
    paper.put(3, 1, "Invoice To", "Peepal Stores Pvt Ltd")
    columns = [("Sl No.", "no"), ("Description of Goods", "name"), ("HSN/SAC", lambda g, i: "82119100"), ("Due on", lambda g, i: "15-Dec-26"), ("Quantity", "qty"), ("Rate", "price"), ("per", lambda g, i: "nos"), ("Amount", "total")]  # fmt: skip
    paper.table(5, columns, make_goods(random))
    return drawn(paper, customer="Peepal Stores Pvt Ltd")


def dollars_and_euros(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("SKU", "sku"), ("Description", "name"), ("Price USD", lambda g, i: g.price * 2), ("Price EUR", "price"), ("Qty", "qty"), ("Total EUR", "total")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, customer=THEM)


def quantity_first(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Order from", THEM)
    paper.table(3, [("Quantity", "qty"), ("Description", "name")], make_goods(random))
    return drawn(paper, customer=THEM)


def half_price_in_the_header(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("Style", "sku"), ("Name", "name"), ("Retail", lambda g, i: g.price * 2), ("Wholesale (50% off)", "price"), ("Units", "qty"), ("Total", "total")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, customer=THEM)


def minimum_note_in_quantity(random: Random) -> Drawn:
    paper = _started(random)
    paper.table(3, [("SKU", "sku"), ("Description", "name"), ("Qty", "qty"), ("Price", "price")], make_goods(random))  # fmt: skip
    paper.put(5, 3, "MOQ 500")
    paper.lines[1]["quantity"] = None
    return drawn(paper, ideal="ask", customer=THEM)


def returned_and_ordered(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("SKU", "sku"), ("Name", "name"), ("Qty shipped", _part), ("Qty", "qty"), ("Backorder", lambda g, i: g.qty - g.qty // 2), ("Unit cost", "price"), ("Ext. cost", "total")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, customer=THEM)


BUILDERS = (
    ordered_confirmed_received, stock_called_qty, available_and_order, last_year_and_your_order,
    cartons_and_pieces, cases_with_a_piece_price, list_and_net, list_price_first_no_total,
    with_and_without_tax, prices_incl_and_excl, bestellnummer_is_the_article, document_no_and_no,
    order_holds_the_description, amount_is_the_quantity, amount_is_money, three_part_numbers,
    your_code_and_our_code, marks_in_a_column, first_names_as_columns, only_first_names,
    months_as_columns, misspelt_barcode, ean_inside_the_article, price_per_hundred, tier_prices,
    weights_that_multiply, gst_rate_amount, dollars_and_euros, quantity_first,
    half_price_in_the_header, minimum_note_in_quantity, returned_and_ordered,
)  # fmt: skip
