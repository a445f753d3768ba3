"""Which serviceUrls are spoken to."""

import pytest

from runtime.connector import may_serve
from tests.support.channel import bot_settings

LOCAL = {"openid_metadata_url": "http://127.0.0.1:9/openid"}


@pytest.mark.parametrize(
    ("url", "trusted"),
    [
        ("https://smba.trafficmanager.net/amer/", True),
        ("https://SMBA.trafficmanager.net:443/amer/", True),
        ("https://a.b.botframework.com/", True),
        ("https://botframework.com/", False),
        ("https://notbotframework.com/", False),
        ("https://smba.trafficmanager.net.example/", False),
        ("https://smba.trafficmanager.net:444/", False),
        ("https://smba.trafficmanager.net@evil.example/", False),
        ("https://smba.trafficmanager.net/?x=1", False),
        ("https://smba.trafficmanager.net/#x", False),
        ("http://smba.trafficmanager.net/", False),
        ("http://127.0.0.1:3979/", False),
        ("http://①②⑦.⓪.⓪.①/", False),
        ("smba.trafficmanager.net", False),
        ("https://smba.trafficmanager.net:99999/", False),
        ("", False),
    ],
)
def test_b008_only_listed_https_hosts_are_trusted(url, trusted):
    assert may_serve(url, bot_settings()) is trusted


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_loopback_is_trusted_only_when_the_trust_root_is_local(host):
    assert may_serve(f"http://{host}:3979/x/", bot_settings(**LOCAL))
    assert not may_serve(f"http://{host}:3979/x/", bot_settings())
    assert not may_serve(f"ftp://{host}:3979/x/", bot_settings(**LOCAL))


def test_local_trust_opens_no_other_host():
    for url in ("http://127.0.0.2/", "http://10.0.0.1/", "http://169.254.169.254/"):
        assert not may_serve(url, bot_settings(**LOCAL))
