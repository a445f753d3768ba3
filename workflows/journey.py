"""One order under way: calling machines, facing trouble, a journal."""

import asyncio
from datetime import datetime, timedelta
from typing import Any, NoReturn

from temporalio import workflow
from temporalio.exceptions import ActivityError, ApplicationError

with workflow.unsafe.imports_passed_through():
    from orders.case import Status, Trouble, WaitingFor
    from orders.errors import BooksUnavailable, DeskError, Remedy, StoreUnavailable, by_name
    from workflows import ports
    from workflows.calling import POLICIES_BY_NAME, A, Port, R, asked_pause, hurried, start
    from workflows.messages import CaseRef, Event, Events, Publish, Published
    from workflows.policies import POLICIES
    from workflows.state import OrderInput, OrderState
    from workflows.turnstile import join_line

OVER = "over"
"""The step after the last."""

TURNSTILE = "stand-in-line-for-the-books"
SHOW_QUEUE = "show-the-queue-of-the-books"
TURN = timedelta(seconds=20)
"""After this long in the books' queue the card says that the order waits for its turn."""

AWAY = timedelta(minutes=1)
"""Who was heard more lately than this is taken to look at the card, and sees it change."""

LONGEST_PARK = 3600.0
"""Seconds: the pause between two tries while the books are down never grows beyond an hour."""


class BlockedError(Exception):
    """The file cannot become an order; `trouble` says why. Ends the current step."""

    def __init__(self, trouble: Trouble) -> None:
        """Keep the trouble for the card."""
        super().__init__(trouble.kind)
        self.trouble = trouble


class WithdrawnError(Exception):
    """Somebody cancelled the order. Ends the current step."""


class LongHistoryError(Exception):
    """The history is long enough to go on in a new run. Ends the current wait."""


