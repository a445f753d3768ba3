"""What pages repeat and no order holds: running heads, feet, page numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from activities.workbook.named import names_columns
from activities.workbook.ruled import Ruled
from activities.workbook.words import TextLine

_FOOT = re.compile(r"\D{0,20}(\d{1,3})\D{1,6}(\d{1,3})\D{0,3}")
_COUNTED = re.compile(
    r"(?:page|seite|p\.|p[aá]g\.|p[aá]gina|hoja|folio|blad|sayfa|strona|стр\w*|лист|صفحه|صفحة|第|페이지)\W*\d{1,3}"
    r"(?:\W*\w{0,3}\W*\d{1,3})?\s*[页頁ページ]{0,3}",
    re.IGNORECASE,
)
_END = re.compile(r"\d{1,2}")
_NEAR = 1.6
_MARGIN = 0.12
_TABULAR = 3


@dataclass(frozen=True, slots=True)
class Page:
    """One page's height, lines, and drawn tables."""

    height: float
    lines: Sequence[TextLine]
    tables: Sequence[Ruled] = ()


def without_furniture(pages: Sequence[Page]) -> Iterable[Page]:
    """Without page numbers, and with what every page repeats on the first or the last one only."""
    places = Counter(place for page in pages for place in {_place(line) for line in page.lines})
    for number, page in enumerate(pages):
        first = next((line.top for line in page.lines if len(line.pieces) >= _TABULAR), 0.0)
        foot = page.height * (1 - _MARGIN)
        kept = []
        lines = page.lines[_head_again(pages[0], page, number) :]
        for above, line in pairwise([*lines[:1], *lines]):
            edge = 0 if line.top < first else len(pages) - 1 if line.middle > foot else number
            again = places[_place(line)] > 1 and number != edge
            numbered = _is_number(line.text, number + 1, len(pages)) and (
                line.middle < page.height - foot or line.middle > foot
            )
            told = len(line.pieces) >= _TABULAR or _ends(line, above)
            if told or not (again or numbered):
                kept.append(_uncounted(line) if line.middle > foot else line)
        yield Page(page.height, kept, page.tables)


def _head_again(first: Page, page: Page, number: int) -> int:
    """How many lines above a page's table say again the first page's head, but for the page's number."""
    told = {(*_turned_back(line.text, 0), round(line.top)) for line in first.lines}
    found = 0
    for at, line in enumerate(page.lines if number else ()):
        if (*_turned_back(line.text, number), round(line.top)) not in told:
            break
        found = at if names_columns(line) else found
    return found


def _turned_back(text: str, number: int) -> list[str]:
    """The words of a line, its page's number as the first page's."""
    return ["1" if word == str(number + 1) else word for word in text.split()]


def _ends(line: TextLine, above: TextLine) -> bool:
    """Whether a digit or two are the end of a code right above that its column broke."""
    near = 0 < line.top - above.top < _NEAR * (line.bottom - line.top)
    return bool(
        near and _END.fullmatch(line.text)
        and any(abs(one.left - line.pieces[0].left) < 1 for one in above.pieces if one.text.isdigit())
    )  # fmt: skip


def _is_number(text: str, page: int, pages: int) -> bool:
    """Whether a line only says which page it stands on; `Order: A164/25` says more."""
    if _COUNTED.fullmatch(text) or (pages > 1 and text == str(page)):
        return True
    told = _FOOT.fullmatch(text)
    return told is not None and (int(told[1]), int(told[2])) == (page, pages)


def _uncounted(line: TextLine) -> TextLine:
    """A line at a page's foot without the page's number, which may stand in two pieces."""
    for count in (1, 2):
        end = " ".join(piece.text for piece in line.pieces[-count:])
        if len(line.pieces) > count and _COUNTED.fullmatch(end):
            edge = line.pieces[-count].left
            words = tuple(word for word in line.words if word.left < edge)
            return TextLine(words, line.pieces[:-count])
    return line


def _place(line: TextLine) -> tuple[str, int]:
    return _COUNTED.sub("", line.text), round(line.top)
