"""Hard orders of many countries, some in languages no dictionary holds, and several sheets."""

from decimal import Decimal
from random import Random

from hard import Drawn, Paper, as_csv, drawn, make_goods

THEM = "Maple & Sons Ltd"
HEAD = ("SKU", "Description", "Qty", "Price", "Total")
KEYS = ("sku", "name", "qty", "price", "total")


def _plain(random: Random, name: str = "Order") -> Paper:
    paper = Paper(random, name)
    paper.put(1, 1, "Customer:", THEM)
    paper.table(3, list(zip(HEAD, KEYS, strict=True)), make_goods(random))
    return paper


def dutch(random: Random) -> Drawn:
    paper = Paper(random, "Bestelling")
    paper.put(1, 1, "Klant:", "Esdoorn BV")
    paper.put(2, 1, "Bestelnummer:", "NL-778")
    paper.table(4, list(zip(("Artikelnummer", "Omschrijving", "Aantal", "Prijs per stuk", "Totaal"), KEYS, strict=True)), make_goods(random))  # fmt: skip
    return drawn(paper)


def polish(random: Random) -> Drawn:
    paper = Paper(random, "Zamówienie")
    paper.put(1, 1, "Nabywca:", "Klon Sp. z o.o.", None, "Sprzedawca:", "Brightwater Supplies Ltd")
    columns = [("Lp.", "no"), ("Nazwa towaru", "name"), ("Ilość", "qty"), ("J.m.", "unit"), ("Cena netto", "price"), ("Wartość netto", "total")]  # fmt: skip
    paper.table(4, columns, make_goods(random))
    return drawn(paper)


def swedish(random: Random) -> Drawn:
    paper = Paper(random, "Order")
    paper.put(1, 1, "Kund:", "Lönn AB")
    columns = [("Artikelnr", "sku"), ("Benämning", "name"), ("Antal", "qty"), ("Pris", "price"), ("Summa", "total")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper)


def italian(random: Random) -> Drawn:
    paper = Paper(random, "Ordine")
    paper.put(1, 1, "Spett.le", "Brightwater Supplies Ltd")
    paper.put(2, 1, "Cliente:", "Acero Srl")
    paper.put(3, 1, "Ordine n.", "122/2026", None, "del", "05/11/2026")
    paper.put(5, 1, "Cod. Art.", "Descrizione", "U.M.", "Q.tà", "Prezzo unit.", "Sconto %", "Importo")  # fmt: skip
    keys = ["sku", "name", lambda g, i: "PZ", "qty", "price:de", lambda g, i: "", "total:de"]
    end = paper.rows(6, keys, make_goods(random))
    paper.put(end, 6, "Imponibile", "=SUM(G6:G10)")
    return drawn(paper, customer="Acero Srl", po_number="122/2026")


def spanish(random: Random) -> Drawn:
    paper = Paper(random, "Pedido")
    paper.put(1, 1, "PEDIDO DE COMPRA Nº 2026-044")
    paper.put(2, 1, "Proveedor:", "Brightwater Supplies Ltd")
    paper.put(3, 1, "Empresa:", "Arce Distribuciones S.L.")
    paper.put(4, 1, "Fecha de entrega:", "20/12/2026")
    columns = [("Ref.", "sku"), ("Artículo", "name"), ("Cantidad", "qty"), ("Precio ud.", "price:de"), ("Importe", "total:de")]  # fmt: skip
    paper.table(6, columns, make_goods(random))
    return drawn(paper, customer="Arce Distribuciones S.L.", delivery_date="2026-12-20")


def portuguese(random: Random) -> Drawn:
    paper = Paper(random, "Pedido")
    paper.put(1, 1, "Fornecedor", "Brightwater Supplies Ltd")
    paper.put(2, 1, "Cliente", "Bordo Comércio Ltda")
    columns = [("Item", "no"), ("Código", "sku"), ("Descrição", "name"), ("Qtde.", "qty"), ("Unid.", lambda g, i: "UN"), ("Valor Unitário", "price:de"), ("Valor Total", "total:de")]  # fmt: skip
    paper.table(4, columns, make_goods(random))
    return drawn(paper, customer="Bordo Comércio Ltda")


