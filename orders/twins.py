"""Rulings on two columns that name the items, or say the same of them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from orders.columns import SAMPLE, Column
from orders.counts import rule_needed, rule_ordered, rule_past
from orders.makers import MARKETS, is_makers
from orders.script import scripts_of
from orders.sizes import is_lettered
from orders.taxed import rule_gross_prices, rule_parts, rule_rates
from orders.tongues import is_of, language_of
from orders.values import fold, words_of_list

_SURE = 1.0
_LESS, _SPARSE = 0.85, 0.7
"""What is left of a name's score where the other column has it."""
_NAMES, _HALF = 0.6, 0.5
_NUMBER_OF = re.compile(
    r"\w\s*(?:#|№|\b(?:no|nr|num|number|p/?n|code|sku)\b\.?)\s*$", re.IGNORECASE
)
_NAMING = frozenset(
    words_of_list("""
name|title|produktname|artikelname|artikelbezeichnung|bezeichnung|nombre|nom|nome|naam|productnaam|adı|ad|наименование
|название|найменування|назва|nazwa|název|namn|navn|név|ονομα|نام|اسم|名称|名稱|品名|商品名|이름|품명|상품명|제품명
""")
)
_TELLING = frozenset(
    words_of_list("""
description|descriptions|desc|details|beschreibung|artikelbeschreibung|produktbeschreibung|descripción|descrizione
|descrição|omschrijving|açıklama|açıklaması|описание|опис|opis|popis|beskrivning|beskrivelse|leírás|περιγραφή
|توضیحات|شرح|وصف|描述|说明|說明|説明|설명
""")
)
_SPECIFYING = frozenset(
    words_of_list(
        "spec|specs|specification|specifications|spezifikation|spécification|spécifications"
        "|especificación|especificaciones|especificação|specifica|specifiche|özellik|спецификация"
        "|规格|規格|仕様|규격|사양"
    )
)
_DETAILS = frozenset(
    words_of_list(
        "details|detail|einzelheiten|détails|detalles|dettagli|detalhes|ayrıntılar|detaylar|детали|جزئیات|详情|詳細|상세"
    )
)
_UNSPACED = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")
_PLACES = re.compile(r"(?:[A-Z]{1,4}[0-9]+[A-Z]?(?:-[0-9]{1,3})?[\s,;-]*)+")
_PLACED = 0.7
_WORTH = frozenset(
    words_of_list("value|wert|valor|valeur|valore|waarde|değer|значение|номинал|值|参数|값")
)
_LONGEST_SIZE = 5
_MEASURED = re.compile(r"\d+(?:[.,]\d+)?\s*(?:[x×*]\s*\d|[cm]?m\b)", re.IGNORECASE)


