"""Where a value came from: the cell, what stood there, how it was read."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


class Origin(StrEnum):
    """Who or what a value was taken from."""

    CELL = "cell"
    PERSON = "person"
    TEMPLATE = "template"
    BOOKS = "books"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One cell (or person) as witness of one value.

    `sheet` and `cell` are as the spreadsheet shows them (`Sheet1`, `D14`); `raw` is the stored value
    as text, `display` what a person saw there, `reading` the rule that chose the reading
    (`decimal=comma:column`), `formula` the formula behind the cell, if any.
    """

    sheet: str = ""
    cell: str = ""
    raw: str = ""
    display: str = ""
    number_format: str = ""
    reading: str = ""
    formula: str = ""
    origin: Origin = Origin.CELL
    merged_master: str = ""
    hidden: bool = False

    @property
    def address(self) -> str:
        """`Sheet1!D14`, or an empty string where no cell is the witness."""
        return f"{self.sheet}!{self.cell}" if self.cell else ""


def remarked(evidence: Mapping[str, Evidence], name: str, remark: str) -> dict[str, Evidence]:
    """The witnesses by field; that of `name` says by `remark` what was done to what it shows."""
    witness = evidence.get(name)
    if witness is None:
        return dict(evidence)
    return {**evidence, name: replace(witness, reading=f"{witness.reading};{remark}")}
