"""Words that several fields claim, and who gets them (facts: orders §3)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from orders.columns import Column, number_of
from orders.denied import DENIED
from orders.derived import DERIVED
from orders.dictionary import ORDER_WORDS, column_meanings
from orders.exported import EXPORTED, are_padded, counts_on, is_outline, names_all, rule_style
from orders.fitting import FLOOR
from orders.marked import rule_marked
from orders.money import currencies_in
from orders.spread import rule_spread
from orders.twins import TWINS, numbers_each, specifies
from orders.values import fold, head, written

Scores = dict[str, float]
_MOST, _REFERENCES = 0.5, ("ref", "rif")
_MONEY = ("unit_price", "line_total", "rrp", "wholesale")
_FEW, _LONGEST_COUNT = 3, 6
"""So few rows may well hold the same item each."""


def name_scores(columns: Sequence[Column]) -> dict[int, Scores]:
    """What each column's header may mean, after the rulings on shared words."""
    scores = {column.number: dict(column.meanings) for column in columns}
    for ruling in _RULINGS:
        ruling(columns, scores)
    return scores


def _each(
    columns: Sequence[Column], scores: Mapping[int, Scores]
) -> Iterator[tuple[Column, Scores]]:
    """Each column with the fields that it may be."""
    return ((one, scores[one.number]) for one in columns)


def _best(columns: Sequence[Column], scores: Mapping[int, Scores], field: str, but: int) -> float:
    return max((scores[c.number].get(field, 0.0) for c in columns if c.number != but), default=0.0)


def _rule_texts(columns: Sequence[Column], scores: dict[int, Scores]) -> None:
    """`Vol unit` over `DM3` on every row names no price, nor does `Weight per unit`."""
    for column, mine in _each(columns, scores):
        heavier = [name for name in _MONEY if mine.get(name, 1.0) < mine.get("weight", 0.0)]
        for field in heavier:
            mine.pop(field)
        texts = all(isinstance(cell.value, str) for cell in column.cells.values())
        told = any(map(column.share, ("number", "percent", "error")))
        if texts and not told and len(column.cells) > 1:
            for field in _MONEY:
                mine.pop(field, None)


def _rule_numbering(columns: Sequence[Column], scores: dict[int, Scores]) -> None:
    """`No`, `#`, `ردیف` count the rows if they do; else they may be a code."""
    for column, mine in _each(columns, scores):
        if "line_no" not in mine:
            continue
        if column.sequence or not column.cells or _climbs(column):
            for field in ("sku", "quantity", "product_name"):
                mine.pop(field, None)
        elif not _only_small_wholes(column):
            mine.pop("line_no")
            if "sku" in mine and _best(columns, scores, "sku", column.number) < 1:
                mine["sku"] = max(mine["sku"], 0.8)


def _climbs(column: Column) -> bool:
    """Whether the cells count rows with gaps, or anew under each heading: 1, 2, 4, 1, 2; 74, 75, 76."""
    numbers = [number_of(cell) for cell in column.cells.values()]
    whole = [int(number) for number in numbers if number is not None]
    if counts_on(column) or is_outline(column):
        return True
    if not whole or len(whole) < len(numbers) or max(whole) > 2 * len(whole):
        return False
    return whole[0] == 1 and all(after > before or after == 1 for before, after in pairwise(whole))


def _only_small_wholes(column: Column) -> bool:
    return column.share("whole") > _MOST and max(map(len, column.samples(50))) < 4


def _rule_positions(columns: Sequence[Column], scores: dict[int, Scores]) -> None:
    """`Item` or `Item number` over 10, 20, 30, or one 00010, counts lines that others name.

    A code 01, 02, 03 counts none where another column does already.
    """
    counting = [one for one in columns if one.sequence and "line_no" in one.meanings]
    for column, mine in _each(columns, scores):
        texts = [written(cell.value).lstrip("0") for cell in column.cells.values()]
        if (not column.sequence and texts not in (["1"], ["10"])) or are_padded(column):
            continue
        if counting and column not in counting and column.share("leading_zero") > _MOST:
            continue
        coded = _best(columns, scores, "sku", column.number)
        if named := _best(columns, scores, "product_name", column.number) >= FLOOR:
            mine.pop("sku", None)
        if fold(column.header) == "item" and (named or coded):
            mine.pop("sku", None)
            mine.pop("product_name", None)


