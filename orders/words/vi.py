"""Vietnamese header words and labels."""

COLUMNS = {
    "sku": "mã hàng|mã sản phẩm|mã sp|mã vật tư|mã số",
    "gtin": "mã vạch",
    "product_name": "tên hàng|tên sản phẩm|tên hàng hóa|diễn giải|mô tả|tên vật tư|sản phẩm",
    "quantity": "số lượng|sl|số lượng đặt|sl đặt",
    "unit_price": "đơn giá|giá|giá bán|đơn giá vnd",
    "line_total": "thành tiền|tổng tiền|số tiền",
    "unit": "đvt|đơn vị tính|đơn vị",
    "tax": "thuế|thuế suất|thuế gtgt",
    "discount": "chiết khấu|ck %|giảm giá",
    "notes": "ghi chú",
    "line_no": "stt|số tt",
    "stock": "tồn kho|tồn",
    "shipped": "đã giao|số lượng giao",
    "pack_size": "quy cách|quy cách đóng gói",
    "colour": "màu|màu sắc",
    "size": "kích cỡ|kích thước",
    "delivery_date": "ngày giao hàng|ngày giao",
}

LABELS = {
    "customer": "khách hàng|tên khách hàng|bên mua|người mua",
    "po_number": "số đơn hàng|số đơn đặt hàng|mã đơn hàng|số po",
    "order_date": "ngày đặt hàng|~ngày|ngày đơn hàng",
    "delivery_date": "ngày giao hàng|thời gian giao hàng",
    "supplier": "nhà cung cấp|bên bán",
    "currency": "loại tiền|tiền tệ",
    "notes": "ghi chú",
    "subtotal": "cộng tiền hàng|tạm tính",
    "tax": "thuế gtgt|tiền thuế gtgt|thuế vat",
    "total": "tổng cộng|tổng tiền|tổng thanh toán|tổng cộng tiền thanh toán",
}

ORDER_WORDS = "đơn đặt hàng|đơn hàng|phiếu đặt hàng"
PRICE_LIST = "bảng giá|bảng báo giá"
STOCK_LIST = "tồn kho|báo cáo tồn kho|kiểm kê"
OTHER_PAPERS = "hóa đơn|báo giá|phiếu giao hàng|phiếu xuất kho|phiếu thu|hóa đơn gtgt"
CONFIRMATION = "xác nhận đơn hàng"
