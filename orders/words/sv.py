"""Swedish, Danish and Norwegian header words and labels."""

COLUMNS = {
    "sku": "artikelnr|artikelnummer|art nr|artnr|varenummer|varenr|varunummer|produktkod|~kod|~varekode|produktnr",
    "gtin": "ean|ean kod|streckkod|streckkod ean|stregkode|strekkode",
    "product_name": "benämning|beskrivning|artikelbenämning|~artikel|produktnamn|varubenämning|betegnelse|beskrivelse|varetekst|varenavn|produktnavn|~vare",
    "quantity": "antal|antall|kvantitet|beställt antal|beställd mängd|bestilt antal|mängd|mengde|mængde|antal st|bestilt",
    "unit_price": "pris|á pris|a pris|styckpris|pris st|enhetspris|pris per st|stykpris|enhedspris|nettopris|pris exkl moms|pris ekskl moms|indkøbspris|inköpspris|innkjøpspris",
    "rrp": "cirkapris|rek pris|vejledende pris|veiledende pris|pris inkl moms|vejl udsalgspris|vejledende udsalgspris|udsalgspris|vejl pris|rek utpris|utpris",
    "line_total": "summa|belopp|radsumma|totalt|beløb|beløp|sum|linjesum|total",
    "customer": "kund|kunde|kundnamn|kundenavn",
    "po_number": "ordernummer|ordrenummer|beställningsnummer|inköpsorder|bestillingsnummer|inköpsordernummer",
    "order_date": "orderdatum|beställningsdatum|ordredato|bestillingsdato",
    "delivery_date": "leveransdatum|önskat leveransdatum|leveringsdato|ønsket leveringsdato|leverans",
    "notes": "anmärkning|kommentar|bemærkning|merknad",
    "currency": "valuta",
    "discount": "rabatt|rabat|rabatt %",
    "tax": "moms|moms %|mva",
    "colour": "färg|farve|farge",
    "size": "storlek|størrelse|strl",
    "unit": "enhet|enhed",
    "pack_size": "antal per förpackning|förpackning|antal per kartong|kolli størrelse|förp storlek",
    "cases": "kartonger|antal kartonger|kasser",
    "line_no": "rad|radnr|linje|linjenr",
    "stock": "lager|lagersaldo|på lager|i lager|saldo|disponibelt",
    "shipped": "levererat|leveret|levert|bekräftat|restnoterat|mottaget",
    "moq": "minsta antal|minsta order|min antal",
    "category": "kategori|varumärke|leverantör|leverandør|mærke|varugrupp",
    "weight": "vikt|vægt|vekt",
    "person": "adress|ort|telefon|postnummer",
    "price_base": "prisenhet",
}

LABELS = {
    "customer": "kund|kundnamn|köpare|beställare|fakturaadress|køber|kunde|kjøper|bestiller|~företag|~firma|~virksomhed|~~leveransadress|~~leveringsadresse|~~namn",
    "contact": "kontaktperson|er referens|vår referens|deres ref|vores ref|underskrift",
    "supplier": "leverantör|säljare|leverandør|sælger|selger",
    "po_number": "ordre nr|rekvisition nr|ordernummer|ordernr|beställningsnummer|beställningsnr|inköpsorder|inköpsorder nr|ordrenummer|ordrenr|bestillingsnummer|rekvisition|rekvisitionsnummer|beställning",
    "order_date": "~datum|orderdatum|beställningsdatum|~dato|ordredato|bestillingsdato",
    "delivery_date": "leveransdatum|önskat leveransdatum|leveringsdato|ønsket leveringsdato",
    "currency": "valuta",
    "notes": "anmärkning|kommentar|bemærkninger|merknader",
    "subtotal": "delsumma|summa exkl moms|netto|subtotal|sum ekskl moms|total ekskl moms",
    "tax": "moms|mva|moms 25",
    "total": "summa|totalt|att betala|total|summa inkl moms|i alt|totalbelopp|total inkl moms",
    "quantity_total": "totalt antal|antal totalt",
    "charge": "frakt|fraktkostnad|fragt|porto",
    "discount": "rabatt|rabat",
    "deposit": "förskott",
}

ORDER_WORDS = (
    "beställning|bestilling|inköpsorder|order|ordre|indkøbsordre|innkjøpsordre|rekvisition"
)
PRICE_LIST = "prislista|prisliste|katalog"
STOCK_LIST = "lagerlista|lagerliste|inventering|lagersaldo"
OTHER_PAPERS = "faktura|offert|tilbud|följesedel|følgeseddel|kreditnota|packsedel|pakkeseddel|kreditfaktura|fraktsedel|fragtbrev|proformafaktura|offertförfrågan|kontoutdrag|plocklista|returseddel"
CONFIRMATION = "orderbekräftelse|ordrebekræftelse|ordrebekreftelse"
