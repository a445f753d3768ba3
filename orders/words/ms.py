"""Indonesian and Malay header words and labels."""

COLUMNS = {
    "sku": "kode barang|kode produk|kode item|kod barang|kod produk|kode artikel|no barang|nomor barang|no part|~kode|~kod",
    "gtin": "kode batang|kod bar",
    "product_name": "nama barang|nama produk|keterangan barang|uraian|uraian barang|deskripsi|deskripsi barang|nama item|jenis barang|perihal|butiran|penerangan|~barang|~produk",
    "quantity": "kuantitas|kuantiti|jumlah pesanan|jml pesan|qty pesan|jumlah barang|banyaknya|banyak|jumlah dipesan|jml order|jumlah order|bilangan|kuantiti dipesan|~jumlah|~jml",
    "unit_price": "harga satuan|harga|harga per unit|harga seunit|harga unit|harga jual|harga beli|harga @",
    "rrp": "harga eceran|harga jual eceran|het",
    "line_total": "jumlah harga|total harga|harga total|jumlah rp|total rp|nilai|jumlah amaun|amaun|jumlah rm|~jumlah",
    "unit": "satuan|unit ukuran",
    "tax": "ppn|pajak|cukai",
    "discount": "diskon|diskon %|potongan|diskaun|disc %",
    "notes": "catatan|nota|~keterangan",
    "line_no": "no urut|nomor urut|bil",
    "stock": "stok|sisa stok|persediaan",
    "shipped": "terkirim|jumlah kirim|diterima|sisa",
    "pack_size": "isi|isi per dus|isi karton",
    "cases": "jumlah dus|jumlah karton",
    "colour": "warna",
    "size": "ukuran|saiz",
    "weight": "berat",
    "category": "kategori|merek|pemasok",
    "delivery_date": "tanggal kirim|tgl kirim|tanggal pengiriman|tgl pengiriman|tarikh penghantaran",
}

LABELS = {
    "customer": "pelanggan|nama pelanggan|pemesan|pembeli|nama pemesan|nama pembeli|~perusahaan|~syarikat|~instansi",
    "contact": "kontak|hormat kami|disetujui oleh|dipesan oleh|hubungi",
    "supplier": "pemasok|pembekal|kepada|kepada yth|penjual",
    "po_number": "no po|nomor po|nomor pesanan|no pesanan|no surat pesanan|nomor surat pesanan|no order|no pembelian|nombor pesanan|no pesanan pembelian|no pesanan belian",
    "order_date": "~tanggal|~tgl|tanggal po|tgl po|tanggal pesanan|tgl pesanan|tanggal order|~tarikh|tarikh pesanan",
    "delivery_date": "tanggal kirim|tgl kirim|tanggal pengiriman|tgl pengiriman|tanggal penyerahan|tarikh penghantaran|tarikh hantar|batas pengiriman",
    "currency": "mata uang|mata wang",
    "notes": "catatan|nota",
    "subtotal": "sub jumlah|jumlah sebelum ppn|jumlah sebelum pajak|total sebelum ppn|dpp",
    "tax": "ppn|ppn 11|ppn 12|pajak|cukai jualan",
    "total": "jumlah total|total keseluruhan|total bayar|jumlah keseluruhan|total termasuk ppn|jumlah besar|total pesanan|~jumlah",
    "charge": "ongkos kirim|ongkir|biaya kirim|biaya pengiriman|caj penghantaran",
    "discount": "diskon|potongan|diskaun",
    "deposit": "uang muka|dp",
    "quantity_total": "total qty|jumlah qty|total kuantitas",
}

ORDER_WORDS = "surat pesanan|pesanan pembelian|order pembelian|pesanan belian|pesanan|formulir pemesanan|form pemesanan|borang pesanan"
PRICE_LIST = "daftar harga|senarai harga"
STOCK_LIST = "daftar stok|laporan stok|stok opname|senarai stok"
OTHER_PAPERS = "faktur|faktur penjualan|faktur pajak|invois|surat jalan|penawaran harga|surat penawaran|sebut harga|permintaan penawaran|permintaan penawaran harga|retur|retur pembelian|retur penjualan|nota retur|kwitansi|resit|nota kredit|tanda terima barang|bukti penerimaan barang|laporan penjualan|laporan|daftar kemasan"
CONFIRMATION = "konfirmasi pesanan|pengesahan pesanan"
