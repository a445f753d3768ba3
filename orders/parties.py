"""Who wrote a purchase order: whom its head, blocks, signature name.

A purchase order that says to which seller it goes was written by the one who buys. That one is
named where papers name their writer: on top, as the one to bill, or behind `for` as the one that
signs. A place of delivery, and the addresses of mail, only confirm a name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orders.addressed import correspondents
from orders.dictionary import CONFIRMATION, ORDER_WORDS, names_any
from orders.footer import is_page
from orders.mailed import is_mailed, mail_names
from orders.names import legal_form, name_key
from orders.partywords import role_of
from orders.sheet import Cell
from orders.suiting import is_label, suits
from orders.values import fold, lines_of, tidy, words_of_list, written
from orders.view import Grid

_PURCHASE = frozenset(
    words_of_list("""purchase order|lpo|local purchase order|bestellung|bestellschein|orden de compra|bon de commande|ordine d acquisto
    |ordine di acquisto|ordine a fornitore|ordem de compra|pedido de compra|inkooporder|inköpsorder
    |nákupní objednávka|ostotilaus|satın alma siparişi|заказ поставщику|سفارش خرید|درخواست خرید|درخواست کالا|أمر شراء|طلب شراء
    |采购订单|采购单|採購單|注文書|発注書|발주서|구매발주서|הזמנת רכש|ใบสั่งซื้อ|đơn đặt hàng|zamówienie zakupu|comandă de achiziție|narudžbenica""")
)
"""How a paper is called that the buyer writes, unlike an order form or a sales order."""
_SOLD = CONFIRMATION | {
    *words_of_list("sales order|kundenauftrag|سفارش فروش|销售订单|注文請書|受注")
}
"""How an order is called that the seller writes."""
_SIGNED = re.compile(r"(?:for|für|pour|por|per|за|عن)\b[\s:,.-]*(?P<name>.*)", re.IGNORECASE)
_GREETINGS = frozenset(
    words_of_list("""mit freundlichen grüßen|freundliche grüße|mit freundlichem gruß|kind regards|best regards|regards|yours sincerely
    |yours faithfully|sincerely|cordialement|bien cordialement|saludos|atentamente|saludos cordiales|cordiali saluti
    |distinti saluti|atenciosamente|cumprimentos|saygılarımızla|met vriendelijke groet|z poważaniem|med vänlig hälsning
    |с уважением|با احترام|با تشکر|مع التحية""")
)
_DEFINED = re.compile(
    r"(?P<name>[^(“\"]{3,60}) \((?:the )?[“\"](?:buyer|purchaser|customer)[”\"]\)", re.IGNORECASE
)
"""`Acme Ltd ("Buyer") hereby agrees`: terms that say whom they mean."""
_SALUTATION = re.compile(r"(?:m/s\b\.?|messrs\b\.?|company\s*:|name\s*:)\s*", re.IGNORECASE)
_ARABIC = re.compile(r"[\u0590-\u06ff]")
_TWICE = re.compile(rf"\s+[·•|]\s+(?={_ARABIC.pattern})")
"""`Acme W.L.L · الشركة` says the same once more in another script, as the line below `VENDOR` may."""
_ORDER = ("head", "from", "billed", "signed", "place")
_HEAD_ROWS = 4
_DOWN = 3
_INDENT = 3
_REACH = 12
_SENDER = re.compile(r"(?P<name>.+?)\s+[·•|–-]\s+(?=.*\d).*")
"""The line above the window of an envelope: `Acme GmbH · Mühlweg 4 · 04109 Leipzig`."""
_MOST_WORDS = 8
_ENOUGH = 2
"""At so many places a name stands that has no legal form."""

Place = tuple[str, int, int]
"""A name, and the row and column of the cell that it stands in."""


@dataclass(frozen=True, slots=True)
class Party:
    """A name, its cell, and the part that the place on the paper gives it."""

    name: str
    row: int
    column: int
    role: str


def find_buyer(grid: Grid, above: int, rows: Sequence[int]) -> Party | None:
    """The one company that wrote this purchase order; None where that is not beyond doubt.

    `above` is the first row of the table's header, `rows` are those outside of its lines.
    """
    found = list(_parties(grid, above, rows))
    if not is_purchase(grid, above):
        return _correspondent(grid, above, found)
    sellers = [one for one in found if one.role == "seller"]
    if not sellers and _asks_for_seller(grid, above):
        return None
    groups: list[list[Party]] = []
    for one in found:
        if one.role == "seller" or any(is_same(one.name, by.name) for by in sellers):
            continue
        group = next((group for group in groups if is_same(group[0].name, one.name)), [])
        groups += [] if group else [group]
        group.append(one)
    mail = mail_names(grid)
    sure = [group for group in groups if _is_writer(group, mail)]
    if not sellers:
        # Nobody is said to sell: only the one whose goods come to its own place is no seller.
        sure = [group for group in sure if {"head"} < {one.role for one in group}]
    return min(sure[0], key=lambda one: _ORDER.index(one.role)) if len(sure) == 1 else None


def _correspondent(grid: Grid, above: int, found: Sequence[Party]) -> Party | None:
    """Who orders by a letter `To: … From: …` that calls itself an order, and none that is sold."""
    rows = [row for row in grid.rows if row < above]
    texts = [text for row in rows for _, text in grid.filled(row)]
    titles = [text for text in texts if names_any(text, ORDER_WORDS)]
    told = [one for one in found if one.role == "from"]
    addressed = any(one.role == "seller" and one.name for one in found)
    orders = bool(titles) and not any(names_any(text, _SOLD) for text in titles)
    return told[0] if orders and addressed and len(told) == 1 else None


def senders(grid: Grid, above: int) -> list[str]:
    """Names behind `From:` above the lines: whoever wrote, for a person to say."""
    rows = [row for row in grid.rows if row < above]
    return [one.name for one in _parties(grid, above, rows) if one.role == "from"]


def named_heads(grid: Grid, above: int) -> list[str]:
    """Companies by their legal form at the head of a purchase order."""
    if not is_purchase(grid, above):
        return []
    return [one.name for one in _head(grid, above) if legal_form(one.name)]


def receivers(grid: Grid, above: int) -> list[str]:
    """Companies by their legal form to which goods or bills go, above the lines."""
    rows = [row for row in grid.rows if row < above]
    told = (one.name for one in _parties(grid, above, rows) if one.role in ("place", "billed"))
    return [name for name in told if legal_form(name)]


def opening_name(grid: Grid, above: int) -> list[str]:
    """The name that alone opens a purchase order, beside its title at most, and sells nothing."""
    if not is_purchase(grid, above):
        return []
    titles = _PURCHASE | ORDER_WORDS
    first = [text for _, text in grid.filled(min(grid.rows)) if not names_any(text, _PURCHASE)]
    first = [text for text in first if fold(text) not in titles]
    sellers = [one.name for one in _parties(grid, above, list(grid.rows)) if one.role == "seller"]
    named = [name for text in first if (name := _name_in(text))]
    told = len(first) == 1 and not any(is_same(named[0], one) for one in sellers if named)
    return named if told else []


def is_same(one: str, other: str) -> bool:
    """Whether two texts name one company, however spaced or shortened."""
    short, long = sorted((name_key(one), name_key(other)), key=len)
    spaced = f" {short} " in f" {long} "
    return bool(short) and (spaced or short.replace(" ", "") == long.replace(" ", ""))


def _is_writer(group: Sequence[Party], mail: frozenset[str]) -> bool:
    """Whether the places of a name say that it wrote the paper."""
    roles = {one.role for one in group}
    if roles & {"signed", "billed", "from"}:
        return True
    formed = any(one.role == "head" and legal_form(one.name) for one in group)
    mailed = any(is_mailed(one.name, mail) for one in group)
    return formed or len(roles) + mailed >= _ENOUGH


def is_purchase(grid: Grid, above: int) -> bool:
    """Whether a title above the table says purchase order."""
    return any(
        names_any(text, _PURCHASE)
        for row in grid.rows
        if row < above
        for column, _ in grid.filled(row)
        for text in (line.partition(":")[0] for line in _lines(grid, row, column))
        if len(text.split()) <= _MOST_WORDS
    )


def _parties(grid: Grid, above: int, rows: Sequence[int]) -> Iterator[Party]:
    """Every name that stands where papers name a party."""
    yield from _head(grid, above)
    yield from (Party(*one) for one in correspondents(grid, above))
    for row in rows:
        for column, text in grid.filled(row):
            if (told := _DEFINED.match(text)) and legal_form(told["name"]):
                yield Party(tidy(told["name"]).strip(" ,"), row, column, "from")
            if row > above:
                yield from _signed(grid, row, column, text)
            else:
                yield from _labelled(grid, row, column)


def _asks_for_seller(grid: Grid, above: int) -> bool:
    """Whether a label above the lines is a seller's, whose name is not to be told."""
    places = ((row, column) for row in grid.rows if row < above for column, _ in grid.filled(row))
    return any(role_of(_label_of(grid, *place)) == "seller" for place in places)


