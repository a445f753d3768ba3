"""Hungarian header words and labels."""

COLUMNS = {
    "po_number": "rendelésszám|megrendelés száma",
    "sku": "cikkszám|termékkód|árukód|rendelési szám|cikk szám|cikkszam|rendelési kód|katalógusszám|kat szám|gyártói cikkszám|szállítói cikkszám|~kód",
    "gtin": "vonalkód|ean kód",
    "product_name": "megnevezés|termék|termék neve|terméknév|leírás|termék megnevezése|áru megnevezése|megnevezes|cikk megnevezése|cikknév",
    "quantity": "mennyiség|db|darab|darabszám|rendelt mennyiség|rendelt menny|menny|menny db|rendelés db|rendelt db|rendelendő|megrendelt mennyiség|rendelés",
    "unit_price": "egységár|nettó egységár|nettó ár|darabár|nettó egys ár|nettó egységár ft|e ár|beszerzési ár|listaár nettó|egységár ft",
    "line_total": "összesen|nettó összesen|érték|nettó érték|összeg|nettó összeg|ár összesen|összérték",
    "unit": "me|mértékegység|egység|m e|mee|menny egység",
    "tax": "áfa|áfa %|áfa kulcs",
    "discount": "kedvezmény|kedvezmény %|kedv %|kedv",
    "notes": "megjegyzés",
    "line_no": "ssz|sorszám|sorsz|tétel",
    "stock": "készlet|raktárkészlet",
    "shipped": "szállított mennyiség|kiszállítva|visszaigazolt|visszaigazolva|hátralék",
    "pack_size": "db doboz|csomagolási egység",
    "colour": "szín",
    "size": "méret",
    "delivery_date": "szállítási határidő|szállítási dátum",
    "gross_total": "bruttó érték|bruttó összesen",
    "rrp": "fogyasztói ár",
    "moq": "minimum rendelés",
    "cases": "karton db|kartonok",
    "customs": "vtsz|vámtarifaszám|származási ország|gyártási szám|lejárat|szavatosság",
}

LABELS = {
    "customer": "vevő|megrendelő|ügyfél|megrendelő neve|vevő neve|számlázási cím|cégnév|~cég",
    "po_number": "megrendelés száma|rendelésszám|rendelési szám|megrendelésszám|megrendelés sz|megrendelés szám|rendelés száma|megrend szám|rendelés sz",
    "order_date": "megrendelés dátuma|rendelés dátuma|~dátum|kelt|rendelés kelte|megrendelés kelte|keltezés|kiállítás dátuma",
    "delivery_date": "szállítási határidő|kért szállítási dátum|kért szállítás|szállítás dátuma|kért határidő|szállítási idő|határidő",
    "supplier": "szállító|beszállító|eladó",
    "currency": "pénznem|deviza",
    "notes": "megjegyzés",
    "subtotal": "nettó összesen|részösszeg",
    "tax": "áfa|áfa 27|áfa összesen|áfa összege",
    "total": "összesen|végösszeg|bruttó összesen|fizetendő|bruttó végösszeg|mindösszesen|fizetendő összesen",
    "charge": "göngyöleg|betétdíj|szállítási költség|szállítási díj",
    "discount": "kedvezmény",
    "contact": "kapcsolattartó|ügyintéző",
    "quantity_total": "összes darab",
}

ORDER_WORDS = "beszerzési rendelés|szállítói rendelés|beszerzési megrendelés|megrendelés|rendelés|megrendelőlap|megrendelő lap"
PRICE_LIST = "árlista|árjegyzék"
STOCK_LIST = "készletlista|leltár"
OTHER_PAPERS = "számla|árajánlat|ajánlat|szállítólevél|díjbekérő|bizonylat|ajánlatkérés|árajánlatkérés|proforma számla|előlegszámla|visszáru|szállítói számla|jóváíró számla|bevételezési bizonylat|csomaglista|helyesbítő számla|raktári kiadás|számlakivonat"
CONFIRMATION = "rendelés visszaigazolás|visszaigazolás|megrendelés visszaigazolása"
