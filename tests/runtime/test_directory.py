"""The roles file, read again when it changes."""

import os

import pytest
import structlog

from orders.errors import SettingsError
from runtime.directory import Directory

ONE = "people: [{object_id: a, name: Ann, roles: [requester]}]\n"
TWO = "people: [{object_id: a, roles: [approver]}, {object_id: b, roles: [requester]}]\n"


class File:
    def __init__(self, folder):
        self.path = folder / "roles.yaml"
        self.ticks = 1_000

    def write(self, text):
        self.path.write_text(text, "utf-8")
        self.ticks += 1
        os.utime(self.path, (self.ticks, self.ticks))


@pytest.fixture
def file(tmp_path):
    file = File(tmp_path)
    file.write(ONE)
    return file


def alerts(directory):
    with structlog.testing.capture_logs() as logs:
        _ = directory.book
    return [log for log in logs if log.get("alert")]


def test_b093_a_change_is_seen_at_once(file):
    directory = Directory(file.path)
    assert list(directory.book.people) == ["a"]
    file.write(TWO)
    assert list(directory.book.people) == ["a", "b"]


def test_an_unchanged_file_is_not_read_again(file):
    directory = Directory(file.path)
    assert directory.book is directory.book


@pytest.mark.parametrize(
    "broken",
    [
        "people: [",
        "people: []",
        "- a",
        "people: [{object_id: a, roles: [king]}]",
        "\x00",
        "people: &a [*a]",
        "x" * 1_100_000,
    ],
)
def test_b093_a_broken_file_keeps_the_last_good_book_and_alerts_once(file, broken):
    directory = Directory(file.path)
    good = directory.book
    file.write(broken)
    assert len(alerts(directory)) == 1
    assert alerts(directory) == []
    assert directory.book is good
    file.write(TWO)
    assert len(directory.book.people) == 2


def test_b093_a_file_that_vanishes_keeps_the_last_good_book_and_alerts_once(file):
    directory = Directory(file.path)
    good = directory.book
    file.path.unlink()
    assert len(alerts(directory)) == 1
    assert alerts(directory) == []
    assert directory.book is good
    file.write(TWO)
    assert len(directory.book.people) == 2


def test_at_the_start_a_missing_or_broken_file_is_refused(tmp_path, file):
    with pytest.raises(SettingsError, match="DESK_ROLES_FILE"):
        Directory(tmp_path / "nowhere.yaml")
    file.write("people: [")
    with pytest.raises(SettingsError, match="DESK_ROLES_FILE"):
        Directory(file.path)
