"""A header in words no dictionary holds, proven by the sums under it."""

from collections.abc import Iterator, Sequence

from orders.columns import make_columns
from orders.dictionary import ORDER_WORDS, column_meanings, names_any
from orders.headers import SEARCH_ROWS, Header, forced_header
from orders.money import currencies_in
from orders.numbers import parse_amount
from orders.triples import find_triples
from orders.values import has_letters
from orders.view import Grid

_FEWEST, _PAIR = 4, 2
"""An item, a quantity, a price and a total; or an item and a quantity."""
_LONGEST = 40
_ROWS = 12
_LEAST_PROOF = 2
_MOSTLY = 0.75


def foreign_headers(grid: Grid) -> list[Header]:
    """The first row of words under which quantity × price = total holds line by line, if any.

    A plain word for the quantity over counts beside words will do, of few rows where a title says order.
    """
    proven = (row for row in _candidates(grid, _FEWEST) if _is_proven(grid, row))
    counted = (row for row in _candidates(grid, _PAIR) if _is_counted(grid, row))
    return [forced_header(grid, row) for row in (*proven, *counted)][:1]


def _candidates(grid: Grid, fewest: int) -> Iterator[int]:
    for row in list(grid.rows)[:SEARCH_ROWS]:
        texts = [text for _, text in grid.filled(row)]
        worded = all(_is_worded(text) and len(text) <= _LONGEST for text in texts)
        if worded and len(set(texts)) == len(texts) >= fewest:
            yield row


def _is_worded(text: str) -> bool:
    """Whether a text may head a column: words, or money's sign alone."""
    return has_letters(text) or bool(currencies_in(text))


def _is_counted(grid: Grid, row: int) -> bool:
    """Whether each row below has a count and words beside it; without a title, whole pieces."""
    above = [list(grid.filled(at)) for at in grid.rows if at < row]
    titled = any(names_any(text, ORDER_WORDS) for text in (grid.name, *_texts(above)))
    if not titled and any(len(cells) == 1 for cells in above):
        return False
    named = [at for at, text in grid.filled(row) if column_meanings(text).get("quantity", 0.0) >= 1]
    below = [dict(grid.filled(at)) for at in range(row + 1, row + 1 + _ROWS) if at in grid.rows]
    if len(named) != 1 or not all(any(map(has_letters, texts.values())) for texts in below):
        return False
    # Who forgot a quantity has named an item all the same.
    counts = [texts[named[0]] for texts in below if named[0] in texts]
    fewest = max(_LEAST_PROOF, _MOSTLY * len(below))
    return len(counts) >= fewest and all(_counts(text, whole=not titled) for text in counts)


def _texts(rows: Sequence[Sequence[tuple[int, str]]]) -> Iterator[str]:
    return (text for cells in rows for _, text in cells)


def _counts(text: str, *, whole: bool) -> bool:
    amount = parse_amount(text)
    return amount is not None and not (
        whole and any(n % 1 or n <= 0 for n in amount.readings.values())
    )


def _is_proven(grid: Grid, row: int) -> bool:
    header, rows = forced_header(grid, row), _body(grid, row)
    columns = [one for one in make_columns(grid, header, rows) if one.header]
    triples = find_triples(columns)
    return len(rows) >= _LEAST_PROOF and any(one.rows >= _LEAST_PROOF for one in triples)


def _body(grid: Grid, row: int) -> Sequence[int]:
    """The rows right below that hold numbers, as lines do."""
    found: list[int] = []
    for below in range(row + 1, row + 1 + _ROWS):
        numbers = [text for _, text in grid.filled(below) if parse_amount(text)]
        if below not in grid.rows or len(numbers) < _FEWEST - 1:
            break
        found.append(below)
    return found
