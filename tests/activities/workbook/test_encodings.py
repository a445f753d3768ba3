"""The encoding of a text is found by evidence, and doubt is told."""

import codecs

import pytest

from activities.workbook.encodings import decode
from activities.workbook.limits import Limits
from activities.workbook.opening import open_content
from orders.errors import DeskError, UnreadableFile

TEXTS = {
    "windows-1252": [
        "Menge;Größe;Preis\n1,5;äußere Hülle;2,50\n",
        "Quantité;Désignation\n3;Crème brûlée à emporter\n",
        "Cantidad,Descripción\n4,Piña pequeña\n",
    ],
    "windows-1250": [
        "Nazwa;Ilość\nżółta łódź;2\n",
        "Indeks;Ilość zam.\nDługopis;1\nPapier;2\nŚruba;3\n",
        "Název;Množství\nžluťoučký kůň;1\n",
    ],
    "windows-1254": ["Ürün,Adet\nışık ağacı şöför,3\n"],
    "windows-1251": [
        "Имя,Количество,Цена\nТовар первый,10,5\nГайка большая,2,3\n",
        "АРТИКУЛ;НАИМЕНОВАНИЕ\n12;БОЛТ ОЦИНКОВАННЫЙ\n",
    ],
    "koi8-r": ["Артикул;Наименование;Кол-во\n12;Ручка шариковая;5\n13;Бумага;7\n"],
    "cp866": ["Артикул;Наименование;Кол-во\n12;Ручка шариковая;5\n13;Бумага;7\n"],
    "windows-1256": [
        "اسم المنتج;الكمية;السعر\nحبر أسود;12;3\n",
        "نام كالا,تعداد,قيمت\nچسب چوب,3,1200\nگچ,5,700\n",
    ],
    "windows-1253": ["Προϊόν;Ποσότητα\nΕλαιόλαδο εξαιρετικό;4\n"],
    "iso-8859-5": ["Покупатель;Заказ\nАртикул;Количество\nТруба медная;3\n"],
    "windows-1255": ["מקדחה חשמלית,3\nכפפות עבודה,5\n"],
    "cp874": ["สว่านไฟฟ้า,3\nถุงมือช่าง,5\n"],
    "cp850": ["Artikel;Größe;Menge\nHandschuhe groß;Müller & Söhne;2\n"],
    "iso-8859-15": ["Désignation;Qté;Prix €\nClé à cœur;3;1\n"],
    "iso-8859-2": ["Nazwa;Ilość\nŚruba żółta;2\n"],
    "euc-jp": ["品番,品名,数量\nA-1,電動ドリル,3\n"],
    "shift_jis": [
        "品番,品名,数量\nA-1,電動ドリル,3\n",
        "商品名,数量\nりんごジュース,12\nバナナ,3\n",
    ],
    "gb18030": ["品名,数量,单价\n苹果汁,12,3\n香蕉,3,2\n铅笔,100,1\n"],
    "cp949": ["제품,수량\n사과 주스,1\n바나나 우유,3\n"],
}
CASES = [(encoding, text) for encoding, texts in TEXTS.items() for text in texts]


@pytest.mark.parametrize(("encoding", "text"), CASES)
def test_old_encodings_are_told_apart_by_their_letters(encoding, text):
    assert decode(text.encode(encoding)) == (text, encoding, True)


@pytest.mark.parametrize(("encoding", "text"), CASES)
@pytest.mark.parametrize("unicode", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_certain_with_or_without_a_mark(unicode, encoding, text):
    assert decode(text.encode(unicode)) == (text, unicode, True)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_shows_by_its_zeros(encoding):
    assert decode("sku;quantity\n1;2\n".encode(encoding)) == ("sku;quantity\n1;2\n", encoding, True)


def test_utf16_with_a_mark_of_the_other_order():
    text = codecs.BOM_UTF16_BE + "نام".encode("utf-16-be")
    assert decode(text) == ("نام", "utf-16", True)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", ["کد کالا;شرح;تعداد\nدریل برقی;دستکش کار;سه\n", "品名;数量\n电钻;三\n"]
)
def test_utf16_of_other_scripts_without_a_mark_is_text(text, encoding):
    book = open_content(text.encode(encoding), "a.csv", Limits())
    assert book.sheets[0].cells[1, 1].value == text.partition(";")[0]


def test_what_is_no_text_stays_none():
    for content in (
        bytes(range(256)) * 8,
        b"\x06\x01\x02\x00" * 300,
        b"\x7fELF\x02\x01\x01" + bytes(60),
    ):
        with pytest.raises(DeskError):
            open_content(content, "a.csv", Limits())


def test_plain_ascii_is_utf8():
    assert decode(b"sku,quantity\n1,2\n") == ("sku,quantity\n1,2\n", "utf-8", True)


def test_the_one_sign_beside_every_price_is_no_alphabet():
    rows = "".join(f"{one};Mensola;4;2,50 \u20ac\n" for one in range(12))
    assert decode(f"N.;Descrizione;Quantità;Prezzo\n{rows}".encode("cp1252"))[1:] == (
        "windows-1252", True,
    )  # fmt: skip
    assert decode(f"N.;Descrizione;Pezzi;Prezzo\n{rows}".encode("cp1252"))[1] == "windows-1252"
    assert decode("N.º de pedido;7\nReferencia;Cantidad\nA1;3;Lámpara\n".encode("cp1252"))[2]


def test_spaces_and_signs_that_all_latin_alphabets_share_leave_no_doubt():
    text = "Facturé à;7;1\u00a0626,60\nRéférence;Câble;2\u00a0508,00 \u20ac"
    assert decode(text.encode("cp1252"))[1:] == ("windows-1252", True)


def test_thin_evidence_is_told():
    assert not decode("a;\xa7\xb6\xac\n".encode("latin-1"))[2]


@pytest.mark.parametrize(
    "content", [b"a\x81\xff\x00\xff", b"\xff\xfea", b"sku\n" * 300 + b"a\x00b"]
)
def test_what_is_no_text_is_unreadable(content):
    with pytest.raises(UnreadableFile):
        decode(content)


def test_the_euro_behind_every_amount_makes_no_german_file_cyrillic():
    """Naive: so many capital А (what the euro's byte is there) outweigh two umlauts."""
    lines = "".join(f"{row};Kaffeebecher;{row};Stk;115,97 €;579,85 €\n" for row in range(1, 8))
    text = f"SCHÄTZUNG\nGehört zu:;17\nNr.;Artikel;Menge;ME;Preis;Summe\n{lines}8;Uhr Ø 30 cm;4;Stk;1,00 €;4,00 €\n"
    assert decode(text.encode("cp1252"))[0] == text
