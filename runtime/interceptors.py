"""Around every activity: our errors for Temporal, heartbeats, log context."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import structlog
from temporalio import activity
from temporalio.exceptions import ApplicationError, ApplicationErrorCategory
from temporalio.worker import (
    ActivityInboundInterceptor,
    ExecuteActivityInput,
    Interceptor,
)

from orders.errors import DeskError, OrderFault, Remedy
from orders.fingerprint import code_of

PARKS_FROM = timedelta(seconds=10)
"""From this pause on the order waits where people see it, not inside an activity's retries."""

_LOG = structlog.get_logger(__name__)


class DeskInterceptor(Interceptor):
    """Put on the worker: one place that turns our errors into final or retried ones."""

    def intercept_activity(self, next: ActivityInboundInterceptor) -> ActivityInboundInterceptor:  # noqa: A002 - the SDK's name
        """Wrap every activity."""
        return _DeskActivity(next)


class _DeskActivity(ActivityInboundInterceptor):
    async def execute_activity(self, input: ExecuteActivityInput) -> Any:  # noqa: A002 - the SDK's name
        info = activity.info()
        code = code_of(info.workflow_id or "")
        with structlog.contextvars.bound_contextvars(order=code, activity=info.activity_type):
            async with _beating(info.heartbeat_timeout):
                return await self._run(input)

    async def _run(self, input: ExecuteActivityInput) -> Any:  # noqa: A002 - the SDK's name
        try:
            return await super().execute_activity(input)
        except DeskError as error:
            _LOG.warning("activity.failed", error=type(error).__name__, retryable=error.retryable)
            raise translate(error) from None
        except (ApplicationError, asyncio.CancelledError):
            raise
        except Exception as error:  # noqa: BLE001 - one of the three broad catches: nothing of ours may leak.
            _LOG.exception("activity.broke", error=type(error).__name__)
            raise ApplicationError(
                "Something in the desk broke.", type=type(error).__name__
            ) from None


def translate(error: DeskError) -> ApplicationError:
    """Our error as Temporal's: final or retried by class, its pause kept, business as benign.

    A long pause that only time ends is not Temporal's to wait out: the order parks, visibly.
    """
    benign = isinstance(error, OrderFault)
    parks = error.remedy is Remedy.WAIT and (error.retry_after or timedelta(0)) >= PARKS_FROM
    return ApplicationError(
        str(error),
        type=type(error).__name__,
        non_retryable=parks or not error.retryable,
        next_retry_delay=error.retry_after,
        category=(
            ApplicationErrorCategory.BENIGN if benign else ApplicationErrorCategory.UNSPECIFIED
        ),
    )


@contextlib.asynccontextmanager
async def _beating(within: timedelta | None) -> AsyncIterator[None]:
    """Heartbeat as long as the activity runs, so that a dead worker is noticed soon."""
    if within is None:
        yield
        return
    beat = asyncio.create_task(_beat(within.total_seconds() / 3))
    try:
        yield
    finally:
        beat.cancel()


async def _beat(pause: float) -> None:
    while True:
        activity.heartbeat()
        await asyncio.sleep(pause)
