"""The committee's members that need no key, each with its own evidence."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from orders.assign import best_assignment
from orders.ballot import ABSENT
from orders.columns import Column
from orders.denied import is_linked, unnamed_before
from orders.dictionary import column_meanings
from orders.fitting import final_scores
from orders.order import FIELDS
from orders.placeholder import is_placeholder
from orders.proofs import net_price, proven_columns, proven_price, proven_quantity, proven_total
from orders.reading import Vote
from orders.rulings import Scores, name_scores
from orders.sheet import column_letter
from orders.triples import ROWS_WEIGHED, Triple, money_triples
from orders.units import unit_of

COLUMN_FIELDS = tuple(field for field in FIELDS if field not in ("subtotal", "total"))
"""Fields that a column can serve."""
KEYLESS = frozenset({"words", "shapes", "arithmetic", "layout", "memory"})
"""Members by name that need no key; every other vote is a language model's."""
_ONE, _STRONG = Decimal(1), Decimal(3)
_SPLIT, _SOME = Decimal("0.5"), Decimal("0.2")
_WEAK_FOR, _WEAK_AGAINST = Decimal("0.7"), Decimal("0.3")
_SURE_NAME, _ENOUGH = 0.83, 3
_NEAR, _NEARER = 0.06, {"product_name": 0.0}
_SURE_SHARE = 0.8


def vote_all(columns: Sequence[Column]) -> tuple[Vote, ...]:
    """Every keyless member's votes on these columns."""
    names = name_scores(columns)
    final = final_scores(columns, names)
    return (
        *by_words(columns, names, final),
        *by_shapes(columns),
        *by_arithmetic(columns, final),
        *by_layout(columns, final),
    )


def vote_beside(columns: Sequence[Column], sizes: Collection[int], added: int) -> tuple[Vote, ...]:
    """The votes on what stands beside columns of sizes; `added` sums these up, so it counts (0: none)."""
    counted = {"quantity": 1.0}
    beside = [one for one in columns if one.number not in sizes]
    told = [replace(one, meanings=counted) if one.number == added else one for one in beside]
    return tuple(one for one in vote_all(told) if not added or one.field != "quantity")


def by_words(
    columns: Sequence[Column],
    names: dict[int, Scores],
    final: dict[tuple[str, int], float],
) -> list[Vote]:
    """Header words: the best assignment of the whole; rivals and weak words divide the vote."""
    assigned = best_assignment(final)
    proven = proven_columns(columns, final)
    proven_by = proven or net_price(columns, final, assigned)
    # One column serves one field: `Case price` is no pack where the sums prove that it is the price.
    assigned = {f: n for f, n in assigned.items() if n not in proven_by.values()} | proven_by
    taken = {number: field for field, number in assigned.items()}
    votes: list[Vote] = []
    for field in COLUMN_FIELDS:
        number = assigned.get(field)
        if number is None:
            votes.append(Vote("words", field, ABSENT, because="no header says so"))
            continue
        rivals = [
            column.number
            for column in columns
            if column.number != number
            and field not in proven
            and (field, column.number) in final
            and final[field, column.number] >= final[field, number] - _NEARER.get(field, _NEAR)
            and final[field, column.number]
            >= final.get((taken.get(column.number, ""), column.number), 0.0)
        ]
        if field == "quantity" and rivals:
            number, rivals = proven_quantity(columns, assigned, [number, *rivals])
        if field == "line_total" and rivals:
            number, rivals = proven_total(columns, assigned, [number, *rivals])
        if field == "unit_price" and rivals:
            number, rivals, total = proven_price(columns, assigned, [number, *rivals])
            if total:
                assigned["line_total"] = total
        name = names[number].get(field, 0.0)
        if field == "customer" and name < _SURE_NAME and _is_shared(names, field, number):
            # `Ship-to name` beside `Ship-to name 2` may be somebody in the company of the other one.
            name = _SHOP
        votes += _word_votes(field, number, rivals, name)
    return votes


def _is_shared(names: Mapping[int, Scores], field: str, number: int) -> bool:
    """Whether another column is named so, however weakly."""
    return any(field in scores for at, scores in names.items() if at != number)


