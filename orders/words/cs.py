"""Czech and Slovak header words and labels."""

COLUMNS = {
    "sku": "kód zboží|kód výrobku|kód produktu|číslo zboží|katalogové číslo|číslo výrobku|objednací číslo|kód tovaru|číslo tovaru|~kód",
    "gtin": "čárový kód|ean kód|čiarový kód",
    "product_name": "název|název zboží|název produktu|zboží|popis|výrobek|označení|názov|názov tovaru|tovar",
    "quantity": "množství|počet|počet kusů|ks|objednané množství|množstvo|objednané množstvo|počet ks",
    "unit_price": "cena|jednotková cena|cena za kus|cena za ks|cena bez dph|cena za mj|jednotková cena bez dph",
    "line_total": "celkem|cena celkem|celková cena|celkem bez dph|spolu|cena spolu",
    "unit": "mj|měrná jednotka|jednotka|merná jednotka",
    "tax": "dph|sazba dph|dph %",
    "discount": "sleva|sleva %|zľava",
    "notes": "poznámka|poznámky",
    "line_no": "č|řádek|poř|pořadí|poradie",
    "stock": "skladem|na skladě|stav skladu|zásoba",
    "shipped": "dodáno|vydáno|dodané množství|zbývá",
    "pack_size": "balení|ks v balení|kusů v balení",
    "colour": "barva|farba",
    "size": "velikost|veľkosť",
    "delivery_date": "termín dodání|datum dodání|dátum dodania",
    "price_base": "cenová jednotka",
}

LABELS = {
    "customer": "odběratel|zákazník|objednatel|kupující|objednávateľ",
    "po_number": "číslo objednávky|objednávka číslo|objednávka č|č objednávky",
    "order_date": "datum objednávky|~datum|datum vystavení|~dátum",
    "delivery_date": "termín dodání|datum dodání|požadovaný termín dodání|dátum dodania",
    "supplier": "dodavatel|dodávateľ",
    "currency": "měna|mena",
    "notes": "poznámka|poznámky",
    "subtotal": "mezisoučet|celkem netto|celkem bez dph|základ daně",
    "tax": "dph|dph 21 %",
    "charge": "doprava|dopravné|poštovné|balné|doprava a balné",
    "discount": "sleva|zľava|sleva celkem",
    "deposit": "záloha|zaplaceno",
    "quantity_total": "celkem kusů|celkový počet|celkem ks",
    "contact": "kontaktní osoba|vyřizuje|vystavil|podpis",
    "total": "celkem|celkem s dph|celkem k úhradě|spolu",
}

ORDER_WORDS = "objednávka|objednávkový list|nákupní objednávka"
PRICE_LIST = "ceník|cenník"
STOCK_LIST = "zásoby|stav skladu|inventura"
OTHER_PAPERS = "vratka|faktura|nabídka|dodací list|dobropis|příjemka|výdejka|dodací list č|proforma faktura|zálohová faktura|poptávka|balicí list"
CONFIRMATION = "potvrzení objednávky|potvrdenie objednávky"
