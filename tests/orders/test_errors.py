"""One error tree: every error says what happened and what now."""

from datetime import timedelta

import pytest

from orders import errors
from orders.errors import DeskError, MachineFault, Remedy, by_name

ALL = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, DeskError)]


@pytest.mark.parametrize("kind", ALL)
def test_every_error_says_one_sentence_and_what_now(kind):
    said = str(kind())
    assert said.endswith(".")
    assert "\n" not in said
    assert kind.what_now.endswith(".")
    assert by_name(kind.__name__) is kind


def test_a_better_sentence_stands_in_for_the_docstring():
    error = MachineFault("The printer is on fire.", retry_after=timedelta(seconds=3))
    assert str(error) == "The printer is on fire."
    assert error.retry_after == timedelta(seconds=3)
    assert MachineFault().retry_after is None


def test_an_unknown_name_is_the_root():
    assert by_name("Nonsense") is DeskError
    assert by_name("") is DeskError


def test_only_machines_are_tried_again():
    assert all(issubclass(kind, MachineFault) for kind in ALL if kind.retryable)
    assert all(kind.retryable for kind in ALL if issubclass(kind, MachineFault))


def test_what_a_person_must_do_is_said_by_the_class():
    assert errors.UnreadableFile.remedy is Remedy.NEW_FILE
    assert errors.FileHostUnavailable.remedy is Remedy.NEW_FILE
    assert errors.BooksUnavailable.remedy is Remedy.WAIT
    assert errors.OutcomeUnknown.remedy is Remedy.WAIT
    assert errors.BooksRejected.remedy is Remedy.PERSON
