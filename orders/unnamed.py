"""Rulings on columns that name items though no heading says so."""

import re
from collections.abc import Sequence

from orders.columns import Column
from orders.values import fold, words_of_list

_NAMED, _MOST, _FULL = 0.6, 0.5, 0.8
_SHORT, _DIGIT = 2, re.compile(r"\d").search
_SENTENCE = 3
"""A heading of so many words, `Why we want it`, says more than what stands below it is."""
_DIGITS = 4
_NUMBER_WORDS = words_of_list(
    "sku|cod|nr|nummer|num|ref|kod|#|№|id|no|n°|nº|شماره|کد|رقم|رمز|号|號|编码|番|코드|번호|ref|rif|réf|артикул"
)
"""What tells that numbers stand below a heading, whatever does."""
_WORD = re.compile(r"[^\W\d_]*[^\W\d_A-Z][^\W\d_]{2,}")
MATERIALS = frozenset(
    words_of_list(
        "material|materials|materiale|materiali|materiais|materiales|materialien|matière|matières|werkstoff"
        "|metal|metals|metall|métal|metallo|metaal|металл|فلز|金属|malzeme cinsi|материал|جنس|الخامة|材质|材質|재질"
        "|fabric|fabrics|upholstery|stoff|bezug|bezugsstoff|tissu|tela|tejido|tessuto|tecido|kumaş|ткань|پارچه|قماش|面料|生地"
    )
)
"""What headings of materials say: no item's name stands below them."""


def _rule_nameless(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """The one column of differing words, under no heading or one that nobody knows, names the items."""
    if any(scores[one.number].get("product_name", 0.0) >= 1 for one in columns):
        return
    found = [one for one in columns if not one.header and _tells_items(one)]
    told = {field for mine in scores.values() for field in mine}
    if not found and told & {"sku", "gtin"} and "product_name" not in told:
        free = [one for one in columns if not scores[one.number] and _tells_items(one)]
        free = [one for one in free if fold(one.header) not in MATERIALS]
        found = [one for one in free if _describes(one)] if len(free) == 1 else []
    if len(found) == 1:
        scores[found[0].number]["product_name"] = 1.0
    coded = [one for one in columns if not one.header and _are_codes(one)]
    if not found and len(coded) == 1 and not told & {"sku", "gtin", "product_name"}:
        scores[coded[0].number]["sku"] = 1.0


def _are_codes(column: Column) -> bool:
    """Whether every row has another short text of one word, and few of them are mere numbers."""
    varied = len(column.cells) == column.distinct > _DIGITS
    worded = column.share("token") == 1 and column.share("number") < 1 - _FULL
    return varied and worded and column.share("fill") >= _FULL and not column.share("unit")


def _tells_items(column: Column) -> bool:
    worded = column.share("words") - column.share("unit") >= _FULL
    varied = column.distinct >= _MOST * len(column.cells)
    return worded and varied and column.share("fill") >= _FULL


def _describes(column: Column) -> bool:
    """Whether nearly every row says another thing in several words, as `Drug` over its items does."""
    phrases = [text for text in column.samples(50) if " " in text]
    varied = column.distinct >= max(_FULL * len(column.cells), 2)
    short = len(column.header.split()) < _SENTENCE
    return (
        _tells_items(column)
        and varied
        and short
        and len(phrases) >= _FULL * len(column.samples(50))
    )


def _rule_worded(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Modell` over `Schrank Alpin`, `Bett Alpin` names the items where no other column does."""
    named = any(scores[one.number].get("product_name", 0.0) >= _NAMED for one in columns)
    coded = [one for one in columns if scores[one.number].get("sku", 0.0) >= _NAMED]
    worded = [one for one in coded if _is_worded(one) and not _says_number(one.header)]
    if len(worded) == 1 and not named:
        mine = scores[worded[0].number]
        mine["product_name"] = mine.pop("sku")


def _says_number(header: str) -> bool:
    folded = fold(header)
    words = folded.split()
    return any(word in (words if len(word) == _SHORT else folded) for word in _NUMBER_WORDS)


def _is_worded(column: Column) -> bool:
    """Whether all texts are words, no abbreviations; with digits only among several words."""
    texts = column.samples(50)
    told = [_WORD.search(text) and (" " in text or not _DIGIT(text)) for text in texts]
    return bool(texts) and all(told)


def _rule_pieces(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """Numbers are no units: `Unid/caja` over wholes says how many are in a pack."""
    for column in (one for one in columns if one.share("whole") == 1 and "/" in one.header):
        if sure := scores[column.number].pop("unit", 0.0):
            scores[column.number].setdefault("pack_size", sure)


UNNAMED = (_rule_worded, _rule_nameless, _rule_pieces)
