"""What the reader may know besides the file itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from orders.calibration import CALIBRATION, Calibration
from orders.reading import Vote
from orders.template import Template


@dataclass(frozen=True, slots=True)
class Hints:
    """Outside knowledge: the day, the catalogue's codes, our own names, settings, other votes.

    `known_skus` are upper-case, `known_gtins` fourteen digits. `currency` is the organization's
    ISO code. `formulas` is the policy `accept`, `ask` or `block`,
    `locked_sheets` is `warn` or `block`. `votes` are those of members
    outside (language models), cast on the table `voted_on` (`Sheet1!7`, the header's last row);
    they are counted with the keyless members' votes there, and what they decided is asked where
    `confirm` says so. `templates` are confirmed mappings, the
    first with the table's header is used; `words` are folded headers that corrections taught.
    `usual` are the quantities in which items are usually ordered, by SKU or 14-digit GTIN.
    """

    today: date | None = None
    known_skus: frozenset[str] = frozenset()
    known_gtins: frozenset[str] = frozenset()
    own_names: tuple[str, ...] = ()
    currency: str = ""
    formulas: str = "ask"
    locked_sheets: str = "warn"
    max_lines: int = 10_000
    votes: tuple[Vote, ...] = ()
    voted_on: str = ""
    confirm: bool = False
    templates: tuple[Template, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    usual: Mapping[str, Decimal] = field(default_factory=dict)
    calibration: Calibration = CALIBRATION