def _word_votes(field: str, number: int, rivals: list[int], name: float) -> list[Vote]:
    letter = column_letter(number)
    if rivals:
        share = _ONE / (1 + len(rivals))
        because = "several headers say so"
        return [Vote("words", field, column_letter(n), share, because) for n in (number, *rivals)]
    weak = name < _SURE_NAME if field == "quantity" else field == "customer" and name == _SHOP
    if not weak:
        return [Vote("words", field, letter, because="the header says so")]
    return [
        Vote("words", field, letter, _WEAK_FOR, "the header may say so"),
        Vote("words", field, ABSENT, _WEAK_AGAINST, "the header is a weak word"),
    ]


def by_layout(columns: Sequence[Column], final: dict[tuple[str, int], float]) -> list[Vote]:
    """Layout: where no header names the items, the column of words beside numbers may hold them."""
    assigned = best_assignment(final)
    if {"sku", "gtin", "product_name"} & set(assigned):
        return []
    taken = set(assigned.values())
    free = [c for c in columns if c.number not in taken and c.distinct > 1]
    worded = [c for c in free if c.share("words") > _SPLIT]
    if not worded:
        # A weak word may have taken the only column of words for something it is not.
        worded = [c for c in columns if c.share("words") > _SPLIT and "status" not in c.meanings]
    if not worded:
        # `Type` over `NYY-J`, `H07V-K`, where nothing else names the items.
        typed = [c for c in columns if {*c.meanings} == {"category"} and c.distinct > 1]
        worded = [c for c in typed if c.distinct == len(c.cells)]
    before = unnamed_before(free, worded)
    weight = _STRONG if not before and _is_alone(worded, columns, assigned) else _ONE
    # What some rows say nothing of, `Treatment: —`, is no name beside what every row has.
    gapped = before and worded and any(map(is_placeholder, worded[0].texts.values()))
    both = (*before, *([] if gapped else worded[:1]))
    return [Vote("layout", "product_name", one.letter, weight, "words") for one in both]


def _is_alone(
    worded: Sequence[Column], columns: Sequence[Column], assigned: Mapping[str, int]
) -> bool:
    """Whether beside a sure quantity one column alone, under a word nobody knows, names the items."""
    if len(worded) != 1 or "quantity" not in assigned or assigned["quantity"] == worded[0].number:
        return False
    counted = next(one for one in columns if one.number == assigned["quantity"])
    sure = counted.meanings.get("quantity", 0.0) >= _SURE_NAME and counted.share("number") == 1
    only = worded[0]
    # `Order` over the items' names names them: a quantity is not told in plain words.
    plain = not any(text[:1].isdigit() for text in only.samples(ROWS_WEIGHED))
    plain = plain and only.share("words") == 1
    if max(map(len, only.samples(ROWS_WEIGHED)), default=0) < _ENOUGH or _coded_before(
        only, columns
    ):
        return False
    known = only.meanings.keys() - ({"quantity", "po_number"} if plain else ())
    named = [one for one in columns if "image" in one.meanings and not is_linked(one)]
    linked = any(one.share("words") > _SOME for one in named)
    return sure and not (known or linked) and counted.cells.keys() <= only.cells.keys()


def _coded_before(only: Column, columns: Sequence[Column]) -> bool:
    """`Tür` over `T30-1`, `T30-2`: codes before the words, under a heading of groups, may name the items."""
    return any(
        one.number < only.number
        and {*one.meanings} == {"category"}
        and one.distinct == len(one.cells) > 1
        and one.share("code") > _SURE_SHARE
        for one in columns
    )


_SHOP = 0.7
"""So sure is `Shop` over names, which may say who orders, or where to buy."""


def by_shapes(columns: Sequence[Column]) -> list[Vote]:
    """Value shapes: check digits and the catalogue's own codes prove a column by themselves."""
    votes: list[Vote] = []
    for field, shape in (("gtin", "known_gtin"), ("sku", "known_sku"), ("gtin", "gtin")):
        if any(vote.field == field for vote in votes):
            continue
        proven = [
            column
            for column in columns
            if column.share(shape) >= _SURE_SHARE
            and column.distinct >= _ENOUGH
            and not (shape == "known_sku" and column.sequence)
        ]
        if len(proven) == 1:
            votes.append(Vote("shapes", field, proven[0].letter, _STRONG, f"values are {shape}"))
    return _without_doubles(votes)


def _without_doubles(votes: list[Vote]) -> list[Vote]:
    return list({vote.choice: vote for vote in reversed(votes)}.values())[::-1]


