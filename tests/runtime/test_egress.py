"""Addresses are judged by how they are written and where they lead."""

# ruff: noqa: S104 - an address to be refused

import pytest

from orders.errors import LinkRefused
from runtime.egress import (
    host_allowed,
    judge_url,
    leads_in_house,
    public_address,
    reachable_address,
    split_hosts,
)

HOSTS = ("*.sharepoint.com", "smba.trafficmanager.net", "*.svc.ms")

INTERNAL = [
    "https://127.0.0.1/a", "https://[::1]/a", "https://127.1/a", "https://2130706433/a",
    "https://0x7f000001/a", "https://0177.0.0.1/a", "https://①②⑦.⓪.⓪.①/a", "https://0/a",
    "https://169.254.169.254/latest", "https://[fd00:ec2::254]/", "https://168.63.129.16/",
    "https://100.64.0.1/", "https://[64:ff9b::7f00:1]/", "https://[2002:7f00:1::]/",
    "https://[::ffff:127.0.0.1]/", "https://0.0.0.0/", "https://localhost/", "https://10.0.0.1/",
    "https://[fe80::1%25eth0]/", "https://127.0.0.1.sharepoint.com.evil/",
]  # fmt: skip

CROOKED = [
    "https://sharepoint.com.evil/", "https://evilsharepoint.com/", "https://sharepoint.com/",
    "https://user@x.sharepoint.com/", "https://user:pass@x.sharepoint.com/",
    "https://x.sharepoint.com@evil.com/", "https://x.sharepoint.com:443@evil.com/",
    "https://x.sharepoint.com\\@evil.com/", "https:\\\\x.sharepoint.com/", "https://x.share\tpoint.com/",
    "https://x.sharepoint.com/\n", " https://x.sharepoint.com/", "https://x.sharepoint.com/\u200b",
    "https://x.sharepoint.com/\u202e", "https://x.sharepoint.com:22/", "https://x.sharepoint.com:8443/",
    "http://x.sharepoint.com/", "http://x.sharepoint.com:443/", "file:///etc/passwd",
    "ftp://x.sharepoint.com/", "//x.sharepoint.com/", "x.sharepoint.com", "", "https:///x", "https://",
    "https://х.sharepoint.com/", "https://ｘ.sharepoint.com/", "https://x。sharepoint.com/",
    "https://%78.sharepoint.com/", "https://x.sharepoint.com./", "https://.sharepoint.com/",
    "https://*.sharepoint.com/", "https://-x.sharepoint.com/", "https://x.sharepoint.com:99999/",
    "https://[x.sharepoint.com]/", "https://x_y.sharepoint.com/", "javascript:alert(1)",
    "https://x.sharepoint.com:0/", "https://trafficmanager.net/", "https://x.smba.trafficmanager.net/",
]  # fmt: skip


@pytest.mark.parametrize("url", INTERNAL)
def test_b030_b031_no_spelling_of_an_address_is_a_host(url):
    with pytest.raises(LinkRefused):
        judge_url(url, HOSTS)
    with pytest.raises(LinkRefused):
        judge_url(url, ("*", "127.0.0.1", "localhost", "::1", "2130706433"))


@pytest.mark.parametrize("url", CROOKED)
@pytest.mark.parametrize("allow_loopback", [False, True])
def test_b034_crooked_addresses_are_refused(url, allow_loopback):
    with pytest.raises(LinkRefused):
        judge_url(url, HOSTS, allow_loopback=allow_loopback)


@pytest.mark.parametrize(
    "url",
    [
        "https://contoso.sharepoint.com/personal/_layouts/15/download.aspx?UniqueId=1&tempauth=a.b-c~d",
        "https://a.b.sharepoint.com:443/x%20y", "HTTPS://Contoso.SharePoint.com/", "https://smba.trafficmanager.net",
        "https://contoso-my.sharepoint.com/personal/سفارش.xlsx", "https://x.svc.ms/?a=https://evil.com/#@evil",
    ],
)  # fmt: skip
def test_the_hosts_of_teams_are_allowed(url):
    judge_url(url, HOSTS)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8080/a?b=c",
        "https://127.0.0.1/",
        "http://localhost",
        "http://localhost:1/x",
    ],
)
def test_loopback_is_admitted_only_where_that_is_allowed(url):
    judge_url(url, (), allow_loopback=True)
    with pytest.raises(LinkRefused):
        judge_url(url, ())


@pytest.mark.parametrize(
    "url",
    [
        "http://127.1/", "http://127.0.0.2/", "http://[::1]/", "http://2130706433/", "http://0.0.0.0/",
        "http://LOCALHOST.evil/", "http://localhost@evil.com/", "http://127.0.0.1:80@evil.com/",
        "http://127.0.0.1:99999/", "http://127.0.0.1:/", "ftp://127.0.0.1/", "http://localhost.evil.com/",
        "http://①②⑦.⓪.⓪.①/", "http://127.0.0.1\\@evil.com/", "http://0177.0.0.1/",
    ],
)  # fmt: skip
def test_b030_loopback_has_two_plain_spellings_and_no_other(url):
    with pytest.raises(LinkRefused):
        judge_url(url, (), allow_loopback=True)


def test_a_refusal_never_quotes_the_link():
    for url in (*INTERNAL, *CROOKED):
        with pytest.raises(LinkRefused) as caught:
            judge_url(url + "?tempauth=canary", HOSTS)
        assert "canary" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "::1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "fd00:ec2::254",
        "168.63.129.16", "100.64.0.1", "100.127.255.255", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::",
        "::ffff:8.8.8.8", "::ffff:127.0.0.1", "::7f00:1", "::", "0.0.0.0", "224.0.0.1", "ff02::1",
        "fe80::1%eth0", "fec0::1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "2001::1",
        "2001:db8::1", "192.88.99.1", "", "localhost", "127.1", "2130706433",
    ],
)  # fmt: skip
def test_b031_private_special_and_translated_addresses_are_not_public(address):
    assert not public_address(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "13.107.136.10", "2620:1ec:8f8::10", "2a01:111:f100::1"]
)
def test_public_addresses_are_public(address):
    assert public_address(address)


def test_hosts_are_compared_whole_and_without_case():
    assert host_allowed("X.SharePoint.com", (" *.sharepoint.COM ",))
    assert not host_allowed("x.sharepoint.com", ("", "sharepoint.com"))
    assert host_allowed("sharepoint.com", ("sharepoint.com",))


def test_a_setting_lists_hosts():
    assert split_hosts(" a.com, ,*.b.com ") == ("a.com", "*.b.com")


@pytest.mark.parametrize(
    ("address", "public", "in_house"),
    [
        ("93.184.216.34", True, True),
        ("10.0.0.8", False, True),
        ("127.0.0.1", False, True),
        ("fd00::1", False, True),
        ("169.254.169.254", False, False),
        ("fe80::1%eth0", False, False),
        ("168.63.129.16", False, False),
        ("nonsense", False, False),
    ],
)
def test_b098_an_address_of_ones_own_is_reached_where_that_is_meant(address, public, in_house):
    assert reachable_address(address, in_house=False) is public
    assert reachable_address(address, in_house=True) is in_house


@pytest.mark.parametrize(
    ("host", "inside"),
    [
        ("api.openai.com", False), ("93.184.216.34", False), ("localhost.example", False),
        ("LOCALHOST.", True), ("a.localhost", True), ("[::1]", True), ("10.1.2.3", True),
        ("127.1", True), ("0x7f.1", True), ("017700000001", True),
    ],
)  # fmt: skip
def test_b098_what_a_host_says_of_itself(host, inside):
    assert leads_in_house(host) is inside
