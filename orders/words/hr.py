"""Croatian, Serbian, Bosnian and Slovene header words and labels."""

COLUMNS = {
    "sku": "šifra|šifra artikla|šifra proizvoda|šifra robe|kataloški broj|kat broj|šifra izdelka|šifra blaga|kat št|шифра|шифра артикла|каталошки број|oznaka artikla|koda|koda artikla",
    "gtin": "barkod|bar kod|črtna koda|ean koda|баркод",
    "product_name": "naziv|naziv artikla|naziv robe|naziv proizvoda|opis artikla|artikl|artikal|naziv izdelka|naziv blaga|izdelek|назив|назив артикла|назив робе|opis|proizvod|artikel naziv",
    "quantity": "količina|kol|naručena količina|naručeno|poručeno|poručena količina|naročena količina|naročeno|količina naručena|komada|kom|количина|наручено|кол|kolicina|količina kom|količina za naručiti|количина ком",
    "unit_price": "cijena|jedinična cijena|jed cijena|cijena bez pdv|cijena po komadu|nabavna cijena|jedinična cena|jed cena|cena bez pdv|cena na enoto|cena enote|cena brez ddv|cena po komadu|vpc|цена|јединична цена|cena",
    "rrp": "mpc|maloprodajna cijena|maloprodajna cena|priporočena cena",
    "line_total": "iznos|vrijednost|ukupno|iznos bez pdv|vrednost|skupaj|znesek|vrednost brez ddv|ukupan iznos|износ|вредност|укупно|ukupna cijena",
    "unit": "jmj|jed mjere|jedinica mjere|j m|jm|jed mere|jedinica mere|em|enota|enota mere|јм|јединица мере",
    "tax": "pdv|pdv %|ddv|ddv %|stopa pdv|пдв",
    "discount": "rabat|rabat %|popust|popust %|попуст|рабат",
    "notes": "napomena|opomba|opombe|napomene|напомена",
    "line_no": "rb|r br|red br|redni broj|zap št|рб|р бр",
    "stock": "zaliha|stanje|na zalogi|zaloga|lager|залиха|na zalihi|na stanju",
    "shipped": "isporučeno|dobavljeno|potvrđeno|potrjeno|isporučena količina",
    "pack_size": "pakiranje|pakovanje|kom u kutiji|kom u kartonu|pakiranje kom|kom pak",
    "cases": "broj kutija|broj kartona|kartoni",
    "colour": "boja|barva|боја",
    "size": "veličina|velikost|величина",
    "weight": "težina|masa|teža",
    "category": "grupa|proizvođač|dobavljač|kategorija|skupina",
    "delivery_date": "rok isporuke|datum isporuke|rok dobave|datum dobave|рок испоруке|датум испоруке",
    "customs": "tarifni broj|carinski tarifni broj|carinska tarifa|zemlja porijekla|zemlja podrijetla|podrijetlo|serija|rok trajanja|država porekla",
}

LABELS = {
    "customer": "kupac|naručitelj|naručilac|naručioc|naziv kupca|kupec|naročnik|купац|наручилац|~tvrtka|~podjetje",
    "contact": "kontakt osoba|kontaktna oseba|potpis|odgovorna osoba|kontakt",
    "supplier": "dobavljač|dobavitelj|prodavatelj|prodavac|prodajalec|добављач|продавац",
    "po_number": "broj narudžbe|narudžba broj|narudžba br|narudžbenica broj|narudžbenica br|broj narudžbenice|br narudžbe|porudžbina broj|porudžbina br|porudžbenica br|broj porudžbine|številka naročila|naročilo št|naročilnica št|št naročila|naročilo številka|број поруџбине|поруџбина број|narudžba|narudžbenica|наруџбеница бр|број наруџбенице|поруџбина бр",
    "order_date": "datum narudžbe|datum narudžbenice|datum porudžbine|datum naročila|датум поруџбине|~датум|datum naručivanja|~datum",
    "delivery_date": "rok isporuke|datum isporuke|željeni datum isporuke|rok dobave|datum dobave|želeni datum dobave|датум испоруке|рок испоруке",
    "currency": "valuta|валута",
    "notes": "napomena|opomba|напомена|napomene|opombe",
    "subtotal": "ukupno bez pdv|osnovica|međuzbroj|skupaj brez ddv|osnova za ddv|osnovica za pdv|укупно без пдв|iznos bez pdv",
    "tax": "pdv|pdv 25|pdv 20|ddv|ddv 22|iznos pdv|пдв",
    "total": "ukupno s pdv om|ukupno sa pdv om|ukupno|sveukupno|ukupno s pdv|ukupno sa pdv|za plaćanje|ukupno za plaćanje|za uplatu|skupaj|skupaj z ddv|za plačilo|укупно|укупно са пдв|за уплату|za platiti",
    "charge": "dostava|troškovi dostave|prijevoz|prevoz|stroški dostave",
    "discount": "rabat|popust",
    "deposit": "predujam|avans|akontacija",
    "quantity_total": "ukupna količina|ukupno komada|skupna količina",
}

ORDER_WORDS = "narudžbenica|narudžba|porudžbina|porudžbenica|trebovanje|naročilo|naročilnica|поруџбина|поруџбеница|наруџбеница"
PRICE_LIST = "cjenik|cenovnik|cenik|ценовник"
STOCK_LIST = "stanje zaliha|lager lista|inventura|popis zaliha|zaloga|zaloge|попис"
OTHER_PAPERS = "račun|faktura|predračun|ponuda|otpremnica|dostavnica|primka|povratnica|povrat robe|odobrenje|knjižno odobrenje|izdatnica|upit za ponudu|zahtjev za ponudu|profaktura|prijemnica|dobropis|ponudba|dobavnica|predračun za plačilo|povpraševanje|izvod otvorenih stavki|lista pakiranja|рачун|фактура|профактура|понуда|отпремница|предрачун"
CONFIRMATION = "potvrda narudžbe|potvrda porudžbine|potrditev naročila|potvrditev naročila"
