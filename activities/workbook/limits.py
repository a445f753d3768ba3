"""How much of a file is read, and where reading stops."""

from dataclasses import asdict, dataclass, fields
from typing import Self

MOST_STRAY = 16
"""So many filled cells far outside are left out and said; more are no slip of a hand."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps of one reading: bytes, counts, seconds. The first ten are settings, see there."""

    max_bytes: int = 25_000_000
    inflated_bytes: int = 200_000_000
    inflate_ratio: int = 100
    max_sheets: int = 100
    max_rows: int = 200_000
    max_cells: int = 1_000_000
    max_pages: int = 60
    read_seconds: float = 30.0
    read_wait_seconds: float = 150.0
    read_memory: int = 1_000_000_000
    max_columns: int = 1_000
    """A filled cell right of this is far outside any order's table."""
    max_parts: int = 5_000
    max_merges: int = 10_000
    max_elements: int = 5_000_000
    """Most XML elements looked at in one part: empty cells cost time too."""
    max_text: int = 20_000_000
    """Most characters of text in one part."""
    max_cell_text: int = 100_000
    """Longest text of one cell; Excel itself stops at 32,767."""

    @classmethod
    def of(cls, settings: object) -> Self:
        """Limits that take every value the settings group has under the same name."""
        names = [field.name for field in fields(cls) if hasattr(settings, field.name)]
        return cls(**{name: getattr(settings, name) for name in names})

    def as_mapping(self) -> dict[str, int | float]:
        """Every limit by name, for the child's first line."""
        return asdict(self)
