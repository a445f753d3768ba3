"""Our errors become Temporal's: final or retried, and nothing of ours leaks."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from temporalio import activity
from temporalio.exceptions import ApplicationError, ApplicationErrorCategory
from temporalio.testing import ActivityEnvironment
from temporalio.worker import ActivityInboundInterceptor, ExecuteActivityInput

from orders.errors import BooksThrottled, ChatUnavailable, LinkExpired
from runtime.interceptors import DeskInterceptor, translate


class Innermost(ActivityInboundInterceptor):
    """Runs the function itself, as the worker's own last interceptor does."""

    def __init__(self) -> None:
        """There is nothing below."""

    async def execute_activity(self, input):  # noqa: A002 - the SDK's name
        return await input.fn(*input.args)


async def through(function, *args, env: ActivityEnvironment | None = None):
    chain = DeskInterceptor().intercept_activity(Innermost())
    given = ExecuteActivityInput(fn=function, args=args, executor=None, headers={})
    return await (env or ActivityEnvironment()).run(chain.execute_activity, given)


def test_a_business_error_is_final_and_benign():
    error = translate(LinkExpired())
    assert error.non_retryable
    assert error.type == "LinkExpired"
    assert error.category is ApplicationErrorCategory.BENIGN


def test_a_machine_error_is_retried_after_its_own_pause():
    error = translate(BooksThrottled(retry_after=timedelta(seconds=2)))
    assert not error.non_retryable
    assert error.next_retry_delay == timedelta(seconds=2)
    assert error.category is ApplicationErrorCategory.UNSPECIFIED


def test_a_long_pause_of_the_books_is_waited_out_where_people_see_it():
    error = translate(BooksThrottled(retry_after=timedelta(seconds=60)))
    assert error.non_retryable
    assert error.next_retry_delay == timedelta(seconds=60)
    assert not translate(ChatUnavailable(retry_after=timedelta(seconds=60))).non_retryable


async def test_our_errors_cross_by_class_name():
    async def fail():
        raise LinkExpired

    with pytest.raises(ApplicationError) as caught:
        await through(fail)
    assert caught.value.type == "LinkExpired"


async def test_b073_what_breaks_unexpectedly_quotes_nothing():
    """The naive version let the exception's text, with what people wrote in it, into history."""

    async def fail():
        raise ValueError("canary secret of a customer")

    with pytest.raises(ApplicationError) as caught:
        await through(fail)
    assert "canary" not in str(caught.value)
    assert caught.value.type == "ValueError"
    assert not caught.value.non_retryable
    assert caught.value.__cause__ is None


async def test_an_application_error_passes_as_it_is():
    async def fail():
        raise ApplicationError("as it is", type="Own")

    with pytest.raises(ApplicationError) as caught:
        await through(fail)
    assert caught.value.type == "Own"


async def test_an_activity_beats_while_it_works():
    beats = []
    env = ActivityEnvironment()
    env.info = replace(env.info, heartbeat_timeout=timedelta(seconds=0.06))
    env.on_heartbeat = lambda *details: beats.append(details)

    async def work():
        await asyncio.sleep(0.05)
        return activity.info().activity_type

    assert await through(work, env=env) == env.info.activity_type
    assert len(beats) > 1
