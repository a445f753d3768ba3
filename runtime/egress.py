"""Which addresses the desk may fetch from, judged twice."""

import ipaddress
import re
import unicodedata
from collections.abc import Sequence

from yarl import URL

from orders.errors import LinkRefused

_HTTPS = 443
_LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_NAME = re.compile(rf"{_LABEL}(\.{_LABEL})*\.[a-z]([a-z0-9-]{{0,61}}[a-z0-9])?")
_LOOPBACK_URL = re.compile(r"https?://(127\.0\.0\.1|localhost)(:[0-9]{1,5})?([/?].*)?", re.DOTALL)
_CLOSED = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "168.63.129.16/32",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "240.0.0.0/4",
        "::/96",
        "::ffff:0:0/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2001::/32",
        "2002::/16",
        "fec0::/10",
    )
)
"""What `ipaddress` calls global and is not: relays, translators, Azure's wire server."""

_IN_HOUSE = tuple(
    ipaddress.ip_network(network)
    for network in (
        "10.0.0.0/8", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7",
    )
)  # fmt: skip
"""Where servers of one's own stand: never the link-local addresses at which clouds tell secrets."""

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


def judge_url(url: str, allowed_hosts: Sequence[str], *, allow_loopback: bool = False) -> None:
    """Return if the desk may fetch from this address.

    `allowed_hosts` holds host names; `*.x` stands for every host under x. `allow_loopback` also
    admits http(s) on exactly `127.0.0.1` or `localhost`, any port.

    Raises:
        LinkRefused: not https on 443, a user or odd characters in it, or a host not allowed.
    """
    if any(mark in url for mark in "\\") or any(_odd(character) for character in url):
        raise LinkRefused("The file's address holds characters that no address has.")
    if allow_loopback and _LOOPBACK_URL.fullmatch(url) and _parse(url).user is None:
        return
    parsed = _parse(url)
    if parsed.scheme != "https" or parsed.port != _HTTPS:
        raise LinkRefused("The file's address is not an https address.")
    if parsed.user is not None or parsed.password is not None or "@" in parsed.raw_authority:
        raise LinkRefused("The file's address carries a user name.")
    if not host_allowed(_written_host(url, parsed), allowed_hosts):
        raise LinkRefused


def host_allowed(host: str, allowed_hosts: Sequence[str]) -> bool:
    """Whether a plain host name is on the list; addresses in numbers never are."""
    name = host.casefold()
    if not _NAME.fullmatch(name):
        return False
    return any(
        name.endswith(allowed[1:]) if allowed.startswith("*.") else name == allowed
        for allowed in (one.strip().casefold() for one in allowed_hosts)
        if allowed
    )


def split_hosts(setting: str) -> tuple[str, ...]:
    """The host names of a comma-separated setting."""
    return tuple(host for one in setting.split(",") if (host := one.strip()))


def public_address(address: str) -> bool:
    """Whether an IP address (as a connected socket gives it) is a public one."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    closed = ip.is_multicast or ip.is_private or ip.is_reserved or not ip.is_global
    return not closed and not any(ip in network for network in _CLOSED if _same(ip, network))


def reachable_address(address: str, *, in_house: bool) -> bool:
    """Whether a socket may open to an address: a public one, or one of our own where that is meant."""
    if public_address(address):
        return True
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return in_house and any(ip in network for network in _IN_HOUSE if _same(ip, network))


def leads_in_house(host: str) -> bool:
    """Whether a host, as it is written, names this machine or a private address."""
    name = host.strip("[]").rstrip(".").casefold()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        # Numbers that are no address in full form are read as one by resolvers: 127.1, 0x7f000001.
        return bool(re.fullmatch(r"(0x[0-9a-f]+|[0-9]+)(\.(0x[0-9a-f]+|[0-9]+)){0,3}", name))
    return not public_address(name)


def _parse(url: str) -> URL:
    try:
        return URL(url)
    except ValueError:
        raise LinkRefused("The file's address cannot be read.") from None


def _written_host(url: str, parsed: URL) -> str:
    """The host as yarl sees it, if it is also written that way: no look-alikes, no escapes."""
    host = parsed.host or ""
    written = url.partition("://")[2].casefold()
    return host if host and written.startswith(host.casefold()) and host.isascii() else ""


def _odd(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co")


def _same(ip: IpAddress, network: ipaddress.IPv4Network | ipaddress.IPv6Network) -> bool:
    return ip.version == network.version
