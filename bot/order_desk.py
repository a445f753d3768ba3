"""The only door to Temporal: start an order, click, ask how it stands."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

import structlog
from temporalio.client import (
    Client,
    WorkflowHandle,
    WorkflowQueryFailedError,
    WorkflowQueryRejectedError,
)
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.exceptions import WorkflowAlreadyStartedError
from temporalio.service import RPCError, RPCStatusCode

from orders.approval import Outcome, Verb
from orders.case import StatusView
from orders.errors import DeskClosed
from runtime.telemetry import CLICKS, VERDICT_SECONDS
from workflows.messages import ClickMessage
from workflows.order import OrderWorkflow
from workflows.state import OrderInput

_LOG = structlog.get_logger(__name__)
_RPC = timedelta(seconds=5)
_PATIENCE = 2.0
_PAUSE = 0.05
"""Seconds between signal and query; without it, contended clicks take a second (temporal §14 #6)."""

_SIGNALS: Mapping[Verb, Any] = {
    Verb.CORRECT: OrderWorkflow.correct,
    Verb.CHOOSE: OrderWorkflow.choose,
    Verb.SUBMIT: OrderWorkflow.submit,
    Verb.APPROVE: OrderWorkflow.decide,
    Verb.REJECT: OrderWorkflow.decide,
    Verb.CANCEL: OrderWorkflow.cancel,
    Verb.REASSIGN: OrderWorkflow.reassign,
    Verb.RESUME: OrderWorkflow.resume,
    Verb.KEEP_DRAFT: OrderWorkflow.keep_draft,
    Verb.REPLACE_FILE: OrderWorkflow.replace_file,
    Verb.UNDO: OrderWorkflow.take_back,
    Verb.REPORT: OrderWorkflow.report,
    Verb.SPLIT: OrderWorkflow.split,
    Verb.SPLIT_REST: OrderWorkflow.split_rest,
}


class Arrival(StrEnum):
    """How far a click got."""

    JUDGED = "judged"
    QUEUED = "queued"
    """Stored, but no worker has judged it yet; the card will tell."""
    CLOSED = "closed"
    """The order is over and takes no clicks."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a click; `outcome` is set when it was judged."""

    arrival: Arrival
    outcome: Outcome | None = None

    @property
    def accepted(self) -> bool:
        """Whether the click counts."""
        return self.outcome is not None and self.outcome.accepted


@dataclass(frozen=True, slots=True)
class OrderDesk:
    """Talks to the order workflows of one task queue."""

    client: Client
    task_queue: str

    async def start(self, start: OrderInput) -> bool:
        """Start an order; False when this id was started before (running or over).

        Raises:
            DeskClosed: Temporal did not take it; the upload was not acknowledged.
        """
        try:
            await self.client.start_workflow(
                OrderWorkflow.run,
                start,
                id=start.order_id,
                task_queue=self.task_queue,
                id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE,
                id_conflict_policy=WorkflowIDConflictPolicy.FAIL,
                static_summary=f"Order {start.code}",
                rpc_timeout=_RPC,
            )
        except WorkflowAlreadyStartedError:
            return False
        except RPCError as error:
            raise DeskClosed from error
        return True

    async def click(self, order_id: str, verb: Verb, message: ClickMessage) -> Receipt:
        """Send a click and return its verdict.

        Raises:
            DeskClosed: Temporal did not take the click, or the order is over and nobody can say
                right now whether this click counted when it was delivered before.
        """
        began = time.monotonic()
        handle = self._handle(order_id)
        sent = await self._signal(handle, verb, message)
        await asyncio.sleep(_PAUSE)
        try:
            outcome = await self._verdict(handle, message.decision_id)
        except DeskClosed:
            if not sent:
                raise
            outcome = None
        arrival = Arrival.JUDGED if outcome else Arrival.QUEUED if sent else Arrival.CLOSED
        VERDICT_SECONDS.observe(time.monotonic() - began)
        CLICKS.labels(verb=str(verb), receipt=str(arrival)).inc()
        return Receipt(arrival, outcome)

    async def accepted(self, order_id: str, decision_id: str) -> bool:
        """Whether this click reached the order before and counted.

        Raises:
            DeskClosed: nobody can say right now.
        """
        outcome = await self._verdict(self._handle(order_id), decision_id)
        return outcome is not None and outcome.accepted

    async def status(self, order_id: str) -> StatusView | None:
        """How an order stands; None when nobody can say right now, or there is none."""
        try:
            return await asyncio.wait_for(
                self._handle(order_id).query(OrderWorkflow.status, rpc_timeout=_RPC), _PATIENCE
            )
        except (TimeoutError, RPCError, WorkflowQueryFailedError, WorkflowQueryRejectedError):
            _LOG.warning("status.unanswered", order=order_id)
            return None

    def _handle(self, order_id: str) -> WorkflowHandle[Any, Any]:
        return self.client.get_workflow_handle(order_id)

    async def _signal(
        self, handle: WorkflowHandle[Any, Any], verb: Verb, message: ClickMessage
    ) -> bool:
        try:
            await handle.signal(_SIGNALS[verb], message, rpc_timeout=_RPC)
        except RPCError as error:
            if error.status is RPCStatusCode.NOT_FOUND:
                return False
            raise DeskClosed from error
        return True

    async def _verdict(self, handle: WorkflowHandle[Any, Any], decision_id: str) -> Outcome | None:
        try:
            return await asyncio.wait_for(
                handle.query(OrderWorkflow.verdict, decision_id, rpc_timeout=_RPC), _PATIENCE
            )
        except (WorkflowQueryFailedError, WorkflowQueryRejectedError):
            return None
        except (TimeoutError, RPCError) as error:
            if isinstance(error, RPCError) and error.status is RPCStatusCode.NOT_FOUND:
                return None
            raise DeskClosed from error
