"""A file dropped in the chat becomes an order."""

from dataclasses import dataclass
from datetime import datetime

from bot.attachments import Envelopes, extension_of, sort_files
from bot.desk import Desk, actor_of, say_card
from bot.handlers import router
from bot.turn import Answer, Attachment, Nothing, Turn
from orders.approval import Verb
from orders.case import TERMINAL, Status
from orders.fingerprint import (
    code_of,
    decision_id_of,
    is_repeat,
    order_id_of,
    same_file_name,
)
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

    @property
    def link(self) -> FileLink:
        """Where the workflow fetches it."""
        one = self.attachment
        return FileLink(name=one.name, url=one.download_url, unique_id=one.unique_id)


@router.upload
async def upload(turn: Turn, desk: Desk) -> Answer:
    """Start one order per file; nothing slow happens before the acknowledgement."""
    files = sort_files(turn.attachments)
    refusal = _refuse(turn, files)
    if refusal is not None:
        return refusal
    now = desk.clock()
    answers = [await _take(Drop(turn, one, _sent_at(turn, now)), desk) for one in files.sheets]
    told = next((answer for answer in answers if not isinstance(answer, Nothing)), None)
    if told is None and len(files.sheets) > 1:
        return say_card(turn, "several_files", {"count": len(files.sheets)})
    return told or Nothing()


def _refuse(turn: Turn, files: Envelopes) -> Answer | None:
    if not files.sheets:
        name = files.others[0].name if files.others else ""
        return say_card(turn, "unsupported_file", {"file": name or extension_of(files.others[0])})
    if len(files.sheets) > MOST_FILES:
        return say_card(turn, "too_many_files", {"limit": MOST_FILES})
    return None


async def _take(drop: Drop, desk: Desk) -> Answer:
    """The order of this file: a blocked one that waits for it, a known one, or a new one."""
    turn = drop.turn
    order_id = order_id_of(turn.tenant_id, turn.conversation_id, drop.key)
    known = await desk.store.case_row(order_id)
    if known is not None:
        return await _again(drop, desk, known)
    waiting = await _waiting_for(drop, desk)
    if waiting is not None:
        return await _replace(drop, desk, waiting)
    await desk.orders.start(_input(drop, desk, order_id))
    return Nothing()


async def _again(drop: Drop, desk: Desk, known: CaseRow) -> Answer:
    """A redelivery changes nothing; a finished order's file sent again on purpose is a new order."""
    if is_repeat(known.received_at, drop.sent_at):
        return Nothing()
    if Status(known.status) not in TERMINAL:
        return say_card(drop.turn, "same_file", {"code": known.code})
    turn = drop.turn
    order_id = order_id_of(turn.tenant_id, turn.conversation_id, drop.key, turn.activity_id)
    await desk.orders.start(_input(drop, desk, order_id))
    return Nothing()


async def _waiting_for(drop: Drop, desk: Desk) -> CaseRow | None:
    """The one blocked order of this person that a corrected copy of its file would mend."""
    actor = actor_of(drop.turn)
    rows = await desk.store.cases_of(actor.tenant_id, actor.object_id)
    blocked = [
        row
        for row in rows
        if row.status == Status.BLOCKED and same_file_name(row.title, drop.attachment.name)
    ]
    return blocked[0] if len(blocked) == 1 else None


async def _replace(drop: Drop, desk: Desk, row: CaseRow) -> Answer:
    actor = actor_of(drop.turn)
    message = ReplaceFile(
        decision_id=decision_id_of(row.order_id, 0, f"replace:{drop.key}", actor.object_id),
        actor=actor,
        file=drop.link,
    )
    receipt = await desk.orders.click(row.order_id, Verb.REPLACE_FILE, message)
    if receipt.accepted:
        return Nothing()
    order_id = order_id_of(drop.turn.tenant_id, drop.turn.conversation_id, drop.key)
    await desk.orders.start(_input(drop, desk, order_id))
    return Nothing()


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
