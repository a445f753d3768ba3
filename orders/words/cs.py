"""Czech and Slovak header words and labels."""

COLUMNS = {
    "customer": "objednatel|odběratel|kupující",
    "sku": "katalogové č|katalogové číslo|obj číslo|kód zboží|kód výrobku|kód produktu|číslo zboží|číslo výrobku|objednací číslo|kód tovaru|číslo tovaru|~kód|kat číslo|katalog číslo|objednací kód|č zboží|číslo artiklu|artikl|reg číslo|kód položky|kat č|obj č",
    "gtin": "čárový kód|ean kód|čiarový kód|ean|ean 13",
    "product_name": "název|název zboží|název produktu|zboží|popis|výrobek|označení|názov|názov tovaru|tovar|popis zboží|položka|název položky|~předmět",
    "quantity": "množství|počet|počet kusů|ks|objednané množství|množstvo|objednané množstvo|počet ks|objednáno|objednáno ks|množství mj|mn|požadované množství|objednat|~kusy|k objednání",
    "unit_price": "cena|jednotková cena|cena za kus|cena za ks|cena bez dph|cena za mj|jednotková cena bez dph|jedn cena|cena mj|cena ks|cena za mj bez dph|j cena|nákupní cena|cena bez dph za mj",
    "line_total": "celkem|cena celkem|celková cena|celkem bez dph|spolu|cena spolu|cena celkem bez dph|celkem kč|částka",
    "unit": "mj|měrná jednotka|jednotka|merná jednotka|m j|jedn",
    "tax": "dph|sazba dph|dph %",
    "discount": "sleva|sleva %|zľava",
    "notes": "poznámka|poznámky",
    "line_no": "č|řádek|poř|pořadí|poradie|č ř|pol|poz|p č",
    "stock": "skladem|na skladě|stav skladu|zásoba",
    "shipped": "dodáno|vydáno|dodané množství|zbývá|potvrzeno|zbývá dodat|dodáno ks",
    "pack_size": "balení|ks v balení|kusů v balení",
    "colour": "barva|farba",
    "size": "velikost|veľkosť",
    "delivery_date": "termín dodání|datum dodání|dátum dodania",
    "price_base": "cenová jednotka",
    "rrp": "doporučená cena|moc|cena s dph",
    "gross_total": "celkem s dph|cena celkem s dph",
    "moq": "minimální množství|min odběr",
    "category": "značka|skupina|dodavatel|výrobce",
    "weight": "hmotnost|váha",
    "customer_code": "číslo zákazníka",
    "cases": "kartonů|počet kartonů",
    "customs": "celní kód|kód hs|celní sazebník|země původu|původ|šarže|expirace|složení",
}

LABELS = {
    "customer": "odběratel|zákazník|objednatel|kupující|objednávateľ|firma odběratele|fakturační adresa|~firma|~společnost",
    "po_number": "číslo objednávky|objednávka číslo|objednávka č|č objednávky|objednávka|číslo obj|obj č|objednávka vydaná|objednávka vydaná č",
    "order_date": "datum objednávky|~datum|datum vystavení|~dátum|vystaveno|vystaveno dne|ze dne|datum vystavení objednávky",
    "delivery_date": "termín dodania|dodať do|termín dodání|datum dodání|požadovaný termín dodání|dátum dodania|dodat do|termín|požadovaný termín|termín dodávky",
    "supplier": "dodavatel|dodávateľ|prodávající",
    "currency": "měna|mena",
    "notes": "poznámka|poznámky",
    "subtotal": "cena zboží|hodnota zboží|zboží celkem|cena zboží celkem|zboží bez dph|základ dph|medzisúčet|celkem základ|mezisoučet|celkem netto|celkem bez dph|základ daně",
    "tax": "dph|dph 21 %",
    "charge": "zálohy obaly|zálohované obaly|vratné obaly|záloha za obaly|obaly|záloha za lahve|pojištění|balení|doprava|dopravné|poštovné|balné|doprava a balné",
    "discount": "sleva|zľava|sleva celkem",
    "deposit": "záloha|zaplaceno",
    "quantity_total": "celkem kusů|celkový počet|celkem ks",
    "contact": "kontaktní osoba|vyřizuje|vystavil|podpis",
    "total": "spolu s dph|celkom|celkom s dph|spolu k úhrade|celkem|celkem s dph|celkem k úhradě|spolu|celková částka|k úhradě|celkem kč",
}

ORDER_WORDS = "objednávka vydaná|vydaná objednávka|objednávka|objednávkový list|nákupní objednávka"
PRICE_LIST = "ceník|cenník"
STOCK_LIST = "zásoby|stav skladu|inventura"
OTHER_PAPERS = "vratka|faktura|nabídka|dodací list|dobropis|příjemka|výdejka|dodací list č|proforma faktura|zálohová faktura|poptávka|balicí list|záruční list|přijatá faktura|faktura daňový doklad|daňový doklad|cenová nabídka|reklamace|reklamační list|vrácení zboží|skladová příjemka|skladová výdejka|výpis z účtu|kusovník|oprava faktury|opravný daňový doklad|dodejka"
CONFIRMATION = "potvrzení objednávky|potvrdenie objednávky"
