"""Orders mixed at random from what people write, with the truth beside each.

Companies, goods and numbers are invented. The same seed makes the same order everywhere.
"""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Tongue:
    """How one language heads columns, labels values, writes numbers and days."""

    heads: str
    """Code, name, quantity, unit, price, discount in percent, total."""
    labels: str
    """Customer, order number, order date, delivery date, subtotal, tax, total."""
    rate: int
    marks: str = ".,"
    """Decimal mark and the mark between thousands."""
    day: str = "%Y-%m-%d"
    customer: str = "Acme Ltd"
    goods: str = "Rope Hook Lamp Sail Nail Chair Desk Cable"
    unit: str = "pcs"
    places: int = 2


TONGUES = {
    "en": Tongue(
        "SKU|Description|Qty|Unit|Unit Price|Discount %|Total",
        "Customer:|PO Number:|Order date:|Delivery date:|Subtotal|VAT 20%|Total", 20,
    ),
    "de": Tongue(
        "Artikelnummer|Bezeichnung|Menge|Einheit|Einzelpreis|Rabatt %|Gesamtpreis",
        "Kunde:|Bestellnummer:|Bestelldatum:|Lieferdatum:|Zwischensumme|MwSt 19%|Gesamtbetrag",
        19, ",.", "%d.%m.%Y", "Nordlicht GmbH", unit="Stk",
    ),
    "fr": Tongue(
        "Référence|Désignation|Quantité|Unité|Prix unitaire|Remise %|Montant HT",
        "Client :|N° de commande :|Date de commande :|Date de livraison :|Total HT|TVA 20%|Total TTC",
        20, ", ", "%d/%m/%Y", "Maison Dubois SARL",
    ),
    "es": Tongue(
        "Código|Descripción|Cantidad|Unidad|Precio unitario|Dto. %|Importe",
        "Cliente:|Pedido nº:|Fecha del pedido:|Fecha de entrega:|Subtotal|IVA 21%|Total",
        21, ",.", "%d/%m/%Y", "Olivar del Sur S.L.", unit="ud",
    ),
    "it": Tongue(
        "Codice articolo|Descrizione|Quantità|U.M.|Prezzo unitario|Sconto %|Importo",
        "Cliente:|Ordine n.:|Data ordine:|Data di consegna:|Imponibile|IVA 22%|Totale",
        22, ",.", "%d/%m/%Y", "Fratelli Verdi S.r.l.", unit="pz",
    ),
    "pt": Tongue(
        "Código|Descrição|Quantidade|Unidade|Preço unitário|Desconto %|Total",
        "Cliente:|Pedido nº:|Data do pedido:|Data de entrega:|Subtotal|IVA 23%|Total geral",
        23, ",.", "%d/%m/%Y", "Casa Azul Lda", unit="un",
    ),
    "tr": Tongue(
        "Stok Kodu|Ürün Adı|Miktar|Birim|Birim Fiyat|İskonto %|Tutar",
        "Müşteri:|Sipariş No:|Sipariş Tarihi:|Teslim Tarihi:|Ara Toplam|KDV %20|Genel Toplam",
        20, ",.", "%d.%m.%Y", "Anadolu Ticaret A.Ş.", unit="adet",
    ),
    "ru": Tongue(
        "Артикул|Наименование|Количество|Ед. изм.|Цена|Скидка %|Сумма",
        "Заказчик:|Заказ №:|Дата заказа:|Дата поставки:|Итого без НДС|НДС 20%|Всего",
        20, ", ", "%d.%m.%Y", 'ООО "Север"', "Канат Крюк Лампа Парус Гвоздь Стул", "шт",
    ),
    "fa": Tongue(
        "کد کالا|نام کالا|تعداد|واحد|قیمت واحد|درصد تخفیف|مبلغ کل",
        "مشتری:|شماره سفارش:|تاریخ سفارش:|تاریخ تحویل:|جمع|مالیات ۹٪|جمع کل",
        9, ".,", "%Y-%m-%d", "شرکت آفتاب", "طناب قلاب چراغ بادبان میخ صندلی", "عدد", 0,
    ),
    "ar": Tongue(
        "رمز الصنف|اسم الصنف|الكمية|الوحدة|سعر الوحدة|الخصم %|الإجمالي",
        "العميل:|رقم أمر الشراء:|تاريخ الطلب:|تاريخ التسليم:|المجموع الفرعي|ضريبة 15%|المجموع الكلي",
        15, ".,", "%Y-%m-%d", "شركة النور", "حبل خطاف مصباح شراع مسمار كرسي", "حبة",
    ),
    "zh": Tongue(
        "货号|品名|数量|单位|单价|折扣%|金额",
        "客户：|订单号：|订单日期：|交货日期：|小计|税13%|合计",
        13, ".,", "%Y-%m-%d", "东方贸易有限公司", "绳子 钩子 灯 帆布 钉子 椅子", "个",
    ),
    "ja": Tongue(
        "品番|品名|数量|単位|単価|値引%|金額",
        "お客様名：|注文番号：|注文日：|納期：|小計|消費税10%|合計",
        10, ".,", "%Y-%m-%d", "株式会社青空", "ロープ フック ランプ 釘 椅子 机", "個", 0,
    ),
    "ko": Tongue(
        "품번|품명|수량|단위|단가|할인%|금액",
        "고객명:|주문번호:|주문일:|납기일:|소계|부가세 10%|합계",
        10, ".,", "%Y-%m-%d", "한빛무역(주)", "로프 고리 램프 돛 못 의자", "개", 0,
    ),
}  # fmt: skip

