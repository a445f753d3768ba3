"""The line of orders that wait for the books: first come, first let go."""

from datetime import timedelta

from temporalio import workflow
from temporalio.exceptions import ActivityError, FailureError

with workflow.unsafe.imports_passed_through():
    from workflows import ports
    from workflows.calling import asked_pause, start
    from workflows.draft_messages import Line, Probe

PREFIX = "turnstile-"
LONGEST_PAUSE = 300.0
AT_ONCE = 10
LONG_OUTAGE = "a-long-outage-goes-on-in-a-new-run"
BETWEEN = timedelta(seconds=5)
"""Recovery goes slowly: so many orders at once, then so long a pause."""


def turnstile_id(task_queue: str) -> str:
    """The one line of a task queue."""
    return f"{PREFIX}{task_queue}"


async def join_line(order_id: str, since: str) -> None:
    """Stand in the line, where there is one; an order that waits has a timer of its own besides."""
    line = workflow.get_external_workflow_handle(turnstile_id(workflow.info().task_queue))
    try:
        await line.signal("join", args=[order_id, since])
    except FailureError:
        workflow.logger.warning("there is no line to stand in; the order tries again by itself")


@workflow.defn
class TurnstileWorkflow:
    """A circuit breaker that outlives workers: one probe asks for all, then the line moves.

    Orders are let go by the moment their trouble began, so whoever came first goes first.
    """

    @workflow.init
    def __init__(self, line: Line) -> None:
        """Begin with whoever stood in the line before."""
        self._line = line
        self._waiting = dict(line.waiting)

    @workflow.run
    async def run(self, _line: Line) -> None:
        """Wait for somebody, wait for the books, let everybody go; for ever."""
        while not workflow.info().is_continue_as_new_suggested():
            await workflow.wait_condition(lambda: bool(self._waiting))
            if await self._until_books_answer():
                await self._let_go()
        await workflow.wait_condition(workflow.all_handlers_finished)
        workflow.continue_as_new(self._line.model_copy(update={"waiting": self._waiting}))

    @workflow.signal
    def join(self, order_id: str, since: str) -> None:
        """Stand in the line."""
        self._waiting[order_id] = since

    @workflow.query
    def waiting(self) -> tuple[str, ...]:
        """Who stands in the line, the first in front."""
        return tuple(sorted(self._waiting, key=lambda one: (self._waiting[one], one)))

    async def _until_books_answer(self) -> bool:
        """Ask again and again; False where the history is long, so that a new run asks on."""
        first = pause = self._line.first_pause
        while not (
            workflow.info().is_continue_as_new_suggested() and workflow.patched(LONG_OUTAGE)
        ):
            await workflow.sleep(pause)
            try:
                await start(ports.probe_books, Probe())
            except ActivityError as error:
                asked = asked_pause(error).total_seconds()
                # Who names a time is taken at it: only silence makes the pauses grow.
                pause = max(asked, first) if asked else min(LONGEST_PAUSE, pause * 2)
            else:
                return True
        return False

    async def _let_go(self) -> None:
        for number, order_id in enumerate(self.waiting(), start=1):
            self._waiting.pop(order_id, None)
            try:
                await workflow.get_external_workflow_handle(order_id).signal("go_on")
            except FailureError:
                workflow.logger.warning("an order left the line by itself")
            if number % AT_ONCE == 0:
                await workflow.sleep(BETWEEN)
