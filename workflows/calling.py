"""Starting activities by their policies, and what their failures ask for."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from temporalio import workflow
from temporalio.exceptions import ActivityError, ApplicationError

with workflow.unsafe.imports_passed_through():
    from workflows.messages import CaseRef
    from workflows.policies import BOOKS_QUEUE_SUFFIX, POLICIES

A = TypeVar("A")
R = TypeVar("R")
Port = Callable[[A], Awaitable[R]]

POLICIES_BY_NAME = {port.__name__: policy for port, policy in POLICIES.items()}

LONGEST_ASKED = timedelta(hours=25)
"""The day's quota is new within a day; a longer pause is not believed."""


def asked_pause(error: ActivityError) -> timedelta:
    """How long the books asked to be left alone, if they said."""
    cause = error.cause
    asked = cause.next_retry_delay if isinstance(cause, ApplicationError) else None
    return min(asked or timedelta(0), LONGEST_ASKED)


def start(port: "Port[A, R]", argument: A) -> "workflow.ActivityHandle[R]":
    """Start one activity as its policy says."""
    policy, queue = POLICIES[port], workflow.info().task_queue
    return workflow.start_activity(
        port,
        argument,
        task_queue=f"{queue}{BOOKS_QUEUE_SUFFIX}" if policy.metered else queue,
        start_to_close_timeout=policy.attempt,
        schedule_to_close_timeout=policy.in_all,
        heartbeat_timeout=policy.heartbeat,
        retry_policy=policy.retry,
        summary=port.__name__.replace("_", " "),
    )


def hurried(argument: A) -> A:
    """The same question with "try now" on it."""
    if isinstance(argument, CaseRef):
        return argument.model_copy(update={"hurry": True})
    return argument
