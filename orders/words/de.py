"""German header words and labels."""

COLUMNS = {
    "sku": "pzn|pharmazentralnummer|variantennummer|produktschlüssel|artikelschlüssel|artikelnummer|artikelnr|artikel nr|artikel nummer|art nr|artnr|artikelcode|art nummer|~bestellnummer|~bestell nr|bestellnr|~best nr|sachnummer|sach nr|materialnummer|material nr|materialnr|produktnummer|produkt nr|produktcode|teilenummer|teile nr|modell|modellnummer|modell nr|~nummer|~nr|~code|lieferantenartikelnummer|lieferanten artikelnummer|lief art nr|lieferanten art nr|herstellernummer|hersteller nr|ident nr|identnummer|~warennummer|~referenz|artikel id|artikel-nr lieferant|katalognummer",
    "gtin": "ean|ean code|eancode|ean nr|ean nummer|strichcode|barcode|gtin|ean gtin|gtin ean|isbn",
    "product_name": "~kleidungsstück|~bekleidung|~kleidung|~profil|~sorte|~wein|~pflanze|~chemikalie|~fisch|~blume|~arzneimittel|~medikament|~werkzeug|~zutat|~bauteil|~bauteile|~teil|~teile|~komponente|~komponenten|~ersatzteil|~ersatzteile|bezeichnung|~artikel|artikelbezeichnung|artikelname|beschreibung|artikelbeschreibung|produkt|produktname|produktbezeichnung|~name|text|artikeltext|kurztext|ware|warenbezeichnung|titel|benennung|leistung|artikel bezeichnung|produktbeschreibung|material|materialbezeichnung|materialkurztext|gegenstand|bez",
    "quantity": "~auflage|~auflagenhöhe|~bestellmenge kg|gekaufte menge|gekaufte anzahl|kaufmenge|wie viele|wieviel|wieviele|bestellmenge neu|neue bestellung|aktuelle bestellung|diese bestellung|menge|anzahl|stück|stückzahl|bestellmenge|best menge|bestellte menge|auftragsmenge|stk|stck|anz|~bestellung|gewünschte menge|menge stück|menge stk|ihre bestellung|bedarf|bestellt|menge in stück|gesamtmenge|anzahl stück|mge|bestellmenge stück|exemplare|flaschen",
    "unit_price": "vk netto|vk preis netto|verkaufspreis netto|vk preis|einzelpr|preis|einzelpreis|stückpreis|e preis|ep|preis stück|preis pro stück|preis je einheit|preis einheit|einheitspreis|ep netto|einzelpreis netto|netto einzelpreis|preis je stück|stk preis|vp|verkaufspreis|preis netto|bestellpreis|e preis netto|preis stk|einzel preis|~bruttopreis|~preis brutto|~einzelpreis brutto|~preis inkl mwst",
    "wholesale": "ek|einkaufspreis|großhandelspreis|nettopreis|ek preis|ek netto|händlerpreis|netto preis|hek|ek preis netto|händler ek|netto ek|ihr preis|ihr ek",
    "rrp": "uvp|vk|listenpreis|uvp brutto|vk preis|ladenpreis|uvp inkl mwst|empf vk|bruttopreis|empfohlener verkaufspreis|unverbindliche preisempfehlung|preis brutto",
    "line_total": "nettobestellwert|bestellwert|nettowert|gesamtpreis|betrag|gesamt|summe|gesamtbetrag|g preis|gp|gesamt netto|gesamtpreis netto|positionswert|nettobetrag|warenwert|~wert|gesamtwert|zeilensumme|netto gesamt|gesamtsumme|positionssumme|summe netto|betrag netto|total|netto|positionsbetrag",
    "gross_total": "betrag brutto|gesamtpreis brutto|gesamt brutto|bruttobetrag|brutto|summe brutto",
    "customer": "geschäftspartner|debitor|debitorname|rechnungsempfänger|~rechnung firma|~lieferung firma|~warenempfänger|kunde|~firma|kundenname|besteller|auftraggeber|käufer|~filiale|~lieferadresse|~empfänger",
    "po_number": "auftrag|auftrag nr|externe bestellnummer|shop bestellnummer|onlineshop bestellnummer|bestellreferenz|bestell id|bestellid|auftrags id|unsere bestellnummer|unsere bestell nr|ihre bestellnummer|kundenbestellnummer|einkaufsbeleg|belegnummer|auftragsnummer|auftragsnr|auftrags nr|bestellung nr|ihre referenz|beleg nr|bestellungsnummer|kundenauftragsnummer|order nr",
    "order_date": "bestellzeitpunkt|bestellt|auftragseingang|belegdatum|zeitstempel|bestelldatum|auftragsdatum|bestellt am",
    "delivery_date": "zugesagter termin|zugesagtes lieferdatum|lieferdatum soll|soll lieferdatum|bestätigter liefertermin|wunschdatum|wunsch datum|lieferdatum|liefertermin|wunschtermin|~datum|wunschlieferdatum|wunschliefertermin|lieferung|lieferzeitpunkt|termin|liefertag|lieferwoche|lt",
    "notes": "bemerkung|bemerkungen|anmerkung|anmerkungen|hinweis|hinweise|notiz|notizen|kommentar|grund|begründung|zweck|verwendungszweck|verwendung",
    "currency": "währung|whg|waehrung|währg",
    "discount": "rabatt|nachlass|rabatt %|rab|rabatt in %|skonto|rab %",
    "tax": "steuerbetrag|produktsteuer gesamtbetrag|versandsteuer gesamtbetrag|steuer gesamtbetrag|mwst|ust|mwst %|ust %|steuer|mehrwertsteuer|mwst satz|steuersatz|steuer %",
    "colour": "~farbnr|~farb nr|~farbnummer|farbbezeichnung|farbname|farbe|farben|farbton|farbcode",
    "size": "größe|maß|abmessung|maße|abmessungen|groesse|gr|~format",
    "unit": "verkaufsmengeneinheit|bestellmengeneinheit|basismengeneinheit|bestell me|einheit|me|mengeneinheit|eh|einh|vpe einheit|bestelleinheit|meh|bme",
    "pack_size": "menge pro vpe|menge je vpe|stück je palette|stück pro palette|stück palette|stück je karton|stück je ve|menge je karton|vpe|losgröße|verpackungseinheit|inhalt|stück pro karton|stk karton|stück karton|packungsgröße|stück vpe|gebindegröße|ve|kartoninhalt|menge pro karton|vpe stück|inhalt karton",
    "cases": "paletten|anzahl paletten|anzahl ve|anzahl gebinde|anzahl kartons|kartons|karton|anzahl vpe|gebinde|kolli",
    "line_no": "pos|position|pos nr|~nr|lfd nr|zeile|~nummer|lfd|posnr|#",
    "stock": "bestand|lagerbestand|lager|verfügbar|auf lager|verfügbarkeit|bestand aktuell|mindestbestand|meldebestand|reserviert|lagermenge",
    "shipped": "versandte menge|versendete menge|zu versendende menge|verschickte menge|retournierte menge|stornierte menge|letzte bestellung|bestellung vorjahr|vorjahresmenge|ø abverkauf|abverkauf|durchschnittlicher abverkauf|geliefert|gelieferte menge|offen|offene menge|bestätigt|bestätigte menge|rückstand|erhalten|restmenge|liefermenge bestätigt|fakturiert|berechnet|wareneingang|storniert|liefermenge",
    "moq": "mindestmenge|mindestbestellmenge|mbm|min menge|mindestabnahme|staffel",
    "image": "bild|foto|abbildung|link|webseite",
    "category": "bezugsquelle|wo kaufen|kategorie|gruppe|warengruppe|artikelgruppe|marke|kollektion|typ|art|serie|lieferant|hersteller|saison|sortiment|linie",
    "status": "status|zustand|lieferzeit|auswahl|neu|priorität",
    "weight": "gewicht|nettogewicht|bruttogewicht|volumen|länge|breite|höhe|gewicht kg|gesamtgewicht|tiefe",
    "customs": "cas|cas nr|cas nummer|zolltarif|hs code|taric|taric code|warentarifnummer|zolltarifnummer|ursprungsland|warennr|herkunft|zolltarif nr|statistische warennummer|mhd|charge|herkunftsland|zutaten",
    "customer_code": "kunden art nr|kd art nr|kundenartikelnr|kundenartikelnummer|ihre artikelnummer|kundennummer|kunden nr|kd nr|kundennr|ihre art nr|kunden artikelnummer|unsere artikelnummer|unsere art nr|eigene artikelnummer|interne nummer",
    "person": "telefon|tel|adresse|straße|plz|ort|ansprechpartner|vorname|nachname|email|stadt|mitarbeiter|abteilung|kostenstelle|lagerort|lagerplatz",
    "ignored": "marge|aufschlag|spanne|handelsspanne|rechnungsnummer|rechnung|muster",
    "price_base": "preiseinheit|preismenge|preisbasis|peh|~pe|~je",
}

