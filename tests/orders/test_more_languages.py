"""Orders in languages beyond those of the mixtures are read without a question."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

LINES = "HC-101|Alpha 300|24|3.2|76.8\nHC-204|Beta 20|12|1.1|13.2\nHC-330|Gamma 1|6|14.5|87"
SHEETS = {
    "az": "Sifariş №|4711;Müştəri|Harrow MMC;Tarix|20.11.2026;Kod|Malın adı|Miqdar|Qiymət|Məbləğ;Cəmi",
    "bg": "Поръчка №|4711;Клиент|Хароу ООД;Дата|20.11.2026;Код|Наименование|Количество|Цена|Стойност;Общо",
    "ca": "Comanda núm.|4711;Client|Harrow SL;Data|20/11/2026;Codi|Descripció|Quantitat|Preu|Import;Total",
    "da": "Indkøbsordre|4711;Kunde|Harrow ApS;Dato|20-11-2026;Varenr.|Varetekst|Antal|Pris|Beløb;I alt",
    "et": "Tellimus nr|4711;Ostja|Harrow OÜ;Kuupäev|20.11.2026;Kood|Nimetus|Kogus|Hind|Summa;Kokku",
    "hi": "क्रय आदेश|4711;ग्राहक|Harrow Pvt Ltd;दिनांक|20/11/2026;कोड|विवरण|मात्रा|दर|राशि;कुल",
    "hr": "Narudžba br.|4711;Kupac|Harrow d.o.o.;Datum|20.11.2026.;Šifra|Naziv|Količina|Cijena|Iznos;Ukupno",
    "id": "Pesanan Pembelian|4711;Pelanggan|PT Harrow;Tanggal|20-11-2026;Kode Barang|Nama Barang|Jumlah|Harga Satuan|Total;Total",
    "kk": "Тапсырыс №|4711;Тапсырыс беруші|Харроу ЖШС;Күні|20.11.2026;Тауар коды|Атауы|Саны|Бағасы|Сомасы;Жиыны",
    "lt": "Užsakymas Nr.|4711;Pirkėjas|UAB Harrow;Data|2026-11-20;Kodas|Pavadinimas|Kiekis|Kaina|Suma;Iš viso",
    "lv": "Pasūtījums Nr.|4711;Pircējs|SIA Harrow;Datums|20.11.2026;Kods|Nosaukums|Daudzums|Cena|Summa;Kopā",
    "no": "Innkjøpsordre|4711;Kunde|Harrow AS;Dato|20.11.2026;Varenr|Beskrivelse|Antall|Enhetspris|Beløp;Sum",
    "sk": "Objednávka č.|4711;Odberateľ|Harrow s.r.o.;Dátum|20.11.2026;Kód|Názov|Množstvo|Cena|Spolu;Spolu",
    "sl": "Naročilo št.|4711;Kupec|Harrow d.o.o.;Datum|20.11.2026;Koda|Naziv|Količina|Cena|Znesek;Skupaj",
    "sr": "Наруџбеница бр.|4711;Купац|Хароу д.о.о.;Датум|20.11.2026.;Шифра|Назив|Количина|Цена|Износ;Укупно",
    "th": "ใบสั่งซื้อ|4711;ลูกค้า|Harrow Co., Ltd.;วันที่|20/11/2569;รหัสสินค้า|รายการ|จำนวน|ราคา|รวม;รวม",
    "ur": "خریداری آرڈر|4711;گاہک|Harrow Ltd;تاریخ|20/11/2026;کوڈ|تفصیل|تعداد|قیمت|رقم;کل",
}


@pytest.mark.parametrize("language", SHEETS)
def test_a_plain_order_asks_nothing(language):
    *head, headings, total = SHEETS[language].split(";")
    drawing = "\n".join([*head, ".", headings, LINES, f"|||{total}|177"])
    reading = read(grid(drawing))
    assert [one.code for one in reading.issues if one.open] == []
    (order,) = reading.orders
    assert (reading.result, order.po_number, order.order_date) == (
        Result.READY,
        "4711",
        "2026-11-20",
    )
    assert order.customer == head[1].partition("|")[2]
    assert [(one.sku, one.quantity, str(one.line_total)) for one in order.lines] == [
        ("HC-101", 24, "76.8"), ("HC-204", 12, "13.2"), ("HC-330", 6, "87"),
    ]  # fmt: skip
    assert str(order.total) == "177"
