"""Hard values: numbers as text, dates, codes and currencies of many countries."""

from decimal import Decimal
from random import Random

from hard import FARSI, Drawn, Paper, as_text, drawn, make_goods

THEM = "Maple & Sons Ltd"
HEAD = ("SKU", "Description", "Qty", "Price", "Total")
KEYS = ("sku", "name", "qty", "price", "total")


def _started(random: Random, name: str = "Sheet1") -> Paper:
    paper = Paper(random, name)
    paper.put(1, 1, "Customer:", THEM)
    return paper


def three_places_meaning_four(random: Random) -> Drawn:
    paper = _started(random)
    goods = make_goods(random)
    paper.put(3, 1, *HEAD)
    for row, good in enumerate(goods, 4):
        paper.put(row, 1, good.sku, good.name, f"{good.qty}.000", f"{good.price}", f"{good.total}")
        paper.lines.append({"row": row, "quantity": Decimal(good.qty), "unit_price": good.price})
    return drawn(paper, customer=THEM)


def three_places_without_a_witness(random: Random) -> Drawn:
    paper = _started(random)
    paper.put(3, 1, "SKU", "Description", "Qty")
    for row, good in enumerate(make_goods(random), 4):
        paper.put(row, 1, good.sku, good.name, f"{good.qty}.000")
        paper.lines.append({"row": row, "sku": good.sku})
    return drawn(paper, ideal="ask", customer=THEM)


def thousands_and_pieces(random: Random) -> Drawn:
    paper = _started(random)
    paper.put(3, 1, *HEAD)
    for row, good in enumerate(make_goods(random), 4):
        qty = good.qty * 100
        paper.put(row, 1, good.sku, good.name, as_text(qty, "en0"), as_text(good.price, "en"), as_text(qty * good.price, "en"))  # fmt: skip
        paper.lines.append({"row": row, "quantity": Decimal(qty), "unit_price": good.price, "line_total": qty * good.price})  # fmt: skip
    return drawn(paper, customer=THEM)


def skus_that_look_like_numbers(random: Random) -> Drawn:
    paper = _started(random)
    paper.put(3, 1, *HEAD)
    codes = ("10.10", "10,20", "007300", "1.500", "20.00")
    for row, (code, good) in enumerate(zip(codes, make_goods(random), strict=True), 4):
        paper.put(row, 1, code + "  ", good.name, good.qty, good.price, good.total)
        paper.lines.append({"row": row, "sku": code, "quantity": Decimal(good.qty), "unit_price": good.price})  # fmt: skip
    return drawn(paper, customer=THEM)


def numbers_formatted_as_codes(random: Random) -> Drawn:
    paper = _started(random)
    paper.put(3, 1, *HEAD)
    for row, good in enumerate(make_goods(random), 4):
        number = random.randint(100, 9999)
        paper.put(row, 1, number, good.name, good.qty, good.price, good.total)
        paper.formats[row, 1] = "000000"
        paper.lines.append({"row": row, "sku": f"{number:06d}", "quantity": Decimal(good.qty)})
    return drawn(paper, customer=THEM)


def upcs_as_numbers(random: Random) -> Drawn:
    paper = _started(random)
    paper.put(3, 1, "UPC", "Description", "Qty", "Price")
    for row, good in enumerate(make_goods(random), 4):
        stem = f"0{random.randint(10**9, 10**10 - 1)}"
        weighed = sum(int(sign) * (3, 1)[place % 2] for place, sign in enumerate(stem))
        upc = f"{stem}{-weighed % 10}"
        paper.put(row, 1, float(upc), good.name, good.qty, good.price)
        paper.lines.append({"row": row, "gtin": upc, "quantity": Decimal(good.qty), "unit_price": good.price})  # fmt: skip
    return drawn(paper, customer=THEM)


def thirteen_digits_of_no_ean(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("Item No", lambda g, i: f"{g.gtin[:-1]}{(int(g.gtin[-1]) + 3) % 10}"), ("Description", "name"), ("Qty", "qty"), ("Price", "price")]  # fmt: skip
    paper.table(3, columns, make_goods(random))
    for line in paper.lines:
        line["sku"] = paper.cells[line["row"], 1]
    return drawn(paper, customer=THEM)


