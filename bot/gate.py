"""What the desk asks of a verified activity before it listens."""

from collections.abc import Mapping
from typing import Any

from bot.activity import tenants_of
from runtime.connector.hosts import may_serve
from runtime.settings import BotSettings


class Refused(Exception):
    """Well-formed and signed, yet not for this desk: answered 403. `reason` is a code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def judge_origin(activity: Mapping[str, Any], bot: BotSettings) -> None:
    """Refuse other channels, untrusted serviceUrls and foreign tenants.

    Raises:
        Refused: with one of `channel`, `service_url`, `foreign_tenant`.
    """
    if activity.get("channelId") != "msteams":
        raise Refused("channel")
    service_url = activity.get("serviceUrl")
    if not isinstance(service_url, str) or not may_serve(service_url, bot):
        raise Refused("service_url")
    _judge_tenant(activity, bot)


def _judge_tenant(activity: Mapping[str, Any], bot: BotSettings) -> None:
    named = {tenant.lower() for tenant in tenants_of(activity)}
    if len(named) > 1:
        raise Refused("foreign_tenant")
    if bot.tenant_id and named != {bot.tenant_id.lower()}:
        raise Refused("foreign_tenant")
