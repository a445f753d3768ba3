"""What a failure of the books asks for, and what "try now" adds to a question."""

from datetime import timedelta

import pytest
from temporalio.exceptions import ActivityError, ApplicationError, RetryState

from workflows.calling import LONGEST_ASKED, asked_pause, hurried
from workflows.messages import CaseRef, WhoAsks


def failed(cause):
    error = ActivityError(
        "", scheduled_event_id=1, started_event_id=2, identity="", activity_type="create_draft",
        activity_id="1", retry_state=RetryState.NON_RETRYABLE_FAILURE,
    )  # fmt: skip
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("cause", "pause"),
    [
        (None, timedelta(0)),
        (ApplicationError(""), timedelta(0)),
        (ApplicationError("", next_retry_delay=timedelta(hours=9)), timedelta(hours=9)),
        (ApplicationError("", next_retry_delay=timedelta(days=9)), LONGEST_ASKED),
    ],
)
def test_the_books_are_left_alone_as_long_as_they_asked_within_reason(cause, pause):
    assert asked_pause(failed(cause)) == pause


def test_a_question_about_an_order_can_be_hurried():
    assert hurried(CaseRef(order_id="o", revision=1)).hurry
    assert hurried(WhoAsks(requester="r")) == WhoAsks(requester="r")
