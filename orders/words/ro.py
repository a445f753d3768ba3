"""Romanian header words and labels."""

COLUMNS = {
    "sku": "cod produs|cod articol|cod intern|cod furnizor|~cod|cod art|referință|nr articol|cod mărfuri|cod material",
    "gtin": "cod de bare|cod bare",
    "product_name": "denumire|denumire produs|descriere|produs|denumirea produselor|denumirea mărfii|denumirea produsului|denumire articol|articol|denumire marfă|descriere produs|denumirea produselor sau a serviciilor",
    "quantity": "cantitate|cant|~comandă|cantitate comandată|buc|cantitate comandata|cant comandată|bucăți|necesar|cantitatea",
    "unit_price": "preț|preț unitar|pret unitar|preț fără tva|preț unitar fără tva|pret|pu|pret unit fara tva|preț unit|preț lei|pret achizitie|preț listă",
    "line_total": "valoare|valoare totală|total fără tva|valoare fără tva|valoare lei|valoare fara tva|val fără tva|total",
    "unit": "um|u m|unitate de măsură|um buc|unitate",
    "tax": "tva|cota tva",
    "discount": "reducere|discount %|disc|disc %|reducere %",
    "notes": "observații|mențiuni",
    "line_no": "nr crt|crt|poz",
    "stock": "stoc|stoc disponibil",
    "shipped": "cantitate livrată|livrat|confirmat|rest",
    "pack_size": "buc cutie|bucăți în cutie|ambalaj",
    "colour": "culoare",
    "size": "mărime",
    "delivery_date": "data livrării|termen de livrare",
    "gross_total": "valoare cu tva|total cu tva",
    "rrp": "preț raft|pret raft",
    "customs": "cod nc|cod vamal|cod tarifar|țara de origine|tara de origine|origine|lot|data expirării|valabilitate",
}

LABELS = {
    "customer": "client|cumpărător|beneficiar|cumparator|beneficiarul|facturare la|~societatea|~firma",
    "po_number": "număr comandă|nr comandă|comanda nr|comandă nr|comanda|comandă|nr comenzii|numar comanda|comandă furnizor nr|nr comanda",
    "order_date": "data comenzii|~data|data emiterii|data comandă",
    "delivery_date": "data livrării|termen de livrare|termen livrare|livrare|data livrare|data de livrare",
    "supplier": "furnizor",
    "currency": "moneda|valuta",
    "notes": "observații",
    "subtotal": "valoare marfă|valoare marfa|valoare mărfuri|total fără tva|subtotal|total fara tva|valoare fără tva",
    "tax": "tva|tva 19|total tva|valoare tva",
    "total": "total|total general|total cu tva|total de plată|total de plata|valoare totală|total comandă",
    "charge": "ambalaje|garanție ambalaje|ambalaj|transport|cost transport|taxă livrare",
    "discount": "discount",
    "contact": "persoana de contact|întocmit de",
}

ORDER_WORDS = "comandă|comandă de achiziție|formular de comandă|notă de comandă"
PRICE_LIST = "listă de prețuri|ofertă de preț"
STOCK_LIST = "stoc|inventar|listă de stoc"
OTHER_PAPERS = "factură|ofertă|aviz|aviz de însoțire a mărfii|chitanță|proformă|factură fiscală|factură proformă|cerere de ofertă|cerere ofertă|retur|retur marfă|notă de recepție|nir|notă de recepție și constatare de diferențe|listă de colisaj|bon de consum|aviz de expediție|extras de cont|stornare|ofertă comercială"
CONFIRMATION = "confirmare de comandă|confirmarea comenzii"