LABELS = {
    "customer": "~mitglied|~mitgliedsbetrieb|~anschlusshaus|~schule|~krankenhaus|~verein|~hotel|~praxis|~apotheke|~einrichtung|~gaststätte|kunde|~firma|kundenname|besteller|auftraggeber|käufer|rechnungsadresse|rechnung an|rechnungsempfänger|~~lieferadresse|~~lieferanschrift|~rechnungsanschrift|~bestellt von|~firmenname|~~warenempfänger|~~empfänger|~~filiale|~~lieferung an|~~name|~geschäft|~klinik|~restaurant|~kita|~buchhandlung",
    "contact": "ansprechpartner|sachbearbeiter|bearbeiter|kontakt|zuständig|unterschrift|ihr ansprechpartner|einkäufer|besteller name|z hd|zu händen",
    "supplier": "lieferant|verkäufer|hersteller|lieferantenname|von|an|lieferantenanschrift",
    "po_number": "bestellnummer|bestell nr|bestellnr|bestellung nr|bestellung|auftragsnummer|auftrags nr|auftragsnr|ihre referenz|unsere referenz|best nr|belegnummer|beleg nr|kundenauftragsnummer|auftrag nr|~referenz|~unser zeichen|~ihr zeichen|~nummer|~nr|bestellungsnummer|order nr|kommission|ihre bestellung|unsere bestellnummer|ihre bestellnummer|ihre bestell nr|kundenbestellnummer|kundenbestellung|bestell nummer|unsere bestellnr|unsere bestell-nr|unsere auftragsnr",
    "order_date": "~datum|bestelldatum|auftragsdatum|bestellt am|vom|belegdatum|bestelldatum vom",
    "delivery_date": "lieferfenster|lieferzeitraum|lieferdatum|liefertermin|wunschtermin|wunschlieferdatum|wunschliefertermin|lieferung bis|lieferung am|gewünschter liefertermin|liefertag|liefern bis|liefertermin bis|zu liefern bis",
    "currency": "währung|preise in|alle preise in|whg|waehrung",
    "notes": "bemerkung|bemerkungen|anmerkung|anmerkungen|hinweis|hinweise|notiz|kommentar|lieferhinweis",
    "subtotal": "wert der ware|wert der waren|summe warenwert|gesamtwarenwert|warenwert netto|netto warenwert|übertrag|übertrag von seite|zwischenübertrag|zwischensumme|netto|nettosumme|nettobetrag|summe netto|gesamt netto|warenwert|gesamtbetrag netto|netto gesamt|nettogesamtbetrag|summe der positionen|gesamtnetto|nettowarenwert|gesamtsumme netto",
    "tax": "mwst|ust|mehrwertsteuer|umsatzsteuer|zzgl mwst|mwst betrag|steuer|ust betrag|zzgl ust|zzgl mehrwertsteuer|steuerbetrag",
    "total": "zahlbetrag|zu zahlender betrag|zahlungsbetrag|gesamtsumme|endbetrag|gesamtbetrag|gesamt|summe|total|rechnungsbetrag|gesamt brutto|bruttosumme|brutto|endsumme|bestellwert|gesamtpreis|auftragssumme|auftragswert|bestellsumme|zu zahlen|gesamtbetrag brutto|gesamtsumme brutto|bruttobetrag|summe brutto|brutto gesamt",
    "quantity_total": "gesamtmenge|gesamtstückzahl|anzahl gesamt|summe menge|stück gesamt",
    "charge": "pfand|leergut|pfandbetrag|pfand gesamt|zzgl versandkosten|versandkostenpauschale|zzgl versand|zzgl fracht|versicherung|verpackungskosten|versand|versandkosten|fracht|frachtkosten|porto|verpackung|transport|transportkosten|lieferkosten|porto und verpackung|mindermengenzuschlag|zuschlag|maut",
    "discount": "rabatt|nachlass|abzgl rabatt|skonto|abzüglich rabatt|gesamtrabatt|messerabatt|mengenrabatt|sonderrabatt|treuerabatt|händlerrabatt|vororderrabatt|frühbezugsrabatt",
    "deposit": "anzahlung|bereits bezahlt|restbetrag|vorauszahlung|kreditkarte|barzahlung",
    "elsewhere": "kundennummer|kunden nr|kundennr|kd nr|ihre kundennummer|unsere kundennummer|debitorennummer|telefon|tel|fax|e mail|anschrift|adresse|zahlungsbedingungen|zahlungsbedingung|zahlungsziel|ust idnr|ust id nr|ust id|steuernummer|steuer nr",
}

