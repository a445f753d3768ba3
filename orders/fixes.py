"""Corrections by people: events on the case, never edits of the file."""

from dataclasses import dataclass
from enum import StrEnum


class FixKind(StrEnum):
    """What a correction changes; `target` and `value` read accordingly."""

    CELL = "cell"
    """target `Sheet1!D14`, value the text that should stand there."""
    COLUMN = "column"
    """target a field's name, value a column letter, or `-` for "not in this file"."""
    SHEET = "sheet"
    """target empty, value the name of the sheet to read."""
    HEADER_ROW = "header_row"
    """target a sheet's name, value the header's row number, or its first cell (`H14`)."""
    SPLIT = "split"
    """target empty, value the PO number or customer whose lines are this order."""
    ROW = "row"
    """target `Sheet1!14`, value `line` or `skip`: whether this row is a line."""
    FIELD = "field"
    """target a header field (`customer`, `currency`, `order_date`, …), value its text."""
    ACCEPT = "accept"
    """target an issue id, value `yes`: a person saw the question and confirms what was read."""


@dataclass(frozen=True, slots=True)
class Fix:
    """One correction: what, by whom, when (ISO, UTC)."""

    kind: FixKind
    target: str
    value: str
    by: str = ""
    at: str = ""


def parse_target(target: str) -> tuple[FixKind, str]:
    """Split an issue's `target` (`cell:Sheet1!D14`) into kind and place.

    Raises:
        ValueError: the text before the first colon is no kind of correction.
    """
    kind, _, place = target.partition(":")
    return FixKind(kind), place