def by_arithmetic(columns: Sequence[Column], final: dict[tuple[str, int], float]) -> list[Vote]:
    """Arithmetic: where quantity × price = total holds on row after row, those are the columns."""
    by_number = {column.number: column for column in columns}
    triples = [_oriented(triple, by_number, final) for triple in money_triples(columns, final)]
    if not triples:
        return []
    ranked = sorted(triples, key=lambda triple: -_belief(triple, final))
    best = ranked[0]
    rivalled = len(ranked) > 1 and _belief(ranked[1], final) >= _belief(best, final)
    if rivalled or not _is_telling(best, by_number, final):
        return []
    because = f"quantity × price = total on {best.rows} rows"
    places = {"quantity": best.quantity, "unit_price": best.price, "line_total": best.total}
    named = [field for field, number in places.items() if (field, number) in final]
    rest, told = set(places) - set(named), {field for field, _ in final}
    tells = len(rest) == 1 or (len(named) == 1 and _tells_others(best, by_number, final))
    # Where words name another column so, sums alone do not outvote them, `Ship` beside `Ord`, but
    # under `Bottles`, `m²` or `Value Qty` nothing else stands than is counted.
    counted = {"quantity"} if _may_count(by_number[best.quantity]) else set[str]()
    lone = rest - (told - counted) if tells else set()
    if not told & set(places):
        # Where no word of the table is known, what was counted is asked; the money follows from it.
        lone = {"unit_price", "line_total"}
    # Two columns that words name prove the third one, where no word claims it for another field.
    claimed = set(best_assignment(final).values())
    if ("gross_total", best.total) in final:
        places.pop("line_total")
    return [
        Vote(
            "arithmetic",
            field,
            column_letter(number),
            _STRONG if field in lone and number not in claimed else _ONE,
            because,
        )
        for field, number in places.items()
    ]


def _may_count(column: Column) -> bool:
    """Whether a heading is a unit, or has a word for the quantity among others."""
    words = column.header.split()
    return bool(unit_of(column.header)) or any("quantity" in column_meanings(one) for one in words)


def _tells_others(
    triple: Triple, columns: Mapping[int, Column], final: Mapping[tuple[str, int], float]
) -> bool:
    """Whether the price, or the total, that alone is named proves the other two columns.

    Neither of them says anything, and no third column is named for what they are.
    """
    counted, priced = columns[triple.quantity], columns[triple.price]
    rivals = {"quantity", "cases", "unit_price", "line_total"}
    if sum(field in rivals for field, _ in final) > 1 or counted.share("whole") < 1:
        return False
    if ("unit_price", triple.price) in final:
        return counted.distinct > 1 and not counted.share("money")
    return not counted.share("money") and priced.share("money") > _SPLIT


def _oriented(
    triple: Triple, columns: dict[int, Column], final: dict[tuple[str, int], float]
) -> Triple:
    turned = Triple(triple.price, triple.quantity, triple.total, triple.rows)
    lean = _lean(turned, columns, final) - _lean(triple, columns, final)
    return turned if lean > 0 else triple


def _lean(triple: Triple, columns: dict[int, Column], final: dict[tuple[str, int], float]) -> float:
    words = final.get(("quantity", triple.quantity), 0.0) + final.get(
        ("unit_price", triple.price), 0.0
    )
    shapes = columns[triple.quantity].share("whole") + columns[triple.price].share("money")
    return words + 0.3 * shapes


def _belief(triple: Triple, final: dict[tuple[str, int], float]) -> float:
    quantity, price = ("quantity", triple.quantity), ("unit_price", triple.price)
    return sum(final.get(one, 0.0) for one in (quantity, price, ("line_total", triple.total)))


def _is_telling(
    triple: Triple, columns: dict[int, Column], final: dict[tuple[str, int], float]
) -> bool:
    """Whether words or decimals say which factor is the quantity; else silence is honest."""
    named = final.get(("quantity", triple.quantity), 0.0) or final.get(
        ("unit_price", triple.price), 0.0
    )
    price, quantity = columns[triple.price], columns[triple.quantity]
    shaped = price.share("money") > _SPLIT and not quantity.share("money")
    other = any(
        final.get((field, number), 0.0)
        for field in ("cases", "pack_size", "weight", "stock")
        for number in (triple.quantity, triple.price)
    )
    return bool(named or shaped) and not (other and not named)