class Journey:
    """The order's start and state, and the ways to act on them."""

    def __init__(self, start: OrderInput, state: OrderState) -> None:
        """Travel with this state, new or carried over."""
        self.start = start
        self.state = state
        self.undoing = False

    @property
    def ref(self) -> CaseRef:
        """The order at its present revision."""
        return CaseRef(order_id=self.start.order_id, revision=self.state.revision)

    def move(self, status: Status, waiting_for: WaitingFor = WaitingFor.NOBODY) -> None:
        """Enter a status now."""
        self.state.move(status, workflow.now(), waiting_for)

    def note(self, event_type: str, actor: str = "", role: str = "", **facts: str) -> None:
        """Put one event on the journal; the scribe writes it."""
        self.state.events += 1
        self.state.journal.append(
            Event(
                order_id=self.start.order_id,
                key=f"{self.state.events:05d}",
                event_type=event_type,
                at=workflow.now().isoformat(),
                actor_id=actor,
                actor_role=role,
                data=facts,
            )
        )

    def tell_requester(self) -> None:
        """Let the next view reach the requester as a message of its own: Teams announces no edit."""
        self.state.fresh = tuple(dict.fromkeys((*self.state.fresh, self.start.requester)))

    def ask_requester(self, what: WaitingFor) -> None:
        """Tell the requester what is asked, once a question, where they may have looked away."""
        state = self.state
        heard = datetime.fromisoformat(state.heard_at or self.start.received_at)
        question = f"{what}-{state.revision}"
        if workflow.now() - heard > AWAY and state.asked != question:
            state.asked = question
            self.tell_requester()

    @property
    def settled(self) -> bool:
        """Whether audit, cards and split orders are done with, and no handler runs."""
        return (
            not self.state.journal
            and not self.state.unstarted
            and self.state.published >= self.state.version
            and workflow.all_handlers_finished()
        )

    @property
    def long(self) -> bool:
        """Whether to go on in a new run now: Temporal suggests it and nothing is under way.

        Whoever waits on this raises `LongHistoryError` at once: a click between the two would be
        judged by a run that no longer acts on it.
        """
        return workflow.info().is_continue_as_new_suggested() and self.settled

    async def written(self) -> None:
        """Return when everything noted so far is in the audit."""
        await workflow.wait_condition(lambda: not self.state.journal)

    async def call(self, port: "Port[A, R]", argument: A, *, firm: bool = False) -> R:
        """Ask one machine until it answers; see `call_both` for what happens on trouble."""
        troubled = False
        while True:
            try:
                answer = await self._once(port, argument, firm=firm)
            except ActivityError as error:
                troubled = True
                await self._face(error)
                argument = hurried(argument) if self.state.resumed else argument
            else:
                self.state.trouble = None if troubled else self.state.trouble
                return answer

    async def call_both(self, one: "Port[A, Any]", other: "Port[A, Any]", argument: A) -> None:
        """Ask two machines side by side until both answered.

        Trouble is faced once for both: a bad file blocks, an outage parks, the rest waits for a
        person. Raises `WithdrawnError` when the order is cancelled meanwhile.
        """
        left = [one, other]
        while left:
            answers = await asyncio.gather(
                *(self._once(port, argument, firm=False) for port in left), return_exceptions=True
            )
            pairs = list(zip(left, answers, strict=True))
            left = [port for port, answer in pairs if isinstance(answer, BaseException)]
            for _, answer in pairs:
                if isinstance(answer, BaseException) and not isinstance(answer, ActivityError):
                    raise answer
            for _, answer in pairs:
                if isinstance(answer, ActivityError):
                    await self._face(answer)
                    break
        self.state.trouble = None

    async def ask_beside(self, port: "Port[A, R]", argument: A) -> R | None:
        """Ask a machine for something that the order can do without; None when it does not answer.

        Raises `WithdrawnError` when the order is cancelled meanwhile.
        """
        try:
            return await self._once(port, argument, firm=False)
        except ActivityError:
            workflow.logger.warning("the order goes on without %s", port.__name__)
            return None

    async def post(self, publish: Publish) -> Published:
        """Bring the cards up to date; gives up where its policy says so."""
        return await start(ports.publish, publish)

    async def write(self, events: Events) -> None:
        """Put events into the audit; tried until it is done."""
        await start(ports.record_events, events)

    async def _once(self, port: "Port[A, R]", argument: A, *, firm: bool) -> R:
        """One activity with its policy. A firm one is never abandoned for a cancel."""
        task = start(port, argument)
        if firm and POLICIES[port].metered and workflow.patched(SHOW_QUEUE):
            await self._show_queue(task)
        if not firm:
            await workflow.wait_condition(lambda: task.done() or self.state.cancelled)
            if not task.done():
                task.cancel()
                raise WithdrawnError
        return await task

    async def _show_queue(self, task: "workflow.ActivityHandle[R]") -> None:
        """Say that the order waits for its turn at the books where that takes long; no trouble."""
        try:
            await workflow.wait_condition(task.done, timeout=TURN, timeout_summary="its turn")
        except TimeoutError:
            before = (self.state.status, self.state.waiting_for)
            self.move(Status.QUEUED_FOR_ZOHO, WaitingFor.BOOKS)
            await workflow.wait_condition(task.done)
            if self.state.status is Status.QUEUED_FOR_ZOHO:
                self.move(*before)

    async def _face(self, error: ActivityError) -> None:
        """Decide by the error's remedy: block, park or hand over; return to try again."""
        if self.state.cancelled and not self.undoing:
            raise WithdrawnError
        trouble = self._trouble_of(error)
        remedy = by_name(trouble.kind).remedy
        if remedy is Remedy.NEW_FILE:
            raise BlockedError(trouble)
        before = (self.state.status, self.state.waiting_for)
        if remedy is Remedy.WAIT and not self._outlasted(trouble):
            await self._park(trouble, asked_pause(error))
        else:
            await self.hand_over(trouble)
        if before[0] is not self.state.status:
            self.move(*before)

    def _trouble_of(self, error: ActivityError) -> Trouble:
        cause = error.cause
        kind, message = "", ""
        if isinstance(cause, ApplicationError):
            kind, message = cause.type or "", cause.message
        elif POLICIES_BY_NAME[error.activity_type].books:
            kind = BooksUnavailable.__name__
        if by_name(kind) is DeskError and not message:
            kind = StoreUnavailable.__name__
        old = self.state.trouble
        same = old is not None and old.kind == kind
        return Trouble(
            kind=kind,
            message=message or (by_name(kind).__doc__ or "").splitlines()[0],
            since=old.since if same and old else workflow.now().isoformat(),
            tries=old.tries + 1 if same and old else 1,
        )

    def _outlasted(self, trouble: Trouble) -> bool:
        since = datetime.fromisoformat(trouble.since)
        return workflow.now() - since > timedelta(hours=self.start.books_give_up_hours)

    async def _park(self, trouble: Trouble, asked: timedelta) -> None:
        """Wait for the books, visibly, at least as long as they asked; `resume` tries at once."""
        own = self.start.books_retry_seconds * 2 ** min(trouble.tries - 1, 20)
        pause = max(timedelta(seconds=min(LONGEST_PARK, own)), asked)
        self.state.trouble = Trouble(
            trouble.kind,
            trouble.message,
            trouble.since,
            trouble.tries,
            (workflow.now() + pause).isoformat(),
        )
        if trouble.tries == 1:
            self.note(
                "draft.queued" if self.state.draft_tried else "books.waiting", kind=trouble.kind
            )
        self.state.resumed = False
        self.move(Status.QUEUED_FOR_ZOHO, WaitingFor.BOOKS)
        if workflow.patched(TURNSTILE):
            await join_line(self.start.order_id, trouble.since)
        await self._until_resumed(pause)

    async def hand_over(self, trouble: Trouble) -> None:
        """Machines have tried enough: a person resumes or cancels."""
        self.state.trouble = trouble
        self.note("case.handed_over", kind=trouble.kind)
        self.state.fresh = (self.start.requester, *self.state.managers)
        self.state.resumed = False
        self.move(Status.NEEDS_HELP, WaitingFor.HELP)
        await self._until_resumed(None)

    async def _until_resumed(self, pause: timedelta | None) -> None:
        """Return on `resume` or when the pause is over.

        Unless the order is being undone already, raises `WithdrawnError` when it is cancelled and
        `LongHistoryError` when the step has to be tried again in a new run.
        """
        try:
            await workflow.wait_condition(
                lambda: (
                    self.state.resumed or (not self.undoing and (self.state.cancelled or self.long))
                ),
                timeout=pause,
                timeout_summary="try the books again" if pause else None,
            )
        except TimeoutError:
            return
        if self.state.cancelled and not self.undoing:
            raise WithdrawnError
        if not self.state.resumed:
            raise LongHistoryError


def block(kind: str, since: str) -> NoReturn:
    """Stop the step because the order as read cannot go on; `kind` is an issue code."""
    raise BlockedError(Trouble(kind=kind, message="", since=since))