def _labelled(grid: Grid, row: int, column: int) -> Iterator[Party]:
    """The name behind a label; `your vendor number` speaks to the seller and names nobody."""
    label = _label_of(grid, row, column)
    role = role_of(label)
    names = _behind(grid, row, column) if role else []
    if role == "place" and names and names[0][1] > row:
        names += _second_line(grid, *names[0][1:])
    yield from (Party(*place, role) for place in names)
    if role == "seller" and not names and "your" in label.split():
        yield Party("", row, column, role)


def _head(grid: Grid, above: int) -> Iterator[Party]:
    """The first name of each column at the top of the paper."""
    seen: set[int] = set()
    for row in [row for row in grid.rows if row < above][:_HEAD_ROWS]:
        for column, text in grid.filled(row):
            if column in seen or names_any(text, _PURCHASE):
                continue
            seen.add(column)
            if not _is_led(grid, row, column) and (name := _name_in(text)):
                yield Party(name, row, column, "head")


def _is_led(grid: Grid, row: int, column: int) -> bool:
    """Whether a cell is a party's label, or has one above it or to its left."""
    left = max((at for at, _ in grid.filled(row) if at < column), default=column)
    labels = ((row, column), (row - 1, column), (row, left))
    return any(role_of(_label_of(grid, *place)) for place in labels)


