"""Turkish header words and labels."""

COLUMNS = {
    "sku": "satıcı stok kodu|mağaza ürün kodu|satıcı ürün kodu|stok kodu|ürün kodu|malzeme kodu|kod|kodu|ürün no|parça no|parça numarası|malzeme no|referans|referans no|model|model kodu|ürün numarası|artikel no|artikel kodu|stok no|mal kodu|tedarikçi kodu|ref|parça kodu|sku|malzeme numarası",
    "gtin": "barkod|barkod no|barkod numarası|ean|ean kodu|gtin|ürün barkodu|barkodu|ean 13|isbn",
    "product_name": "~giysi|~kıyafet|stok ismi|malzeme ismi|~parça|~yedek parça|ürün adı|~ürün|açıklama|malzeme adı|mal hizmet|tanım|ürün açıklaması|ürün tanımı|stok adı|malzeme|mal adı|cinsi|malın cinsi|isim|ad|~adı|ürünler|ürün ismi|malzeme tanımı|malzeme açıklaması|ürün bilgisi|mal hizmet adı|parça adı|stok tanımı",
    "quantity": "~tiraj|kaç|kaç adet|kaç tane|ihtiyaç|ihtiyaç miktarı|miktar|adet|sipariş miktarı|sipariş adedi|miktarı|adedi|sayı|~sipariş|talep miktarı|istenen miktar|sipariş edilen miktar|adet miktar|toplam adet|toplam miktar|talep edilen miktar|sipariş adet|miktar adet|mik|adet sayisi|sip mik|sip miktari",
    "unit_price": "birim fiyat|fiyat|birim fiyatı|fiyatı|b fiyat|birim fiyat tl|adet fiyatı|net fiyat|satış fiyatı|br fiyat|birim net fiyat|kdv hariç fiyat|birim maliyet|adet fiyat|~kdv dahil fiyat|~kdv dahil birim fiyat",
    "wholesale": "toptan fiyat|toptan fiyatı|alış fiyatı|bayi fiyatı|maliyet|bayi fiyat|toptan satış fiyatı",
    "rrp": "perakende fiyat|perakende fiyatı|etiket fiyatı|tavsiye edilen fiyat|liste fiyatı|perakende satış fiyatı|psf|kdv dahil fiyat|önerilen satış fiyatı|tavsiye edilen satış fiyatı",
    "line_total": "tutar|toplam|toplam tutar|toplam fiyat|satır toplamı|tutarı|net tutar|mal hizmet tutarı|genel toplam|ara toplam|bedel|toplam bedel|değer|satır tutarı|kdv hariç tutar|toplam net|net toplam",
    "gross_total": "kdv dahil tutar|kdv dahil toplam|toplam kdv dahil",
    "customer": "fatura ünvanı|fatura unvanı|fatura firma|cari hesap|cari hesap unvanı|cari hesap adı|cari ismi|cari isim|cari unvan|~şirket ismi|~firma ismi|müşteri|müşteri adı|alıcı|~firma|~firma adı|cari|cari adı|~şirket|~mağaza|müşteri ünvanı|cari ünvan",
    "po_number": "fiş no|sipariş fiş no|fiş numarası|evrak numarası|belge numarası|sipariş no|sipariş numarası|po no|satınalma sipariş no|sipariş kodu|müşteri sipariş no|belge no|evrak no|satın alma sipariş no|talep no|sip no",
    "order_date": "belge tarihi|fiş tarihi|evrak tarihi|zaman damgası|sipariş tarihi|siparişin tarihi",
    "delivery_date": "teslim tarihi|teslimat tarihi|~tarih|termin|termin tarihi|istenen tarih|sevk tarihi|teslim|teslimat|istenen teslim tarihi|talep edilen teslim tarihi",
    "notes": "notlar|not|açıklamalar|~açıklama|yorum|yorumlar|ek açıklama",
    "currency": "para birimi|döviz|döviz cinsi|kur|pb|döviz türü",
    "discount": "ind|ind %|iskonto|indirim|iskonto %|indirim %|isk|isk %|iskonto oranı|indirim oranı",
    "tax": "kdv|kdv %|kdv oranı|vergi|kdv tutarı|vergi oranı|%kdv",
    "colour": "~renk no|renk adı|renk|renk kodu|renkler",
    "size": "beden|boyut|ebat|ölçü|numara|ölçüler|boy",
    "unit": "birim|birimi|ölçü birimi|br|ölçü brm|brm|ob",
    "pack_size": "adet koli|koli adedi|koli içi|paket içi|ambalaj|paket adedi|koli içi adet|paket içi adet|ambalaj miktarı|koli içi miktar|kutu içi adet|kolideki adet",
    "cases": "koli|koli sayısı|kutu sayısı|paket sayısı|koli miktarı",
    "line_no": "sıra|sıra no|no|s no|kalem|kalem no|satır|satır no|#|sn|poz",
    "stock": "stok|mevcut|mevcut stok|stok miktarı|depo|stok adedi|eldeki miktar|kalan stok|stokta|bakiye stok|rezerve|min stok",
    "shipped": "gelen miktar|gelen adet|teslim alınan|sevk edilen|teslim edilen|kalan|kalan miktar|onaylanan|onaylanan miktar|bakiye|gönderilen|sevk miktarı|teslim edilen miktar|faturalanan|son sipariş",
    "moq": "minimum sipariş|min sipariş|minimum miktar|asgari sipariş|min miktar|minimum adet",
    "image": "resim|görsel|fotoğraf|link",
    "category": "kategori|grup|marka|koleksiyon|tip|tür|ürün grubu|tedarikçi|seri|üretici|sezon|cins|çeşit",
    "status": "durum|durumu|öncelik|seçim",
    "weight": "ağırlık|net ağırlık|brüt ağırlık|hacim|en|yükseklik|uzunluk|kilo|genişlik|derinlik",
    "customs": "gtip|menşei|menşe|gtip no|parti no|son kullanma tarihi|lot|içerik|ülke|menşe ülke",
    "customer_code": "müşteri kodu|cari kodu|müşteri ürün kodu|müşteri stok kodu|bizim kod|cari kod|müşteri no",
    "person": "telefon|tel|adres|posta kodu|şehir|ilçe|soyadı|e posta|yetkili|eposta|il|vergi no|vergi dairesi|temsilci|raf|lokasyon",
    "ignored": "kar|kar marjı|kâr|fatura no|fatura|fatura tarihi|numune",
    "price_base": "fiyat birimi|fiyat esası",
}

