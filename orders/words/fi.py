"""Finnish header words and labels."""

COLUMNS = {
    "sku": "tuotekoodi|tuotenumero|tuotenro|nimikenumero|nimikekoodi|tuote nro|tuotekood|nimikenro|toimittajan tuotekoodi|art nro|tilauskoodi|nimike nro",
    "gtin": "viivakoodi|ean koodi",
    "product_name": "tuote|tuotenimi|nimike|kuvaus|tuotteen nimi|nimitys|tuotekuvaus|nimikkeen kuvaus|artikkeli|tuoteselite",
    "quantity": "kpl määrä|määrä|kpl|tilattu määrä|tilausmäärä|kappalemäärä|tilattu|tilattu kpl|määrä kpl|tilaus kpl|tilaus määrä|tilataan",
    "unit_price": "hinta|yksikköhinta|kappalehinta|á hinta|hinta kpl|veroton hinta|à hinta|a hinta|yks hinta|yksikköhinta alv 0|hinta yks|ostohinta|nettohinta|ovh alv 0",
    "line_total": "yhteensä|summa yhteensä|rivisumma|veroton yhteensä|summa|yht|rivihinta|yhteensä alv 0|arvo",
    "unit": "yksikkö|yks|yksikkö kpl",
    "tax": "alv|alv %",
    "discount": "alennus|alennus %|ale %|ale",
    "notes": "huomautus|lisätiedot|huomautukset|huom",
    "line_no": "rivi|rivinro|nro|rivi nro",
    "stock": "varastossa|varastosaldo",
    "shipped": "toimitettu|toimitettu määrä|vahvistettu|vahvistettu määrä|jäljellä",
    "pack_size": "pakkauskoko|kpl pakkaus",
    "colour": "väri",
    "size": "koko",
    "delivery_date": "toimituspäivä|toimitusaika",
    "rrp": "ovh|suositushinta|ohjevähittäishinta",
    "gross_total": "yhteensä sis alv",
    "moq": "minimitilaus|min tilaus",
    "cases": "laatikot|ltk",
    "customs": "tullinimike|cn koodi|hs koodi|alkuperämaa|alkuperä|eränumero|parasta ennen",
}

LABELS = {
    "customer": "asiakas|tilaaja|ostaja|asiakkaan nimi|tilaajan nimi|laskutusosoite|laskutusasiakas|~yritys",
    "po_number": "tilausnumero|tilausnro|ostotilaus nro|tilaus nro|ostotilaus|ostotilausnumero|tilauksen numero|tilausnumeromme|tilaus",
    "order_date": "~päiväys|tilauksen päiväys|tilauspäivä|~päivämäärä|~pvm|tilauspvm|tilattu|tilauksen pvm",
    "delivery_date": "toimituspäivä|toivottu toimituspäivä|toivottu toimitus|toimituspvm|toimitusaika|toivottu toimituspvm|haluttu toimituspäivä",
    "supplier": "toimittaja|myyjä",
    "currency": "valuutta",
    "notes": "huomautus|lisätiedot",
    "subtotal": "tavaran arvo|tavaroiden arvo|veroton yhteensä|välisumma|veroton summa|yhteensä alv 0",
    "tax": "alv|alv 24|alv 25 5|alv 25 5 %|alv yhteensä",
    "total": "yhteensä|loppusumma|maksettava|verollinen yhteensä|yhteensä sis alv|yhteensä alv|maksettavaa yhteensä|kokonaissumma|verollinen summa",
    "charge": "pantit|pantti|rahti|toimituskulut|postikulut",
    "discount": "alennus",
    "contact": "yhteyshenkilö|viitteemme|viitteenne",
    "quantity_total": "kpl yhteensä",
}

ORDER_WORDS = "tilaus|tilauslomake|ostotilaus"
PRICE_LIST = "hinnasto|hintaluettelo"
STOCK_LIST = "varastolista|inventaario"
OTHER_PAPERS = "lasku|tarjous|lähete|hyvityslasku|kuitti|pakkausluettelo|tarjouspyyntö|lähetyslista|lähetysluettelo|palautus|palautuslomake|proformalasku|tiliote|kauppalasku|myyntilasku|rahtikirja|osaluettelo"
CONFIRMATION = "tilausvahvistus"
