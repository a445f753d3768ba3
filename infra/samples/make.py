"""Makes the bundled order files: `python -m infra.samples.make`.

The files are committed; this script is how they came about. It needs openpyxl, a development
dependency. Customers and items are those of the books stand-in's demo seed, all invented.
"""

import csv
import re
import zipfile
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from orders.sheet import address

HERE = Path(__file__).parent
_STAMP = datetime(2026, 11, 20, 9, tzinfo=UTC).replace(tzinfo=None)
_SAVED_AT = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_ZIP_STAMP = (2026, 11, 20, 9, 0, 0)
_BOLD, _GREY = Font(bold=True), PatternFill("solid", fgColor="FFE7E6E6")

ENGLISH = (
    ("BW-1001", "9521000010017", "Trail Backpack 30L Green", 12, "pcs", "49.90"),
    ("BW-1010", "9521000010109", "Summit Tent 2P", 4, "pcs", "189.00"),
    ("0042", "9521000010420", "Steel Bottle 750 ml", 60, "pcs", "14.50"),
    ("0107", "9521000011076", "Camp Mug 300 ml", 48, "pcs", "6.20"),
    ("C450 G", "9521000014503", "Canister 450 g Gas", 36, "pcs", "8.75"),
    ("731", "9521000073104", "Trekking Poles Pair", 10, "pair", "39.95"),
)
"""SKU, EAN, name, quantity, unit and price in EUR."""

PERSIAN = (
    ("BW-1002", "کوله پشتی کوهنوردی ۳۰ لیتری مشکی", 8, "عدد", "49.90"),
    ("SL-220", "کیسه خواب کامفورت صفر درجه", 15, "عدد", "79.00"),
    ("0042", "قمقمه استیل ۷۵۰ میلی‌لیتری", 120, "عدد", "14.50"),
    ("HL-55", "چراغ پیشانی ۵۵۰ لومن", 25, "عدد", "32.40"),
)

QUESTIONS = (
    ("BW-1001", "Trail Backpack 30L Green", "6", "49.90"),
    ("C230 G", "Canister 230 g Gas", "ten", "5.95"),
    ("0107", "Camp Mug 300 ml", "24", "6.20"),
)
_FARSI = str.maketrans("0123456789.,", "۰۱۲۳۴۵۶۷۸۹٫٬")


def make_english() -> bytes:
    """A purchase order with a letterhead, two date cells, VAT and a note under the table."""
    book = Workbook()
    sheet = _sheet(book, "Purchase Order")
    sheet["A1"] = "Brightwater Outdoor GmbH"
    sheet["A1"].font = Font(bold=True, size=16)
    sheet["A2"] = "Uferweg 1, 10115 Berlin · orders@brightwater-outdoor.example"
    sheet["A4"], sheet["F4"] = "PURCHASE ORDER", "PO No:"
    sheet["G4"], sheet["F5"], sheet["F6"] = "PO-7781", "Order date:", "Delivery date:"
    sheet["G5"], sheet["G6"] = datetime(2026, 11, 20), datetime(2026, 12, 4)  # noqa: DTZ001 - a sheet's dates have no zone
    sheet["G5"].number_format = sheet["G6"].number_format = "dd.mm.yyyy"
    sheet["A5"], sheet["B5"] = "Customer:", "Brightwater Outdoor GmbH"
    sheet["A6"], sheet["B6"] = "Currency:", "EUR"
    _head(sheet, 8, ("Item No.", "EAN", "Description", "Qty", "Unit", "Unit Price", "Line Total"))
    total = Decimal(0)
    for row, (sku, ean, name, quantity, unit, price) in enumerate(ENGLISH, 9):
        amount = quantity * Decimal(price)
        total += amount
        cells: list[str | int | Decimal] = [sku, ean, name, quantity, unit, Decimal(price), amount]
        for column, value in enumerate(cells, 1):
            sheet[address(row, column)] = value
        sheet.cell(row, 6).number_format = sheet.cell(row, 7).number_format = '#,##0.00 "€"'
    last = 9 + len(ENGLISH)
    tax = (total * Decimal("0.20")).quantize(Decimal("0.01"))
    for place, (label, value) in enumerate(
        (("Subtotal", total), ("VAT 20 %", tax), ("Grand Total", total + tax))
    ):
        sheet.cell(last + place, 6, label).font = _BOLD
        sheet.cell(last + place, 7, value).number_format = '#,##0.00 "€"'
    sheet.cell(last + 5, 1, "Please deliver to gate 2 and call half an hour before.")
    _widths(sheet, (12, 16, 30, 8, 8, 14, 14))
    return _saved(book)


