"""Lithuanian, Latvian and Estonian header words and labels."""

COLUMNS = {
    "sku": "kodas|prekės kodas|gaminio kodas|artikulas|prekės nr|kods|preces kods|artikuls|kood|tootekood|kauba kood|artikkel",
    "gtin": "brūkšninis kodas|barkodas|svītrkods|triipkood|ribakood",
    "product_name": "pavadinimas|prekės pavadinimas|prekė|aprašymas|prekių pavadinimas|nosaukums|preces nosaukums|prece|apraksts|nimetus|toote nimetus|kauba nimetus|toode|kirjeldus|nimetus kirjeldus",
    "quantity": "kiekis|užsakomas kiekis|kiekis vnt|užsakytas kiekis|daudzums|skaits|pasūtītais daudzums|kogus|tellitav kogus|tellitud kogus",
    "unit_price": "kaina|vieneto kaina|vnt kaina|kaina be pvm|kaina eur|vienības cena|cena|cena bez pvn|hind|ühiku hind|ühikuhind|hind km ta",
    "line_total": "suma|suma be pvm|iš viso|suma eur|summa|summa bez pvn|kopā|summa eur|summa km ta|kokku",
    "unit": "mato vnt|mat vnt|vnt|mērvienība|mērv|ühik",
    "tax": "pvm|pvm %|pvn|pvn %|km|km %",
    "discount": "nuolaida|nuolaida %|atlaide|atlaide %|allahindlus|soodustus",
    "notes": "pastabos|pastaba|piezīmes|märkused|märkus",
    "line_no": "rida|jrk|jrk nr|eil nr|nr p k",
    "stock": "likutis|sandėlyje|atlikums|laoseis|laojääk",
    "shipped": "pristatyta|piegādāts|tarnitud",
    "pack_size": "pakuotė|vnt pakuotėje|iepakojums|pakend|tk pakis",
    "colour": "spalva|krāsa|värv",
    "size": "dydis|izmērs|suurus",
    "delivery_date": "pristatymo data|piegādes datums|tarneaeg|tarnekuupäev",
}

LABELS = {
    "customer": "pirkėjas|užsakovas|klientas|pircējs|pasūtītājs|klients|klient|ostja|tellija",
    "po_number": "užsakymas nr|užsakymo nr|užsakymo numeris|užsakymas|pasūtījums nr|pasūtījuma nr|pasūtījuma numurs|pasūtījums|tellimus nr|tellimuse nr|tellimuse number|tellimus|ostutellimus",
    "order_date": "užsakymo data|pasūtījuma datums|tellimuse kuupäev|~data|~datums|~kuupäev",
    "delivery_date": "pristatyti iki|soovitud tarne|tarne tähtaeg|pristatymo data|pristatymo terminas|piegādes datums|tarneaeg|tarnekuupäev|soovitud tarneaeg",
    "supplier": "tiekėjas|pardavėjas|piegādātājs|pārdevējs|tarnija|müüja|hankija",
    "contact": "kontaktinis asmuo|kontaktpersona|kontaktisik",
    "currency": "valiuta|valūta|valuuta",
    "notes": "pastabos|piezīmes|märkused",
    "subtotal": "suma be pvm|tarpinė suma|summa bez pvn|vahesumma|summa km ta|kokku km ta",
    "tax": "pvm|pvm 21|pvn|pvn 21|km|käibemaks|km 22|km 24",
    "total": "bendra suma su pvm|iš viso su pvm|iš viso|suma su pvm|bendra suma|viso|mokėti|kopā|kopsumma|summa ar pvn|pavisam|kokku|kokku km ga|tasuda|summa kokku",
    "discount": "nuolaida|atlaide|allahindlus",
    "charge": "pristatymas|transportas|piegāde|transport",
}

ORDER_WORDS = "užsakymas|pirkimo užsakymas|pasūtījums|tellimus|ostutellimus|tellimisleht"
PRICE_LIST = "kainoraštis|kainynas|cenrādis|hinnakiri"
STOCK_LIST = "likučiai|inventorizacija|atlikumi|laoseis|inventuur"
OTHER_PAPERS = "sąskaita faktūra|pvm sąskaita faktūra|pasiūlymas|važtaraštis|rēķins|pavadzīme|piedāvājums|arve|pakkumine|saateleht|kreeditarve"
CONFIRMATION = "užsakymo patvirtinimas|pasūtījuma apstiprinājums|tellimuse kinnitus"
