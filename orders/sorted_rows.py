"""The rows of a table, sorted: lines, totals, left out, doubtful."""

from collections.abc import Collection
from dataclasses import dataclass, field

from orders.totals import TotalRow

OTHER_ORDER = "other_order"


@dataclass(slots=True)
class Rows:
    """A table's rows sorted: lines, totals, rows left out with their reason, doubtful ones."""

    lines: list[int] = field(default_factory=list)
    totals: list[TotalRow] = field(default_factory=list)
    skipped: dict[int, str] = field(default_factory=dict)
    unsure: list[int] = field(default_factory=list)
    blank: list[int] = field(default_factory=list)
    """Doubtful rows that say of an item all that lines say, but no number."""
    struck: list[int] = field(default_factory=list)
    """Doubtful rows that are crossed out, cancelled or delivered already."""
    above: list[TotalRow] = field(default_factory=list)
    """Sums that are labelled above the table."""
    below: list[int] = field(default_factory=list)
    """Rows below the table's end that look like lines, and are none until a person says so."""
    resumed: list[int] = field(default_factory=list)
    """Lines below the table's end: they say all that the lines above it say."""
    again: bool = False
    """Whether the header stands again below the table's end."""
    parts: list[int] = field(default_factory=list)
    """Rows that divide the line above them, or say what those below come to."""

    @property
    def is_summed(self) -> bool:
        """Whether a grand total closes the lines."""
        return any(one.kind == "total" for one in self.totals)

    def note(self, rows: Collection[int]) -> None:
        """These rows only tell something: they are no lines, and nobody is asked about them."""
        self.lines = [row for row in self.lines if row not in rows]
        self.unsure = [row for row in self.unsure if row not in rows]
        self.resumed = [row for row in self.resumed if row not in rows]
        self.below = [row for row in self.below if row not in rows]
        self.parts = [row for row in self.parts if row not in rows]
        self.skipped |= dict.fromkeys(rows, "note")
