"""Whose order it is: the name labels agree on, or names to ask about.

A label that only says where goods go, or what company fills in a form, is weak: at a purchase order
the companies at the paper's head are asked beside it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from orders.dictionary import label_meanings
from orders.firm import firm_name
from orders.labels import Found
from orders.letterhead import is_own, letterhead_names, looks_like_company
from orders.names import legal_form, name_key
from orders.parties import (
    Party,
    find_buyer,
    is_purchase,
    is_same,
    named_heads,
    opening_name,
    receivers,
    senders,
)
from orders.partywords import FROM, party_named
from orders.tables import Table
from orders.values import fold, lines_of, tidy, words_of_list, written
from orders.view import Grid

_SURE = 1.0
_BARE_NAMES = frozenset(
    ["name", "nome", "nombre", "nom", "naam", "ad", "adı", "имя", "nazwa", "namn", "navn", "nimi"]
)
_NEAR, _BLOCK = 2, 8
_ACCOUNT = re.compile(r"\b(?:IBAN|BIC|SWIFT)\b|شبا")
_CODED = re.compile(r"[A-Z0-9]+(?:[-_/.][A-Z0-9]+)+")
"""What stands for a place where goods go, and names nobody: `NBF-CIN`."""
_INITIALED = re.compile(r"(?:[^\W\d_]\. ?){1,2}[^\W\d_][\w'’-]+")
_FEW_LETTERS, _NAMES = 2, 3
_MAILED = re.compile(r"([\w.-]+)@")
_PERSON_WORDS = """
buyer|ordered by|order placed by|purchaser|requested by|besteller|bestellt von|acheteur|comprador
|comprado por|acquirente|alıcı|siparişi veren|注文者|주문자
"""
_PERSONS = frozenset(words_of_list(_PERSON_WORDS))
_OFFICE = re.compile(
    r"[(,–—-]\s*[^()]*\b(?:buyer|manager|purchas\w+|procurement|officer|director|assistant|einkauf\w*"
    r"|leiter\w*|acheteu\w+|responsable|comprador\w*|compras|gerente|jefe)\)?\s*$",
    re.IGNORECASE,
)
"""`Javier Quin (Parts Buyer)` holds an office in the company that orders."""
_ADDRESSEES = frozenset(
    words_of_list("destinatário|destinatario|destinataire|empfänger|addressee|recipient|получатель")
)
"""Whom a letter goes to: beside its sender that is the one who sells."""
_PLACE = 0.7
_SUBJECT_WORDS = "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|temat|konu|тема|主题|主旨|件名|제목|موضوع"
_SUBJECT = frozenset(words_of_list(_SUBJECT_WORDS))
_REACHED_WORDS = "phone|telephone|tel|mobile|email|e mail|fax|telefon|teléfono|téléphone|telefono"
_REACHED = frozenset(words_of_list(_REACHED_WORDS))
"""What a paper says of the person whom it calls buyer: `Buyer phone`."""


@dataclass(frozen=True, slots=True)
class Whose:
    """The label's value that names the customer, if it is beyond doubt, or the names to ask about."""

    told: tuple[Grid, Found] | None = None
    rivals: list[str] = field(default_factory=list)


def customer_told(
    table: Table, found: Sequence[tuple[Grid, Found]], own_names: Sequence[str]
) -> Whose:
    """The one name that the surest labels of a sheet agree on; several names are asked."""
    top = table.header.rows[0]
    named = [
        (grid, one)
        for grid, one in _names(found, own_names)
        if not (grid is table.grid and one.score < _SURE and _titles(grid, one, top))
    ]
    if not named:
        return Whose()
    grid, best = named[0]
    rivals = [one for at, one in named if at is grid and one.score >= best.score]
    if best.score < _SURE and _is_mail(table.grid, top):
        # Whoever wrote the mail orders; where the goods go may be the customer's customer.
        return Whose(rivals=list(dict.fromkeys(tidy(one.text) for one in rivals)))
    if _is_person(best):
        # A buyer may be the person who buys for the company that another label names.
        weak = best.score < _SURE
        rivals += [
            one
            for at, one in named
            if at is grid and (weak or one.score > _PLACE or looks_like_company(one.text))
        ]
    heads = _heads(table, best, own_names)
    texts = [tidy(one.text).strip(" :：,") for one in rivals]
    if heads or any(not same_name(one.text, best.text) for one in rivals):
        weak = best.score < _SURE or _is_person(best)
        return Whose(rivals=list(dict.fromkeys([*heads, *texts] if weak else [*texts, *heads])))
    below = "" if best.listed else _company_below(grid, best)
    if below and not is_own(below, own_names):
        # A person of that company, or the first half of its name.
        name = tidy(best.text)
        return Whose(rivals=[below, f"{name} {below}", name])
    if best.score <= _PLACE and is_purchase(table.grid, top) and not legal_form(best.text):
        return Whose(rivals=[tidy(best.text)])  # A branch, or whoever gets what the writer bought.
    return Whose((grid, best))


