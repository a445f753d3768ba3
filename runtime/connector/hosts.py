"""Which hosts a serviceUrl may name."""

from yarl import URL

from runtime.egress import host_allowed, split_hosts
from runtime.settings import BotSettings, is_loopback


def may_serve(service_url: str, bot: BotSettings) -> bool:
    """Whether the desk talks to this serviceUrl: https and listed, or loopback when trust is local.

    The address is read by yarl, the parser that also connects, so an odd spelling cannot mean one
    host here and another there. `*.x` matches hosts under x, with a dot between.
    """
    try:
        url = URL(service_url)
        host, port, default = url.host or "", url.port, url.is_default_port()
    except ValueError:
        return False
    if url.user or url.password or url.query_string or url.fragment or not host:
        return False
    if bot.local_trust and is_loopback(host) and url.scheme in ("http", "https"):
        return True
    return (
        url.scheme == "https"
        and bool(port)
        and default
        and host_allowed(host, split_hosts(bot.service_hosts))
    )
