"""Keeps lists, search attributes and cards true, whatever the chat does."""

from contextlib import suppress
from datetime import datetime, timedelta

from temporalio import workflow
from temporalio.exceptions import ActivityError

with workflow.unsafe.imports_passed_through():
    from workflows.attributes import attributes_of
    from workflows.journey import Journey
    from workflows.messages import Publish, Published
    from workflows.state import view_of

FIRST_PAUSE, LONGEST_PAUSE = 2.0, 300.0
"""Seconds until a chat that named no pause is tried again; each try doubles it."""
PATIENCE = timedelta(days=1)
"""After so long without its chat a card is given up; the next change tries anew."""


class Showing:
    """Shows every change of one order. A chat that is down stops nothing.

    What the chat held back is shown as it stands by then: after a pause, or as soon as the order
    changes, which also keeps the lists true that need no chat.
    """

    def __init__(self, journey: Journey) -> None:
        """Begin with nothing held back."""
        self._journey, self._state = journey, journey.state
        self._pause = FIRST_PAUSE
        self._since: datetime | None = None

    async def keep(self) -> None:
        """Show whatever is not shown yet, for ever."""
        while True:
            await workflow.wait_condition(lambda: self._state.published < self._state.version)
            publish = self._news()
            published = await self._post(publish)
            if published.held and self._patient():
                await self._come_again(publish, published)
            else:
                self._pause, self._since = FIRST_PAUSE, None
                self._state.published = publish.view.version

    def _news(self) -> Publish:
        """The order as it stands, and who gets a message of their own about it."""
        view = view_of(self._journey.start, self._state)
        fresh, occasion = self._state.fresh, self._state.occasion
        self._state.fresh, self._state.occasion = (), ""
        workflow.upsert_search_attributes(attributes_of(view))
        workflow.set_current_details(f"{view.code}: {view.status} ({view.current_step})")
        return Publish(view=view, fresh=fresh, occasion=occasion)

    async def _post(self, publish: Publish) -> Published:
        try:
            published = await self._journey.post(publish)
        except ActivityError:
            workflow.logger.warning("cards could not be brought up to date")
            return Published()
        if published.unreachable:
            self._journey.note("card.unreachable", to=",".join(published.unreachable))
        return published

    def _patient(self) -> bool:
        now = workflow.now()
        self._since = self._since or now
        return now - self._since < PATIENCE

    async def _come_again(self, publish: Publish, published: Published) -> None:
        """Wait for the chat or for news; a message of their own stays owed to those held back."""
        owed = [one for one in publish.fresh if one in published.held]
        self._state.fresh = tuple(dict.fromkeys([*owed, *self._state.fresh]))
        self._state.occasion = self._state.occasion or (publish.occasion if owed else "")
        pause = max(published.pause, self._pause)
        self._pause = min(LONGEST_PAUSE, self._pause * 2)
        with suppress(TimeoutError):
            await workflow.wait_condition(
                lambda: self._state.version > publish.view.version,
                timeout=pause,
                timeout_summary="the chat",
            )
