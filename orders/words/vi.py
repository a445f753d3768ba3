"""Vietnamese header words and labels."""

COLUMNS = {
    "sku": "mã hàng|mã sản phẩm|mã sp|mã vật tư|mã số|~mã|mã hh|mã hàng hóa|mã nội bộ|ký hiệu",
    "gtin": "mã vạch",
    "product_name": "tên hàng|tên sản phẩm|tên hàng hóa|diễn giải|mô tả|tên vật tư|sản phẩm|tên hàng hóa dịch vụ|tên mặt hàng|hàng hóa|nội dung|mặt hàng|tên sản phẩm dịch vụ",
    "quantity": "số lượng|sl|số lượng đặt|sl đặt|sl đặt hàng|số lượng đặt hàng|sl yêu cầu|số lượng yêu cầu|số lượng cần",
    "unit_price": "đơn giá|giá|giá bán|đơn giá vnd|đơn giá chưa vat|giá đơn vị|đơn giá đ|giá chưa vat|đơn giá vnđ",
    "line_total": "thành tiền|tổng tiền|số tiền|thành tiền vnd|thành tiền vnđ|tổng",
    "unit": "đvt|đơn vị tính|đơn vị|đv|đvị",
    "tax": "thuế|thuế suất|thuế gtgt",
    "discount": "chiết khấu|ck %|giảm giá|ck|chiết khấu %",
    "notes": "ghi chú",
    "line_no": "stt|số tt|tt",
    "stock": "tồn kho|tồn",
    "shipped": "đã giao|số lượng giao|còn lại|đã nhận",
    "pack_size": "quy cách|quy cách đóng gói",
    "colour": "màu|màu sắc",
    "size": "kích cỡ|kích thước",
    "delivery_date": "ngày giao hàng|ngày giao",
    "customs": "mã hs|xuất xứ|nước sản xuất|số lô|hạn sử dụng|thành phần",
}

LABELS = {
    "customer": "khách hàng|tên khách hàng|bên mua|người mua|đơn vị mua hàng|đơn vị mua|công ty|tên đơn vị|người đặt hàng|đơn vị đặt hàng",
    "po_number": "số đơn hàng|số đơn đặt hàng|mã đơn hàng|số po|đơn hàng số|~số|đơn đặt hàng số|số đơn|mã đơn",
    "order_date": "ngày đặt hàng|~ngày|ngày đơn hàng|ngày lập|ngày đặt",
    "delivery_date": "thời hạn giao|hạn giao hàng|ngày giao hàng|thời gian giao hàng|ngày giao|thời hạn giao hàng|ngày yêu cầu giao|giao hàng ngày",
    "supplier": "nhà cung cấp|bên bán",
    "currency": "loại tiền|tiền tệ",
    "notes": "ghi chú",
    "subtotal": "cộng tiền hàng|tạm tính|cộng|tổng tiền hàng|tiền hàng",
    "tax": "thuế gtgt|tiền thuế gtgt|thuế vat|thuế gtgt 10|thuế gtgt 8|tiền thuế|thuế",
    "total": "tổng cộng|tổng tiền|tổng thanh toán|tổng cộng tiền thanh toán|tổng cộng thanh toán|tổng giá trị",
    "charge": "phí vận chuyển|vận chuyển",
    "discount": "chiết khấu",
    "contact": "người liên hệ",
}

ORDER_WORDS = "đơn mua hàng|đơn đặt hàng|đơn hàng|phiếu đặt hàng"
PRICE_LIST = "bảng giá|bảng báo giá"
STOCK_LIST = "tồn kho|báo cáo tồn kho|kiểm kê"
OTHER_PAPERS = "hóa đơn|báo giá|phiếu giao hàng|phiếu xuất kho|phiếu thu|hóa đơn gtgt|phiếu nhập kho|hóa đơn bán hàng|hóa đơn giá trị gia tăng|yêu cầu báo giá|phiếu trả hàng|biên bản giao nhận|phiếu đóng gói"
CONFIRMATION = "xác nhận đơn hàng"