def russian(random: Random) -> Drawn:
    paper = Paper(random, "Заявка")
    paper.put(1, 1, "Поставщик:", "ООО Светлая Вода")
    paper.put(2, 1, "Покупатель:", "ООО Клён")
    paper.put(3, 1, "Заказ № 318 от 02.11.2026")
    columns = [("№ п/п", "no"), ("Артикул", "sku"), ("Наименование товара", "name"), ("Кол-во", "qty"), ("Ед. изм.", lambda g, i: "шт"), ("Цена, руб.", "price"), ("Сумма, руб.", "total")]  # fmt: skip
    paper.table(5, columns, make_goods(random))
    return drawn(paper, customer="ООО Клён")


def japanese(random: Random) -> Drawn:
    paper = Paper(random, "注文書")
    paper.put(1, 1, "注文書")
    paper.put(2, 1, "明水商事株式会社 御中")
    paper.put(3, 1, "注文番号:", "JP-0093", None, "発注日:", "2026/11/04")
    paper.put(4, 5, "楓商店株式会社")
    columns = [
        ("品番", "sku"),
        ("品名", "name"),
        ("数量", "qty"),
        ("単価", "price"),
        ("金額", "total"),
    ]
    paper.table(6, columns, make_goods(random, whole=True))
    return drawn(paper, customer="楓商店株式会社", po_number="JP-0093", order_date="2026-11-04")


def korean(random: Random) -> Drawn:
    paper = Paper(random, "발주서")
    paper.put(1, 1, "거래처:", "단풍상사")
    columns = [("번호", "no"), ("품목코드", "sku"), ("품명", "name"), ("규격", lambda g, i: "10x20"), ("수량", "qty"), ("단가", "price"), ("공급가액", "total")]  # fmt: skip
    paper.table(3, columns, make_goods(random, whole=True))
    return drawn(paper)


def vietnamese(random: Random) -> Drawn:
    paper = Paper(random, "Sheet1")
    columns = [("STT", "no"), ("Mã hàng", "sku"), ("Tên hàng", "name"), ("Số lượng", "qty"), ("Đơn giá", "price"), ("Thành tiền", "total")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, ideal="ask", customer=None)


def french_form(random: Random) -> Drawn:
    paper = Paper(random, "Bon de commande")
    paper.put(1, 1, "BON DE COMMANDE N° 2026/118")
    paper.put(2, 1, "Fournisseur :", "Brightwater Supplies Ltd", None, "Raison sociale :", "Érable SARL")  # fmt: skip
    paper.put(3, 1, "Date :", "12/11/2026", None, "Livraison souhaitée le :", "05/12/2026")
    columns = [("Référence", "sku"), ("Désignation", "name"), ("Colisage", lambda g, i: 6), ("Qté commandée", "qty"), ("P.U. H.T.", "price:fr"), ("Montant H.T.", "total:fr")]  # fmt: skip
    end = paper.table(5, columns, make_goods(random))
    paper.put(end, 5, "Total H.T.", sum(line["line_total"] for line in paper.lines))
    return drawn(paper, po_number="2026/118", delivery_date="2026-12-05")


def packing_list_beside(random: Random) -> Drawn:
    paper = _plain(random, "Purchase Order")
    packing = Paper(random, "Packing list")
    packing.put(1, 1, "SKU", "Description", "Qty", "Cartons", "Gross weight")
    for row, line in enumerate(paper.lines, 2):
        packing.put(row, 1, line["sku"], line["product_name"], line["quantity"], 1, Decimal("3.5"))
    return drawn(paper, packing, customer=THEM)