def writer_of(
    table: Table, rows: Sequence[int], rivals: Sequence[str], own_names: Sequence[str]
) -> Party | None:
    """Where no label settles the customer: the one that wrote the purchase order."""
    if "customer" in table.mapping:
        return None
    party = find_buyer(table.grid, table.header.rows[0], rows)
    if party is None or is_own(party.name, own_names):
        return None
    top = table.header.rows[0]
    if _is_mail(table.grid, top) and not is_purchase(table.grid, top):
        return None  # A shop's machine writes it, or whoever passes it on.
    companies = [one for one in rivals if looks_like_company(one)]
    named = any(is_same(one, party.name) for one in rivals)
    return party if named or not companies else None


def names_to_ask(table: Table, rivals: Sequence[str], own_names: Sequence[str]) -> list[str]:
    """Names in the file that may be the customer's, the likeliest first."""
    top = table.header.rows[0]
    sent = [one for one in senders(table.grid, top) if not is_own(one, own_names)]
    found = [*rivals, *sent, *letterhead_names(table.grid, top, own_names)]
    found = [one for one in found if "@" not in one]
    return list(dict.fromkeys(map(firm_name, found or opening_name(table.grid, top))))


def _is_mail(grid: Grid, top: int) -> bool:
    """Whether the paper is a printed e-mail: its head says from whom it is, and about what."""
    texts = (text for row in grid.rows if row < top for _, text in grid.filled(row))
    labels = {fold(text.partition(":")[0]) for text in texts if ":" in text}
    return not labels.isdisjoint(FROM) and not labels.isdisjoint(_SUBJECT)


def same_name(one: str, other: str) -> bool:
    """Whether one name stands in the other, as whole words."""
    short, long = sorted((name_key(one), name_key(other)), key=len)
    return bool(short) and f" {short} " in f" {long} "


def _company_below(grid: Grid, one: Found) -> str:
    """The company in the line below a name without a legal form, where no label stands by it."""
    cell = grid.cell(one.row, one.column)
    inside = lines_of(written(cell.value)) if cell is not None else []
    below = inside[1] if len(inside) > 1 else grid.text(one.row + 1, one.column)
    beside = (grid.text(one.row + 1, at) for at in range(one.column - 1, 0, -1))
    left = next(filter(None, beside), "")
    labelled = len(inside) < 2 and bool(label_meanings(left.rstrip(" :：")))
    bare = bool(legal_form(below)) and not any(map(str.isdigit, below)) and ":" not in below
    if labelled or not bare or legal_form(one.text) or same_name(one.text, below):
        return ""
    return tidy(below)


def _names(
    found: Sequence[tuple[Grid, Found]], own_names: Sequence[str]
) -> list[tuple[Grid, Found]]:
    """The customers that labels name, without ourselves and without people who buy for them."""
    named = [
        (grid, one)
        for grid, one in found
        if one.field == "customer" and not is_own(one.text, own_names)
        if not party_named(one.text) and not (one.score < _SURE and _is_sellers(grid, one))
        if not (_is_person(one) and (_is_somebody(grid, one) or _OFFICE.search(one.text)))
        if not (one.score < _SURE and (_is_paid(grid, one) or _CODED.fullmatch(one.text.strip())))
        if not (fold(one.label) in _ADDRESSEES and senders(grid, one.row + _BLOCK))
    ]
    if any(one.score >= _SURE and looks_like_company(one.text) for _, one in named):
        # Beside the company that is billed, a buyer is the person who buys for it.
        return [(at, one) for at, one in named if not _is_person(one)]
    # Beside `Store name: Oak Gifts` the buyer `A. Weaver` is who buys for it.
    others = [(at, one) for at, one in named if not _INITIALED.fullmatch(tidy(one.text))]
    return others if any(one.score > _PLACE for _, one in others) else named


