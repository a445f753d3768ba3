"""Bytes to workbook: guard, then the one reader of that kind. Pure."""

from activities.workbook.archive import Archive
from activities.workbook.biff import read_records
from activities.workbook.binary import read_binary
from activities.workbook.calamine import read_calamine
from activities.workbook.delimited import read_delimited
from activities.workbook.limits import Limits
from activities.workbook.opendocument import read_content
from activities.workbook.package import package_kind, package_notes
from activities.workbook.xlsx import read_xlsx
from orders.errors import FileTooLarge
from orders.kinds import has_macros, sniff
from orders.sheet import Workbook


def open_content(content: bytes, name: str, limits: Limits) -> Workbook:
    """Read a file in this very process; `name` only settles what the content leaves open.

    Raises:
        OrderFault: one of the file errors, with a sentence for this file.
    """
    if len(content) > limits.max_bytes:
        raise FileTooLarge(f"The file is larger than {limits.max_bytes // 1_000_000} MB.")
    kind = sniff(content)
    if kind == "text":
        return read_delimited(content, name, limits)
    if kind == "pdf":
        # Slow to import, and only a child that meets a PDF has to.
        from activities.workbook.pdf import read_pdf  # noqa: PLC0415 - see above

        return read_pdf(content, limits)
    if kind == "xls":
        notes = ["macros"] if has_macros(content) else []
        return read_calamine(content, kind, limits, notes, read_records(content, limits))
    return _open_package(content, limits)


def _open_package(content: bytes, limits: Limits) -> Workbook:
    archive = Archive(content, limits)
    kind = package_kind(archive)
    if kind in ("xlsx", "xlsm"):
        return read_xlsx(archive, kind, limits)
    for part in archive.names:
        # calamine inflates by itself: first prove that every part is what the directory says.
        for _ in archive.chunks(part):
            pass
    told = read_content(archive, limits) if kind == "ods" else read_binary(archive, limits)
    return read_calamine(content, kind, limits, package_notes(archive), told)
