"""What the workflow asks of machines: typed signatures, no bodies."""

from temporalio import activity

from orders.case import DraftRef
from workflows.draft_messages import Annotated, DraftAt, DraftNote, DraftSeen, Probe
from workflows.messages import (
    Answers,
    CaseRef,
    Checked,
    Crew,
    DraftOrderRef,
    Events,
    Frozen,
    LaneClaim,
    Learn,
    Learned,
    OpenCase,
    Publish,
    Published,
    Receive,
    Received,
    UndoDraft,
    Undone,
    Voted,
    WhoAsks,
    WorkbookRead,
)
from workflows.posting import Collect, Delivery, Due, Sent
from workflows.renewal import SyncCatalogue, Synced


@activity.defn
async def open_case(opening: OpenCase) -> None:
    """Open the case, so that there is something to draw."""
    raise NotImplementedError


@activity.defn
async def receive_file(receive: Receive) -> Received:
    """Download the file and store it under its hash."""
    raise NotImplementedError


@activity.defn
async def read_workbook(case: CaseRef) -> WorkbookRead:
    """Open the stored file in a child process and store its grid."""
    raise NotImplementedError


@activity.defn
async def ask_committee(case: CaseRef) -> Voted:
    """Let the members vote on the columns and store votes and count."""
    raise NotImplementedError


@activity.defn
async def check_order(case: CaseRef) -> Checked:
    """Read the order under the agreed columns and all fixes, and check it."""
    raise NotImplementedError


@activity.defn
async def record_answers(answers: Answers) -> None:
    """Put people's fixes and choices on the case as its next revision."""
    raise NotImplementedError


@activity.defn
async def find_customer(case: CaseRef) -> None:
    """Match the customer in the books and store the match."""
    raise NotImplementedError


@activity.defn
async def find_items(case: CaseRef) -> None:
    """Match every line's item in the books and store the matches."""
    raise NotImplementedError


@activity.defn
async def settle_matches(case: CaseRef) -> Checked:
    """Join both matches, compare prices, and count what is still open."""
    raise NotImplementedError


@activity.defn
async def freeze_order(case: CaseRef) -> Frozen:
    """Fix the hash of what will be approved."""
    raise NotImplementedError


@activity.defn
async def claim_lane(case: CaseRef) -> LaneClaim:
    """Judge once more whether this order needs no approver, and take one of the day's places."""
    raise NotImplementedError


@activity.defn
async def find_crew(asked: WhoAsks) -> Crew:
    """Look up approvers and managers in the roles file as it stands now."""
    raise NotImplementedError


@activity.defn
async def create_draft(draft: DraftOrderRef) -> DraftRef:
    """Create the one draft in the books, or find the one that is there."""
    raise NotImplementedError


@activity.defn
async def undo_draft(undo: UndoDraft) -> Undone:
    """Take the draft back and release its reservation."""
    raise NotImplementedError


@activity.defn
async def probe_books(probe: Probe) -> None:
    """Ask the books for as little as possible, whatever the weather was a moment ago."""
    raise NotImplementedError


@activity.defn
async def look_at_draft(draft: DraftAt) -> DraftSeen:
    """See what people made of the draft in the books."""
    raise NotImplementedError


@activity.defn
async def annotate_draft(note: DraftNote) -> Annotated:
    """Attach the file to the draft and write down who approved it."""
    raise NotImplementedError


@activity.defn
async def sync_catalogue(sync: SyncCatalogue) -> Synced:
    """Renew the shared copy of the books' customers and items."""
    raise NotImplementedError


@activity.defn
async def publish(publish: Publish) -> Published:
    """Make every card and list of the order show this view."""
    raise NotImplementedError


@activity.defn
async def record_events(events: Events) -> None:
    """Append events to the audit chain."""
    raise NotImplementedError


@activity.defn
async def learn_template(learn: Learn) -> Learned:
    """Remember how an approved order's columns were understood."""
    raise NotImplementedError


@activity.defn
async def finish_audit(case: CaseRef) -> None:
    """Close the order's audit: manifest and anchor."""
    raise NotImplementedError


@activity.defn
async def collect_deliveries(collect: Collect) -> Due:
    """Turn new audit records into deliveries; waits a while where there are none."""
    raise NotImplementedError


@activity.defn
async def take_deliveries(due: Due) -> None:
    """Note that deliveries are under way."""
    raise NotImplementedError


@activity.defn
async def deliver(delivery: Delivery) -> Sent:
    """Send one event to one subscriber, once."""
    raise NotImplementedError


@activity.defn
async def bury_delivery(delivery: Delivery) -> Sent:
    """Keep an event that nobody took as a dead letter."""
    raise NotImplementedError


PORTS = (
    open_case,
    receive_file,
    read_workbook,
    ask_committee,
    check_order,
    record_answers,
    find_customer,
    find_items,
    settle_matches,
    freeze_order,
    claim_lane,
    find_crew,
    create_draft,
    undo_draft,
    probe_books,
    look_at_draft,
    annotate_draft,
    sync_catalogue,
    publish,
    record_events,
    learn_template,
    finish_audit,
    collect_deliveries,
    take_deliveries,
    deliver,
    bury_delivery,
)
"""Every port; a test holds that each has one implementation and one policy."""
