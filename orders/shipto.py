"""Where the goods shall go, as the file says it: read, never completed."""

from collections.abc import Iterator, Sequence

from orders.evidence import Evidence
from orders.labels import is_label
from orders.names import name_key
from orders.sheet import Cell
from orders.values import ascii_digits, fold, lines_of, tidy, written
from orders.view import Grid

_LABELS = """
ship to|ship to address|deliver to|delivery to|shipped to|delivery address|shipping address
|deliver to address|goods to|delivery location|place of delivery|consignee address
|lieferadresse|lieferanschrift|lieferung an|liefern an|versand an|adresse de livraison|livrer à
|livraison à|lieu de livraison|dirección de entrega|dirección de envío|entregar en|enviar a
|lugar de entrega|indirizzo di consegna|indirizzo di spedizione|consegnare a|luogo di consegna
|endereço de entrega|entregar em|local de entrega|afleveradres|verzendadres|adres dostawy
|leveransadress|teslimat adresi|sevk adresi|адрес доставки|адрес поставки|место доставки
|آدرس تحویل|نشانی تحویل|محل تحویل|آدرس ارسال|عنوان التسليم|عنوان الشحن|收货地址|送货地址|交货地址
|配送先|納品先|お届け先|納入先|배송지|배송주소|납품처
"""
_WORDS = frozenset(fold(word) for word in _LABELS.split("|"))
_REACH = 4
"""How many columns to the right of its label an address may stand."""
_MOST_LINES = 7
_MOST_SIGNS = 300


def read_ship_to(grid: Grid, rows: Sequence[int]) -> list[tuple[str, Evidence]]:
    """Every delivery address that a label in these rows names, as one line, and its cell.

    A text without any digit is a name or a remark, no address, and is left alone; so is one that
    says less of an address that stands there already.
    """
    allowed = frozenset(rows)
    found: list[tuple[str, Evidence]] = []
    for row in rows:
        for column, _ in grid.filled(row):
            told = _address_of(grid, row, column, allowed)
            if told and not any(_says_less(told[0], known) for known, _ in found):
                found = [one for one in found if not _says_less(one[0], told[0])] + [told]
    return found


def _address_of(
    grid: Grid, row: int, column: int, allowed: frozenset[int]
) -> tuple[str, Evidence] | None:
    for place, lines in _blocks(grid, row, column):
        text = ", ".join(lines)[:_MOST_SIGNS]
        if place[0] in allowed and any(one.isdigit() for one in ascii_digits(text)):
            return text, grid.evidence(*place, "label")
    return None


def _says_less(text: str, other: str) -> bool:
    return set(fold(text).split()) <= set(fold(other).split())


def names_place(label: str) -> bool:
    """Whether a label, as labels are compared, asks for a place of delivery."""
    return label in _WORDS


def is_customers(text: str, customer: str | None) -> bool:
    """Whether an address says no more than the customer's name."""
    return name_key(text) == name_key(customer or "")


def _blocks(grid: Grid, row: int, column: int) -> Iterator[tuple[tuple[int, int], list[str]]]:
    """Every block of lines that a label in this cell may mean: inside, to the right, below."""
    label, *inside = _parts(grid.cell(row, column))
    if fold(label) not in _WORDS:
        return
    if inside:
        yield (row, column), inside
        return
    merge = grid.masters.get((row, column))
    start = merge.last_column + 1 if merge else column + 1
    for place in range(start, start + _REACH):
        if grid.text(row, place):
            yield (row, place), _downwards(grid, row, place, column)
            break
    under = merge.last_row + 1 if merge else row + 1
    yield (under, column), _downwards(grid, under, column, 0)


def _parts(cell: Cell | None) -> list[str]:
    """A cell's label, and the lines behind its colon or below it."""
    lines = lines_of(written(cell.value)) if cell and isinstance(cell.value, str) else []
    if not lines:
        return [""]
    first, _, rest = lines[0].replace("：", ":").partition(":")
    return [tidy(first), *([tidy(rest)] if tidy(rest) else []), *lines[1:]]


def _downwards(grid: Grid, row: int, column: int, beside: int) -> list[str]:
    """The filled cells from here down, until a gap, another label, or one in column `beside`."""
    lines: list[str] = []
    for at in range(row, row + _MOST_LINES):
        cell, text = grid.cell(at, column), grid.text(at, column)
        other = at > row and beside and grid.text(at, beside)
        if cell is None or not text or other or is_label(text) or not isinstance(cell.value, str):
            break
        lines += lines_of(written(cell.value))
    return lines[:_MOST_LINES]
