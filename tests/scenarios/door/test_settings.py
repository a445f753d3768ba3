"""B013: settings with which the desk must not start."""

import pytest

from tests.support.channel import bot_settings


@pytest.mark.parametrize("name", ["app_id", "app_password", "tenant_id"])
def test_b013_without_credentials_the_settings_are_refused(name):
    """Stock: without an app id authentication is simply off."""
    with pytest.raises(ValueError, match=f"DESK_BOT_{name.upper()} is missing"):
        bot_settings(**{name: ""})


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "desk.example", "::", "127.0.0.1.x"])  # noqa: S104 - refused
def test_b013_anonymous_calls_are_for_loopback_only(host):
    with pytest.raises(ValueError, match="ANONYMOUS"):
        bot_settings(dangerously_allow_anonymous=True, host=host)


def test_b013_anonymous_on_loopback_needs_no_credentials():
    empty = {"app_id": "", "app_password": "", "tenant_id": ""}
    assert bot_settings(dangerously_allow_anonymous=True, **empty).local_trust
