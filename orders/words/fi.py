"""Finnish header words and labels."""

COLUMNS = {
    "sku": "tuotekoodi|tuotenumero|tuotenro|nimikenumero|nimikekoodi",
    "gtin": "viivakoodi|ean koodi",
    "product_name": "tuote|tuotenimi|nimike|kuvaus|tuotteen nimi|nimitys",
    "quantity": "määrä|kpl|tilattu määrä|tilausmäärä|kappalemäärä",
    "unit_price": "hinta|yksikköhinta|kappalehinta|á hinta|hinta kpl|veroton hinta",
    "line_total": "yhteensä|summa yhteensä|rivisumma|veroton yhteensä",
    "unit": "yksikkö|yks",
    "tax": "alv|alv %",
    "discount": "alennus|alennus %|ale %",
    "notes": "huomautus|lisätiedot|huomautukset",
    "line_no": "rivi|rivinro",
    "stock": "varastossa|varastosaldo",
    "shipped": "toimitettu|toimitettu määrä",
    "pack_size": "pakkauskoko|kpl pakkaus",
    "colour": "väri",
    "size": "koko",
    "delivery_date": "toimituspäivä|toimitusaika",
}

LABELS = {
    "customer": "asiakas|tilaaja|ostaja|asiakkaan nimi",
    "po_number": "tilausnumero|tilausnro|ostotilaus nro|tilaus nro",
    "order_date": "tilauspäivä|~päivämäärä|~pvm|tilauspvm",
    "delivery_date": "toimituspäivä|toivottu toimituspäivä",
    "supplier": "toimittaja|myyjä",
    "currency": "valuutta",
    "notes": "huomautus|lisätiedot",
    "subtotal": "veroton yhteensä|välisumma",
    "tax": "alv|alv 24|alv 25 5",
    "total": "yhteensä|loppusumma|maksettava|verollinen yhteensä",
}

ORDER_WORDS = "tilaus|tilauslomake|ostotilaus"
PRICE_LIST = "hinnasto|hintaluettelo"
STOCK_LIST = "varastolista|inventaario"
OTHER_PAPERS = "lasku|tarjous|lähete|hyvityslasku|kuitti|pakkausluettelo"
CONFIRMATION = "tilausvahvistus"