def _signed(grid: Grid, row: int, column: int, text: str) -> Iterator[Party]:
    """The one that signs: a company behind `For` or a greeting, or what stands beside or below it alone."""
    if fold(text.strip(" ,.!")) in _GREETINGS:
        near = _below(grid, row, column)
        yield from (Party(*place, "signed") for place in near if legal_form(place[0]))
    told = _SIGNED.fullmatch(text)
    if told is None:
        return
    inside = _name_in(told["name"])
    if inside:
        yield Party(inside, row, column, "signed" if legal_form(inside) else "place")
    elif not told["name"] and text.endswith((":", ",")):
        near = [*_right(grid, row, column), *_below(grid, row, column)][:1]
        yield from (Party(*place, "signed") for place in near)


def _label_of(grid: Grid, row: int, column: int) -> str:
    """The text of a cell up to its first colon, or its first line, as labels are compared."""
    return fold((_lines(grid, row, column) or [""])[0].replace("：", ":").partition(":")[0])


def _lines(grid: Grid, row: int, column: int) -> list[str]:
    cell = grid.cell(row, column)
    return lines_of(written(cell.value)) if cell and isinstance(cell.value, str) else []


def _behind(grid: Grid, row: int, column: int) -> list[Place]:
    """The name behind a label, in its cell, below it or beside it."""
    first, *inside = _lines(grid, row, column)
    if first.isascii():
        inside = [line for line in inside if not _ARABIC.match(line)] or inside
    rest = tidy(first.replace("：", ":").partition(":")[2])
    own = [(name, row, column) for text in (rest, *inside[:1]) if (name := _name_in(text))]
    below, right = _below(grid, row, column), _right(grid, row, column)
    if own:
        return own[:1]
    return (right or below)[:1] if first.endswith((":", "：")) else (below or right)[:1]


def _second_line(grid: Grid, row: int, column: int) -> list[Place]:
    """What stands right below the first line of an address: the company of the person above."""
    name = _name_in(grid.text(row + 1, column))
    return [(name, row + 1, column)] if name else []


def _below(grid: Grid, row: int, column: int) -> list[Place]:
    """The first text in the rows below, or right of there, where a name is indented."""
    for place in range(column, column + _INDENT):
        if place > column + 1 and (grid.text(row, place) or grid.text(row, place - 1)):
            break
        for at in range(row + 1, row + _DOWN + 1):
            if text := grid.text(at, place):
                return [(name, at, place)] if (name := _name_in(text)) else []
    return []


def _right(grid: Grid, row: int, column: int) -> list[Place]:
    for place in range(column + 1, column + _REACH):
        if text := grid.text(row, place).strip(" :："):
            return [(name, row, place)] if (name := _name_in(text)) else []
    return []


def _name_in(text: str) -> str:
    """A company's or person's name, without what is said before and behind it."""
    first = _TWICE.split((lines_of(text) or [""])[0])[0]
    name = _SALUTATION.sub("", first, count=1) if _SALUTATION.match(first) else first
    sent = _SENDER.fullmatch(name)
    name = sent["name"] if sent and legal_form(sent["name"]) else name
    before, _, rest = name.partition(",")
    whole = bool(legal_form(rest)) and not name_key(rest)
    name = tidy(before if legal_form(before) and not whole else name).strip(" :：,-")
    bad = is_label(name) or is_page(name) or role_of(fold(name)) or names_any(name, _PURCHASE)
    bad = bad or (not {*name}.isdisjoint(",،，") and not whole)
    return name if not bad and suits("customer", Cell(name)) else ""
