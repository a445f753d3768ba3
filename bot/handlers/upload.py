"""A file dropped in the chat becomes an order."""

from dataclasses import dataclass
from datetime import datetime

from bot.attachments import Envelopes, extension_of, sort_files
from bot.desk import Desk, actor_of, say_card
from bot.envelope import judge_envelope
from bot.handlers import router
from bot.order_desk import Arrival
from bot.turn import Answer, Attachment, CardAnswer, Nothing, Turn
from cards.catalogue import error_text, say
from cards.figures import number
from cards.literal import Shown
from cards.replies import sentences_card
from orders.approval import Verb
from orders.case import TERMINAL, Status
from orders.fingerprint import (
    code_of,
    decision_id_of,
    is_repeat,
    order_id_of,
    same_file_name,
)
from orders.roles import Role
from runtime.storage.port import CaseRow
from workflows.messages import FileLink, ReplaceFile
from workflows.state import OrderInput

MOST_FILES = 10
"""Files of one message that become orders; more are refused as a whole."""


@dataclass(frozen=True, slots=True)
class Drop:
    """One file of one message."""

    turn: Turn
    attachment: Attachment
    sent_at: datetime

    @property
    def key(self) -> str:
        """What makes this file the same file when the message is delivered again."""
        one = self.attachment
        return one.unique_id or one.content_url or one.download_url

    def order_id(self, again: str = "") -> str:
        """The id of this file's order; `again` is the id of its finished order before."""
        turn = self.turn
        return order_id_of(turn.tenant_id, turn.conversation_id, self.key, again)

    def decision_on(self, row: CaseRow) -> str:
        """The id of the click that gives this file to a blocked order."""
        actor = actor_of(self.turn)
        return decision_id_of(row.order_id, 0, f"replace:{self.key}", actor.object_id)

    @property
    def link(self) -> FileLink:
        """Where the workflow fetches it."""
        one = self.attachment
        return FileLink(name=one.name, url=one.download_url, unique_id=one.unique_id)


@router.upload
async def upload(turn: Turn, desk: Desk) -> Answer:
    """Start one order per file; nothing slow happens before the acknowledgement.

    Whatever does not become an order is named, each file by itself.
    """
    files = sort_files(turn.attachments)
    refusal = _refuse(turn, files)
    if refusal is not None:
        return refusal
    now = desk.clock()
    said = [await _take(Drop(turn, one, _sent_at(turn, now)), desk) for one in files.sheets]
    if said and all(text is None for text in said):
        return Nothing()
    started = said.count("")
    told = [text for text in said if text] + [_unreadable(turn, one) for one in files.others]
    if started > 1:
        count = number(started, turn.language)
        told.insert(0, say("reply.several_files", turn.language, count=count))
    return CardAnswer(sentences_card(told, turn.language).content) if told else Nothing()


def _refuse(turn: Turn, files: Envelopes) -> Answer | None:
    if not actor_of(turn).has(Role.REQUESTER):
        return say_card(turn, "not_a_requester")
    if len(files.sheets) > MOST_FILES:
        return say_card(turn, "too_many_files", {"limit": number(MOST_FILES, turn.language)})
    return None


def _unreadable(turn: Turn, one: Attachment) -> str:
    return say("reply.unsupported_file", turn.language, file=one.name or extension_of(one))


async def _take(drop: Drop, desk: Desk) -> str | None:
    """The order of this file: a known one, a blocked one that waits for it, or a new one.

    Returns why it became none, empty where the card says it all, None for a message that came
    before.
    """
    name, language = drop.attachment.name, drop.turn.language
    fault = judge_envelope(
        drop.attachment, desk.rules.file_hosts, allow_loopback=desk.rules.local_files
    )
    if fault is not None:
        happened, what_now = error_text(type(fault).__name__, language)
        why = Shown(f"{happened} {what_now}")
        return say("reply.file_refused", language, file=name, why=why)
    known = await _newest(drop, desk)
    if known is not None and is_repeat(known.received_at, drop.sent_at):
        return None
    if known is not None and Status(known.status) not in TERMINAL:
        return say("reply.same_file", language, file=name, code=known.code)
    if known is None and await _mend(drop, desk):
        return ""
    again = known.order_id if known else ""
    await desk.orders.start(_input(drop, desk, drop.order_id(again)))
    return ""


async def _newest(drop: Drop, desk: Desk) -> CaseRow | None:
    """The newest order of this very file.

    Each order of a file sent again on purpose takes its id from the order before it, so that a
    redelivery, under whatever id, leads to the same order.
    """
    row = await desk.store.case_row(drop.order_id())
    while row is not None:
        later = await desk.store.case_row(drop.order_id(row.order_id))
        if later is None:
            break
        row = later
    return row


async def _mend(drop: Drop, desk: Desk) -> bool:
    """Give the file to the one blocked order it is a corrected copy for, if there is one.

    A file that mended an order before is the same message, delivered again.
    """
    actor = actor_of(drop.turn)
    rows = await desk.store.cases_of(actor.tenant_id, actor.object_id)
    named = [row for row in rows if same_file_name(row.title, drop.attachment.name)]
    blocked = [row for row in named if row.status == Status.BLOCKED]
    alone = blocked[0] if len(blocked) == 1 else None
    for row in named:
        # A single blocked order judges the click itself, again or for the first time.
        if row is not alone and await desk.orders.accepted(row.order_id, drop.decision_on(row)):
            return True
    if alone is None:
        return False
    decision_id = drop.decision_on(alone)
    message = ReplaceFile(decision_id=decision_id, actor=actor, file=drop.link)
    receipt = await desk.orders.click(alone.order_id, Verb.REPLACE_FILE, message)
    return receipt.accepted or receipt.arrival is Arrival.QUEUED


def _input(drop: Drop, desk: Desk, order_id: str) -> OrderInput:
    turn, actor, rules = drop.turn, actor_of(drop.turn), desk.rules
    return OrderInput(
        order_id=order_id,
        code=code_of(order_id),
        tenant_id=turn.tenant_id,
        requester=actor.object_id,
        requester_name=actor.name,
        requester_human=actor.human,
        conversation=turn.conversation_id,
        language=turn.language,
        received_at=desk.clock().isoformat(),
        file=drop.link,
        ladder=rules.ladder,
        undo_hours=rules.undo_hours,
        watch_hours=rules.watch_hours,
        books_retry_seconds=rules.books_retry_seconds,
        books_give_up_hours=rules.books_give_up_hours,
    )


def _sent_at(turn: Turn, now: datetime) -> datetime:
    """When the message was sent, as Teams says; now where it does not."""
    try:
        sent = datetime.fromisoformat(turn.timestamp)
    except ValueError:
        return now
    return sent if sent.tzinfo else sent.replace(tzinfo=now.tzinfo)
