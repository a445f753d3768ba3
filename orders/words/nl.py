"""Dutch header words and labels."""

COLUMNS = {
    "sku": "artikelnummer|artikelnr|artikel nr|art nr|artikelcode|productcode|productnummer|bestelcode|~code|~nummer|~nr|modelnummer|uw artikelnummer|art code|artikelnr leverancier",
    "gtin": "ean|ean code|eancode|streepjescode|barcode",
    "product_name": "~kledingstuk|~kleding|plantnaam|~plantnaam|~soort|~ras|~bloem|~plant|~wijn|~vis|omschrijving|artikelomschrijving|productomschrijving|beschrijving|~artikel|artikelnaam|~product|productnaam|~naam|benaming",
    "quantity": "~oplage|aantal|hoeveelheid|bestelaantal|besteld|besteld aantal|aantal stuks|~stuks|te bestellen|bestelhoeveelheid|aant|aant st|aantal st|best aantal",
    "unit_price": "prijs|stukprijs|eenheidsprijs|prijs per stuk|prijs per eenheid|prijs excl btw|prijs stuk|inkoopprijs|nettoprijs|prijs p st|prijs st|st prijs|netto prijs|prijs eenh|inkoop",
    "rrp": "adviesprijs|verkoopprijs|consumentenprijs|prijs incl btw",
    "line_total": "bedrag excl btw|bedrag exclusief btw|regelbedrag|regeltotaal|totaal|totaalprijs|bedrag|totaalbedrag|totaal excl btw|subtotaal",
    "gross_total": "bedrag incl btw|bedrag inclusief btw|totaal incl btw",
    "customer": "naam verkooprelatie|verkooprelatie|naam relatie|debiteur|debiteurnaam|naam debiteur|relatie|relatienaam|klant|klantnaam|afnemer|~bedrijf|~bedrijfsnaam|~~winkel|opdrachtgever",
    "po_number": "verkoopordernummer|bestelnummer klant|documentnummer|ordernummer|inkoopordernummer|inkooporder|bestelbonnummer|uw referentie|ordernr",
    "order_date": "documentdatum|aanmaakdatum|besteldatum|orderdatum",
    "delivery_date": "verwachte leverdatum|gewenste levering|leverdatum|gewenste leverdatum|levering|~datum",
    "notes": "opmerking|opmerkingen|notitie",
    "currency": "valuta|munteenheid",
    "discount": "korting|korting %",
    "tax": "btw|btw %|btw tarief",
    "colour": "kleur",
    "size": "maat|afmeting|afmetingen",
    "unit": "eenheid",
    "pack_size": "verpakking|verpakkingseenheid|aantal per doos|stuks per doos|inhoud",
    "cases": "dozen|aantal dozen|colli",
    "line_no": "regel|volgnummer|regelnr",
    "stock": "voorraad|beschikbaar|op voorraad",
    "shipped": "geleverd|ontvangen|openstaand|bevestigd|nog te leveren",
    "moq": "minimale afname|minimum afname|min afname",
    "category": "categorie|merk|leverancier|groep|fabrikant",
    "weight": "gewicht|lengte|breedte|hoogte",
    "customer_code": "klantartikelnr|klantartikelnummer|uw artikelnr|klantnummer|uw artikelnummer|uw artikelcode|ons artikelnummer",
    "person": "adres|postcode|plaats|telefoon|contactpersoon",
    "price_base": "prijseenheid|~per",
    "customs": "hs code|hs-code|goederencode|statistieknummer|land van herkomst|herkomst|land|batch|charge|houdbaarheid|tht|samenstelling",
}

LABELS = {
    "customer": "klant|klantnaam|naam klant|naam afnemer|naam besteller|afnemer|besteller|koper|factuuradres|factureren aan|~bedrijf|~bedrijfsnaam|~besteld door|~~afleveradres|~~leveradres|~~naam|debiteur|opdrachtgever",
    "contact": "contactpersoon|t a v|ter attentie van|handtekening",
    "supplier": "leverancier|verkoper|aan",
    "po_number": "inkooporder nr|inkoopordernr|bestelnummer|ordernummer|inkoopordernummer|inkooporder|bestelbon|bestelbon nr|bestelling|bestelling nr|uw referentie|~referentie|~onze referentie|bestelnr|bestelnr.|ordernr|onze bestelling|onze order|inkooporder nummer|uw ordernummer",
    "order_date": "~datum|besteldatum|orderdatum",
    "delivery_date": "leverdatum|gewenste leverdatum|uiterste leverdatum|leveren voor",
    "currency": "valuta|munteenheid",
    "notes": "opmerking|opmerkingen",
    "subtotal": "goederenwaarde|waarde goederen|totaal goederen|goederenbedrag|goederen|subtotaal|totaal excl btw|totaal exclusief btw|netto totaal",
    "tax": "btw|btw bedrag|btw 21|totaal btw",
    "total": "totaal|totaalbedrag|eindtotaal|totaal incl btw|totaal inclusief btw|te betalen",
    "quantity_total": "totaal aantal|aantal totaal",
    "charge": "statiegeld|emballage|verpakking|transport|verzending|verzekering|verzendkosten|vracht|transportkosten|bezorgkosten",
    "discount": "korting|totale korting",
    "deposit": "aanbetaling",
    "elsewhere": "klantnummer|klantnr|debiteurnummer|debiteurnr|tel|telefoon|adres|betalingsvoorwaarden|btw nr|btw nummer|kvk",
}

ORDER_WORDS = (
    "inkooplijst|boodschappenlijst|bestelling|bestelformulier|inkooporder|bestelbon|bestellijst"
)
PRICE_LIST = "prijslijst|catalogus|assortimentslijst"
STOCK_LIST = "voorraadlijst|voorraad|inventarislijst"
OTHER_PAPERS = "proforma factuur|urenstaat|factuur|factuurbon|kassabon|rekening|offerte|pakbon|creditnota|leveringsbon|vrachtbrief|paklijst|afleverbon|creditfactuur|proformafactuur|offerteaanvraag|prijsaanvraag|retourbon|retourformulier|rekeningoverzicht|stuklijst|ontvangstbon|ontvangst|goederenontvangst|prijsopgave|verkoopfactuur"
CONFIRMATION = "orderbevestiging|opdrachtbevestiging"
