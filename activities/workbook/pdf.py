"""A text PDF as one sheet: words read, drawn tables found, nothing run.

What is only a picture of letters is refused: letters guessed from pixels are wrong now and then and
look as certain as the right ones. pdfplumber and pdfminer meet hostile files: in the child only.
"""

import logging
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from statistics import median
from typing import Any, Self

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdftypes import resolve1
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF
from pdfplumber.table import Table
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from activities.workbook.baselines import on_baselines
from activities.workbook.cutpages import side_by_side
from activities.workbook.emphasis import with_values_apart
from activities.workbook.furniture import Page
from activities.workbook.glued import parted_words
from activities.workbook.limits import Limits
from activities.workbook.overprint import is_cut, is_overprinted
from activities.workbook.pages import reads_from_the_right, sheet_of
from activities.workbook.rightward import logical
from activities.workbook.ruled import Ruled
from activities.workbook.stretches import with_margins
from activities.workbook.textboxes import is_frame, without_text_boxes
from activities.workbook.words import Word, lines_of
from orders.errors import (
    FileTooLarge,
    ProtectedWorkbook,
    UnreadableFile,
    UnsafeFile,
    UnsupportedFormat,
)
from orders.sheet import Workbook

_DAMAGE = (
    PSException, PdfminerException, MalformedPDFException, AssertionError, AttributeError,
    IndexError, KeyError, OverflowError, RecursionError, TypeError, ValueError, struct.error,
    zlib.error,
)  # fmt: skip
"""What a damaged file makes of the two libraries, which trust it everywhere."""
_PICTURE = 0.6
_COLUMNS = 3
_TINY, _LETTERS = 5.0, 9.0
"""Letters lower than that many points are tiny, and those of so many are usual."""
_THIN = 4
"""Narrower than this is no column but a double line."""
_RULE = re.compile(r"[_=.*·–—-]{5,}")
"""A line that is drawn with letters."""
_UNTOLD = re.compile(r"\(cid:\d+\)")
"""A letter that the file draws and does not name; behind an amount it is a currency's sign."""
_SAME = re.compile(r"([^\W\d_\x00-\x7f\u0640ーОо])\1\1")
"""One letter three times: a font without the letters shows this one, or a box, for each of them.

`ООО` is a form of Russian companies.
"""
_OFTEN = 3
_DRAWN = 100
"""So many curves and no letter: the letters are drawn as shapes."""


def read_pdf(content: bytes, limits: Limits) -> Workbook:
    """The text of every page.

    Raises:
        UnreadableFile: damaged, or its letters cannot be told.
        UnsupportedFormat: a picture before any text, or a form that is filled in on the screen.
        ProtectedWorkbook: encrypted, whatever the password.
        FileTooLarge, UnsafeFile: more pages or letters than the limits allow.
    """
    losses = _Losses()
    try:
        with losses, pdfplumber.open(BytesIO(content)) as document:
            _judge(document, limits)
            pages = list(_pages(document, limits))
            unread = [one.page_number for one in document.pages[1:] if _is_picture(one)]
    except _DAMAGE as error:
        if _is_locked(error):
            raise _locked() from None
        raise UnreadableFile("The PDF is damaged or was cut off on its way.") from None
    if losses.told:
        raise UnreadableFile("The PDF is damaged: a part of its pages cannot be read.")
    if not any(words for words, *_ in pages):
        raise UnsupportedFormat("This PDF has pages without any text. Send the order as text.")
    made = side_by_side([_page(words, page) for words, page, _ in pages])
    sheet = sheet_of(made, right_to_left=reads_from_the_right(made))
    doubts = dict.fromkeys(doubt for *_, doubt in pages if doubt)
    notes = (*doubts, *("pictured",) * bool(unread))
    told = {"pictured": ", ".join(map(str, unread))} if unread else {}
    return Workbook("pdf", (sheet,), notes, document=told)


def _page(words: Sequence[Word], page: PlumberPage) -> Page:
    """A page's lines and drawn tables, tiny print as large as usual: gaps are told in points."""
    letters = median(word.height for word in words) if words else _LETTERS
    scale = _LETTERS / letters if letters < _TINY else 1.0
    scaled = [one.scaled(scale) for one in words]
    tables = [one for table in page.find_tables() for one in _ruled(table, scale, scaled)]
    lines = lines_of(scaled)
    tables = [with_margins(one, lines, tables) for one in tables]
    return Page(float(page.height) * scale, lines, tables)


class _Losses(logging.Handler):
    """Hears when pdfminer reads on behind damage, where lines of an order may be lost."""

    told = False

    def emit(self, record: logging.LogRecord) -> None:
        """Only what says that something is lost counts."""
        self.told = self.told or "Data-loss" in record.getMessage()

    def __enter__(self) -> Self:
        logging.getLogger("pdfminer").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("pdfminer").removeHandler(self)


def _judge(document: PDF, limits: Limits) -> None:
    if document.doc.encryption is not None:
        raise _locked()
    if len(document.pages) > limits.max_pages:
        raise FileTooLarge(f"The PDF has more than {limits.max_pages} pages.")
    form = resolve1(document.doc.catalog.get("AcroForm")) or {}
    if form.get("XFA") or any(
        _is_typed(resolve1(one)) for one in resolve1(form.get("Fields")) or ()
    ):
        raise UnsupportedFormat(
            "This PDF is a form that was filled in on the screen. Print it to a new PDF and send that."
        )


