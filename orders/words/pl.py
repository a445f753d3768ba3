"""Polish header words and labels."""

COLUMNS = {
    "sku": "indeks|symbol|kod towaru|kod produktu|numer katalogowy|nr katalogowy|nr artykułu|numer artykułu|~kod|indeks towaru|symbol towaru|nr kat|nr kat.|kod kat|nr art|indeks dostawcy",
    "gtin": "ean|kod ean|kod kreskowy",
    "product_name": "~odzież|~ubranie|nazwa towaru|nazwa|nazwa produktu|nazwa artykułu|towar|~produkt|opis|opis towaru|nazwa towaru usługi|asortyment",
    "quantity": "~nakład|ilość zam|ilość zamówiona|ilość zamawiana|ilość|zamówienie ilość|liczba sztuk|~sztuk|zamawiana ilość|ilość szt|il zam|il|ilość do zamówienia",
    "unit_price": "cena|cena netto|cena jednostkowa|cena jedn|cena jednostkowa netto|cena za sztukę|cena jedn netto",
    "rrp": "cena brutto|cena detaliczna|sugerowana cena|cena katalogowa",
    "line_total": "wartość|wartość netto|kwota|kwota netto|suma|razem",
    "gross_total": "wartość brutto|kwota brutto",
    "customer": "nazwa kontrahenta|nazwa klienta|nazwa odbiorcy|klient|nabywca|odbiorca|kontrahent|zamawiający|~firma",
    "po_number": "numer dokumentu|nr dokumentu|nr zamówienia klienta|nr zamówienia|numer zamówienia",
    "order_date": "data wystawienia|data utworzenia|data dokumentu|data zamówienia",
    "delivery_date": "data realizacji|data wysyłki|planowana data dostawy|oczekiwana data dostawy|data dostawy|termin dostawy|termin realizacji|~data",
    "notes": "uwagi|komentarz",
    "currency": "waluta",
    "discount": "rabat|rabat %|upust",
    "tax": "vat|stawka vat|vat %",
    "colour": "kolor",
    "size": "rozmiar|wymiary",
    "unit": "j m|jm|jednostka|jednostka miary",
    "pack_size": "ilość w opakowaniu|opakowanie|szt w kartonie|ilość w kartonie",
    "cases": "kartony|liczba kartonów|ilość kartonów",
    "line_no": "lp|poz|pozycja",
    "stock": "stan|stan magazynowy|dostępne|na stanie|dostępność",
    "shipped": "otrzymano|potwierdzono|wysłano|wydano|dostarczono|zrealizowano|potwierdzona ilość|pozostało",
    "moq": "minimum|minimum zamówienia|min ilość",
    "category": "kategoria|grupa|marka|producent|dostawca",
    "weight": "waga|masa",
    "person": "adres|miasto|telefon|kod pocztowy|ulica",
    "price_base": "jednostka ceny|jedn ceny",
    "customs": "kod cn|kod pcn|kod hs|kod taryfy celnej|kraj pochodzenia|kraj|pochodzenie|partia|nr partii|termin ważności|data ważności|skład",
    "customer_code": "kod klienta|indeks klienta|kod odbiorcy|nr klienta",
    "image": "zdjęcie|foto|link",
}

LABELS = {
    "customer": "odbiorca faktury|nabywca|zamawiający|klient|kupujący|kontrahent|odbiorca|~firma|~nazwa firmy|~~adres dostawy|~~nazwa",
    "contact": "osoba kontaktowa|zamówił|podpis|sporządził",
    "supplier": "dostawca|sprzedawca|producent",
    "po_number": "nr zamówienia|numer zamówienia|zamówienie nr|zamówienie|~numer|~nr",
    "order_date": "~data|data zamówienia|data wystawienia|z dnia",
    "delivery_date": "data realizacji|oczekiwana data dostawy|data dostawy|termin dostawy|termin realizacji",
    "currency": "waluta",
    "notes": "uwagi|komentarz",
    "subtotal": "wartość towaru|wartość towarów|razem towary|razem netto|suma netto|wartość netto",
    "tax": "vat|kwota vat|podatek vat",
    "total": "razem|suma|ogółem|razem brutto|do zapłaty|suma brutto|wartość zamówienia|wartość brutto",
    "quantity_total": "razem sztuk|łączna ilość",
    "charge": "kaucja|kaucje|opakowania zwrotne|kaucja za opakowania|dostawa|opakowanie|koszty transportu|koszt transportu|transport|koszt dostawy|koszty dostawy",
    "discount": "rabat|upust",
    "deposit": "zaliczka",
    "elsewhere": "nr klienta|numer klienta|kod klienta|tel|telefon|faks|adres|warunki płatności|forma płatności|nip|regon",
}

ORDER_WORDS = "zamówienie zakupu|zamówienie do dostawcy|zamówienie zakupowe|lista zakupów|lista zamówień|zamówienie|zamówienia|formularz zamówienia"
PRICE_LIST = "cennik|katalog|lista produktów"
STOCK_LIST = "lista zapasów|stan magazynowy|stany magazynowe|inwentaryzacja"
OTHER_PAPERS = "paragon|zestawienie sald|zapytanie cenowe|faktura|oferta|list przewozowy|dokument wz|faktura vat|faktura proforma|faktura pro forma|faktura korygująca|korekta faktury|korekta|wydanie zewnętrzne|wydanie zewnętrzne wz|przyjęcie zewnętrzne|zapytanie ofertowe|specyfikacja wysyłkowa|lista pakowa|lista pakunkowa|list pakunkowy|specyfikacja pakowania|nota korygująca|zwrot towaru|oferta handlowa|oferta cenowa|przyjęcie zewnętrzne pz|dowód wydania wz|dowód wydania|wz|pz|protokół zwrotu|wyciąg z konta"
CONFIRMATION = "potwierdzenie zamówienia"
