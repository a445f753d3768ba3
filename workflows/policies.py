"""How long each port may take and how it is retried: one table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from temporalio.common import RetryPolicy

from workflows import ports

BOOKS_QUEUE_SUFFIX = "-books"
"""What writes to the books has a task queue of its own, whose rate all workers share."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Timeouts and retries of one port.

    `attempt` bounds one try, `in_all` all tries together; `heartbeat` is how soon a dead worker
    is noticed (the interceptor beats for every activity). `books` says that its time-out means an
    outage of the books, `metered` runs it on the books' queue: matching asks a catalogue that each
    worker keeps, and hardly ever the books.
    """

    attempt: timedelta
    in_all: timedelta
    heartbeat: timedelta = timedelta(seconds=10)
    tries: int = 0
    longest_pause: timedelta = timedelta(seconds=30)
    books: bool = False
    metered: bool = False

    @property
    def retry(self) -> RetryPolicy:
        """The Temporal policy; the errors themselves say whether they are final."""
        return RetryPolicy(
            initial_interval=timedelta(seconds=1),
            backoff_coefficient=2.0,
            maximum_interval=self.longest_pause,
            maximum_attempts=self.tries,
        )


def _seconds(attempt: float, in_all: float, **more: Any) -> Policy:
    return Policy(timedelta(seconds=attempt), timedelta(seconds=in_all), **more)


_STORE = _seconds(20, 600)
_DRAFT = _seconds(60, 6 * 3600, tries=2, books=True, metered=True)
"""Long in all, because a draft waits its turn in the books' queue; each try is short."""
_BESIDE = _seconds(
    60, 86_400, tries=5, longest_pause=timedelta(minutes=10), books=True, metered=True
)
_BOOKS = _seconds(60, 90, tries=2, books=True)

POLICIES: dict[Callable[..., Any], Policy] = {
    ports.open_case: _STORE,
    ports.receive_file: _seconds(60, 900),
    ports.read_workbook: _seconds(180, 900),
    ports.ask_committee: _seconds(300, 900),
    ports.check_order: _seconds(60, 600),
    ports.record_answers: _STORE,
    ports.find_customer: _BOOKS,
    ports.find_items: _BOOKS,
    ports.settle_matches: _seconds(60, 600),
    ports.freeze_order: _STORE,
    ports.claim_lane: _STORE,
    ports.find_crew: _STORE,
    ports.create_draft: _DRAFT,
    ports.undo_draft: _DRAFT,
    ports.probe_books: _seconds(60, 3600, tries=1, books=True, metered=True),
    ports.look_at_draft: _seconds(60, 6 * 3600, tries=1, books=True, metered=True),
    ports.annotate_draft: _BESIDE,
    ports.sync_catalogue: _seconds(120, 240, tries=3, books=True),
    ports.publish: _seconds(60, 86_400, longest_pause=timedelta(minutes=1)),
    ports.record_events: _seconds(20, 30 * 86_400),
    ports.learn_template: _STORE,
    ports.finish_audit: _seconds(60, 86_400),
    ports.collect_deliveries: _seconds(90, 600),
    ports.take_deliveries: _STORE,
    ports.deliver: _seconds(60, 86_400, longest_pause=timedelta(minutes=5)),
    ports.bury_delivery: _seconds(20, 86_400),
}
