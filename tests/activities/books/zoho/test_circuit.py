"""The circuit: shut while the books want rest or are down, then half open, then open."""

from contextlib import suppress
from datetime import timedelta

import pytest

from activities.books.zoho.circuit import MOST_FAILURES, PROBE_SECONDS, Circuit
from orders.errors import (
    BooksAccessDenied,
    BooksQuotaSpent,
    BooksRejected,
    BooksThrottled,
    BooksUnavailable,
    OutcomeUnknown,
)


class Clock:
    """Seconds that pass when told."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def circuit(clock):
    return Circuit(clock)


def broken(circuit, times=MOST_FAILURES):
    for number in range(times):
        circuit.failed(BooksUnavailable() if number % 2 else OutcomeUnknown())


def test_a_few_failures_in_a_row_shut_it_and_answers_between_do_not(circuit):
    broken(circuit, MOST_FAILURES - 1)
    circuit.failed(BooksRejected())
    broken(circuit, MOST_FAILURES - 1)
    circuit.enter()
    circuit.failed(BooksUnavailable())
    with pytest.raises(BooksUnavailable) as caught:
        circuit.enter()
    assert timedelta(0) < caught.value.retry_after <= timedelta(seconds=5)


def test_refused_access_shuts_it_too_and_says_so(circuit):
    for _ in range(MOST_FAILURES):
        circuit.enter()
        circuit.failed(BooksAccessDenied())
    with pytest.raises(BooksAccessDenied):
        circuit.enter()


def test_half_open_one_call_goes_ahead_of_all_others(circuit, clock):
    broken(circuit)
    clock.now += 6
    circuit.enter()
    with pytest.raises(BooksUnavailable):
        circuit.enter()
    circuit.answered()
    circuit.enter()
    circuit.enter()


def test_a_probe_that_fails_shuts_it_for_longer_and_one_that_is_lost_is_replaced(circuit, clock):
    broken(circuit)
    clock.now += 6
    circuit.enter()
    circuit.failed(BooksUnavailable())
    clock.now += 6
    with pytest.raises(BooksUnavailable):
        circuit.enter()
    clock.now += 10
    circuit.enter()
    clock.now += PROBE_SECONDS + 1
    circuit.enter()


def test_a_throttle_holds_as_long_as_it_says_and_a_person_may_look_earlier(circuit, clock):
    circuit.failed(BooksThrottled(retry_after=timedelta(seconds=2)))
    circuit.enter()
    circuit.failed(BooksQuotaSpent(retry_after=timedelta(hours=9)))
    clock.now += 3600
    with pytest.raises(BooksQuotaSpent) as caught:
        circuit.enter()
    assert caught.value.retry_after == timedelta(hours=8)
    circuit.half_open()
    circuit.enter()
    circuit.answered()
    circuit.enter()


def test_a_hundred_who_want_to_try_now_are_one_call(circuit, clock):
    """Naive: everybody's press is a call, the refused ones keep the minute full for ever."""
    throttle = BooksThrottled(retry_after=timedelta(minutes=1))
    circuit.failed(throttle)
    calls = 0
    for _ in range(100):
        circuit.half_open()
        with suppress(BooksThrottled):
            circuit.enter()
            circuit.failed(throttle)
            calls += 1
    assert calls == 1
    clock.now += PROBE_SECONDS
    circuit.half_open()
    circuit.enter()
