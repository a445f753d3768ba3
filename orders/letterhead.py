"""Names of companies that stand around a table under no label."""

import re
from collections.abc import Sequence

from orders.dictionary import label_meanings
from orders.names import legal_form, name_key
from orders.naming import ADDRESSED
from orders.partywords import FROM
from orders.values import fold, lines_of, written
from orders.view import Grid

_SENDER = re.compile(r"\s+[·•|–—-]\s+")
_ORDER_OF = re.compile(
    r"(?:(?:purchase )?order (?:from|by|of)|bestellung (?:von|der)|(?:bon de )?commande (?:de|du)|pedido de"
    r"|ordine (?:di|da)|заказ от|سفارش(?: از)?)\s+",
    re.IGNORECASE,
)
_LEGAL_WORDS = """
gmbh ag kg ohg ltd limited llc inc incorporated corp corporation co plc sa sas sarl srl spa bv nv oy ab as aps
ltda lda sl kk pty fze sti ооо оао зао ип شرکت بازرگانی فروشگاه شركة مؤسسة موسسه 公司 株式会社
주식회사 group trading company stores
"""
_LEGAL = frozenset(_LEGAL_WORDS.split())
_SHORT = 2


def is_own(name: str, own_names: Sequence[str]) -> bool:
    """Whether a name is ours: never the customer."""
    key = name_key(name)
    return bool(key) and any(name_key(own) == key for own in own_names)


def letterhead_names(grid: Grid, above: int, own_names: Sequence[str]) -> list[str]:
    """Texts above the table that may be a company's name, for a person to choose from."""
    names: list[str] = []
    for row in grid.rows:
        if row >= above:
            break
        for column, text in grid.filled(row):
            cell = grid.cell(row, column)
            first = (lines_of(written(cell.value)) if cell else [text])[:1]
            if _is_supplier(grid, row, column) or text.endswith((":", "：")):
                continue
            name = _company_of(first[0]) if first else ""
            if looks_like_company(name) and not is_own(name, own_names):
                names.append(name)
    return list(dict.fromkeys(names))[:5]


def _company_of(text: str) -> str:
    """The company in a line of a letterhead or title: `Order from Acme Ltd`, `Acme Ltd - Order 7`."""
    parts = _SENDER.split(_ORDER_OF.sub("", text, count=1))
    return next((part for part in parts if looks_like_company(part)), parts[0])


def _is_supplier(grid: Grid, row: int, column: int) -> bool:
    """Whether the cell's label says that it names the seller: that is us."""
    if grid.text(row, column).endswith(ADDRESSED):
        return True
    left = next((grid.text(row, at) for at in range(column - 1, 0, -1) if grid.text(row, at)), "")
    labels = (left, grid.text(row - 1, column), grid.text(row, column).split(":")[0])
    named = (label.rstrip(" :：") for label in labels)
    return any("supplier" in label_meanings(label) and fold(label) not in FROM for label in named)


def looks_like_company(text: str) -> bool:
    """Whether a legal form or a word such as `trading` makes a text a company's name."""
    words = {word for word in fold(text).split() if len(word) > _SHORT}
    joined = any(
        mark in text
        for mark in (
            "公司",
            "会社",
            "주식회사",
            "(주)",
            "㈜",
            "㈱",
            "㈲",
            "(株)",
            "（株）",
            'בע"מ',
            "בע״מ",
        )
    )
    # `AB` and `AS` are legal forms at an end of a name only: `1011 AB Amsterdam` is an address.
    formed = joined or any(legal_form(part) for part in text.split(","))
    return bool(words & _LEGAL or formed) and len(text) <= 80
