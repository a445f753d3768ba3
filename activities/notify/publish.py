"""Makes every list and card of an order show what its status says."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import structlog
from temporalio import activity

from activities.notify.mailbox import Mailbox
from cards.draw import draw, draw_escalation, draw_reminder
from cards.head import announced
from cards.scene import Card, Scene
from cards.stage import Seat, set_scene
from orders.authority import waits_for_manager
from orders.case import CaseDocument, StatusView, WaitingFor
from orders.errors import ChatUnavailable, ConversationGone
from orders.finding import words_of
from orders.roles import RoleBook
from runtime.storage.port import ASKING, CaseRow, ConversationRef, Store
from runtime.telemetry import ORDERS
from workflows.messages import Publish, Published

_LOG = structlog.get_logger(__name__)
_OCCASIONS: dict[str, Callable[[Scene], Card]] = {
    "reminder": draw_reminder,
    "escalation": draw_escalation,
}


@dataclass(frozen=True, slots=True)
class Publisher:
    """The activity `publish`. `book` gives the roles file as it stands, `clock` the time in UTC."""

    store: Store
    mailbox: Mailbox
    book: Callable[[], RoleBook]
    clock: Callable[[], datetime]

    @activity.defn
    async def publish(self, publish: Publish) -> Published:
        """Update the list row, then bring every reader's card up to date.

        One reader who cannot be reached stops nobody else. Whoever's chat is down or has had its
        messages for now is `held`: the caller comes again with whatever is newest then.
        """
        view = publish.view
        case = await self.store.load_case(view.order_id)
        await self._list(view, case)
        readers = await self._readers(publish)
        results = await asyncio.gather(
            *(self._show(publish, case, reader) for reader in readers), return_exceptions=True
        )
        found = dict(zip(readers, results, strict=True))
        held = {reader: one for reader, one in found.items() if isinstance(one, ChatUnavailable)}
        pause = _pause_of(held.values())
        if held:
            _LOG.warning("cards.held", readers=len(held), pause=pause)
        return Published(unreachable=_unreachable(found), held=tuple(held), pause=pause)

    async def _list(self, view: StatusView, case: CaseDocument) -> None:
        row = await self.store.case_row(view.order_id)
        if row is None:
            return
        if row.status != view.status:
            ORDERS.labels(status=str(view.status)).inc()
        asked = (*view.approvers, *view.escalated_to, *self._managers(view, case))
        listed = _row_of(row, view, case, self.clock())
        await self.store.save_case(replace(listed, approvers=tuple(dict.fromkeys(asked))), None)

    def _managers(self, view: StatusView, case: CaseDocument) -> tuple[str, ...]:
        """Whoever has to give a manager's answer before this order goes on."""
        asked = view.waiting_for is not WaitingFor.APPROVAL and view.waiting_for in ASKING
        if not asked or not any(waits_for_manager(one) for one in case.issues):
            return ()
        return tuple(one.object_id for one in self.book().managers_for(view.requester))

    async def _readers(self, publish: Publish) -> tuple[str, ...]:
        """The requester, whoever is asked or called, and whoever has a card of this order."""
        view = publish.view
        had = {card.reader for card in await self.store.cards_of(view.order_id)}
        asked = [view.requester, *view.approvers, *view.escalated_to, *publish.fresh]
        return tuple(dict.fromkeys([*asked, *sorted(had)]))

    async def _show(self, publish: Publish, case: CaseDocument, reader: str) -> None:
        ref = await self.mailbox.address(case, reader)
        scene = self._scene(publish.view, case, reader, ref)
        fresh = reader in publish.fresh
        pen = _OCCASIONS.get(publish.occasion, draw) if fresh else draw
        told = fresh and pen is draw and reader == publish.view.requester
        changed = await self.mailbox.deliver(ref, scene, pen(scene), fresh=fresh and not told)
        if told and changed:
            # The order's one card stays where it lies; a line below announces what it says now.
            await self.mailbox.tell(ref, announced(scene))

    def _scene(
        self, view: StatusView, case: CaseDocument, reader: str, ref: ConversationRef
    ) -> Scene:
        book = self.book()
        language = _language(case, book, reader, ref)
        seat = Seat(reader, language, ref.member_id, ref.time_zone)
        return set_scene(view, case, book, seat, self.clock())


def _language(case: CaseDocument, book: RoleBook, reader: str, ref: ConversationRef) -> str:
    """What the person chose, else what the roles file, Teams or their own order says."""
    person = book.find(reader)
    known = ref.language or (person.language if person else "") or ref.locale[:2].lower()
    if not known and reader == case.requester:
        known = case.language
    return "fa" if known == "fa" else "en"


def _row_of(row: CaseRow, view: StatusView, case: CaseDocument, now: datetime) -> CaseRow:
    draft = view.draft.number if view.draft else ""
    return replace(
        row,
        status=str(view.status),
        title=case.name or row.title,
        updated_at=now.isoformat(),
        waiting_for=str(view.waiting_for),
        draft_number=draft,
        words=words_of(case, draft),
    )


def _unreachable(results: Mapping[str, BaseException | None]) -> tuple[str, ...]:
    """Who cannot be reached for good. Raises the first fault that is neither this nor the chat's."""
    gone = []
    for reader, result in results.items():
        if isinstance(result, ConversationGone):
            gone.append(reader)
        elif result is not None and not isinstance(result, ChatUnavailable):
            raise result
    return tuple(gone)


def _pause_of(faults: Iterable[ChatUnavailable]) -> float:
    """The longest pause that a chat named, in seconds."""
    return max((one.retry_after.total_seconds() for one in faults if one.retry_after), default=0.0)
