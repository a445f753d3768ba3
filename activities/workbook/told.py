"""What a sheet's own records say beside the values calamine gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

At = tuple[int, int]
"""Row and column, both counted from 1."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What cells refer to: number formats by style, and what is left of crossed out texts."""

    formats: Sequence[str]
    texts: Mapping[int, str]
    """By the text's number in the list that sheets share."""


@dataclass(slots=True)
class Told:
    """Formats, formulas and errors by cell, what is merged or hidden, and whether there is a lock."""

    formats: dict[At, str] = field(default_factory=dict)
    formulas: dict[At, str] = field(default_factory=dict)
    """Texts as an .xlsx has them; `=?` where a formula is there and cannot be shown."""
    texts: dict[At, str] = field(default_factory=dict)
    """What is left of texts that are struck through in part, or `Struck` ones."""
    blank: set[At] = field(default_factory=set)
    """Formulas whose result the file holds as nothing, or as a zero still to be computed."""
    errors: dict[At, str] = field(default_factory=dict)
    merges: list[tuple[At, At]] = field(default_factory=list)
    """First and last cell of each merged range that calamine does not tell of."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    comments: dict[At, str] = field(default_factory=dict)
    boxes: dict[At, str] = field(default_factory=dict)
    protected: bool = False
    date1904: bool = False

    def leave(self, at: At, text: str | None) -> None:
        """Keep what is left of a cell's text, if a part of it is crossed out."""
        if text is not None:
            self.texts[at] = text

    def is_open(self, at: At) -> bool:
        """Whether a formula was never computed: one without texts cannot give an empty one."""
        return at in self.blank and not {'"', "&"} & set(self.formulas.get(at, '"'))
