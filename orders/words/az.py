"""Azerbaijani header words and labels."""

COLUMNS = {
    "sku": "kod|malın kodu|məhsul kodu|artikul",
    "gtin": "barkod|ştrix kod|ştrixkod",
    "product_name": "malın adı|məhsulun adı|məhsul|mal|adı|təsvir|malın təsviri",
    "quantity": "miqdar|miqdarı|say|sayı|sifariş miqdarı",
    "unit_price": "qiymət|qiyməti|vahid qiymət|vahidin qiyməti|bir ədədin qiyməti",
    "line_total": "məbləğ|məbləği|cəmi|ümumi məbləğ|cəm",
    "unit": "ölçü vahidi|vahid|ölçü",
    "tax": "ədv|ədv %",
    "discount": "endirim|endirim %",
    "notes": "qeyd|qeydlər",
    "line_no": "№|sıra",
    "stock": "qalıq|anbar qalığı",
    "colour": "rəng",
    "size": "ölçüsü",
    "delivery_date": "çatdırılma tarixi|təhvil tarixi",
}

LABELS = {
    "customer": "müştəri|alıcı|sifarişçi|müştərinin adı",
    "po_number": "sifariş №|sifariş nömrəsi|sifarişin nömrəsi|sifariş",
    "order_date": "sifariş tarixi|~tarix",
    "delivery_date": "çatdırılma tarixi|təhvil tarixi",
    "supplier": "satıcı|təchizatçı",
    "currency": "valyuta",
    "notes": "qeyd",
    "subtotal": "ara cəm|ədvsiz məbləğ",
    "tax": "ədv|ədv 18",
    "total": "cəmi|yekun|ümumi məbləğ|ödəniləcək məbləğ",
    "discount": "endirim",
    "charge": "çatdırılma",
}

ORDER_WORDS = "sifariş|satınalma sifarişi|sifariş forması"
PRICE_LIST = "qiymət siyahısı|qiymət cədvəli"
STOCK_LIST = "anbar qalıqları"
OTHER_PAPERS = "hesab faktura|qaimə|faktura|təklif|qiymət təklifi"
CONFIRMATION = "sifarişin təsdiqi"
