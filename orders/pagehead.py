"""The head of a further page between two parts of one table: no lines.

Above the header that a page repeats stands what the page repeats besides: the order's number, the
parties, dates. Such rows say a label somewhere, and hold no number where lines have theirs, or they
say what a row of the first page's head says.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from orders.likely import value_of
from orders.numbers import Style
from orders.sorted_rows import Rows
from orders.suiting import is_label
from orders.tables import Table
from orders.values import fold

_NUMBERS = ("quantity", "unit_price", "line_total")
_MOST = 40
_FEWEST = 3
_TWO, _PAGES, _MANY = 2, 4, 6


def leave_page_head(table: Table, rows: Rows, header: int, style: Style | None) -> None:
    """Take the rows right above a repeated header out of the lines and the doubtful ones."""
    run = list(_run(table, rows, header, style))
    texts = (text for row in run for _, text in table.grid.filled(row))
    if any(map(is_label, texts)):
        left = {*run} & {*rows.lines, *rows.unsure, *rows.below} - {*rows.struck}
        rows.note(left)


def leave_heads_again(table: Table, rows: Rows) -> None:
    """Take what a further page says again of the first one's head, row by row, out as well."""
    head = [_words(table, row) for row in table.grid.rows if row < table.header.rows[0]]
    open_ones = {*rows.lines, *rows.unsure, *rows.below} - {*rows.struck}
    known = frozenset(word for words in head for word in words)
    runs: list[list[int]] = [[]]
    for row in table.body if open_ones else ():
        first = next((text for _, text in table.grid.filled(row)), "")
        # Most rows begin with a word that no row of the head has.
        if known.intersection(fold(first).split()) and _words(table, row) in head:
            runs[-1].append(row)
        elif runs[-1]:
            runs.append([])
    for run in runs:
        texts = [text for row in run for _, text in table.grid.filled(row)]
        if len(run) >= _FEWEST and any(map(is_label, texts)):
            rows.note(open_ones & {*run})


def _run(table: Table, rows: Rows, header: int, style: Style | None) -> Iterator[int]:
    """The rows above a repeated header, up to the last one with a number of a line or a total."""
    totals = {one.row for one in rows.totals}
    head = [_words(table, row) for row in table.grid.rows if row < table.header.rows[0]]
    for row in range(header - 1, max(table.header.rows[-1], header - _MOST), -1):
        numbered = any(value_of(table, row, name, style) for name in _NUMBERS)
        if row in totals or (numbered and not _is_again(_words(table, row), head)):
            return
        yield row


def _words(table: Table, row: int) -> Counter[str]:
    """The words of a row, wherever a column parts them."""
    return Counter(word for _, text in table.grid.filled(row) for word in fold(text).split())


def _is_again(words: Counter[str], head: Iterable[Counter[str]]) -> bool:
    """Whether a row of the head says the same, but for the number of the page in a row of many words."""
    for one in head:
        other = [*(words - one).elements(), *(one - words).elements()]
        page = len(other) == _TWO and "".join(other).isdigit() and len("".join(other)) <= _PAGES
        if not other or (page and words.total() >= _MANY):
            return True
    return False