def price_table_and_archive(random: Random) -> Drawn:
    paper = _plain(random)
    prices = Paper(random, "Prices")
    prices.put(1, 1, "SKU", "Description", "Price")
    archive = Paper(random, "Archive 2025")
    archive.put(1, 1, "Customer", "SKU", "Description", "Qty", "Price", "Total")
    for row, good in enumerate(make_goods(random, 12), 2):
        prices.put(row, 1, good.sku, good.name, good.price)
        archive.put(row, 1, f"Client {row}", good.sku, good.name, good.qty, good.price, good.total)
    return drawn(prices, paper, archive, customer=THEM)


def hidden_calculation(random: Random) -> Drawn:
    hidden = _plain(random, "Calc")
    hidden.state, hidden.lines = "hidden", []
    return drawn(hidden, _plain(random), customer=THEM)


def header_on_another_sheet(random: Random) -> Drawn:
    head = Paper(random, "Order header")
    head.put(1, 1, "Order No", "Customer", "Order date", "Currency")
    head.put(2, 1, "SO-55", THEM, "2026-10-11", "EUR")
    lines = Paper(random, "Order lines")
    columns = [("Order No", lambda g, i: "SO-55"), *zip(HEAD, KEYS, strict=True)]
    lines.table(1, columns, make_goods(random))
    return drawn(head, lines, po_number="SO-55", customer=THEM)


def two_orders_on_two_sheets(random: Random) -> Drawn:
    return drawn(_plain(random, "Order A"), _plain(random, "Order B"), ideal="refuse")


def products_as_columns(random: Random) -> Drawn:
    paper = Paper(random, "Team order")
    paper.put(1, 1, "Name", "Mug", "Shirt", "Cap", "Total")
    for row, name in enumerate(("Ann", "Bob", "Cem", "Dina"), 2):
        paper.put(row, 1, name, 1, 2, row % 2, 3 + row % 2)
    return drawn(paper, ideal="refuse")


def sizes_as_columns(random: Random) -> Drawn:
    paper = Paper(random, "Order")
    paper.put(1, 1, "Customer:", THEM)
    paper.put(3, 1, "Style", "Colour", "S", "M", "L", "XL", "Total Qty", "Price", "Amount")
    for row, good in enumerate(make_goods(random), 4):
        paper.put(row, 1, good.sku, "Red", 1, good.qty, 2, 3, good.qty + 6, good.price, (good.qty + 6) * good.price)  # fmt: skip
        paper.lines += [{"row": row, "sku": good.sku, "unit_price": good.price}] * 4
    return drawn(paper, customer=THEM)


def price_list_with_minimum(random: Random) -> Drawn:
    paper = Paper(random, "Sheet1")
    paper.put(1, 1, "Brightwater Supplies Ltd - Wholesale price list 2026")
    paper.put(3, 1, "SKU", "Description", "MOQ", "Price", "RRP")
    for row, good in enumerate(make_goods(random, 10), 4):
        paper.put(row, 1, good.sku, good.name, 12, good.price, good.price * 2)
    return drawn(paper, ideal="refuse")


def stock_sheet(random: Random) -> Drawn:
    paper = Paper(random, "Sheet1")
    paper.put(1, 1, "Stock on hand 2026-11-01")
    paper.put(3, 1, "SKU", "Description", "On hand", "Reserved", "Available", "Cost")
    for row, good in enumerate(make_goods(random, 10), 4):
        paper.put(row, 1, good.sku, good.name, good.qty, 1, good.qty - 1, good.price)
    return drawn(paper, ideal="refuse")


def orders_of_a_year(random: Random) -> Drawn:
    paper = Paper(random, "Data")
    paper.put(1, 1, "Order ID", "Order Date", "Ship Date", "Customer Name", "City", "Product Name", "Sales", "Quantity", "Discount", "Profit")  # fmt: skip
    for row in range(2, 300):
        paper.put(row, 1, f"CA-{row // 2}", "2026-01-02", "2026-01-05", f"Client {row % 70} Co", "Lowtown", f"Thing {row % 40}", Decimal(row), row % 9 + 1, Decimal("0.2"), Decimal(row) / 7)  # fmt: skip
    return drawn(paper, ideal="refuse")


