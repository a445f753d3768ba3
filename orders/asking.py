"""Questions that a column, or a plain yes, answers."""

from collections.abc import Mapping, Sequence

from orders.ballot import ABSENT
from orders.codes import confirmed, issue
from orders.columns import Column
from orders.issue import Ask, Candidate, Issue
from orders.tables import Table


def column_choice(column: Column) -> Candidate:
    """A column as a person recognises it: letter, header, first values."""
    name = " ".join(column.header.split()) or "—"
    return Candidate(
        column.letter, f"{column.letter} · {name}: {', '.join(column.samples())}"[:120]
    )


def which_column(table: Table, name: str, columns: Sequence[Column], preselect: str = "") -> Issue:
    """Which of the columns serves the field `name`, or none; `preselect` is the likely one's letter."""
    header = table.header.rows[-1]
    return issue(
        "AMBIGUOUS_COLUMN",
        cells=tuple(table.grid.address(header, one.number) for one in columns),
        fields=(name,),
        facts={"field": name},
        ask=Ask.CHOICE,
        target=f"column:{name}",
        candidates=(*map(column_choice, columns), Candidate(ABSENT, ABSENT)),
        preselect=preselect,
    )


def paper_doubt(cell: str, said: Mapping[str, str]) -> Issue:
    """Whether the paper is an order as it was read, although a cell speaks against it."""
    return confirmed("PAPER_DOUBTED", cells=(cell,), facts=said)
