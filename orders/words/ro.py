"""Romanian header words and labels."""

COLUMNS = {
    "sku": "cod produs|cod articol|cod intern|cod furnizor",
    "gtin": "cod de bare|cod bare",
    "product_name": "denumire|denumire produs|descriere|produs|denumirea produselor",
    "quantity": "cantitate|cant|cantitate comandată|buc",
    "unit_price": "preț|preț unitar|pret unitar|preț fără tva|preț unitar fără tva",
    "line_total": "valoare|valoare totală|total fără tva|valoare fără tva",
    "unit": "um|u m|unitate de măsură",
    "tax": "tva|cota tva",
    "discount": "reducere|discount %",
    "notes": "observații|mențiuni",
    "line_no": "nr crt|crt",
    "stock": "stoc|stoc disponibil",
    "shipped": "cantitate livrată|livrat",
    "pack_size": "buc cutie|bucăți în cutie|ambalaj",
    "colour": "culoare",
    "size": "mărime",
    "delivery_date": "data livrării|termen de livrare",
}

LABELS = {
    "customer": "client|cumpărător|beneficiar",
    "po_number": "număr comandă|nr comandă|comanda nr|comandă nr",
    "order_date": "data comenzii|~data",
    "delivery_date": "data livrării|termen de livrare",
    "supplier": "furnizor",
    "currency": "moneda|valuta",
    "notes": "observații",
    "subtotal": "total fără tva|subtotal",
    "tax": "tva|tva 19",
    "total": "total|total general|total cu tva|total de plată",
}

ORDER_WORDS = "comandă|comandă de achiziție|formular de comandă|notă de comandă"
PRICE_LIST = "listă de prețuri|ofertă de preț"
STOCK_LIST = "stoc|inventar|listă de stoc"
OTHER_PAPERS = "factură|ofertă|aviz|aviz de însoțire a mărfii|chitanță|proformă"
CONFIRMATION = "confirmare de comandă|confirmarea comenzii"
