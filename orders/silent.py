"""Rows of sums that no word names: what their numbers add up to."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from orders.figures import read_figure
from orders.numbers import Style
from orders.sums import RunningSums
from orders.tables import Table
from orders.totals import total_words
from orders.values import has_letters


def column_of(table: Table, name: str) -> int:
    """The column number of a field, 0 where the table has none."""
    return table.mapping.get(name, 0)


def kind_unnamed(amounts: Mapping[int, Decimal], sums: RunningSums) -> str:
    """What numbers without a word are: the total, a sub-total, or neither (empty)."""
    if not any(map(sums.holds_amount, amounts.values())):
        return ""
    return "total" if sums.holds_amount(max(amounts.values())) else "subtotal"


def are_sums(
    table: Table,
    lines: Sequence[int],
    amounts: Mapping[int, Decimal],
    sums: RunningSums,
    style: Style | None,
) -> bool:
    """Whether every number is the count so far, or what its own column adds up to."""
    return bool(amounts) and all(
        sums.holds_quantity(value)
        or _adds_up([read_figure(table.grid, row, column, style).value for row in lines], value)
        for column, value in amounts.items()
    )


def _adds_up(figures: Sequence[Decimal | None], value: Decimal) -> bool:
    return len(figures) > 1 and value == sum(one or 0 for one in figures)


def silent_sums(
    table: Table,
    row: int,
    lines: Sequence[int],
    amounts: Mapping[int, Decimal],
    sums: RunningSums,
) -> dict[int, Decimal]:
    """The sums of a row that holds no item, with no word or one that nobody knows; else empty."""
    worded = _is_worded(table, row)
    sums_up = not worded and column_of(table, "quantity") in amounts and not _is_priced(table, row)
    alone = len(lines) < 2 and not (lines and (sums_up or _speaks_of_total(table, row)))
    if alone or (worded and not _is_bare(table, row, amounts)):
        return {}
    named = ("sku", "gtin") if worded else table.identifiers
    coded = any(table.grid.text(row, column_of(table, name)) for name in named)
    if coded and not _names_total(table, row):
        return {}
    counted = column_of(table, "quantity")
    quantity = amounts.get(counted)
    if quantity is not None and not sums.holds_quantity(quantity):
        return {}
    if not any(sums.holds_amount(value) for at, value in amounts.items() if at != counted):
        return {}
    # Taxes and gross sums stand beside the nets, each under its own column.
    columns = {at: [read_figure(table.grid, one, at).value for one in lines] for at in amounts}
    return {
        at: value
        for at, value in amounts.items()
        if sums.holds_amount(value) or (at != counted and _adds_up(columns[at], value))
    }


def _is_priced(table: Table, row: int) -> bool:
    """Whether a row holds a price, as a line does and a sum does not; or none is told apart."""
    priced = column_of(table, "unit_price")
    return not priced or bool(table.grid.text(row, priced))


def kind_silent(table: Table, row: int, money: Mapping[int, Decimal], sums: RunningSums) -> str:
    """What such a row is: a total, or in unknown words the sum of all so far or of a part."""
    if not _is_worded(table, row):
        return "total"
    return "carried" if any(map(sums.holds_block_only, money.values())) else "whole"


def _is_worded(table: Table, row: int) -> bool:
    return any(has_letters(text) for _, text in table.grid.filled(row))


def _names_total(table: Table, row: int) -> bool:
    """Whether a row's only words are a part's name and a total's: `Kitchen total`."""
    texts = [text for _, text in table.grid.filled(row) if has_letters(text)]
    words = texts[0].split() if len(texts) == 1 else [""]
    return len(words) > 1 and any(map(total_words, (words[0], words[-1])))


def _speaks_of_total(table: Table, row: int) -> bool:
    """Whether a word of the row is one of totals: a single line's amount may stand there again."""
    texts = [text for _, text in table.grid.filled(row) if has_letters(text)]
    return any(total_words(word) for text in texts for word in text.split())


def _is_bare(table: Table, row: int, amounts: Mapping[int, Decimal]) -> bool:
    """Whether a row has no price, and no count either where no line has a code and no word sums up."""
    told = {"sku", "gtin"} & set(table.mapping) or _names_total(table, row)
    counted = column_of(table, "quantity") in amounts and not told
    return not counted and column_of(table, "unit_price") not in amounts