def _is_typed(field: object) -> bool:
    """Whether somebody typed into a field of a form; signatures are no text."""
    told = field if isinstance(field, dict) else {}
    typed = getattr(resolve1(told.get("FT")), "name", "") != "Sig" and resolve1(told.get("V"))
    return bool(typed) or any(_is_typed(resolve1(kid)) for kid in resolve1(told.get("Kids")) or ())


def shows_one_letter(words: Sequence[str]) -> bool:
    """Whether one letter stands in place of all others, in word after word."""
    same = Counter(told[1] for one in words if (told := _SAME.search(one)))
    return max(same.values(), default=0) >= _OFTEN


def _pages(document: PDF, limits: Limits) -> Iterator[tuple[list[Word], PlumberPage, str]]:
    """Words of each page, the page, and what is doubtful about how its texts are printed."""
    left = limits.max_text
    for page in document.pages:
        left -= len(page.chars)
        if left < 0 or len(page.objects.get("rect", ())) > limits.max_cells:
            raise UnsafeFile("The PDF holds more than an order does.")
        if _is_picture(page):
            if page.page_number > 1:
                continue
            raise UnsupportedFormat(
                "Page 1 of this PDF is a picture (a scan), and the desk does not guess letters from "
                "pictures. Send the PDF that the sender's program made, or a spreadsheet."
            )
        once = page.filter(_Once())
        words, glued = _words(once)
        cut = "cut" if is_cut(once.chars, float(page.width)) else ""
        yield words, page, "overprinted" if glued or is_overprinted(once.chars) else cut


def _is_picture(page: PlumberPage) -> bool:
    """Whether a page is a scan, or its letters are drawn as shapes: it cannot be read."""
    size = float(page.width * page.height) or 1.0
    covered = max((one["width"] * one["height"] for one in page.images), default=0.0) / size
    return covered > _PICTURE or (not page.chars and len(page.curves) > _DRAWN)


class _Once:
    """Lets a letter that is printed twice at one place through once; in one look, however many."""

    def __init__(self) -> None:
        self._seen: dict[tuple[object, ...], tuple[float, float]] = {}

    def __call__(self, drawn: dict[str, Any]) -> bool:
        """Whether nothing like it stands within a point, and within half of its own width."""
        if drawn["object_type"] != "char":
            return True
        look = (drawn["text"], drawn["fontname"], round(drawn["size"], 2), drawn.get("upright"))
        x, y = drawn["x0"], drawn["top"]
        places = [(*look, round(x) + dx, round(y) + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        # The two letters in the middle of `rollers` are less than two points apart in small print.
        most = min(1.0, (drawn["x1"] - x) / 2)
        near = (self._seen[place] for place in places if place in self._seen)
        again = any(abs(x - left) <= most and abs(y - top) <= 1 for left, top in near)
        self._seen[(*look, round(x), round(y))] = x, y
        return not again


def _words(page: PlumberPage) -> tuple[list[Word], bool]:
    """The words of a page, and whether texts of two columns touched."""
    on_baselines(page.chars)
    found = page.extract_words(x_tolerance_ratio=0.15, return_chars=True)
    untold = sum("(cid:" in one["text"] for one in found) * 20 > len(found)
    if untold or shows_one_letter([one["text"] for one in found]):
        raise UnreadableFile(
            "The PDF does not say which letters it shows. Send a spreadsheet, or print it anew."
        )
    parted, glued = parted_words(found)
    return [
        Word(
            "¤" if _UNTOLD.fullmatch(one["text"]) else _printed(one["chars"]),
            one["x0"],
            one["x1"],
            one["top"],
            one["bottom"],
            one.get("begins", False),
        )
        for one in with_values_apart(parted)
        if one.get("upright", True) and not _RULE.fullmatch(one["text"])
    ], glued > 0


def _printed(chars: Sequence[dict[str, Any]]) -> str:
    """A word as it is seen: on paper a soft hyphen is one that somebody printed."""
    return logical([one["text"] for one in chars]).replace("\u00ad", "-")


def _ruled(table: Table, scale: float, words: Sequence[Word]) -> Iterator[Ruled]:
    """A drawn table as it is; boxes around addresses have too few columns to be one."""
    rows = [
        [[edge * scale for edge in cell] for cell in row.cells if cell]
        for row in table.rows
        if any(row.cells)
    ]
    rows = without_text_boxes(rows, words)
    if is_frame(rows, words):
        return
    edges = sorted({round(edge) for row in rows for cell in row for edge in (cell[0], cell[2])})
    columns = [(float(a), float(b)) for a, b in pairwise(edges) if b - a > _THIN]
    if len(columns) >= _COLUMNS:
        yield Ruled(
            table.bbox[1] * scale,
            table.bbox[3] * scale,
            tuple(columns),
            tuple(
                (
                    (min(cell[1] for cell in row), min(cell[3] for cell in row)),
                    tuple((cell[0], cell[2]) for cell in row),
                )
                for row in rows
            ),
        )


def _is_locked(error: BaseException) -> bool:
    return isinstance(error, PDFPasswordIncorrect) or any(
        isinstance(one, PDFPasswordIncorrect) for one in error.args
    )


def _locked() -> ProtectedWorkbook:
    return ProtectedWorkbook("The PDF is encrypted. Send one that anybody can open.")