def chinese_date(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "客户：", "枫叶贸易有限公司")
    paper.put(2, 1, "订单编号：", "HT-20260617", None, "日期：", "2026年06月17日")
    paper.table(4, list(zip(("产品编号", "产品名称", "数量", "单价(人民币CNY)", "金额"), KEYS, strict=True)), make_goods(random))  # fmt: skip
    return drawn(paper, customer="枫叶贸易有限公司", po_number="HT-20260617", order_date="2026-06-17", currency="CNY")  # fmt: skip


def persian_order(random: Random) -> Drawn:
    paper = Paper(random, "سفارش")
    paper.put(1, 1, "نام مشتری:", "فروشگاه آفتاب")
    paper.put(2, 1, "شماره سفارش:", "۱۲۳۴", None, "تاریخ:", "۱۴۰۵/۰۷/۱۲")
    paper.put(4, 1, "ردیف", "کد کالا", "شرح کالا", "تعداد", "قیمت واحد (ریال)", "مبلغ کل (ریال)")
    goods = make_goods(
        random, names=("کوله‌پشتی", "چراغ پیشانی", "پتوی پشمی", "قمقمه", "طناب"), whole=True
    )
    for row, good in enumerate(goods, 5):
        sku = str(random.randint(100, 999))
        texts = (sku.translate(FARSI), good.name, str(good.qty).translate(FARSI), as_text(good.price, "fa0"), as_text(good.total, "fa0"))  # fmt: skip
        paper.put(row, 1, str(row - 4).translate(FARSI), *texts)
        paper.lines.append({"row": row, "sku": sku, "quantity": Decimal(good.qty), "unit_price": good.price, "line_total": good.total})  # fmt: skip
    paper.put(10, 5, "جمع کل", as_text(sum(good.total for good in goods), "fa0"))
    return drawn(paper, customer="فروشگاه آفتاب", po_number="1234", order_date="2026-10-04", currency="IRR")  # fmt: skip


def toman_order(random: Random) -> Drawn:
    paper = Paper(random, "سفارش")
    paper.put(1, 1, "خریدار: شرکت بازرگانی سپهر")
    paper.put(2, 1, "تاریخ سفارش: ۱۴۰۵/۰۸/۰۱")
    paper.put(3, 1, "کليه مبالغ به تومان است")
    paper.put(5, 1, "كد كالا", "شرح", "تعداد", "فی (تومان)", "جمع (تومان)")
    goods = make_goods(
        random, names=("کوله‌پشتی", "چراغ پیشانی", "پتوی پشمی", "قمقمه", "طناب"), whole=True
    )
    for row, good in enumerate(goods, 6):
        paper.put(row, 1, good.sku, good.name, good.qty, as_text(good.price, "fa0"), as_text(good.total, "fa0"))  # fmt: skip
        paper.lines.append({"row": row, "sku": good.sku, "quantity": Decimal(good.qty), "unit_price": good.price * 10, "line_total": good.total * 10})  # fmt: skip
    return drawn(paper, customer="شرکت بازرگانی سپهر", order_date="2026-10-23", currency="IRR")


def arabic_order(random: Random) -> Drawn:
    paper = Paper(random, "طلب شراء")
    paper.put(1, 1, "اسم العميل", "شركة النخيل التجارية")
    paper.put(2, 1, "رقم الطلب", "٤٥٦٧")
    columns = [("م", "no"), ("رقم الصنف", "sku"), ("الوصف", "name"), ("الكمية", "qty:ar0"), ("سعر الوحدة", "price:ar"), ("الإجمالي", "total:ar")]  # fmt: skip
    paper.table(4, columns, make_goods(random, names=("حبل", "مصباح", "بطانية", "كوب", "خيمة")))
    return drawn(paper, customer="شركة النخيل التجارية", po_number="4567")


