"""Hungarian header words and labels."""

COLUMNS = {
    "sku": "cikkszám|termékkód|árukód|rendelési szám",
    "gtin": "vonalkód|ean kód",
    "product_name": "megnevezés|termék|termék neve|terméknév|leírás",
    "quantity": "mennyiség|db|darab|darabszám|rendelt mennyiség",
    "unit_price": "egységár|nettó egységár|nettó ár|darabár",
    "line_total": "összesen|nettó összesen|érték|nettó érték|összeg",
    "unit": "me|mértékegység|egység",
    "tax": "áfa|áfa %",
    "discount": "kedvezmény|kedvezmény %",
    "notes": "megjegyzés",
    "line_no": "ssz|sorszám",
    "stock": "készlet|raktárkészlet",
    "shipped": "szállított mennyiség|kiszállítva",
    "pack_size": "db doboz|csomagolási egység",
    "colour": "szín",
    "size": "méret",
    "delivery_date": "szállítási határidő|szállítási dátum",
}

LABELS = {
    "customer": "vevő|megrendelő|ügyfél",
    "po_number": "megrendelés száma|rendelésszám|rendelési szám|megrendelésszám",
    "order_date": "megrendelés dátuma|rendelés dátuma|~dátum|kelt",
    "delivery_date": "szállítási határidő|kért szállítási dátum",
    "supplier": "szállító|beszállító|eladó",
    "currency": "pénznem|deviza",
    "notes": "megjegyzés",
    "subtotal": "nettó összesen|részösszeg",
    "tax": "áfa|áfa 27",
    "total": "összesen|végösszeg|bruttó összesen|fizetendő",
}

ORDER_WORDS = "megrendelés|rendelés|megrendelőlap|megrendelő lap"
PRICE_LIST = "árlista|árjegyzék"
STOCK_LIST = "készletlista|leltár"
OTHER_PAPERS = "számla|árajánlat|ajánlat|szállítólevél|díjbekérő|bizonylat"
CONFIRMATION = "rendelés visszaigazolás|visszaigazolás|megrendelés visszaigazolása"
