"""Indonesian and Malay header words and labels."""

COLUMNS = {
    "sku": "kode barang|kode produk|kode item|kod barang|kod produk|kode artikel|no barang|nomor barang|no part|~kode|~kod|kod item",
    "gtin": "kode batang|kod bar|barcode",
    "product_name": "nama barang|nama produk|keterangan barang|uraian|uraian barang|deskripsi|deskripsi barang|nama item|jenis barang|perihal|butiran|penerangan|~barang|~produk|nama jasa barang|nama barang jasa|perihal barang|butir barang",
    "quantity": "kuantitas|kuantiti|jumlah pesanan|jml pesan|qty pesan|jumlah barang|banyaknya|banyak|jumlah dipesan|jml order|jumlah order|bilangan|kuantiti dipesan|~jumlah|~jml",
    "unit_price": "harga satuan|harga|harga per unit|harga seunit|harga unit|harga jual|harga beli|harga @|hrg satuan|harga rp|harga satuan rp",
    "rrp": "harga eceran|harga jual eceran|het",
    "line_total": "jumlah harga|total harga|harga total|jumlah rp|total rp|nilai|jumlah amaun|amaun|jumlah rm|~jumlah|subtotal",
    "unit": "satuan|unit ukuran|sat",
    "tax": "ppn|pajak|cukai|ppn %",
    "discount": "diskon|diskon %|potongan|diskaun|disc %|disc",
    "notes": "catatan|nota|~keterangan|ket",
    "line_no": "no urut|nomor urut|bil|nomor",
    "stock": "stok|sisa stok|persediaan|stok gudang|baki stok",
    "shipped": "terkirim|jumlah kirim|diterima|sisa|dikirim",
    "pack_size": "isi|isi per dus|isi karton|kemasan|isi per karton",
    "cases": "jumlah dus|jumlah karton|dus|karton",
    "colour": "warna",
    "size": "ukuran|saiz",
    "weight": "berat",
    "category": "kategori|merek|pemasok",
    "delivery_date": "tanggal kirim|tgl kirim|tanggal pengiriman|tgl pengiriman|tarikh penghantaran",
    "customs": "kode hs|kod hs|negara asal|asal negara|nomor batch|kadaluarsa|tarikh luput",
}

LABELS = {
    "customer": "pelanggan|nama pelanggan|pemesan|pembeli|nama pemesan|nama pembeli|~perusahaan|~syarikat|~instansi|nama toko|pelanggan nama",
    "contact": "kontak|hormat kami|disetujui oleh|dipesan oleh|hubungi|pic",
    "supplier": "pemasok|pembekal|kepada|kepada yth|penjual|vendor",
    "po_number": "no po|nomor po|nomor pesanan|no pesanan|no surat pesanan|nomor surat pesanan|no order|no pembelian|nombor pesanan|no pesanan pembelian|no pesanan belian|pesanan pembelian|pesanan pembelian no",
    "order_date": "~tanggal|~tgl|tanggal po|tgl po|tanggal pesanan|tgl pesanan|tanggal order|~tarikh|tarikh pesanan|tgl pesan",
    "delivery_date": "tanggal kirim|tgl kirim|tanggal pengiriman|tgl pengiriman|tanggal penyerahan|tarikh penghantaran|tarikh hantar|batas pengiriman|tanggal diperlukan|dikirim tanggal",
    "currency": "mata uang|mata wang",
    "notes": "catatan|nota|keterangan",
    "subtotal": "sub jumlah|jumlah sebelum ppn|jumlah sebelum pajak|total sebelum ppn|dpp|sub total|subtotal",
    "tax": "ppn|ppn 11|ppn 12|pajak|cukai jualan|cukai",
    "total": "jumlah total|total keseluruhan|total bayar|jumlah keseluruhan|total termasuk ppn|jumlah besar|total pesanan|~jumlah|total|grand total",
    "charge": "ongkos kirim|ongkir|biaya kirim|biaya pengiriman|caj penghantaran",
    "discount": "diskon|potongan|diskaun",
    "deposit": "uang muka|dp",
    "quantity_total": "total qty|jumlah qty|total kuantitas",
}

ORDER_WORDS = "surat pesanan|pesanan pembelian|order pembelian|pesanan belian|pesanan|formulir pemesanan|form pemesanan|borang pesanan|daftar pesanan"
PRICE_LIST = "daftar harga|senarai harga"
STOCK_LIST = "daftar stok|laporan stok|stok opname|senarai stok|stok barang|stock opname|kartu stok"
OTHER_PAPERS = "faktur|faktur penjualan|faktur pajak|invois|surat jalan|penawaran harga|surat penawaran|sebut harga|permintaan penawaran|permintaan penawaran harga|retur|retur pembelian|retur penjualan|nota retur|kwitansi|resit|nota kredit|tanda terima barang|bukti penerimaan barang|laporan penjualan|laporan|daftar kemasan|penawaran|nota hantaran"
CONFIRMATION = "konfirmasi pesanan|pengesahan pesanan"