def turkish_lira(random: Random) -> Drawn:
    paper = Paper(random, "Sipariş")
    paper.put(1, 1, "Müşteri:", "Akçaağaç Ticaret Ltd. Şti.")
    paper.put(2, 1, "Sipariş No:", "SP-2026-9", None, "Sipariş Tarihi:", "04.11.2026")
    paper.put(4, 1, "Sıra", "Stok Kodu", "Ürün Adı", "Miktar", "Birim", "Birim Fiyat", "Tutar")
    for row, good in enumerate(make_goods(random), 5):
        price = good.price * 30
        paper.put(row, 1, row - 4, good.sku, good.name, good.qty, "Adet", f"{as_text(price, 'de')} TL", f"{as_text(price * good.qty, 'de')} TL")  # fmt: skip
        paper.lines.append({"row": row, "sku": good.sku, "quantity": Decimal(good.qty), "unit_price": price, "line_total": price * good.qty})  # fmt: skip
    return drawn(paper, customer="Akçaağaç Ticaret Ltd. Şti.", po_number="SP-2026-9", order_date="2026-11-04", currency="TRY")  # fmt: skip


def swiss_apostrophes(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Kunde", "Bergahorn AG")
    paper.put(3, 1, "Artikel-Nr.", "Bezeichnung", "Menge", "Preis CHF", "Total CHF")
    for row, good in enumerate(make_goods(random), 4):
        price = good.price * 40
        paper.put(row, 1, good.sku, good.name, f"{good.qty} Stk", as_text(price, "ch"), as_text(price * good.qty, "ch"))  # fmt: skip
        paper.lines.append({"row": row, "quantity": Decimal(good.qty), "unit_price": price, "line_total": price * good.qty})  # fmt: skip
    return drawn(paper, customer="Bergahorn AG", currency="CHF")


def lakhs(random: Random) -> Drawn:
    paper = Paper(random)
    paper.put(1, 1, "Buyer", "Peepal Stores Pvt Ltd")
    paper.put(3, 1, "S.No", "Item", "Qty", "Rate (Rs.)", "Amount (Rs.)")
    for row, good in enumerate(make_goods(random), 4):
        price = good.qty * 1000
        total = Decimal(price * 300)
        paper.put(row, 1, row - 3, good.name, 300, f"{price // 1000},000.00", _lakh(total))
        paper.lines.append({"row": row, "quantity": Decimal(300), "unit_price": Decimal(price), "line_total": total})  # fmt: skip
    return drawn(paper, customer="Peepal Stores Pvt Ltd")


def _lakh(amount: Decimal) -> str:
    whole = f"{amount:.0f}"
    head, tail = whole[:-3], whole[-3:]
    pairs = []
    while head:
        head, pair = head[:-2], head[-2:]
        pairs.insert(0, pair)
    return ",".join([*pairs, tail]) + ".00"


def lone_comma_prices(random: Random) -> Drawn:
    paper = _started(random)
    paper.put(3, 1, "SKU", "Description", "Qty", "Price")
    for row, good in enumerate(make_goods(random), 4):
        paper.put(row, 1, good.sku, good.name, good.qty, f"{good.qty % 9 + 1},{200 + row}")
        paper.lines.append({"row": row, "quantity": Decimal(good.qty)})
    return drawn(paper, ideal="ask", customer=THEM)


def currency_in_the_format(random: Random) -> Drawn:
    paper = _started(random)
    end = paper.table(3, list(zip(HEAD, KEYS, strict=True)), make_goods(random))
    for row in range(4, end):
        paper.formats[row, 4] = paper.formats[row, 5] = '#,##0.00\\ "€"'
    return drawn(paper, customer=THEM, currency="EUR")


def mixed_currencies(random: Random) -> Drawn:
    paper = _started(random)
    paper.put(3, 1, "SKU", "Description", "Qty", "Price", "Currency")
    for row, good in enumerate(make_goods(random), 4):
        paper.put(row, 1, good.sku, good.name, good.qty, good.price, "USD" if row % 2 else "EUR")
        paper.lines.append({"row": row, "quantity": Decimal(good.qty)})
    return drawn(paper, ideal="ask", customer=THEM, currency=None)


def rounding_and_plain_errors(random: Random) -> Drawn:
    paper = _started(random)
    goods = make_goods(random)
    paper.table(3, list(zip(HEAD, KEYS, strict=True)), goods)
    paper.cells[5, 5] = paper.cells[5, 5] + Decimal("0.01")
    paper.lines[1]["line_total"] += Decimal("0.01")
    paper.put(10, 4, "Total", Decimal("1234.5"))
    return drawn(paper, customer=THEM, total=Decimal("1234.5"))


def subtotal_tax_total(random: Random) -> Drawn:
    paper = _started(random)
    end = paper.table(3, list(zip(HEAD, KEYS, strict=True)), make_goods(random))
    subtotal = sum((line["line_total"] for line in paper.lines), Decimal(0))
    tax = (subtotal * Decimal("0.2")).quantize(Decimal("0.01"))
    for row, (label, value) in enumerate((("Sub Total", subtotal), ("VAT @ 20%", tax), ("Shipping", Decimal(25)), ("Total GBP", subtotal + tax + 25)), end + 1):  # fmt: skip
        paper.put(row, 4, label, value)
    return drawn(paper, customer=THEM, subtotal=subtotal, tax=tax, total=subtotal + tax + 25)


def words_and_units_in_quantity(random: Random) -> Drawn:
    paper = _started(random)
    paper.put(3, 1, "SKU", "Description", "Qty", "Price")
    for row, (good, unit) in enumerate(zip(make_goods(random), ("pcs", "PC", " ea", "pcs.", "Stück"), strict=True), 4):  # fmt: skip
        paper.put(row, 1, good.sku, good.name, f"{good.qty} {unit}", f"€ {good.price}")
        paper.lines.append({"row": row, "quantity": Decimal(good.qty), "unit_price": good.price})
    return drawn(paper, customer=THEM, currency="EUR")


def quantities_nobody_can_read(random: Random) -> Drawn:
    paper = _started(random)
    paper.put(3, 1, "SKU", "Description", "Qty", "Price")
    for row, (good, text) in enumerate(zip(make_goods(random), ("3-4", "two", "1/2", "10+2", "12x6"), strict=True), 4):  # fmt: skip
        paper.put(row, 1, good.sku, good.name, text, good.price)
        paper.lines.append({"row": row, "quantity": None})
    return drawn(paper, ideal="ask", customer=THEM)


def formulas_without_results(random: Random) -> Drawn:
    paper = _started(random)
    columns = [("SKU", "sku"), ("Description", "name"), ("Qty", "qty"), ("Price", "price"), ("Total", lambda g, i: f"=C{i + 4}*D{i + 4}")]  # fmt: skip
    end = paper.table(3, columns, make_goods(random))
    paper.put(end, 4, "Total", f"=SUM(E4:E{end - 1})")
    paper.put(1, 4, "Date:", "=TODAY()")
    return drawn(paper, customer=THEM, order_date=None)


def kilograms_with_decimals(random: Random) -> Drawn:
    paper = Paper(random, "Bestellung")
    paper.put(1, 1, "Kunde:", "Ahorn Handel GmbH")
    paper.put(3, 1, "Artikelnummer", "Bezeichnung", "Menge", "Einheit", "Preis")
    for row, good in enumerate(make_goods(random), 4):
        paper.put(row, 1, good.sku, good.name, f"{good.qty},500", "kg", as_text(good.price, "de"))
        paper.lines.append({"row": row, "quantity": good.qty + Decimal("0.5"), "unit_price": good.price})  # fmt: skip
    return drawn(paper, customer="Ahorn Handel GmbH")


BUILDERS = (
    three_places_meaning_four,
    three_places_without_a_witness,
    thousands_and_pieces,
    skus_that_look_like_numbers,
    numbers_formatted_as_codes,
    upcs_as_numbers,
    thirteen_digits_of_no_ean,
    chinese_date,
    persian_order,
    toman_order,
    arabic_order,
    turkish_lira,
    swiss_apostrophes,
    lakhs,
    lone_comma_prices,
    currency_in_the_format,
    mixed_currencies,
    rounding_and_plain_errors,
    subtotal_tax_total,
    words_and_units_in_quantity,
    quantities_nobody_can_read,
    formulas_without_results,
    kilograms_with_decimals,
)
