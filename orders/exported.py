"""Rulings on columns as shops export them, and as people add them up."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from orders.columns import Column, number_of
from orders.counts import COUNTING
from orders.dictionary import ORDER_WORDS, label_meanings
from orders.fillers import ITEMS, NAME
from orders.mailed import is_mailed
from orders.makers import MARKETS
from orders.perorder import rule_number_again, rule_once, rule_order_day, rule_wearers
from orders.rivals import RIVALS
from orders.totals import total_words
from orders.values import fold, has_letters, tidy, words_of_list, written

_HOST = re.compile(r"(?:://|\bwww\.)(?:www\.)?([\w-]{3,})\.")
_ORDER_NUMBER = re.compile(r"#[0-9]+")
_NAMED = 0.6
_OUTLINED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}")
_FEW, _MOSTLY, _PERHAPS = 3, 0.5, 0.7
_PARTS = frozenset(
    words_of_list(
        "part|parts|thing|teil|teile|bauteil|bauteile|pièce|pièces|pieza|parte|componente|peça|parça|деталь|детали|قطعه"
    )
)
_VENDORS = frozenset(["vendor", "supplier", "seller"])
_NUMBERS = frozenset(["code", "no", "number", "id", "nr"])
_KEYS = ("id", "line id", "row id", "item id", "key")


def are_padded(column: Column) -> bool:
    """Whether numbers that count on are codes: `0000`, `0001`; no line is the one before the first."""
    texts = [tidy(written(cell.value)) for cell in column.cells.values()]
    return len(texts) > 1 and len(texts[0]) > len("00") and not texts[0].strip("0")


def names_all(column: Column, columns: Sequence[Column]) -> bool:
    """Whether beside this column of codes there are numbers only, and it is filled on every row."""
    rest = [one for one in columns if one is not column and one.cells and not one.sequence]
    bare = all(one.share("number") == 1 and not one.share("gtin") for one in rest)
    bare = bare and column.share("words") < _MOSTLY
    return bare and all(one.cells.keys() <= column.cells.keys() for one in rest)


def counts_on(column: Column) -> bool:
    """Whether nearly every number is the one before and one, from wherever they begin: 74, 75, 76."""
    numbers = [number_of(cell) for cell in column.cells.values()]
    ones = sum(None not in (a, b) and b == (a or 0) + 1 for a, b in pairwise(numbers))
    return ones > _FEW and ones * 5 >= len(numbers) * 4


def is_outline(column: Column) -> bool:
    """Whether the cells number parts and what is in them: 1, 1.1, 1.2, 2, 2.1."""
    texts = list(column.texts.values())
    if not all(map(_OUTLINED.fullmatch, texts)):
        return False
    levels = [tuple(map(int, text.split("."))) for text in texts]
    rises = all(before < after for before, after in pairwise(levels))
    return bool(levels) and rises and levels[0][0] == 1 and max(map(len, levels)) > 1


def _rule_numbered(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Name` over #1051, #1051, #1052, or beside the items' own names, numbers the orders."""
    for column in columns:
        texts = list(column.texts.values())
        apart = len(set(texts)) < len(texts) or any(
            _is_named(scores, one, "product_name") for one in columns if one is not column
        )
        named = "product_name" in scores[column.number] or fold(column.header) in NAME
        if named and apart and texts and all(map(_ORDER_NUMBER.fullmatch, texts)):
            scores[column.number] = {"po_number": 1.0}