def _rule_language(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Designation` beside an English `Description` is no name: the sheet's own word outweighs."""
    language = language_of(column.header for column in columns)
    named = _named(columns, scores)
    foreign = [one.number for one in named if not is_of(one.header, language)]
    for number in foreign if language and len(foreign) < len(named) else ():
        scores[number]["product_name"] *= _LESS


def _rule_detailed(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Details` beside a column of words that may name the items, on each of its rows, tell more."""
    named = [one for one in columns if scores[one.number].get("product_name", 0.0) >= _NAMES]
    for column in [one for one in named if fold(one.header) in _DETAILS]:
        others = [one for one in named if one is not column and one.share("words") > _HALF]
        if any(column.cells.keys() <= one.cells.keys() for one in others):
            scores[column.number].pop("product_name")


def _rule_again(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Description` twice: the second tells more of some items, or says all in another script."""
    for first, second in pairwise(_named(columns, scores)):
        alike = fold(first.header) == fold(second.header) and second.cells
        if alike and second.cells.keys() <= first.cells.keys():
            partly = len(second.cells) < len(first.cells)
            if partly or not _scripts(first) & _scripts(second):
                scores[second.number]["product_name"] *= _LESS


def _rule_described(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Product name` on every row beside a `Description`: the one names the item, the other tells more."""
    named = _named(columns, scores)
    names = [one for one in named if _says(one.header, _NAMING) and not _says(one.header, _TELLING)]
    told = [one for one in named if _says(one.header, _TELLING) and one not in names]
    if len(names) != 1 or len(names) + len(told) < len(named) or names[0].share("words") <= _HALF:
        return
    _tell_more(told, names[0], scores)


def _rule_specified(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Specification` beside a `Description`, or words under `Item`, tells more: the other names them."""
    named = _named(columns, scores)
    called = [one for one in columns if one.meanings.get("product_name", 0.0) >= _SURE]
    told = [one for one in called if _says(one.header, _SPECIFYING)]
    told = [one for one in told if not _says(one.header, _NAMING)]
    rest = [one for one in named if one not in told]
    worded = [one for one in columns if one not in named and one.share("words") > _HALF]
    rest = rest or [one for one in worded if "product_name" in scores[one.number]]
    if len(rest) == 1 and told and all(one.cells.keys() <= rest[0].cells.keys() for one in told):
        _tell_more(told, rest[0], scores)
        scores[rest[0].number]["product_name"] = _SURE
        for column in told:
            if "sku" not in column.meanings:
                scores[column.number].pop("sku", None)  # `50kg` looks like a code.


def _rule_measured(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`规格型号` (specification, model) over `M`, `17.5*9.5cm` tells sizes, and no codes."""
    for column in columns:
        mine, texts = scores[column.number], column.samples(SAMPLE)
        sized = [one for one in texts if is_lettered(one) or _MEASURED.match(one)]
        if "sku" in mine and specifies(column.header) and len(sized) > _HALF * len(texts):
            mine["size"] = max(mine.get("size", 0.0), mine.pop("sku"))


def specifies(header: str) -> bool:
    """Whether a heading speaks of specifications, `規格`, which are no codes."""
    return _says(header, _SPECIFYING)


def _tell_more(told: Sequence[Column], name: Column, scores: dict[int, dict[str, float]]) -> None:
    """What stands only where the name does tells more of the item, and names none."""
    for column in told:
        if column.cells.keys() <= name.cells.keys():
            scores[column.number]["product_name"] *= _LESS


def _says(header: str, words: frozenset[str]) -> bool:
    folded = fold(header)
    return not words.isdisjoint(folded.split()) or any(
        word in folded for word in words if _UNSPACED.match(word)
    )


def _rule_same(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Product` that says on each row what `Description` says is no code, and tells nothing more."""
    for own in [one for one in columns if scores[one.number].get("product_name", 0.0) >= _NAMES]:
        named = len(own.cells) > 1 and "product_name" in scores[own.number]
        for column in columns if named else ():
            if column is own or column.texts != own.texts:
                continue
            if "sku" in scores[column.number] and own.share("code") == 1 and not own.share("words"):
                scores[own.number].pop("product_name", None)
            else:
                scores[column.number].pop("sku", None)
                scores[column.number].pop("product_name", None)


def _rule_counted_twice(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Order quantity` and `Qty` with one number on each row count the same: the first one serves."""
    for name in ("quantity", "delivery_date"):
        told = [one for one in columns if scores[one.number].get(name, 0.0) >= _NAMES]
        for first, second in pairwise(told):
            if len(first.cells) > 1 and first.texts == second.texts:
                scores[second.number].pop(name)


def _rule_long_sizes(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Size variant number` over codes of many digits names no size."""
    for column in columns:
        texts = list(column.texts.values())
        if texts and all(text.isdecimal() and len(text) > _LONGEST_SIZE for text in texts):
            scores[column.number].pop("size", None)


def _rule_sparse(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Description` on some rows beside a full `Item` of words tells more: names stand on every row."""
    named = [one for one in columns if scores[one.number].get("product_name", 0.0) >= _NAMES]
    full = max((one.share("fill") for one in named if one.share("words") > _HALF), default=0.0)
    for column in named:
        if column.share("fill") < _HALF * full:
            scores[column.number]["product_name"] *= _SPARSE
    _rule_gapped(columns, scores)


def _rule_gapped(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """A part number of another shop on a few rows, beside one that each row has of its own, is no code."""
    coded = [one for one in columns if scores[one.number].get("sku", 0.0) >= _NAMES]
    own = [one for one in coded if one.distinct == len(one.cells) and not is_makers(one.header)]
    full = max((one.share("fill") for one in own), default=0.0)
    for column in coded:
        if column.share("fill") < _HALF * full:
            scores[column.number]["sku"] *= _SPARSE


def _rule_sellers(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`LCSC#`, `Mouser No` beside the maker's number, on each of its rows, is the seller's own code."""
    theirs = [one for one in columns if is_makers(one.header) and one.share("code") > _HALF]
    own = [one for one in columns if one not in theirs and _is_numbered(one, scores[one.number])]
    if len(own) == 1 and any(one.cells.keys() <= own[0].cells.keys() for one in theirs):
        scores[own[0].number] = {"sku": 1.0}


def _is_numbered(column: Column, mine: dict[str, float]) -> bool:
    """Whether each row has a code of its own under a name and a word for number, and nothing else."""
    return numbers_each(column) and not mine.keys() - {"sku"} and column.share("code") > _NAMES


def numbers_each(column: Column) -> bool:
    """Whether each row says another thing under a heading that is a number's, `Part number`, alone."""
    told = _NUMBER_OF.search(column.header) and not column.meanings.keys() - {"sku"}
    return bool(told) and column.distinct == len(column.cells) > 1


def _rule_makers(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """The maker's number, or a model, is no code where the seller's own stands on every row."""
    coded = [one for one in columns if scores[one.number].get("sku", 0.0) >= _NAMES]
    theirs = [one for one in coded if is_makers(one.header)]
    full = [one for one in coded if one not in theirs and one.share("code") > _HALF]
    full = [one for one in full if fold(one.header) not in MARKETS]
    for column in theirs:
        if any(column.cells.keys() <= own.cells.keys() for own in full):
            scores[column.number].pop("sku")


def _rule_designators(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Ref` over `R1 R2`, `C4` names places on a board, and no item; `Value` beside it no money."""
    placed = [one for one in columns if names_places(one)]
    for column in placed:
        for field in {*scores[column.number]} - {"notes"}:
            scores[column.number].pop(field)
    for column in columns:
        if tells_worth(column, columns):
            scores[column.number].clear()


def tells_worth(column: Column, columns: Sequence[Column]) -> bool:
    """Whether `Value` stands beside places on a board: `22pF` tells which capacitor is meant."""
    return fold(column.header) in _WORTH and any(map(names_places, columns))


def names_places(column: Column) -> bool:
    """Whether most cells name places on a board, and some of them several: `C5,C6`, `R1 R2`."""
    texts = [text.strip() for text in column.texts.values()]
    named = [text for text in texts if _PLACES.fullmatch(text)]
    several = any(len(re.split(r"[\s,;]+|-(?=[A-Z])", text.strip(" ,;-"))) > 1 for text in named)
    return several and len(named) > _PLACED * len(texts)


def _rule_colours(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """Of a colour's code and its name the name is the colour."""
    named = [one for one in columns if "colour" in scores[one.number] and one.cells]
    worded = [one for one in named if one.share("words") > _HALF]
    for column in named if len(worded) == 1 else ():
        if column not in worded:
            scores[column.number].pop("colour")


def _named(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> list[Column]:
    return [one for one in columns if scores[one.number].get("product_name", 0.0) >= _SURE]


def _scripts(column: Column) -> frozenset[str]:
    return frozenset(scripts_of(" ".join(column.samples(50))))


TWINS = (
    _rule_language,
    _rule_detailed,
    _rule_again,
    _rule_described,
    _rule_specified,
    _rule_measured,
    _rule_same,
    _rule_counted_twice,
    _rule_long_sizes,
    _rule_sparse,
    _rule_designators,
    _rule_sellers,
    _rule_makers,
    rule_past,
    rule_ordered,
    rule_needed,
    _rule_colours,
    rule_parts,
    rule_rates,
    rule_gross_prices,
)