def make_persian() -> bytes:
    """A right-to-left order: Persian words and digits as text, a Jalali date, prices in euro."""
    book = Workbook()
    sheet = _sheet(book, "سفارش")
    sheet.sheet_view.rightToLeft = True
    sheet["A1"] = "سفارش خرید"
    sheet["A1"].font = Font(bold=True, size=16)
    sheet["A3"], sheet["B3"] = "مشتری:", "بازرگانی آفتاب شرق"
    sheet["E3"], sheet["F3"] = "شماره سفارش:", "۱۴۰۵-۲۱۷"
    sheet["E4"], sheet["F4"] = "تاریخ:", "۱۴۰۵/۰۸/۲۹"
    _head(
        sheet,
        6,
        ("ردیف", "کد کالا", "شرح کالا", "تعداد", "واحد", "قیمت واحد (یورو)", "مبلغ کل (یورو)"),
    )
    total = Decimal(0)
    for number, (sku, name, quantity, unit, price) in enumerate(PERSIAN, 1):
        amount = quantity * Decimal(price)
        total += amount
        values = (
            _farsi(str(number)), sku, name, _farsi(str(quantity)), unit,
            _farsi(f"{Decimal(price):,}"), _farsi(f"{amount:,}"),
        )  # fmt: skip
        for column, value in enumerate(values, 1):
            sheet.cell(6 + number, column, value)
    last = 7 + len(PERSIAN)
    sheet.cell(last, 6, "جمع کل").font = _BOLD
    sheet.cell(last, 7, _farsi(f"{total:,}"))
    sheet.cell(last + 2, 1, "لطفاً پیش از ارسال هماهنگ شود.")
    _widths(sheet, (8, 14, 36, 10, 8, 18, 18))
    return _saved(book)


def make_questions() -> bytes:
    """A CSV that needs two answers: a quantity in words, and a customer's name two share."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["Order", "", "", "", ""])
    writer.writerow(["Customer", "Karimi Trading", "", "PO No", "KT-2026-118"])
    writer.writerow(["Date", "2026-11-19", "", "Currency", "EUR"])
    writer.writerow([])
    writer.writerow(["SKU", "Product", "Quantity", "Price", "Amount"])
    for sku, name, quantity, price in QUESTIONS:
        pieces = 10 if quantity == "ten" else int(quantity)
        writer.writerow([sku, name, quantity, price, f"{pieces * Decimal(price):.2f}"])
    total = sum(
        (10 if quantity == "ten" else int(quantity)) * Decimal(price)
        for _, _, quantity, price in QUESTIONS
    )
    writer.writerow(["Total", "", "", "", f"{total:.2f}"])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


FILES = {
    "brightwater.xlsx": make_english,
    "aftab.xlsx": make_persian,
    "karimi.csv": make_questions,
}


def main() -> None:
    """Write every sample beside this script."""
    for name, make in FILES.items():
        (HERE / name).write_bytes(make())


def _sheet(book: Workbook, title: str) -> Worksheet:
    sheet = book.worksheets[0]
    sheet.title = title
    book.properties.created = book.properties.modified = _STAMP
    book.properties.creator = "Order Desk samples"
    return sheet


def _head(sheet: Worksheet, row: int, names: tuple[str, ...]) -> None:
    for column, name in enumerate(names, 1):
        cell = sheet.cell(row, column, name)
        cell.font, cell.fill = _BOLD, _GREY
        cell.alignment = Alignment(wrap_text=True)


def _widths(sheet: Worksheet, widths: tuple[int, ...]) -> None:
    for column, width in enumerate(widths):
        sheet.column_dimensions[chr(65 + column)].width = width


def _farsi(text: str) -> str:
    return text.translate(_FARSI)


def _saved(book: Workbook) -> bytes:
    """The workbook's bytes, the same on every run: zip entries carry a fixed time."""
    raw, steady = BytesIO(), BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = _SAVED_AT.sub(rb"\g<1>2026-11-20T09:00:00Z", old.read(entry))
            stamped = zipfile.ZipInfo(entry.filename, _ZIP_STAMP)
            new.writestr(stamped, content, zipfile.ZIP_DEFLATED)
    return steady.getvalue()


if __name__ == "__main__":
    main()