ORDER_WORDS = "einkaufsbestellung|lieferantenbestellung|einkaufsliste|bestellübersicht|bestellung|bestellungen|auftrag|bestellformular|order|bestellschein|bestellliste|auftragsformular|bestellpositionen|warenbestellung"
PRICE_LIST = "preisliste|preislisten|katalog|artikelliste|händlerpreisliste|sortimentsliste|produktliste|konditionen"
STOCK_LIST = "vorratsliste|bestandsliste|lagerbestand|inventur|lagerliste|bestand|inventurliste|bestandsübersicht|verfügbarkeitsliste"
OTHER_PAPERS = "umlagerung|umlagerungsbeleg|lastschrift|belastungsanzeige|abholschein|arbeitsauftrag|fertigungsauftrag|werkstattauftrag|produktionsauftrag|kaufvertrag|mietvertrag|leistungsverzeichnis|versandanzeige|lieferavis|reparaturauftrag|warenannahmeschein|materialentnahmeschein|verpackungsliste|wareneingang|wareneingangsbeleg|lagerzugang|warenrücksendung|retourenauftrag|retourenliste|retourenanmeldung|rücknahmeschein|rücklieferung|umsatzstatistik|umsatzbericht|umsatzübersicht|verkaufsstatistik|verkaufsbericht|verkaufszahlen|absatzstatistik|absatzliste|retourenformular|rücksendung|retoure|retouren|rücksendeformular|rechnung|angebot|lieferschein|gutschrift|packliste|mahnung|quittung|proformarechnung|umsatzliste|stundenzettel|laborbericht|handelsrechnung|proforma|proforma rechnung|kostenvoranschlag|offerte|anfrage|preisanfrage|angebotsanfrage|warenbegleitschein|warenausgangsschein|wareneingangsschein|kommissionierliste|kommissionierschein|pickliste|rechnungskorrektur|retourenschein|rücksendeschein|rücklieferschein|reklamation|stückliste|kontoauszug|frachtbrief"
CONFIRMATION = (
    "auftragsbestätigung|bestellbestätigung|auftragsübersicht|bestellhistorie|bestellübersicht"
)
