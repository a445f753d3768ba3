"""Hard texts: dates in words and numbers, and files of separated values."""

from datetime import date, datetime, time
from decimal import Decimal
from random import Random

from hard import Drawn, Paper, as_csv, as_text, drawn, make_goods

THEM = "Maple & Sons Ltd"
HEAD = ("SKU", "Description", "Qty", "Price", "Total")
KEYS = ("sku", "name", "qty", "price", "total")


def _started(random: Random, name: str = "Sheet1") -> Paper:
    paper = Paper(random, name)
    paper.put(1, 1, "Customer:", THEM)
    return paper


def american_short_date(random: Random) -> Drawn:
    paper = _started(random)
    paper.put(1, 4, "Order Date:", "07/21/26")
    paper.put(2, 4, "Ship Date:", "08/02/26")
    paper.table(4, list(zip(HEAD, KEYS, strict=True)), make_goods(random))
    return drawn(paper, customer=THEM, order_date="2026-07-21", delivery_date="2026-08-02")


def either_way_date(random: Random) -> Drawn:
    paper = _started(random)
    paper.put(1, 4, "Order Date:", "03/04/2026")
    paper.table(4, list(zip(HEAD, KEYS, strict=True)), make_goods(random))
    return drawn(paper, ideal="ask", customer=THEM, order_date=None)


def a_date_where_a_quantity_was(random: Random) -> Drawn:
    paper = _started(random)
    paper.table(3, list(zip(HEAD[:4], KEYS[:4], strict=True)), make_goods(random))
    paper.cells[5, 3] = date(2026, 3, 12)
    paper.lines[1]["quantity"] = None
    return drawn(paper, ideal="ask", customer=THEM)


def delivery_dates_by_line(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("SKU", "sku"), ("Description", "name"), ("Qty", "qty"), ("Delivery date", lambda g, i: f"{4 + i:02d}/12/2026")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    return drawn(paper, ideal="ask", customer=THEM)


def delivery_dates_that_tell(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("SKU", "sku"), ("Description", "name"), ("Qty", "qty"), ("Delivery date", lambda g, i: f"{10 + i:02d}/12/2026")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    for place, line in enumerate(paper.lines):
        line["delivery_date"] = f"2026-12-{10 + place:02d}"
    return drawn(paper, customer=THEM)


def dates_as_dates(random: Random) -> Drawn:
    paper = _started(random, "Order")
    paper.put(1, 4, "Date", date(2026, 11, 3))
    paper.put(2, 4, "Required by", datetime.combine(date(2026, 12, 1), time(9, 30)))
    paper.table(4, list(zip(HEAD, KEYS, strict=True)), make_goods(random))
    return drawn(paper, customer=THEM, order_date="2026-11-03", delivery_date="2026-12-01")


def german_csv(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Artikelnummer", "Bezeichnung", "Menge", "Einzelpreis", "Gesamtpreis")
    paper.rows(2, ["sku", "name", "qty:de", "price:de", "total:de"], make_goods(random))
    return as_csv(paper, ";", "cp1252", ideal="ask", customer=None)


def german_csv_in_thousands(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Kunde", "Artikelnummer", "Bezeichnung", "Menge", "Preis")
    for row, good in enumerate(make_goods(random), 2):
        paper.put(row, 1, "Ahorn Handel GmbH", good.sku, good.name, f"{good.qty}.000", f"{as_text(good.price, 'de')}")  # fmt: skip
        paper.lines.append({"row": row, "quantity": Decimal(good.qty * 1000), "unit_price": good.price})  # fmt: skip
    return as_csv(paper, ";", "utf-8-sig", customer="Ahorn Handel GmbH")


def french_csv(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Client", "Réf", "Désignation", "Quantité", "PU HT", "Montant HT")
    keys = [lambda g, i: "Érable SARL", "sku", "name", "qty", "price:fr", "total:fr"]
    paper.rows(2, keys, make_goods(random))
    return as_csv(paper, ";", "utf-8", customer="Érable SARL")


def tabs_in_utf16(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Customer", THEM)
    paper.put(3, 1, *HEAD)
    paper.rows(4, ["sku", "name", "qty", "price:en", "total:en"], make_goods(random))
    return as_csv(paper, "\t", "utf-16", customer=THEM)


def csv_report(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "        PURCHASE ORDER REPORT          PAGE 1")
    paper.put(2, 1, "Customer", THEM, "PO Number", "P-5521")
    paper.put(3, 1, "Item", "Description", "Warehouse", "Ordered", "Shipped", "Price", "Ext")
    keys = ["sku", "name", lambda g, i: "01", "qty", lambda g, i: 0, "price:plain", "total:plain"]
    end = paper.rows(4, keys, make_goods(random))
    paper.put(end, 1, "END OF REPORT")
    return as_csv(paper, customer=THEM, po_number="P-5521")


BUILDERS = (
    american_short_date,
    either_way_date,
    a_date_where_a_quantity_was,
    delivery_dates_by_line,
    delivery_dates_that_tell,
    dates_as_dates,
    german_csv,
    german_csv_in_thousands,
    french_csv,
    tabs_in_utf16,
    csv_report,
)
