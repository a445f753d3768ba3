"""What the reader may know besides the file itself."""

from dataclasses import dataclass
from datetime import date

from orders.reading import Vote


@dataclass(frozen=True, slots=True)
class Hints:
    """Outside knowledge: the day, the catalogue's codes, our own names, settings, other votes.

    `known_skus` are upper-case, `known_gtins` fourteen digits. `currency` is the organization's
    ISO code. `formulas` is the policy `accept`, `ask` or `block`. `votes` are those of members
    outside (language models, memory); they are counted with the keyless members' votes.
    """

    today: date | None = None
    known_skus: frozenset[str] = frozenset()
    known_gtins: frozenset[str] = frozenset()
    own_names: tuple[str, ...] = ()
    currency: str = ""
    formulas: str = "ask"
    max_lines: int = 500
    votes: tuple[Vote, ...] = ()
