"""The states of an order, its status answer and the case document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from orders.catalogue import Address, Matches, Tax
from orders.fixes import Fix
from orders.habits import NO_HABITS, Habits
from orders.issue import Issue
from orders.order import Order
from orders.panel import Panel
from orders.reading import Reading


class Status(StrEnum):
    """Every state an order can be in; there is no other list."""

    CREATED = "created"
    STORING_FILE = "storing_file"
    PARSING = "parsing"
    BLOCKED = "blocked"
    RUNNING_COMMITTEE = "running_committee"
    CHECKING = "checking"
    AWAITING_CORRECTIONS = "awaiting_corrections"
    RESOLVING = "resolving"
    AWAITING_SELECTION = "awaiting_selection"
    AWAITING_REVIEW = "awaiting_review"
    AWAITING_APPROVAL = "awaiting_approval"
    CREATING_DRAFT = "creating_draft"
    QUEUED_FOR_ZOHO = "queued_for_zoho"
    NEEDS_HELP = "needs_help"
    UNDOING = "undoing"
    COMPLETED = "completed"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


TERMINAL = frozenset({Status.COMPLETED, Status.REJECTED, Status.CANCELLED, Status.EXPIRED})
"""States that end the story; a completed order may still be cancelled inside the undo window."""

GIVEN_UP = frozenset({Status.REJECTED, Status.CANCELLED, Status.EXPIRED})
"""Ends without a draft."""

WAITING = frozenset(
    {
        Status.BLOCKED,
        Status.AWAITING_CORRECTIONS,
        Status.AWAITING_SELECTION,
        Status.AWAITING_REVIEW,
        Status.AWAITING_APPROVAL,
        Status.NEEDS_HELP,
    }
)
"""States in which a person must do something."""


class WaitingFor(StrEnum):
    """Whom or what an order waits for."""

    NOBODY = ""
    FILE = "file"
    CORRECTIONS = "corrections"
    SELECTION = "selection"
    REVIEW = "review"
    APPROVAL = "approval"
    BOOKS = "books"
    HELP = "help"
    LANE = "lane"


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Absolute times (ISO, UTC) of the wait under way; empty where there is none."""

    remind_at: str = ""
    escalate_at: str = ""
    expire_at: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """Who ended the wait for approval (or the order), how, when (ISO, UTC) and why."""

    verb: str
    by: str
    name: str
    at: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class DraftRef:
    """The draft in the books: its id and number, the page a person opens, and how sure we are."""

    draft_id: str
    number: str
    url: str = ""
    weaker_promise: bool = False
    """True where the organization has no unique field, so only look-ups guard against a twin."""
    state: str = ""
    """What people made of it since, as far as was seen: `open`, `void`, `invoiced`, `edited`, …

    `replaced` where a later order of the same number has taken it over.
    """
    updates: str = ""
    """The code of the earlier order whose draft this was and whose lines it held."""


@dataclass(frozen=True, slots=True)
class EarlierDraft:
    """An earlier order's open draft, which a later one of the same number changes to its own lines."""

    draft_id: str
    number: str
    order_id: str
    code: str
    order_key: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """What stands in the way: the error's class name, its sentence, since when, tries so far."""

    kind: str
    message: str
    since: str
    tries: int = 0
    next_try_at: str = ""


@dataclass(frozen=True, slots=True)
class StatusView:
    """The one answer of the `status` query; cards, commands and ops pages all draw it.

    `progress` is (steps done, steps in all). `version` grows with every visible change, `revision`
    with every correction. People are object ids.
    """

    order_id: str
    code: str
    status: Status
    current_step: str
    waiting_for: WaitingFor = WaitingFor.NOBODY
    last_activity_time: str = ""
    error_state: Trouble | None = None
    deadlines: Deadlines = Deadlines()
    progress: tuple[int, int] = (0, 0)
    revision: int = 1
    version: int = 0
    requester: str = ""
    approvers: tuple[str, ...] = ()
    escalated_to: tuple[str, ...] = ()
    decision: Decision | None = None
    draft: DraftRef | None = None
    reminded: bool = False
    lane_until: str = ""
    """When the draft is written without an approver, unless somebody objects; empty otherwise."""
    watched_until: str = ""
    """Until when (ISO, UTC) the desk looks at the created draft; empty while or once it does not."""
    can_cancel: bool = True
    answers: int = 0
    """How many answers of the requester count and can be undone."""
    draft_asked: bool = False
    """Whether people are asked what becomes of a draft that somebody touched in the books."""
    origin: str = ""
    """The code of the order that this one was split off from, if any."""
    parts: tuple[str, ...] = ()
    """The codes of the orders that were split off from this one."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The uploaded file: the name a person sees, its content's hash, bytes and sniffed kind."""

    name: str
    sha256: str
    size: int
    kind: str