def _rule_unit(columns: Sequence[Column], scores: dict[int, Scores]) -> None:
    """`Unit`: words are a unit of measure, numbers a quantity."""
    for column, mine in _each(columns, scores):
        if "unit" in mine and "quantity" in mine:
            mine.pop("unit" if column.share("number") > _MOST else "quantity")
        elif "quantity" in mine and column.share("unit") > _MOST:
            mine["unit"] = mine.pop("quantity")
        elif mine.get("unit", 0.0) >= 1 and column.share("whole") == 1:
            # `Eenheid`, `Birim` over counts and nothing else that counts: to be asked.
            mine.pop("unit")
            rival = max(_best(columns, scores, n, column.number) for n in ("quantity", "cases"))
            mine.update({"quantity": 0.8} if rival < FLOOR else {})


def _rule_order_word(columns: Sequence[Column], scores: dict[int, Scores]) -> None:
    """`Order`, `Заказ`, `Pedido` over differing whole numbers, and no other quantity: ordered."""
    for column, mine in _each(columns, scores):
        if "quantity" not in mine or fold(column.header.splitlines()[0]) not in ORDER_WORDS:
            continue
        counted = column.share("whole") == 1 and not column.share("money")
        codes = column.sequence or column.share("long_digits") > 0 or _long(column)
        codes = codes or (column.distinct == 1 == column.share("fill") and not _is_lone(column))
        told = [one for one in columns if one.share("number") > _MOST]
        rival = max(_best(told, scores, n, column.number) for n in ("quantity", "cases"))
        if counted and not codes and rival < FLOOR:
            mine["quantity"] = 0.9


def _is_lone(column: Column) -> bool:
    return len(column.cells) == 1 and len(column.samples(1)[0]) <= _FEW


def _long(column: Column) -> bool:
    """Whether some number is longer than what anybody orders: 100845411 is the order's own."""
    return max(map(len, column.samples(50)), default=0) > _LONGEST_COUNT


def _rule_prices(columns: Sequence[Column], scores: dict[int, Scores]) -> None:
    """Beside a wholesale price any other price is the recommended one; wholesale is paid."""
    wholesale = [c.number for c in columns if scores[c.number].get("wholesale", 0.0) >= FLOOR]
    for column, mine in _each(columns, scores):
        name = mine.pop("wholesale", 0.0)
        if name:
            mine["unit_price"] = max(name, mine.get("unit_price", 0.0))
        elif wholesale and "unit_price" in mine:
            mine["rrp"] = max(0.9, mine.get("rrp", 0.0))
            mine["unit_price"] *= 0.75
        elif mine.get("rrp", 0.0) and "unit_price" in mine:
            other = _best(columns, scores, "unit_price", column.number)
            if other > mine["unit_price"]:
                mine.pop("unit_price")
            else:
                mine.pop("rrp")


def _rule_percentages(columns: Sequence[Column], scores: dict[int, Scores]) -> None:
    """Percentages are never a price, a total or a quantity."""
    for column in columns:
        fields = ("unit_price", "line_total", "quantity", "rrp")
        told = column.share("percent") > _MOST or head(column.header)[1] == "%"
        for field in fields if told else ():
            scores[column.number].pop(field, None)


def _rule_codes(columns: Sequence[Column], scores: dict[int, Scores]) -> None:
    """`Item`, `Product`: short codes are the SKU, words the name; one constant is an order's."""
    for column, mine in _each(columns, scores):
        looks_coded = column.share("code") > 0.7 and column.share("words") < 0.3
        named = _best(columns, scores, "product_name", column.number)
        alone = not column.share("words") and not _best(columns, scores, "sku", column.number)
        told = mine.get("product_name", 0.0) and not specifies(column.header)
        if told and looks_coded and "sku" not in mine and (named or alone):
            mine["sku"] = mine["product_name"] * 0.9
            mine["product_name"] *= 0.7
        worded = (mine.get("sku", 1.0) < 1 and not numbers_each(column)) or "product_name" in mine
        if "sku" in mine and worded and column.share("words") > 0.7 and not looks_coded:
            mine["sku"] *= 0.7
            if named and "product_name" in mine and not column.share("code"):
                # `Material` over Copper and Zinc says what the named items are made of.
                mine.pop("sku")
                mine["product_name"] *= 0.7
        if "sku" in mine and "po_number" in mine:
            once = column.constant or len(column.cells) == 1 < max(len(c.cells) for c in columns)
            mine.pop("sku" if once else "po_number")


