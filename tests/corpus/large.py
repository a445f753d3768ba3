"""Large orders as Excel writes them, and calamine's bare reading of them, for measuring."""

import io
import zipfile
from random import Random

import python_calamine

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def large_order(lines: int) -> bytes:
    """A customer, a header, so many lines of five columns; texts are shared strings."""
    random = Random(lines)  # noqa: S311 - the same file each time
    texts: dict[str, int] = {}
    rows = [_row(1, "Customer:", "Karimi Trading", texts=texts)]
    rows.append(_row(3, "SKU", "Description", "Qty", "Unit price", "Total", texts=texts))
    for row in range(4, lines + 4):
        quantity, cents = random.randint(1, 60), random.randint(100, 9999)
        numbers = quantity, cents / 100, round(quantity * cents / 100, 2)
        rows.append(_row(row, f"A-{row:06d}", f"Rope {row % 500} m", *numbers, texts=texts))
    strings = "".join(f"<si><t>{text}</t></si>" for text in texts)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="{HEAD}.sheet.main+xml"/></Types>',
        "_rels/.rels": _rels(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": _rels(
            ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")
        ),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets><sheet name="Order" sheetId="1" r:id="r0"/></sheets></workbook>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name, text)
    return out.getvalue()


def bare(content: bytes) -> list[list[object]]:
    """The same file by python-calamine and nothing else."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def _row(row: int, *values: str | float, texts: dict[str, int]) -> str:
    cells = []
    for letter, value in zip("ABCDE", values, strict=False):
        if isinstance(value, str):
            index = texts.setdefault(value, len(texts))
            cells.append(f'<c r="{letter}{row}" t="s"><v>{index}</v></c>')
        else:
            cells.append(f'<c r="{letter}{row}"><v>{value}</v></c>')
    return f'<row r="{row}">{"".join(cells)}</row>'


def _rels(*links: tuple[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="r{at}" Type="{LINKS}/{kind}" Target="{part}"/>'
        for at, (kind, part) in enumerate(links)
    )
    return f'<Relationships xmlns="{PACKAGE}">{each}</Relationships>'
