"""Where the goods shall go, as the file says it: read, never completed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orders.evidence import Evidence
from orders.headers import strength
from orders.names import name_key
from orders.sheet import Cell
from orders.suiting import is_label
from orders.values import ascii_digits, fold, has_letters, lines_of, tidy, words_of_list, written
from orders.view import Grid

_LABELS = """
ship to|ship to address|deliver to|delivery to|shipped to|delivery address|shipping address
|deliver to address|goods to|delivery location|place of delivery|consignee address
|lieferadresse|lieferanschrift|lieferung an|liefern an|versand an|adresse de livraison|livrer à
|livraison à|lieu de livraison|dirección de entrega|dirección de envío|entregar en|enviar a
|lugar de entrega|destinazione|destinazione merce|luogo di destinazione|indirizzo di consegna|indirizzo di spedizione|consegnare a|luogo di consegna
|endereço de entrega|entregar em|local de entrega|afleveradres|verzendadres|adres dostawy
|leveransadress|dodací adresa|místo dodání|adresa dodání|כתובת למשלוח|כתובת אספקה|teslimat adresi|sevk adresi|адрес доставки|адрес поставки|место доставки
|آدرس تحویل|نشانی تحویل|محل تحویل|آدرس ارسال|عنوان التسليم|عنوان الشحن|收货地址|送货地址|交货地址
|配送先|納品先|お届け先|納入先|納入場所|納品場所|배송지|배송주소|납품처|납품장소|인도장소|배송장소
"""
_WORDS = frozenset(words_of_list(_LABELS))
_VAGUE_LABELS = """
goods to|delivery location|place of delivery|lieu de livraison|lugar de entrega|luogo di consegna
|local de entrega|место доставки|место поставки|محل تحویل|交货地址
"""
_VAGUE = frozenset(words_of_list(_VAGUE_LABELS))
"""These may name a town of the terms, or places to choose from."""
_REACH = 4
"""How many columns to the right of its label an address may stand."""
_MOST_LINES = 7
_MOST_SIGNS = 300
_SHORT = 50
_DIGITS = 3
"""A number in a line of its own is an address's from so many digits on."""


@dataclass(slots=True)
class _Place:
    """An address, its witness, and how well the paper says that it is the order's."""

    text: str
    evidence: Evidence
    plain: bool
    above: bool

    def adds(self, other: "_Place") -> None:
        """Be the fuller one of two texts of one address."""
        if _says_less(self.text, other.text):
            self.text, self.evidence = other.text, other.evidence
        self.plain, self.above = self.plain or other.plain, self.above or other.above


def read_ship_to(grid: Grid, rows: Sequence[int], table: int = 0) -> list[tuple[str, Evidence]]:
    """Every delivery address that a label in these rows names, as one line, and its cell.

    A text without any digit is a name or a remark, no address, and is left alone; so is one that
    says less of an address that stands there already. An address above the lines, which begin at
    row `table`, is the order's, one among them a part's; and a plain label goes before a vague one.
    """
    allowed = frozenset(rows)
    found: list[_Place] = []
    for row in rows:
        for column, _ in grid.filled(row):
            told = _address_of(grid, row, column, allowed)
            if told is not None:
                told.above = row < table
                _gather(found, told)
    best = max(((one.plain, one.above) for one in found), default=None)
    return [(one.text, one.evidence) for one in found if (one.plain, one.above) == best]


def _gather(found: list[_Place], told: _Place) -> None:
    for known in found:
        if _says_less(told.text, known.text) or _says_less(known.text, told.text):
            known.adds(told)
            return
    found.append(told)


def _address_of(grid: Grid, row: int, column: int, allowed: frozenset[int]) -> _Place | None:
    label = fold(_parts(grid.cell(row, column))[0])
    for place, lines in _blocks(grid, row, column):
        text = ", ".join(one.strip(" ,;") for one in lines)[:_MOST_SIGNS]
        if place[0] in allowed and any(map(_has_number, lines)):
            return _Place(text, grid.evidence(*place, "label"), label not in _VAGUE, above=False)
    return None


def _has_number(line: str) -> bool:
    """Whether a line may hold a house's number or a postal code, and not a mere count."""
    digits = sum(sign.isdigit() for sign in ascii_digits(line))
    return digits >= _DIGITS or bool(digits and has_letters(line))


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
        yield (row, column), [*inside, *_goes_on(grid, row + 1, column)][:_MOST_LINES]
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


def _goes_on(grid: Grid, row: int, column: int) -> list[str]:
    """The lines of an address below a label with its first line: all short, with a number in one."""
    lines = _downwards(grid, row, column, 0)
    told = len(lines) > 1 and any(map(_has_number, lines))
    return lines if told and all(len(one) <= _SHORT for one in lines) else []


def _downwards(grid: Grid, row: int, column: int, beside: int) -> list[str]:
    """The filled cells from here down, until a gap, another label, or one in column `beside`."""
    lines: list[str] = []
    for at in range(row, row + _MOST_LINES):
        cell, text = grid.cell(at, column), grid.text(at, column)
        other = at > row and beside and grid.text(at, beside)
        if cell is None or not text or other or is_label(text) or not isinstance(cell.value, str):
            break
        if at > row and strength(dict(grid.filled(at))) > 0:
            break  # The headings of the lines stand right below.
        lines += lines_of(written(cell.value))
    return lines[:_MOST_LINES]
