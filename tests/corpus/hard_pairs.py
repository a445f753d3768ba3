"""Columns that come in pairs or under one word, each trap a short table of its own."""

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

from hard import Build, Drawn, Good, Paper, drawn, make_goods

THEM = "Maple & Sons Ltd"
Key = str | Callable[[Good, int], Any]


def _twelve(_good: Good, _index: int) -> int:
    return 12


def _gross(good: Good, _index: int) -> Decimal:
    return good.price * Decimal("1.2")


def _other(good: Good, index: int) -> int:
    return good.qty + 5 + index


TABLES: dict[str, tuple[str, list[tuple[str, Key]]]] = {
    "two_quantities_no_sum": ("ask", [("SKU", "sku"), ("Name", "name"), ("Qty", "qty"), ("Qty", _other), ("Price", "price")]),
    "items_that_count_rows": ("ready", [("Item", "no"), ("Description", "name"), ("Qty", "qty"), ("Price", "price")]),
    "ids_that_count_rows": ("ready", [("ID", "no"), ("Product", "name"), ("Quantity", "qty")]),
    "item_numbers_that_count": ("ready", [("Item No.", "no"), ("Part Number", "sku"), ("Description", "name"), ("Qty", "qty")]),
    "boxes_and_pieces_per_box": ("ask", [("SKU", "sku"), ("Name", "name"), ("Pcs per box", _twelve), ("Qty (boxes)", "qty"), ("Price per pc", "price")]),
    "prices_with_and_without": ("ready", [("SKU", "sku"), ("Name", "name"), ("Unit price incl. VAT", _gross), ("Unit price", "price"), ("Qty", "qty")]),
    "stores_as_columns": ("ask", [("SKU", "sku"), ("Name", "name"), ("Store 1", _twelve), ("Store 2", lambda g, i: g.qty - 12), ("Total", "qty"), ("Price", "price")]),
    "total_pieces_and_total": ("ready", [("SKU", "sku"), ("Name", "name"), ("Total Qty", "qty"), ("Unit price", "price"), ("Total", "total")]),
    "yes_and_no": ("ready", [("SKU", "sku"), ("Name", "name"), ("Order", lambda g, i: "Yes"), ("Qty", "qty"), ("Price", "price")]),
    "forecast_and_order": ("ready", [("SKU", "sku"), ("Name", "name"), ("Forecast qty", _other), ("Order qty", "qty"), ("Price", "price")]),
    "sold_and_ordered": ("ready", [("SKU", "sku"), ("Name", "name"), ("Sold last month", _other), ("Quantity", "qty"), ("Price", "price")]),
    "minimum_and_quantity": ("ready", [("SKU", "sku"), ("Name", "name"), ("Min. Qty", _twelve), ("Quantity", "qty"), ("Price", "price")]),
    "old_and_new_price": ("ask", [("SKU", "sku"), ("Name", "name"), ("Qty", "qty"), ("Old price", _gross), ("New price", "price")]),
    "cost_and_sale": ("ask", [("SKU", "sku"), ("Name", "name"), ("Qty", "qty"), ("Cost", "price"), ("Sale price", _gross)]),
    "price_and_deposit": ("ready", [("SKU", "sku"), ("Name", "name"), ("Qty", "qty"), ("Deposit", lambda g, i: Decimal("0.25")), ("Price", "price")]),
    "german_target_and_actual": ("ready", [("Artikelnummer", "sku"), ("Bezeichnung", "name"), ("Sollbestand", _other), ("Istbestand", _twelve), ("Bestellmenge", "qty"), ("EK netto", "price")]),
    "german_delivered": ("ready", [("Art.-Nr.", "sku"), ("Artikel", "name"), ("gel. Menge", _twelve), ("best. Menge", "qty"), ("Preis", "price")]),
    "french_stock": ("ready", [("Réf", "sku"), ("Désignation", "name"), ("Qté en stock", _other), ("Qté à commander", "qty"), ("Prix", "price")]),
    "spanish_units_per_box": ("ready", [("Código", "sku"), ("Descripción", "name"), ("Uds/caja", _twelve), ("Cantidad", "qty"), ("PVP", _gross), ("Precio", "price")]),
    "italian_delivered": ("ready", [("Codice", "sku"), ("Descrizione", "name"), ("Q.tà evasa", _twelve), ("Q.tà ordinata", "qty"), ("Prezzo", "price")]),
    "turkish_stock": ("ready", [("Ürün Kodu", "sku"), ("Ürün Adı", "name"), ("Stok Miktarı", _other), ("Sipariş Miktarı", "qty"), ("Birim Fiyat", "price")]),
    "persian_stock": ("ask", [("کد کالا", "sku"), ("نام کالا", "name"), ("موجودی", _other), ("تعداد در کارتن", _twelve), ("تعداد سفارش", "qty"), ("قیمت مصرف کننده", _gross), ("قیمت", "price")]),
    "arabic_stock": ("ready", [("رقم الصنف", "sku"), ("اسم الصنف", "name"), ("الرصيد", _other), ("الكمية المطلوبة", "qty"), ("السعر", "price")]),
    "russian_stock": ("ready", [("Артикул", "sku"), ("Наименование", "name"), ("Остаток", _other), ("Кратность", _twelve), ("Заказ", "qty"), ("Цена", "price")]),
    "chinese_stock": ("ready", [("货号", "sku"), ("品名", "name"), ("库存", _other), ("装箱数", _twelve), ("订购数量", "qty"), ("单价", "price")]),
    "japanese_stock": ("ready", [("商品コード", "sku"), ("商品名", "name"), ("在庫数", _other), ("入数", _twelve), ("発注数", "qty"), ("単価", "price")]),
    "portuguese_stock": ("ready", [("Referência", "sku"), ("Designação", "name"), ("Stock", _other), ("Quantidade", "qty"), ("Preço", "price")]),
    "price_before_discount": ("ready", [("SKU", "sku"), ("Name", "name"), ("Qty", "qty"), ("Price before discount", _gross), ("Price after discount", "price")]),
    "approved_quantity": ("ask", [("SKU", "sku"), ("Name", "name"), ("Requested qty", _other), ("Approved qty", "qty"), ("Price", "price")]),
    "returns_beside": ("ready", [("SKU", "sku"), ("Name", "name"), ("Returned qty", _twelve), ("Qty", "qty"), ("Price", "price")]),
}  # fmt: skip
"""What a clerk would do, and the columns; a plain callable holds what is not the order's value."""


def _build(name: str, ideal: str, columns: list[tuple[str, Key]]) -> Build:
    def build(random: Random) -> Drawn:
        paper = Paper(random, "Order")
        paper.put(1, 1, "Customer:", THEM)
        paper.table(3, columns, make_goods(random))
        return drawn(paper, ideal=ideal, customer=THEM)

    build.__name__ = name
    return build


BUILDERS = tuple(_build(name, *what) for name, what in TABLES.items())