LABELS = {
    "customer": "müşteri|müşteri adı|alıcı|~firma|~firma adı|~firma ünvanı|~ünvan|cari|cari adı|~şirket|siparişi veren|fatura adresi|~~teslimat adresi|~~sevk adresi|~sayın|müşteri ünvanı|~~teslim alan|~şirket adı|~mağaza|~mağaza adı|sipariş veren|sipariş veren firma|cari ünvan|alıcı firma|fatura ünvanı|~okul|~eczane|~hastane|~restoran|~otel|~klinik|~kitabevi",
    "contact": "yetkili|ilgili|ilgili kişi|dikkatine|imza|hazırlayan|onaylayan|talep eden|sipariş sorumlusu|temsilci",
    "supplier": "tedarikçi|satıcı|üretici|tedarikçi firma|satıcı firma|gönderen|tedarikçi adı",
    "po_number": "sip no|satın alma no|satın alma sipariş no|sipariş no|sipariş numarası|po no|satınalma sipariş no|sipariş kodu|müşteri sipariş no|satın alma siparişi no|sipariş|belge no|referansınız|referans no|talep no|~no|~referans|evrak no|sipariş formu no|satınalma siparişi|satın alma siparişi",
    "order_date": "~tarih|sipariş tarihi|düzenleme tarihi|belge tarihi|siparişin tarihi",
    "delivery_date": "teslim tarihi|teslimat tarihi|termin|termin tarihi|istenen teslim tarihi|sevk tarihi|teslim|teslimat|talep edilen teslim tarihi|istenilen teslim tarihi|son teslim tarihi|istenen teslim|istenen termin",
    "currency": "para birimi|döviz|döviz cinsi|fiyatlar|döviz türü",
    "notes": "notlar|not|açıklama|açıklamalar|talimatlar",
    "subtotal": "mal toplamı|mal bedeli|nakli yekün|devreden toplam|ara toplam|net toplam|kdv hariç toplam|mal hizmet toplam tutarı|toplam kdv hariç|matrah|net tutar|toplam tutar kdv hariç|kdv hariç",
    "tax": "kdv|toplam kdv|kdv tutarı|hesaplanan kdv|vergi|kdv toplamı|kdv 20|kdv 18|kdv 10",
    "total": "genel toplam|toplam|toplam tutar|ödenecek tutar|kdv dahil toplam|yekün|sipariş toplamı|yekun|genel toplam kdv dahil|toplam kdv dahil|sipariş tutarı|kdv dahil|genel tutar",
    "quantity_total": "toplam adet|toplam miktar|adet toplamı|miktar toplamı",
    "charge": "depozito|nakliye|kargo|kargo ücreti|nakliye ücreti|navlun|ambalaj|sigorta|nakliye bedeli|diğer masraflar|teslimat ücreti",
    "discount": "iskonto oranı|indirim oranı|iskonto|indirim|toplam iskonto|toplam indirim|indirim tutarı|genel iskonto",
    "deposit": "kapora|avans|ödenen|kalan|bakiye|peşinat",
    "elsewhere": "müşteri kodu|müşteri no|müşteri numarası|cari kod|tel|telefon|faks|adres|ödeme şekli|ödeme koşulları|vergi no|vergi numarası|vergi dairesi",
}

ORDER_WORDS = "satın alma listesi|alışveriş listesi|sipariş|siparişler|sipariş formu|satın alma siparişi|sipariş listesi|satınalma siparişi|satın alma|sipariş fişi"
PRICE_LIST = "fiyat listesi|katalog|liste fiyatları|fiyatlar|ürün listesi|bayi fiyat listesi"
STOCK_LIST = "stok listesi|envanter|stok raporu|depo stok|sayım|stok durumu|stok sayım"
OTHER_PAPERS = "fiyat teklif isteği|teklif isteği|puantaj|giriş fişi|çıkış fişi|ambar giriş fişi|stok çıkış fişi|paket listesi|mal kabul tutanağı|ambalaj listesi|iade irsaliyesi|iade fişi|iade talep formu|iade talebi|fiyat teklifi talebi|fiyat teklifi isteme formu|satış raporu|satışlar|satış istatistikleri|satış özeti|fatura|teklif|irsaliye|makbuz|proforma|proforma fatura|sevk irsaliyesi|çeki listesi|rapor|ekstre|bordro|fiyat teklifi|iade faturası|iade formu|satış faturası|e-fatura|teklif formu|teklif talebi|fiyat talebi|sevkiyat listesi|teslim tutanağı|teslimat notu|cari hesap ekstresi|hesap ekstresi|ürün ağacı|teklif isteme|teklif isteme formu|teklif alma formu|mal kabul|mal kabul fişi|stok giriş fişi|paketleme listesi"
CONFIRMATION = "sipariş teyidi|sipariş onayı|sipariş teyit formu|sipariş raporu|sipariş geçmişi"
