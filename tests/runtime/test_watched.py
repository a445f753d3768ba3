"""A watched file: refused at the start, kept as it was when it breaks later."""

import os

import pytest
import structlog

from orders.errors import SettingsError
from runtime.watched import Watched


def words(document):
    if not isinstance(document, list):
        raise SettingsError("no list")
    return tuple(document)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "words.yaml"


def write(file, text, at):
    file.write_text(text, "utf-8")
    os.utime(file, (at, at))


def test_a_change_is_seen_and_named_in_the_log(file):
    write(file, "[a]", 1)
    watched = Watched(file, "words", words)
    assert watched.value is watched.value
    write(file, "[a, b]", 2)
    with structlog.testing.capture_logs() as logs:
        assert watched.value == ("a", "b")
    assert [one["event"] for one in logs] == ["words.reloaded"]


def test_a_mistake_keeps_what_was_read_last(file):
    write(file, "[a]", 1)
    watched = Watched(file, "words", words)
    write(file, "{", 2)
    with structlog.testing.capture_logs() as logs:
        assert watched.value == ("a",)
    assert [(one["event"], one["alert"]) for one in logs] == [("words.broken", True)]


def test_at_the_start_a_mistake_is_refused_by_the_name_of_the_setting(file):
    with pytest.raises(SettingsError, match="DESK_WORDS_FILE"):
        Watched(file, "words", words)
