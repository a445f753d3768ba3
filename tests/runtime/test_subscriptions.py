"""The webhooks file is read, read again when it changes, or its mistake is named."""

import os

import pytest

from orders.errors import SettingsError
from runtime.subscriptions import Subscribers

ONE = """
subscriptions:
- name: erp
  url: https://erp.example/hook
  secret: a-secret-of-enough-length
  events: [order.drafted]
"""
TWO = f"{ONE}- name: crm\n  url: https://crm.example/hook\n  secret: another-secret-of-24-signs\n"


def test_no_file_means_nobody():
    assert Subscribers("").known == ()


def test_who_subscribes_later_is_seen_without_a_new_start(tmp_path):
    file = tmp_path / "webhooks.yaml"
    file.write_text(ONE, "utf-8")
    subscribers = Subscribers(str(file))
    (one,) = subscribers.known
    assert (one.name, one.events) == ("erp", {"order.drafted"})
    file.write_text(TWO, "utf-8")
    os.utime(file, (5, 5))
    assert [one.name for one in subscribers.known] == ["erp", "crm"]


@pytest.mark.parametrize("content", ["{", "x" * 1_000_001, "subscriptions: 5"])
def test_a_file_that_is_none_is_refused(tmp_path, content):
    file = tmp_path / "webhooks.yaml"
    file.write_text(content, "utf-8")
    with pytest.raises(SettingsError):
        Subscribers(str(file))


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(SettingsError, match="DESK_WEBHOOKS_FILE"):
        Subscribers(str(tmp_path / "none.yaml"))