def delivery_note(random: Random) -> Drawn:
    paper = Paper(random, "Sheet1")
    paper.put(1, 1, "DELIVERY NOTE")
    paper.put(2, 1, "Delivery note no. 5512", None, "Customer:", THEM)
    paper.put(4, 1, "SKU", "Description", "Qty delivered")
    for row, good in enumerate(make_goods(random), 5):
        paper.put(row, 1, good.sku, good.name, good.qty)
    return drawn(paper, ideal="refuse")


def proforma(random: Random) -> Drawn:
    paper = _plain(random, "Sheet1")
    paper.cells = {(row + 3, column): value for (row, column), value in paper.cells.items()}
    paper.put(1, 1, "PROFORMA INVOICE No. 2026-55")
    return drawn(paper, ideal="refuse")


def one_line_csv(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "customer", "po_number", "sku", "quantity")
    keys = [lambda g, i: THEM, lambda g, i: "PO9", "sku", "qty"]
    paper.rows(2, keys, make_goods(random, 1))
    return as_csv(paper, customer=THEM, po_number="PO9")


def pipe_csv(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "CUSTOMER_NAME", "ITEM_NO", "ITEM_DESC", "ORD_QTY", "UNIT_PRC", "EXT_AMT")
    keys = [lambda g, i: THEM, "sku", "name", "qty", "price:plain", "total:plain"]
    paper.rows(2, keys, make_goods(random))
    return as_csv(paper, "|", customer=THEM)


def no_header_at_all(random: Random) -> Drawn:
    paper = Paper(random)
    paper.rows(1, ["sku", "name", "qty", "price", "total"], make_goods(random))
    return drawn(paper, ideal="refuse")


def total_in_the_name_column(random: Random) -> Drawn:
    paper = _plain(random)
    total = sum(line["line_total"] for line in paper.lines)
    paper.put(9, 2, "Total order value", None, None, total)
    paper.put(10, 2, "VAT 20%", None, None, total / 5)
    paper.put(11, 2, "Total to pay", None, None, total * 6 / 5)
    return drawn(paper, customer=THEM)


def freight_as_a_line(random: Random) -> Drawn:
    paper = _plain(random)
    paper.put(9, 2, "Freight", 1, Decimal(45), Decimal(45))
    paper.put(10, 4, "Total", sum(line["line_total"] for line in paper.lines) + 45)
    # No record of the books is called so: it is asked there.
    paper.lines.append({"row": 9, "product_name": "Freight", "quantity": Decimal(1)})
    return drawn(paper, customer=THEM)


def free_samples(random: Random) -> Drawn:
    paper = _plain(random)
    paper.put(9, 1, "FREE-1", "Sample pack", 1, 0, 0)
    paper.lines.append({"row": 9, "sku": "FREE-1", "quantity": Decimal(1)})
    paper.put(10, 1, "DISPLAY", "Counter display", 2)
    paper.lines.append({"row": 10, "sku": "DISPLAY", "quantity": Decimal(2)})
    return drawn(paper, customer=THEM)


def cancelled_lines(random: Random) -> Drawn:
    paper = _plain(random)
    paper.put(3, 6, "Status")
    for row in range(4, 9):
        paper.put(row, 6, "CANCELLED" if row == 6 else "open")
    return drawn(paper, ideal="ask", customer=THEM)


BUILDERS = (
    dutch, polish, swedish, italian, spanish, portuguese, russian, japanese, korean, vietnamese,
    french_form, packing_list_beside, price_table_and_archive, hidden_calculation,
    header_on_another_sheet, two_orders_on_two_sheets, products_as_columns, sizes_as_columns,
    price_list_with_minimum, stock_sheet, orders_of_a_year, delivery_note, proforma, one_line_csv,
    pipe_csv, no_header_at_all, total_in_the_name_column, freight_as_a_line, free_samples,
    cancelled_lines,
)  # fmt: skip
