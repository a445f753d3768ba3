"""One order, from a dropped file to a draft or an honest end."""

from datetime import timedelta

from temporalio import workflow
from temporalio.common import WorkflowIDReusePolicy
from temporalio.exceptions import ActivityError, WorkflowAlreadyStartedError

with workflow.unsafe.imports_passed_through():
    from orders.approval import Outcome
    from orders.case import StatusView, WaitingFor
    from workflows.clicks import AUDITED, take, verb_of
    from workflows.journey import OVER, BlockedError, Journey, LongHistoryError, WithdrawnError
    from workflows.keeping import kept
    from workflows.messages import (
        Cancel,
        Choose,
        ClickMessage,
        Correct,
        Decide,
        Events,
        KeepDraft,
        Reassign,
        ReplaceFile,
        Report,
        Resume,
        Split,
        SplitRest,
        Submit,
        Undo,
    )
    from workflows.parts import input_of
    from workflows.showing import Showing
    from workflows.state import OrderInput, OrderState, view_of
    from workflows.steps import FIRST, STEPS, wait_for_file
    from workflows.undo import undo

AUDIT_PAUSE = timedelta(minutes=1)
"""Before the audit is tried again after every retry of its policy was in vain."""


@workflow.defn
class OrderWorkflow:
    """Carries one order. Clicks are signals with verdicts; queries draw the cards.

    Signal handlers are synchronous, never raise and never await: they judge, remember and return.
    """

    @workflow.init
    def __init__(self, start: OrderInput) -> None:
        """Begin at the first step, or go on where the last run stopped."""
        self._start = start
        self._state = start.state or OrderState(file=start.file)
        self._journey = Journey(start, self._state)

    @workflow.run
    async def run(self, _start: OrderInput) -> str:
        """Travel the road to its end and return the final status."""
        if self._state.step == FIRST:
            await self._travel()
        async with kept(self._keep_journal(), Showing(self._journey).keep(), self._keep_parts()):
            while self._state.step != OVER:
                await self._travel()
            await workflow.wait_condition(lambda: self._journey.settled)
        return str(self._state.status)

    # --- clicks ---

    @workflow.signal
    def correct(self, message: Correct) -> None:
        """Fix values, columns, rows or the sheet."""
        self._take(message)

    @workflow.signal
    def choose(self, message: Choose) -> None:
        """Choose customer and items."""
        self._take(message)

    @workflow.signal
    def submit(self, message: Submit) -> None:
        """Send for approval."""
        self._take(message)

    @workflow.signal
    def decide(self, message: Decide) -> None:
        """Approve or reject."""
        self._take(message)

    @workflow.signal
    def cancel(self, message: Cancel) -> None:
        """Give the order up."""
        self._take(message)

    @workflow.signal
    def reassign(self, message: Reassign) -> None:
        """Give the decision to someone else."""
        self._take(message)

    @workflow.signal
    def resume(self, message: Resume) -> None:
        """Try again now."""
        self._take(message)

    @workflow.signal
    def keep_draft(self, message: KeepDraft) -> None:
        """Leave a draft that people touched in the books."""
        self._take(message)

    @workflow.signal
    def report(self, message: Report) -> None:
        """Keep it from becoming a draft by itself."""
        self._take(message)

    @workflow.signal
    def replace_file(self, message: ReplaceFile) -> None:
        """Read another file instead."""
        self._take(message)

    @workflow.signal
    def split(self, message: Split) -> None:
        """Start every order of the file as one of its own."""
        self._take(message)

    @workflow.signal
    def split_rest(self, message: SplitRest) -> None:
        """Start the other orders of the file, of which one was chosen here."""
        self._take(message)

    @workflow.signal(name="undo")
    def take_back(self, message: Undo) -> None:
        """Take the last answer back."""
        self._take(message)

    @workflow.signal
    def go_on(self) -> None:
        """The books answer again, and it is this order's turn."""
        if self._state.waiting_for is WaitingFor.BOOKS:
            self._state.resumed = True

    @workflow.query
    def status(self) -> StatusView:
        """Where the order stands; the one answer that everything draws."""
        return view_of(self._start, self._state)

    @workflow.query
    def verdict(self, decision_id: str) -> Outcome | None:
        """What became of a click, or None while it has not arrived."""
        return self._state.outcomes.get(decision_id)

    # --- the road ---

    def _take(self, message: ClickMessage) -> None:
        known = self._state.outcomes.get(message.decision_id)
        outcome = take(self._start, self._state, message, workflow.now())
        if outcome is known:
            return
        self._journey.note(
            AUDITED[verb_of(message)] if outcome.accepted else "access.denied",
            actor=message.actor.object_id,
            role=",".join(sorted(message.actor.roles)),
            verb=str(verb_of(message)),
            revision=str(message.revision),
            refusal=str(outcome.refusal),
            order_hash=self._state.order_hash,
            **_said(message, self._state),
        )

    async def _travel(self) -> None:
        """Take one step; cancelling, bad files and long histories each have their way on."""
        try:
            await self._step()
        except WithdrawnError:
            await undo(self._journey)
        except LongHistoryError:
            carried = self._start.model_copy(update={"state": self._state})
            workflow.continue_as_new(carried)

    async def _step(self) -> None:
        try:
            await STEPS[self._state.step](self._journey)
        except BlockedError as blocked:
            await wait_for_file(self._journey, blocked.trouble)
        if self._state.ending is not None and not self._state.cancelled:
            self._state.step = "finish_audit" if self._state.step != OVER else OVER

    async def _keep_journal(self) -> None:
        """Write the journal as it grows, in order."""
        while True:
            await workflow.wait_condition(lambda: bool(self._state.journal))
            batch = tuple(self._state.journal)
            try:
                await self._journey.write(Events(events=batch))
            except ActivityError:
                workflow.logger.error("the audit was not written; it is tried again")
                await workflow.sleep(AUDIT_PAUSE)
            else:
                del self._state.journal[: len(batch)]

    async def _keep_parts(self) -> None:
        """Start the orders that were split off, each once, whatever becomes of this one.

        Nothing starts without the signals `split` and `split_rest`, so no older history has to know of it.
        """
        while True:
            await workflow.wait_condition(lambda: bool(self._state.unstarted))
            part = input_of(self._start, self._state.unstarted[0])
            try:
                await workflow.start_child_workflow(
                    OrderWorkflow.run,
                    part,
                    id=part.order_id,
                    parent_close_policy=workflow.ParentClosePolicy.ABANDON,
                    id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE,
                    static_summary=f"Order {part.code}",
                )
            except WorkflowAlreadyStartedError:
                workflow.logger.info("this part was started before")
            del self._state.unstarted[0]


def _said(message: ClickMessage, state: OrderState) -> dict[str, str]:
    """What the audit keeps besides: answers about money, prices of what is sent on, split orders."""
    answers = ";".join(
        f"{target}={value}"
        for target, value in sorted(getattr(message, "choices", {}).items())
        if target.startswith(("price:", "check:"))
    )
    prices = state.prices if isinstance(message, Submit | Decide) else ""
    parts = ",".join(state.parts) if isinstance(message, Split | SplitRest) else ""
    told = {"answers": answers, "prices": prices, "parts": parts}
    return {name: text for name, text in told.items() if text}
