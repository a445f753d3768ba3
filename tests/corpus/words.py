"""What headers and labels are called in the languages of the corpus."""

HEADERS = {
    "en": ("Item Code", "Barcode", "Description", "Qty", "Unit", "Unit Price", "Amount"),
    "fa": ("کد کالا", "بارکد", "شرح کالا", "تعداد", "واحد", "قیمت واحد", "مبلغ کل"),
    "ar": ("رمز الصنف", "الباركود", "وصف الصنف", "الكمية", "الوحدة", "سعر الوحدة", "الإجمالي"),
    "de": ("Artikelnummer", "EAN", "Bezeichnung", "Menge", "Einheit", "Einzelpreis", "Gesamtpreis"),
    "fr": (
        "Référence",
        "Code-barres",
        "Désignation",
        "Quantité",
        "Unité",
        "Prix unitaire HT",
        "Montant HT",
    ),
    "es": (
        "Referencia",
        "Código de barras",
        "Descripción",
        "Cantidad",
        "Unidad",
        "Precio unitario",
        "Importe",
    ),
    "it": (
        "Codice articolo",
        "Codice a barre",
        "Descrizione",
        "Quantità",
        "UM",
        "Prezzo unitario",
        "Importo",
    ),
    "pt": (
        "Código",
        "Código de barras",
        "Descrição",
        "Quantidade",
        "Un",
        "Preço unitário",
        "Valor total",
    ),
    "tr": ("Stok Kodu", "Barkod", "Ürün Adı", "Miktar", "Birim", "Birim Fiyat", "Tutar"),
    "ru": ("Артикул", "Штрихкод", "Наименование", "Кол-во", "Ед. изм.", "Цена", "Сумма"),
    "zh": ("货号", "条码", "品名", "数量", "单位", "单价", "金额"),
    "ja": ("品番", "JANコード", "商品名", "数量", "単位", "単価", "金額"),
    "ko": ("품목코드", "바코드", "품명", "수량", "단위", "단가", "금액"),
}
"""SKU, GTIN, name, quantity, unit, unit price, line total."""

LABELS = {
    "en": (
        "Customer",
        "PO Number",
        "Order Date",
        "Delivery Date",
        "Subtotal",
        "VAT",
        "Grand Total",
    ),
    "fa": ("مشتری", "شماره سفارش", "تاریخ", "تاریخ تحویل", "جمع جزء", "مالیات", "جمع کل"),
    "ar": (
        "العميل",
        "رقم الطلب",
        "التاريخ",
        "تاريخ التسليم",
        "المجموع الفرعي",
        "الضريبة",
        "الإجمالي الكلي",
    ),
    "de": (
        "Kunde",
        "Bestellnummer",
        "Datum",
        "Liefertermin",
        "Zwischensumme",
        "MwSt",
        "Gesamtsumme",
    ),
    "fr": (
        "Client",
        "N° de commande",
        "Date",
        "Date de livraison",
        "Sous-total",
        "TVA",
        "Total TTC",
    ),
    "es": (
        "Cliente",
        "Nº de pedido",
        "Fecha",
        "Fecha de entrega",
        "Base imponible",
        "IVA",
        "Total",
    ),
    "it": ("Cliente", "Numero ordine", "Data", "Data consegna", "Imponibile", "IVA", "Totale"),
    "pt": ("Cliente", "Pedido nº", "Data", "Data de entrega", "Subtotal", "IVA", "Total"),
    "tr": ("Müşteri", "Sipariş No", "Tarih", "Teslim Tarihi", "Ara Toplam", "KDV", "Genel Toplam"),
    "ru": ("Заказчик", "Номер заказа", "Дата", "Дата поставки", "Подытог", "НДС", "Итого"),
    "zh": ("客户名称", "订单编号", "订单日期", "交货日期", "小计", "税额", "合计"),
    "ja": ("お客様名", "注文番号", "注文日", "希望納期", "小計", "消費税", "合計"),
    "ko": ("거래처", "주문번호", "주문일", "납기일", "소계", "부가세", "합계"),
}
"""Customer, PO number, order date, delivery date, sub-total, tax, total."""