def _rule_whose_name(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Name` on fewer lines than `Product`, which has a text on each, or again and again, is somebody's.

    It may be the customer's or the supplier's, so it is asked.
    """
    for column in columns:
        if fold(column.header) not in NAME or "product_name" not in scores[column.number]:
            continue
        again = column.distinct * 2 <= len(column.cells)
        whole = [
            one
            for one in columns
            if one is not column
            and _is_named(scores, one, "product_name")
            and one.share("words") > _MOSTLY
            and column.cells.keys() <= one.cells.keys()
        ]
        fewer = [one for one in whole if ITEMS.intersection(fold(one.header).split())]
        if again and any(one.distinct > column.distinct for one in whole):
            scores[column.number] = {"customer": _PERHAPS} if column.share("words") == 1 else {}
        elif any(len(column.cells) < len(one.cells) for one in fewer):
            scores[column.number].pop("product_name")


def _rule_order_number(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Commande`, `Order` over codes or long numbers that come again numbers the orders.

    So does one over codes that stand once, beside the items' own.
    """
    for column in columns:
        texts = list(column.texts.values())
        counted = any(_is_named(scores, one, "quantity") for one in columns if one is not column)
        signed = all(not text.isdigit() for text in texts)
        coded_too = any(_is_named(scores, one, "sku") for one in columns if one is not column)
        again = counted and (len(set(texts)) < len(texts) or (signed and coded_too))
        coded = all(len(text) > _FEW and any(map(str.isdigit, text)) for text in texts)
        worded = column.share("words") or column.share("date") or column.share("money")
        if fold(column.header) in ORDER_WORDS and again and coded and not worded:
            scores[column.number] = {"po_number": 1.0}


def _rule_order_codes(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Código de pedido` that differs though the items' names come again numbers the orders."""
    named = [one for one in columns if _is_named(scores, one, "product_name")]
    for column in columns:
        told = not ORDER_WORDS.isdisjoint(fold(column.header).split())
        own = column.distinct == len(column.cells) > _FEW and "sku" in column.meanings
        if told and own and any(one.distinct * 2 <= len(column.cells) for one in named):
            scores[column.number] = {"po_number": 1.0}


def _rule_repeated(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """German `Bestellnummer` that repeats beside the articles' own numbers is the order's."""
    for column in columns:
        mine = scores[column.number]
        repeated = len(column.cells) >= _FEW and column.distinct * 2 <= len(column.cells)
        others = [one for one in columns if one is not column]
        # One number of all lines, that differ in their names and not in size, is no article's.
        apart = [one for one in others if _is_named(scores, one, "product_name")]
        alike = column.constant and any(one.distinct == len(column.cells) for one in apart)
        alike = alike and not any("size" in scores[one.number] for one in others)
        if "sku" not in mine or "po_number" not in label_meanings(column.header):
            continue
        if alike or (repeated and any(_is_named(scores, one, "sku") for one in others)):
            mine["po_number"] = mine.pop("sku")
            told = any({**one.meanings} == {"po_number": 1.0} and one.cells for one in others)
            if told and fold(column.header).startswith("ref"):
                mine.pop("po_number")  # `Reference` beside `Purchase order number`.


def _rule_markets(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`ASIN` is a market's number for an item, and no code where another column has the seller's."""
    coded = [
        one for one in columns if _is_named(scores, one, "sku") and one.share("code") > _MOSTLY
    ]
    for column in coded:
        if fold(column.header) in MARKETS and len(coded) > 1:
            scores[column.number].pop("sku")


def _rule_sum_across(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Total` that adds up the wholes beside it, where nothing else counts, may be what is ordered.

    The columns it adds up may be shops, weeks, people or colours, so a person is asked.
    """
    if any(_is_named(scores, column, name) for column in columns for name in ("quantity", "cases")):
        return
    for place, column in enumerate(columns):
        named = "line_total" in scores[column.number] or _says_total(column)
        if named and any(_adds_up(column, s) for s in (columns[:place], columns[place + 1 :])):
            scores[column.number] = {"quantity": 0.7}


def _says_total(column: Column) -> bool:
    """Whether a heading nobody knows begins or ends with a total's word: `Total kits`, or is a number."""
    words = column.header.split()
    if not has_letters(column.header):
        return bool(words)  # The sum of a column may stand where its heading does.
    return not column.meanings and any(total_words(one) for one in (*words[:1], *words[-1:]))


def _is_named(scores: Mapping[int, Mapping[str, float]], column: Column, name: str) -> bool:
    return scores[column.number].get(name, 0.0) >= _NAMED


def _adds_up(column: Column, before: Sequence[Column]) -> bool:
    """Whether each cell is the sum of the row's wholes under words that name nothing."""
    parts = [c for c in before if c.share("whole") == 1 and c.header and not c.meanings]
    parts = [c for c in parts if not _says_the_same(c, column)]
    if len(parts) < 2 or len(column.cells) < 2 or column.share("money"):
        return False
    return all(
        number_of(cell) == sum(number_of(c.cells[row]) or 0 for c in parts if row in c.cells)
        for row, cell in column.cells.items()
    )


def _says_the_same(one: Column, other: Column) -> bool:
    """Whether each cell has its number in the other column: two sums of one row."""
    pairs = [(number_of(cell), other.cells.get(row)) for row, cell in one.cells.items()]
    return all(cell is not None and number == number_of(cell) for number, cell in pairs)


def _rule_keys(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`id` over 85, 86, 87 is the row's own, and no item's, where another column names the items."""
    for column in columns:
        if "sku" not in scores[column.number] or fold(column.header) not in _KEYS:
            continue
        named = any(_is_named(scores, one, "product_name") for one in columns if one is not column)
        if named and counts_on(column):
            scores[column.number].pop("sku")


def _rule_unfilled(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Vendor part#` over nothing holds no codes, where another column of codes is filled in."""
    coded = [one for one in columns if "sku" in scores[one.number]]
    # On a further page the heading stands under itself once more.
    bare = [one for one in coded if {*map(fold, one.texts.values())} <= {fold(one.header)}]
    for column in bare if len(bare) < len(coded) else ():
        scores[column.number].pop("sku")


def _rule_zeros(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Price` that is 0 on every line, though the lines come to amounts, is not filled in."""
    amounts = [one for one in columns if "line_total" in scores[one.number]]
    if not any(number_of(cell) for one in amounts for cell in one.cells.values()):
        return
    for column in columns:
        if column.cells and all(number_of(cell) == 0 for cell in column.cells.values()):
            scores[column.number].pop("unit_price", None)


def _rule_bought(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """A market's `item-price` beside its `quantity-purchased` is what the whole line costs."""
    if any(fold(column.header) == "quantity purchased" for column in columns):
        for column in columns:
            if fold(column.header) == "item price":
                scores[column.number] = {"line_total": 1.0}


def _rule_parts(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Part` over words names the items where no other column does."""
    if any(_is_named(scores, column, "product_name") for column in columns):
        return
    for column in columns:
        if fold(column.header) in _PARTS and column.share("words") > _NAMED:
            scores[column.number]["product_name"] = 1.0


def _rule_vendors(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Vendor code` beside a `Vendor name` is the vendor's number, and no item's; one has one."""
    told = {fold(one.header): one.distinct for one in columns}
    for column in columns:
        who, _, what = fold(column.header).partition(" ")
        known = max(told.get(f"{who} name", 0), told.get(who, 0))
        if what in _NUMBERS and who in _VENDORS and known >= column.distinct:
            scores[column.number].pop("sku", None)


def _rule_shops(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Acme` beside a link to the item at acme.example sells it, and does not order."""
    linked = [one.texts for one in columns if any(map(_HOST.search, one.texts.values()))]
    for column in columns:
        hosts = [
            (text, {*_HOST.findall(texts.get(row, ""))})
            for row, text in column.texts.items()
            for texts in linked
        ]
        if "customer" in scores[column.number] and any(
            is_mailed(text, frozenset(h)) for text, h in hosts
        ):
            scores[column.number].pop("customer")


def rule_style(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """A style is the item's code where no other column is."""
    for column in columns:
        mine = scores[column.number]
        others = (scores[one.number].get("sku", 0.0) for one in columns if one is not column)
        if "style" in mine and max(others, default=0.0) < _NAMED:
            mine["sku"] = max(mine.pop("style") * 0.95, mine.get("sku", 0.0))


EXPORTED = (
    _rule_bought,
    _rule_vendors,
    _rule_shops,
    _rule_parts,
    _rule_unfilled,
    _rule_zeros,
    _rule_keys,
    _rule_repeated,
    _rule_numbered,
    _rule_order_number,
    _rule_order_codes,
    _rule_whose_name,
    rule_wearers,
    rule_number_again,
    *RIVALS,
    rule_order_day,
    rule_once,
    _rule_markets,
    _rule_sum_across,
    *COUNTING,
)
