"""Swedish, Danish and Norwegian header words and labels."""

COLUMNS = {
    "sku": "artikelnr|artikelnummer|art nr|artnr|varenummer|varenr|varunummer|produktkod|~kod|~varekode|produktnr|lev varenr|leverandørens varenr|lev art nr|leverantörens artnr|vare nr",
    "gtin": "ean|ean kod|streckkod|streckkod ean|stregkode|strekkode",
    "product_name": "~namn|~navn|benämning|beskrivning|artikelbenämning|~artikel|produktnamn|varubenämning|betegnelse|beskrivelse|varetekst|varenavn|produktnavn|~vare|varebetegnelse|vareteks|varebeskrivelse|produkt|tekst|benevnelse",
    "quantity": "antal|antall|kvantitet|beställt antal|beställd mängd|bestilt antal|mängd|mengde|mængde|antal st|bestilt|best antal|best antall|bestilt antall|ant|beställt|antal stk|bestil|antall bestilt|beställ",
    "unit_price": "pris|á pris|a pris|styckpris|pris st|enhetspris|pris per st|stykpris|enhedspris|nettopris|pris exkl moms|pris ekskl moms|indkøbspris|inköpspris|innkjøpspris|stk pris|à pris|pris stk|pris pr stk|inpris|kostpris|netto pris|pris enh",
    "rrp": "cirkapris|rek pris|vejledende pris|veiledende pris|pris inkl moms|vejl udsalgspris|vejledende udsalgspris|udsalgspris|vejl pris|rek utpris|utpris",
    "line_total": "sum linje|linjesum|radsumma|summa|belopp|totalt|beløb|beløp|sum|total|linjebeløb|i alt|radbelopp|linjebeløp|linje total|pris i alt|beløb i alt",
    "customer": "kund|kunde|kundnamn|kundenavn",
    "po_number": "ordernummer|ordrenummer|beställningsnummer|inköpsorder|bestillingsnummer|inköpsordernummer",
    "order_date": "orderdatum|beställningsdatum|ordredato|bestillingsdato",
    "delivery_date": "leveransdatum|önskat leveransdatum|leveringsdato|ønsket leveringsdato|leverans",
    "notes": "anmärkning|kommentar|bemærkning|merknad|anm|bemærkn|bemærkninger|merknader|anmärkningar",
    "currency": "valuta",
    "discount": "rabatt|rabat|rabatt %|rab %|rab|rabat %",
    "tax": "moms|moms %|mva",
    "colour": "färg|farve|farge",
    "size": "storlek|størrelse|strl",
    "unit": "enhet|enhed|enh|enhed stk",
    "pack_size": "antal per förpackning|förpackning|antal per kartong|kolli størrelse|förp storlek|kolli|stk pr kolli|stk pr ks|antal pr kolli|antal per kolli|antall per kartong",
    "cases": "kartonger|antal kartonger|kasser|antal kolli|kolli antal",
    "line_no": "rad|radnr|linje|linjenr|lin",
    "stock": "lager|lagersaldo|på lager|i lager|saldo|disponibelt",
    "shipped": "levererat|leveret|levert|bekräftat|restnoterat|mottaget|rest|restordre|restordre antal|kvar att leverera",
    "moq": "minsta antal|minsta order|min antal",
    "category": "kategori|varumärke|leverantör|leverandør|mærke|varugrupp",
    "weight": "vikt|vægt|vekt",
    "person": "adress|ort|telefon|postnummer",
    "price_base": "prisenhet",
    "gross_total": "beløb inkl moms|i alt inkl moms|totalt inkl moms",
    "customs": "hs kod|hs-kod|statistiskt nr|statistiknummer|tullkod|ursprungsland|ursprung|oprindelsesland|opprinnelsesland|toldkode|varekode toll|batch|bäst före",
}

LABELS = {
    "customer": "kund|kundnamn|köpare|beställare|fakturaadress|køber|kunde|kjøper|bestiller|~företag|~firma|~virksomhed|~~leveransadress|~~leveringsadresse|~~namn|rekvirent|bestillerens navn|kundens navn|fakturaadresse|faktureringsadresse|faktureres til|faktureras till",
    "contact": "kontaktperson|er referens|vår referens|deres ref|vores ref|underskrift",
    "supplier": "leverantör|säljare|leverandør|sælger|selger",
    "po_number": "ordre nr|rekvisition nr|ordernummer|ordernr|beställningsnummer|beställningsnr|inköpsorder|inköpsorder nr|ordrenummer|ordrenr|bestillingsnummer|rekvisition|rekvisitionsnummer|beställning|bestillingsnr|rekvisitionsnr|indkøbsordre nr|indkøbsordre|indkøbsordrenr|innkjøpsordre|innkjøpsordrenr|bestilling nr|best nr|bestnr|beställning nr|vårt ordernr|vores ordrenr|deres ordrenr|ert ordernr|bestilling|order nr",
    "order_date": "~datum|orderdatum|beställningsdatum|~dato|ordredato|bestillingsdato|orderdag|beställd|bestilt den|udskrevet",
    "delivery_date": "leveransdatum|önskat leveransdatum|leveringsdato|ønsket leveringsdato|önskad leverans|önskat leveransdag|ønsket levering|ønskes leveret|leveres senest|leveransdag|leverans senast|leveringsdag|leveringstid|leverans",
    "currency": "valuta",
    "notes": "anmärkning|kommentar|bemærkninger|merknader",
    "subtotal": "varuvärde|vareverdi|varebeløb|varevärde|vareværdi|delsum|sum eks mva|delsumma|summa exkl moms|netto|subtotal|sum ekskl moms|total ekskl moms|summa exkl|i alt ekskl moms|subtotal ekskl moms|netto beløb|nettosumma|total exkl moms",
    "tax": "moms|mva|moms 25|moms 25 %|25 moms|25 % moms|mva 25|momsbeløb|momsbelopp",
    "total": "summa totalt|sum totalt|totalsumma|summa|totalt|att betala|total|summa inkl moms|i alt|totalbelopp|total inkl moms|totalt inkl moms|i alt inkl moms|beløb i alt|sum inkl mva|att betala sek|totalbeløb|til betaling|at betale|å betale",
    "quantity_total": "totalt antal|antal totalt",
    "charge": "pant|emballage|försäkring|frakt|fraktkostnad|fragt|porto|levering|fraktkostnader|fragt og emballage",
    "discount": "rabatt|rabat",
    "deposit": "förskott",
}

ORDER_WORDS = "köporder|inköpsbeställning|varebestilling|beställning|bestilling|inköpsorder|order|ordre|indkøbsordre|innkjøpsordre|rekvisition"
PRICE_LIST = "prislista|prisliste|katalog"
STOCK_LIST = "lagerlista|lagerliste|inventering|lagersaldo"
OTHER_PAPERS = "faktura|offert|tilbud|följesedel|følgeseddel|kreditnota|packsedel|pakkeseddel|kreditfaktura|fraktsedel|fragtbrev|proformafaktura|offertförfrågan|kontoutdrag|plocklista|returseddel|retursedel|returnota|pristilbud|anmodning om tilbud|forespørgsel|retur|returvare|varemodtagelse|pakkeliste|kontoudtog|pakkseddel|inkurans|leveransesedel|följesedel nr|packlista|stykliste|stycklista|anbudsförfrågan"
CONFIRMATION = "ordererkännande|orderbekräftelse|ordrebekræftelse|ordrebekreftelse"
