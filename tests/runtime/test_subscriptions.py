"""The webhooks file is read, or its mistake is named."""

import pytest

from orders.errors import SettingsError
from runtime.subscriptions import read_subscriptions


def test_no_file_means_nobody():
    assert read_subscriptions("") == ()


def test_a_file_is_read(tmp_path):
    file = tmp_path / "webhooks.yaml"
    file.write_text(
        "subscriptions:\n- name: erp\n  url: https://erp.example/hook\n"
        "  secret: a-secret-of-enough-length\n  events: [order.drafted]\n", "utf-8",
    )  # fmt: skip
    (one,) = read_subscriptions(str(file))
    assert (one.name, one.events) == ("erp", {"order.drafted"})


@pytest.mark.parametrize("content", ["{", "x" * 1_000_001, "subscriptions: 5"])
def test_a_file_that_is_none_is_refused(tmp_path, content):
    file = tmp_path / "webhooks.yaml"
    file.write_text(content, "utf-8")
    with pytest.raises(SettingsError):
        read_subscriptions(str(file))


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(SettingsError, match="DESK_WEBHOOKS_FILE"):
        read_subscriptions(str(tmp_path / "none.yaml"))
