"""One column per shop: what they come to together, or an order for each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from orders.asking import column_choice
from orders.codes import issue
from orders.columns import Column, longest_run
from orders.issue import Ask, Candidate, Issue
from orders.matrix import divides, sum_column
from orders.order import Order
from orders.riding import LONE
from orders.sheet import column_number
from orders.spread import adds_up, may_count
from orders.tables import ALL, Table
from orders.values import fold

EACH, _ONE = "|", ":"
"""`C|D` asks for an order of each column, `C|D:D` is the one of column D."""
_FEWEST = 2


def place_columns(table: Table) -> tuple[Column, ...]:
    """Columns side by side that each count the same items for one shop, where no other is ordered."""
    if "quantity" in (*table.mapping, *table.chosen) or table.sizes:
        return ()
    used = table.mapping.values()
    found = [one for one in table.columns if one.number not in used and may_count(one)]
    longest = [one for one in longest_run(found) if one.cells]
    # A group's sum stands beside the shops that it adds up: it is none of them.
    summed = [one for one in longest if _is_sum(one, longest)]
    longest = [one for one in longest if one not in summed]
    others = [one for one in table.columns if one not in summed]
    if sum_column(others, {one.number: one.header for one in longest}):
        # A column that adds them up already is what is ordered.
        return ()
    alike = len(longest) > _FEWEST or bool(_shared_words(longest))
    return tuple(longest) if len(longest) >= _FEWEST and alike else ()


def _is_sum(column: Column, run: Sequence[Column]) -> bool:
    return len(run) > _FEWEST and adds_up(column, [one for one in run if one is not column])


def _shared_words(columns: Sequence[Column]) -> set[str]:
    words = [set(fold(one.header).split()) for one in columns]
    return set.intersection(*words) if words else set()


def parts_of_quantity(table: Table) -> tuple[Column, ...]:
    """Columns of days, shops or colours that the quantity which was read adds up."""
    whole = table.column(table.mapping.get("quantity", 0))
    if whole is None or "quantity" in table.chosen or table.sizes:
        return ()
    used = {*table.mapping.values()} - {whole.number}
    return tuple(divides([one for one in table.columns if one.number not in used], whole))


def together(columns: Sequence[Column]) -> Candidate:
    """The answer that adds up what stands in all of these columns."""
    letters = ALL.join(one.letter for one in columns)
    return Candidate(letters, letters)


def place_question(
    table: Table, columns: Sequence[Column], whole: Candidate | None = None
) -> Issue:
    """All together, an order for each, or one column alone: one answer settles it.

    Where a column adds them up, or they are days that were added up (`whole`), that was read.
    """
    each = EACH.join(one.letter for one in columns)
    names = ", ".join(" ".join(one.header.split()) for one in columns)
    return issue(
        "QUANTITY_BY_PLACE",
        cells=tuple(table.grid.address(table.header.rows[-1], one.number) for one in columns),
        fields=("quantity",),
        facts={"field": "quantity", "columns": names[:200], "count": str(len(columns))}
        | ({"why": LONE, "column": whole.value} if whole else {}),
        ask=Ask.CHOICE,
        target="column:quantity",
        candidates=(
            whole or together(columns),
            Candidate(each, each),
            *map(column_choice, columns),
        ),
        preselect=whole.value if whole else "",
    )


def told_places(answer: str) -> tuple[Mapping[str, int], str]:
    """The columns of shops by the answer that takes each for an order, and the one that was taken."""
    letters, _, _ = answer.partition(_ONE)
    if EACH not in letters:
        return {}, ""
    named = {f"{letters}{_ONE}{one}": column_number(one) for one in letters.split(EACH)}
    return named, answer if answer in named else ""


def are_branches(table: Table, order: Order) -> bool:
    """Whether a column names where goods go, `Filiale`, as labels name one customer and number for all."""
    column = table.column(table.mapping["customer"])
    told = order.evidence.get("customer")
    named = told is not None and told.reading.startswith("label=") and bool(order.po_number)
    return named and column is not None and column.meanings.get("customer", 0.0) < 1


def without_customer(table: Table) -> Table:
    """The table with that column left among those that serve no field, as people are told."""
    return replace(table, mapping={n: at for n, at in table.mapping.items() if n != "customer"})