TITLES = {
    "en": "Purchase Order", "fa": "سفارش خرید", "ar": "أمر شراء", "de": "Bestellung",
    "fr": "Bon de commande", "es": "Orden de compra", "it": "Ordine di acquisto",
    "pt": "Pedido de compra", "tr": "Satın Alma Siparişi", "ru": "Заказ поставщику", "zh": "采购订单",
    "ja": "注文書", "ko": "발주서",
}  # fmt: skip

NOTES = {
    "en": "Please deliver to gate 2.", "fa": "لطفاً پیش از ارسال تماس بگیرید.",
    "ar": "يرجى الاتصال قبل التسليم.", "de": "Bitte an Tor 2 anliefern.",
    "fr": "Merci de livrer au quai 2.", "es": "Entregar en el muelle 2.",
    "it": "Consegnare al cancello 2.", "pt": "Entregar no portão 2.",
    "tr": "Lütfen 2. kapıya teslim edin.", "ru": "Просьба доставить к воротам 2.",
    "zh": "请送到二号门。", "ja": "2番ゲートへ納品してください。", "ko": "2번 문으로 납품해 주세요.",
}  # fmt: skip

CUSTOMERS = {
    "en": "Larkspur & Sons Ltd", "fa": "بازرگانی سپیدار", "ar": "مؤسسة الواحة الخضراء",
    "de": "Tannenhof Handels GmbH", "fr": "Maison Belvaux SARL", "es": "Almacenes Robledal S.L.",
    "it": "Bottega Altamura S.r.l.", "pt": "Casa do Sobreiro Lda", "tr": "Çınaraltı Ticaret A.Ş.",
    "ru": "ООО «Берёзовая роща»", "zh": "青竹贸易有限公司", "ja": "株式会社あおば商店",
    "ko": "푸른솔상사 주식회사",
}  # fmt: skip

NAMES = {
    "en": "Rope Lamp Crate Kettle Basket Shovel Bucket Ladder", "fa": "طناب چراغ جعبه کتری سبد بیل سطل نردبان",
    "ar": "حبل مصباح صندوق غلاية سلة مجرفة دلو سلم", "de": "Seil Leuchte Kiste Kessel Korb Schaufel Eimer Leiter",
    "fr": "Corde Lampe Caisse Bouilloire Panier Pelle Seau Échelle",
    "es": "Cuerda Lámpara Caja Hervidor Cesta Pala Cubo Escalera",
    "it": "Corda Lampada Cassa Bollitore Cesto Pala Secchio Scala",
    "pt": "Corda Lâmpada Caixa Chaleira Cesto Pá Balde Escada",
    "tr": "Halat Lamba Sandık Çaydanlık Sepet Kürek Kova Merdiven",
    "ru": "Верёвка Лампа Ящик Чайник Корзина Лопата Ведро Лестница",
    "zh": "麻绳 台灯 木箱 水壶 竹篮 铁铲 水桶 梯子", "ja": "ロープ ランプ 木箱 やかん かご シャベル バケツ はしご",
    "ko": "밧줄 램프 상자 주전자 바구니 삽 양동이 사다리",
}  # fmt: skip

UNITS = {
    "en": "pcs", "fa": "عدد", "ar": "قطعة", "de": "Stk", "fr": "pièce", "es": "uds", "it": "pz",
    "pt": "un", "tr": "adet", "ru": "шт", "zh": "个", "ja": "個", "ko": "개",
}  # fmt: skip

MONEY = {
    "en": ("EUR", "."), "fa": ("EUR", "."), "ar": ("AED", "."), "de": ("EUR", ","), "fr": ("EUR", ","),
    "es": ("EUR", ","), "it": ("EUR", ","), "pt": ("EUR", ","), "tr": ("TRY", ","), "ru": ("RUB", ","),
    "zh": ("CNY", "."), "ja": ("USD", "."), "ko": ("USD", "."),
}  # fmt: skip
"""Currency and decimal mark."""