def _rule_article_numbers(columns: Sequence[Column], scores: dict[int, Scores]) -> None:
    """An order number that differs by row is the article's: German `Bestellnummer`, or the only name."""
    for column, mine in _each(columns, scores):
        varied = column.distinct > 1 and column.distinct * 2 > len(column.cells)
        words = fold(column.header)
        only = ("bestell" in words and not words.endswith(" id")) or names_all(column, columns)
        if mine.get("po_number", 0.0) and varied and only:
            mine["sku"] = mine.pop("po_number")
        referring = any(word.startswith(_REFERENCES) for word in words.split())
        every = column.distinct == len(column.cells) > 1 and column.share("fill") > _MOST
        if "po_number" in mine and referring and every:
            mine["customer_code"] = mine.pop("po_number")


def _rule_amount(columns: Sequence[Column], scores: dict[int, Scores]) -> None:
    """`Amount` with no other quantity: whole numbers are one, to be asked; money is a total."""
    for column, mine in _each(columns, scores):
        if not {"quantity", "line_total"} <= set(mine):
            continue
        other = _best(columns, scores, "quantity", column.number)
        priced = _best(columns, scores, "unit_price", column.number)
        if other >= FLOOR or column.share("money") > _MOST or currencies_in(column.header):
            mine.pop("quantity")
        elif priced and column.share("whole") > 0.9:
            mine.pop("line_total")
            mine["quantity"] = 0.8


def _rule_books(columns: Sequence[Column], scores: dict[int, Scores]) -> None:
    """An ASIN, or an ISBN of ten digits, is a code and no GTIN; short numbers under `Jan` are none."""
    for column, mine in _each(columns, scores):
        if column.cells and not _long(column):
            short, rival = mine.pop("gtin", 0.0), _best(columns, scores, "sku", column.number)
            mine.update({"sku": short} if short and rival < FLOOR else {})
        named = {"isbn", "asin"} & set(fold(column.header).split())
        if "gtin" in mine and named and column.share("gtin") < _MOST:
            mine["sku"] = max(mine.pop("gtin"), mine.get("sku", 0.0))


def _rule_gross(columns: Sequence[Column], scores: dict[int, Scores]) -> None:
    """A total with tax is the line's total where no other column is one."""
    for column, mine in _each(columns, scores):
        if "gross_total" in mine and _best(columns, scores, "line_total", column.number) < FLOOR:
            mine["line_total"] = max(mine.pop("gross_total"), mine.get("line_total", 0.0))


def _rule_notes(columns: Sequence[Column], scores: dict[int, Scores]) -> None:
    """`توضیحات`, `Details`: full and varied is the product, sparse a note."""
    for column, mine in _each(columns, scores):
        if "notes" in mine and "product_name" in mine:
            named = _best(columns, scores, "product_name", column.number) >= 1
            repeated = column.distinct < _FEW < len(column.cells)
            counted = [c.share("fill") for c in columns if "quantity" in scores[c.number]]
            sparse = column.share("fill") < 0.7 * min(counted, default=1.0) or repeated
            mine.pop("product_name" if named or sparse else "notes")


def _rule_cases(columns: Sequence[Column], scores: dict[int, Scores]) -> None:
    """Cases are what is ordered where nothing else is, to be asked; so is `Qty (boxes)`."""
    packed = any("pack_size" in mine for mine in scores.values())
    summed = any("line_total" in scores[c.number] and c.share("number") for c in columns)
    for column, mine in _each(columns, scores):
        if packed and not summed and "quantity" in mine and _counts_cases(column):
            mine["quantity"] = min(0.8, mine["quantity"])
        if "cases" in mine and _best(columns, scores, "quantity", column.number) < FLOOR:
            mine.pop("cases")
            # Whether pieces or cases are priced is asked of the lines, which show it.
            mine["quantity"] = 0.9 if packed and summed else 0.8


def _counts_cases(column: Column) -> bool:
    return "cases" in column_meanings(head(column.header)[1])


def _rule_cost(columns: Sequence[Column], scores: dict[int, Scores]) -> None:
    """Beside a selling price a cost may as well be the price paid: it is asked."""
    for column, mine in _each(columns, scores):
        if "unit_price" in mine and "cost" in fold(column.header).split():
            mine["unit_price"] = max(
                mine["unit_price"], _best(columns, scores, "unit_price", column.number)
            )


_Ruling = Callable[[Sequence[Column], dict[int, Scores]], None]
_RULINGS: tuple[_Ruling, ...] = (
    rule_marked,
    _rule_percentages,
    _rule_texts,
    _rule_numbering,
    _rule_positions,
    _rule_unit,
    _rule_order_word,
    _rule_prices,
    _rule_cost,
    _rule_article_numbers,
    _rule_codes,
    *TWINS,
    *EXPORTED,
    _rule_amount,
    _rule_books,
    *DERIVED,
    _rule_gross,
    _rule_notes,
    _rule_cases,
    rule_style,
    *DENIED,
    rule_spread,
)