_CODE, _NAME, _QUANTITY, _UNIT, _PRICE, _DISCOUNT, _TOTAL = range(7)
_OFTEN = {_CODE: 0.9, _NAME: 1.0, _QUANTITY: 1.0, _PRICE: 0.9, _DISCOUNT: 0.2, _TOTAL: 0.5}
_COUNTS = (1, 2, 3, 5, 10, 12, 24, 100, 144, 250, 1000, 1200, 2500)


@dataclass(slots=True)
class Mixture:
    """One order as it is drawn, and what it says; values that it leaves out are None."""

    rows: list[list[str]] = field(default_factory=list)
    head: dict[str, str | Decimal | None] = field(default_factory=dict)
    """Customer, po_number, order_date, delivery_date and total."""
    lines: dict[int, dict[str, object]] = field(default_factory=dict)
    """By row: sku, product_name, quantity, unit_price, line_total."""

    @property
    def drawing(self) -> str:
        """The order for `grids.grid`."""
        return "\n".join("|".join(row) if any(row) else "." for row in self.rows)


def mixed(seed: int) -> Mixture:
    """The order of a seed."""
    chance = random.Random(seed)  # noqa: S311 - the same orders everywhere
    tongue = TONGUES[chance.choice(sorted(TONGUES))]
    made = Mixture()
    _add_head(made, tongue, chance)
    _add_lines(made, tongue, chance)
    return made


def _add_head(made: Mixture, tongue: Tongue, chance: random.Random) -> None:
    day = date(2026, 11, chance.randint(13, 29))
    due = day + timedelta(days=chance.randint(3, 60))
    number = chance.choice(("PO-", "B", "45", "ORD/", "")) + str(chance.randint(1000, 99999))
    told = {
        "customer": (tongue.customer, tongue.customer, 0.9),
        "po_number": (number, number, 0.85),
        "order_date": (day.strftime(tongue.day), day.isoformat(), 0.7),
        "delivery_date": (due.strftime(tongue.day), due.isoformat(), 0.5),
    }
    written = []
    for label, (name, (text, meant, often)) in zip(
        tongue.labels.split("|"), told.items(), strict=False
    ):
        said = chance.random() < often
        made.head[name] = meant if said else None
        written += [[label, text]] if said else []
    if chance.random() < 0.3:
        pairs = [written[at : at + 2] for at in range(0, len(written), 2)]
        written = [[*pair[0], *(["", *pair[1]] if pair[1:] else [])] for pair in pairs]
    made.rows += [*written, *([[]] if chance.random() < 0.7 else [])]


def _add_lines(made: Mixture, tongue: Tongue, chance: random.Random) -> None:
    heads = tongue.heads.split("|")
    columns = [at for at in range(len(heads)) if chance.random() < _OFTEN.get(at, 0.5)]
    if chance.random() < 0.15:
        chance.shuffle(columns)
    typed, grouped = chance.random() < 0.5, chance.random() < 0.6
    made.rows.append([heads[at] for at in columns])
    sum_of_lines = Decimal(0)
    for _ in range(chance.randint(1, 12)):
        line = _line(tongue, chance, reduced=_DISCOUNT in columns)
        texts = [
            f"'{value}" if at == _CODE else _written(value, at, tongue, typed, grouped)
            for at, value in enumerate(line)
        ]
        made.rows.append([texts[at] for at in columns])
        names = ("sku", "product_name", "quantity", "unit", "unit_price", "discount", "line_total")
        told = {names[at]: line[at] for at in columns if at not in (_UNIT, _DISCOUNT)}
        made.lines[len(made.rows)] = told
        sum_of_lines += Decimal(str(line[_TOTAL]))
        made.rows += [[]] if chance.random() < 0.06 else []
    made.head["total"] = None
    if _TOTAL in columns and columns.index(_TOTAL) and chance.random() < 0.7:
        _add_totals(made, tongue, columns.index(_TOTAL), sum_of_lines)


def _line(tongue: Tongue, chance: random.Random, *, reduced: bool) -> list[object]:
    count = Decimal(chance.choice((*_COUNTS, chance.randint(1, 99))))
    step = Decimal(chance.randint(50, 999_999)) / 100
    price = step if tongue.places else Decimal(chance.randint(2, 900) * 500)
    off = Decimal(chance.choice((0, 5, 10, 15)) if reduced else 0)
    cent = Decimal(1).scaleb(-tongue.places)
    total = (count * price * (100 - off) / 100).quantize(cent)
    code = chance.choice((
        f"A-{chance.randint(100, 999)}", f"{chance.randint(10000, 99999)}",
        f"X{chance.randint(10, 99)}.{chance.randint(100, 999)}", f"00{chance.randint(100, 999)}",
    ))  # fmt: skip
    name = chance.choice(tongue.goods.split()) + chance.choice(("", " 10", " XL", " 2x4", " M8"))
    return [code, name, count, tongue.unit, price, off, total]


def _written(value: object, at: int, tongue: Tongue, typed: bool, grouped: bool) -> str:
    """A value as a cell: a stored number, or a text as the language writes it."""
    if not isinstance(value, Decimal):
        return str(value)
    places = tongue.places if at in (_PRICE, _TOTAL) else 0
    if typed or at == _DISCOUNT:
        return f"{value:.{places}f}"
    text = f"{value:,.{places}f}" if grouped else f"{value:.{places}f}"
    return "'" + text.translate(str.maketrans(".,", tongue.marks))


def _add_totals(made: Mixture, tongue: Tongue, at: int, lines: Decimal) -> None:
    cent = Decimal(1).scaleb(-tongue.places)
    tax = (lines * tongue.rate / 100).quantize(cent)
    for label, amount in zip(tongue.labels.split("|")[4:], (lines, tax, lines + tax), strict=True):
        made.rows.append([*[""] * (at - 1), label, f"{amount:.{tongue.places}f}"])
    made.head["total"] = lines + tax
