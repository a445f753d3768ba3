"""The measure of all ratios: a workflow that does nothing, as often."""

import asyncio
from datetime import timedelta

from temporalio import activity, workflow


@activity.defn
async def do_nothing(number: int) -> int:
    """Return the number."""
    return number


@workflow.defn
class BareWorkflow:
    """So many activities one after the other, then a wait for one signal."""

    def __init__(self) -> None:
        """Nothing was said yet."""
        self._said = ""

    @workflow.run
    async def run(self, activities: int) -> str:
        """Work, wait, end."""
        for number in range(activities):
            await workflow.execute_activity(
                do_nothing, number, start_to_close_timeout=timedelta(seconds=30)
            )
        self._ready = True
        await workflow.wait_condition(lambda: bool(self._said))
        return self._said

    @workflow.signal
    def say(self, text: str) -> None:
        """End the wait."""
        self._said = text

    @workflow.query
    def said(self) -> str:
        """What was said."""
        return self._said

    @workflow.query
    def ready(self) -> bool:
        """Whether the work is done and only the signal is missing."""
        return getattr(self, "_ready", False)


async def pause() -> None:
    """The pace at which the bench looks again."""
    await asyncio.sleep(0.02)
