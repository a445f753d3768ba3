"""What a sheet's own records say beside the values calamine gives."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Told:
    """Number formats by (row, column), what is hidden, whether formulas and a lock are there.

    Rows and columns count from 1.
    """

    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formulas: bool = False
    protected: bool = False