def _heads(table: Table, best: Found, own_names: Sequence[str]) -> list[str]:
    """The names at a purchase order's head that a weak label, or a person's, does not name."""
    above = table.header.rows[0]
    heads: list[str] = []
    if best.score < _SURE:
        heads = [*named_heads(table.grid, above), *opening_name(table.grid, above)]
    elif _is_person(best):
        heads = [*named_heads(table.grid, above), *receivers(table.grid, above)]
    kept = (name for name in heads if not is_own(name, own_names))
    return [name for name in dict.fromkeys(kept) if not _names_both(name, best.text)]


def _names_both(one: str, other: str) -> bool:
    """Whether two texts name one company; two legal forms are two companies."""
    forms = {legal_form(one), legal_form(other)} - {""}
    return len(forms) < 2 and (same_name(one, other) or is_same(one, other))


def _is_person(one: Found) -> bool:
    return is_person(one.label, one.text)


def is_person(label: str, text: str) -> bool:
    """Whether a text under a label as `Buyer`, which is no company's, may be somebody who buys for one."""
    return fold(label) in _PERSONS and not looks_like_company(text)


def _is_sellers(grid: Grid, one: Found) -> bool:
    """Whether a name, as `Name: Acme`, stands right below the seller's heading, or its label."""
    left = max((at for at, _ in grid.filled(one.row) if at < one.column), default=one.column)
    if (heading := _heading(grid, one.row, left)) and party_named(heading) == "seller":
        return True
    columns = (one.column, one.column - 1)
    places = [(one.row - up, at) for up in range(1, _NEAR + 1) for at in columns]
    headings = [(row, at) for row, at in places if party_named(grid.text(row, at)) == "seller"]
    if fold(one.label) in _BARE_NAMES and any(at < one.column for _, at in headings):
        return True
    return any(not grid.text(row, at + 1) for row, at in headings)


def _heading(grid: Grid, row: int, column: int) -> str:
    """What stands alone in its row above labels with their values: `Datos del proveedor`."""
    for at in range(row - 1, max(row - _BLOCK, 0), -1):
        text = grid.text(at, column)
        alone = len(list(grid.filled(at))) == 1 and not text.partition(":")[2].strip()
        label = text.partition(":")[0]
        told = party_named(label) or label_meanings(label).get("customer") == _SURE
        if text and (alone or told):
            return text if alone else ""
    return ""


def _titles(grid: Grid, one: Found, top: int) -> bool:
    """Whether a text stands alone between a label that has no value and the table: its title."""
    alone = one.row == top - 1 and len(list(grid.filled(one.row))) == 1
    return alone and fold(grid.text(one.row - 1, one.column)) == fold(one.label)


def _is_paid(grid: Grid, one: Found) -> bool:
    """Whether a name stands by the number of its bank account: it is paid, and does not buy."""
    near = range(one.row - _NEAR, one.row + _NEAR + 1)
    columns = (one.column - 1, one.column, one.column + 1)
    texts = (grid.text(row, column) for row in near for column in columns)
    return any(_ACCOUNT.search(text) for text in texts)


def _is_somebody(grid: Grid, one: Found) -> bool:
    """Whether it is somebody's initials, or the paper says how that one is reached."""
    initials = len(one.text.strip(" .")) <= _FEW_LETTERS and one.text.isupper()
    return initials or _is_reached(grid, one) or _is_mailed(grid, one.text)


def _is_mailed(grid: Grid, name: str) -> bool:
    """Whether an address of mail begins with a name's words: `ann.weaver@brookmills.example`."""
    words = name_key(name).split()
    texts = (text for row in grid.rows for _, text in grid.filled(row))
    people = {person.casefold() for text in texts for person in _MAILED.findall(text)}
    told = {person for person in people for word in words if len(word) > 2 and word in person}
    return 1 < len(words) <= _NAMES and bool(told)


def _is_reached(grid: Grid, one: Found) -> bool:
    """Whether the paper says how the one under this label is reached."""
    start = f"{fold(one.label)} "
    labels = (fold(text.partition(":")[0]) for row in grid.rows for _, text in grid.filled(row))
    return any(text.removeprefix(start) in _REACHED for text in labels if text.startswith(start))
