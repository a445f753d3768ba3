"""What enters and leaves the workflow: inputs, signals and small answers."""

from pydantic import BaseModel, ConfigDict

from orders.approval import Actor
from orders.case import DraftRef, Origin, StatusView
from orders.fixes import Fix


class Message(BaseModel):
    """Base of every payload: old and new builds read each other's, and errors quote nothing."""

    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)


class FileLink(Message):
    """Where the uploaded file waits; the link dies within the hour and is used at once."""

    name: str
    url: str
    unique_id: str = ""


# --- signals -----------------------------------------------------------------------------------


class ClickMessage(Message):
    """What every signal carries; the actor comes from the authenticated channel."""

    decision_id: str
    actor: Actor
    revision: int = 0


class Correct(ClickMessage):
    """Fixes typed on the card, and choices made on the same card."""

    fixes: tuple[Fix, ...] = ()
    choices: dict[str, str] = {}


class Choose(ClickMessage):
    """Records chosen: `customer` or a line id, to a record id, or `-` to leave a line out."""

    choices: dict[str, str] = {}


class Split(ClickMessage):
    """Start every order of the file: the first part stays here, the others become orders."""

    parts: tuple[Origin, ...] = ()


class SplitRest(ClickMessage):
    """Start the orders that were left when one of the file was chosen; this one stays as it is."""

    parts: tuple[Origin, ...] = ()


class Undo(ClickMessage):
    """Take the last answer back, as if it had never been given."""


class Submit(ClickMessage):
    """Send for approval."""


class Decide(ClickMessage):
    """Approve or reject, with a comment."""

    approve: bool = False
    comment: str = ""


class Cancel(ClickMessage):
    """Give the order up; what was done is undone."""

    comment: str = ""


class Reassign(ClickMessage):
    """Give the decision to someone else; `to` is an approver's object id."""

    to: str = ""


class Resume(ClickMessage):
    """Try again now."""


class KeepDraft(ClickMessage):
    """Leave the draft in the books as people made it; the order ends without it."""


class Report(ClickMessage):
    """Something is wrong: this order must not become a draft by itself."""


class ReplaceFile(ClickMessage):
    """Another file for the same order."""

    file: FileLink | None = None


# --- activities --------------------------------------------------------------------------------


class CaseRef(Message):
    """One order at one revision: all that most activities need."""

    order_id: str
    revision: int
    hurry: bool = False
    """Somebody pressed "try now": a machine that wanted rest is asked all the same."""


class OpenCase(CaseRef):
    """Open the case: who sent what, from which conversation, when."""

    code: str
    tenant_id: str
    requester: str
    requester_name: str
    conversation: str
    language: str
    received_at: str
    title: str
    origin: Origin | None = None


class Receive(CaseRef):
    """Fetch and store the file."""

    file: FileLink


class Received(Message):
    """The stored file: hash and size, and the code of an earlier order with the same file."""

    sha256: str
    size: int
    duplicate_of: str = ""


class WorkbookRead(Message):
    """How much the workbook holds."""

    sheets: int
    rows: int
    cells: int


class Voted(Message):
    """How many fields the committee decided and how many it left open."""

    decided: int
    unsure: int


class Checked(Message):
    """How many issues of each severity stand, and the first blocker's code.

    `guarded` counts the errors that wait for a manager's answer.
    """

    blockers: int = 0
    errors: int = 0
    guarded: int = 0
    warnings: int = 0
    lines: int = 0
    first_blocker: str = ""


class Answers(CaseRef):
    """What people answered at this revision: fixes and choices, or that the last answer is undone."""

    fixes: tuple[Fix, ...] = ()
    choices: dict[str, str] = {}
    by: str = ""
    at: str = ""
    undo: bool = False


class Frozen(Message):
    """What will be approved: the hash of the very lines that are shown and sent."""

    order_hash: str
    warnings: int = 0
    lane: bool = False
    lane_minutes: float = 0
    prices: str = ""


class LaneClaim(Message):
    """Whether the lane may write this draft today."""

    granted: bool


class WhoAsks(Message):
    """Whose approvers and managers are looked up."""

    requester: str


class Crew(Message):
    """Object ids from the roles file: who may approve, and who is told when nobody does."""

    approvers: tuple[str, ...] = ()
    managers: tuple[str, ...] = ()


class DraftOrderRef(CaseRef):
    """Create the draft of exactly this content, approved by this person."""

    order_hash: str
    approved_by: str


class Learn(CaseRef):
    """Remember the mapping of an approved order; `by` is whoever approved it."""

    by: str


class Learned(Message):
    """The order's template, and the version written now (0 where nothing new was confirmed)."""

    template_id: str = ""
    version: int = 0


class UndoDraft(CaseRef):
    """Take the draft back; `draft` is None while it is unknown whether there is one.

    `force` takes back what a person has touched, too: somebody was asked and said so.
    """

    draft: DraftRef | None = None
    force: bool = False


class Undone(Message):
    """What became of the draft: `deleted`, `voided`, `absent` or `left` (a person touched it).

    `restored` (it has an earlier order's lines again) or `handed` (a later order has it).
    """

    how: str


class Publish(Message):
    """Make every card and list show this view; people in `fresh` get a new message about it."""

    view: StatusView
    fresh: tuple[str, ...] = ()
    occasion: str = ""
    """Empty, `reminder` or `escalation`: the headline of the fresh message."""


class Published(Message):
    """Readers whom no message can reach, and those whose card the chat held back for now."""

    unreachable: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    pause: float = 0.0
    """Seconds until the chat wants to be asked again; 0 where it named none."""


class Event(Message):
    """One thing for the audit; `key` makes writing it twice harmless."""

    order_id: str
    key: str
    event_type: str
    at: str
    actor_id: str = ""
    actor_role: str = ""
    data: dict[str, str] = {}


class Events(Message):
    """What happened since the last time the audit was written, in order."""

    events: tuple[Event, ...]