@dataclass(frozen=True, slots=True)
class PriceCheck:
    """Sheet price against books price of one line, in the order's currency.

    `sent` is the price the draft will carry. `sheet` or `books` is None where there is none.
    `basis` names the price list that the books' price comes from, `discount` is the customer's own
    in per cent; both are in `books` already.
    """

    line_id: str
    sheet: Decimal | None
    books: Decimal | None
    sent: Decimal | None
    basis: str = ""
    discount: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Answered:
    """One click that answered something: how many fixes it brought, what its choices replaced.

    `choices` maps what was chosen to the value before it, empty where there was none; `chosen_by`
    does the same for who chose it.
    """

    fixes: int = 0
    choices: Mapping[str, str] = field(default_factory=dict)
    chosen_by: Mapping[str, str] = field(default_factory=dict)
    told: Habits = NO_HABITS
    """What it says of the customer's next file of this template."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an order comes from that was split off another one: whose file it is a part of.

    `order_id` and `code` name the order it was split off from, `name` is what people call this
    part, `fixes` make the reading be about it, `duplicate_of` is as in `CaseDocument`.
    """

    order_id: str
    code: str
    name: str
    fixes: tuple[Fix, ...]
    file: FileFacts
    duplicate_of: str = ""


@dataclass(frozen=True, slots=True)
class LaneReport:
    """What the auto-create lane says of an order: `report` or `auto`, and every condition."""

    mode: str
    conditions: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class CaseDocument:
    """Everything known about one order at one revision: the source of every card.

    `order_hash` is the hash of the very lines an approver sees and the draft will carry; it is set
    when the order reaches review. `requester` is an object id, `conversation` a Teams id.
    """

    order_id: str
    code: str
    tenant_id: str
    requester: str
    requester_name: str
    conversation: str
    language: str
    received_at: str
    revision: int = 1
    title: str = ""
    """The name of the file that was sent, known before (and even if never) it could be fetched."""
    file: FileFacts | None = None
    reading: Reading | None = None
    panel: Panel | None = None
    """What language models were asked about the columns, and what each answered."""
    fixes: tuple[Fix, ...] = ()
    issues: tuple[Issue, ...] = ()
    """All open and informative issues of this revision: reading, checks, matching, prices."""
    matches: Matches = field(default_factory=Matches)
    choices: Mapping[str, str] = field(default_factory=dict)
    """What people chose: `customer` or a line id, to a record id, or `-` to leave a line out."""
    chosen_by: Mapping[str, str] = field(default_factory=dict)
    """Who chose, as an object id, under the same keys as `choices`."""
    answered: tuple[Answered, ...] = ()
    """Every answer that counts, oldest first; undo drops the last."""
    prices: tuple[PriceCheck, ...] = ()
    taxes: Mapping[str, Tax] = field(default_factory=dict)
    """The tax of each line that is sent, by line id, where the books name one."""
    delivery: Address | None = None
    """The customer's address in the books that the file names; None leaves it to the notes."""
    known_customer: bool = False
    """Whether the customer has ordered before, here or in the books."""
    updates: EarlierDraft | None = None
    """The draft that this order changes instead of making its own: a person chose that."""
    lane: LaneReport | None = None
    order_hash: str = ""
    duplicate_of: str = ""
    """The code of an earlier order with the same file, if any."""
    origin: Origin | None = None
    """Set where this order was split off from another one: it shares that one's file."""
    trace: str = ""
    """The id of its trace: the message it came with, its workflow and all that machines did for it."""

    @property
    def order(self) -> Order | None:
        """The one order it is about, as far as it could be read."""
        return self.reading.orders[0] if self.reading and self.reading.orders else None

    @property
    def name(self) -> str:
        """What people call it: its newest file, or its part of a file of several orders."""
        return self.file.name if self.file and not self.origin else self.title
