"""Reads all groups at once and says what is wrong in one sentence."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_settings import BaseSettings

from orders.errors import SettingsError
from runtime.settings.committee import CommitteeSettings
from runtime.settings.groups import (
    BotSettings,
    CatalogueSettings,
    CodecSettings,
    FileSettings,
    OpsSettings,
    PolicySettings,
    StorageSettings,
    TelemetrySettings,
    TemporalSettings,
    TimeoutSettings,
)
from runtime.settings.roads import LaneSettings, WebhookSettings
from runtime.settings.sources import dotenv_names
from runtime.settings.zoho import ZohoSettings

Group = TypeVar("Group", bound=BaseSettings)


@dataclass(frozen=True, slots=True)
class Settings:
    """All groups, each frozen."""

    bot: BotSettings
    temporal: TemporalSettings
    zoho: ZohoSettings
    storage: StorageSettings
    catalogue: CatalogueSettings
    files: FileSettings
    policy: PolicySettings
    committee: CommitteeSettings
    telemetry: TelemetrySettings
    codec: CodecSettings
    ops: OpsSettings
    timeouts: TimeoutSettings
    lane: LaneSettings
    webhooks: WebhookSettings


GROUPS: Mapping[str, type[BaseSettings]] = {
    "bot": BotSettings,
    "temporal": TemporalSettings,
    "zoho": ZohoSettings,
    "storage": StorageSettings,
    "catalogue": CatalogueSettings,
    "files": FileSettings,
    "policy": PolicySettings,
    "committee": CommitteeSettings,
    "telemetry": TelemetrySettings,
    "codec": CodecSettings,
    "ops": OpsSettings,
    "timeouts": TimeoutSettings,
    "lane": LaneSettings,
    "webhooks": WebhookSettings,
}


def variable_names() -> dict[str, str]:
    """Every variable the desk reads, with the sentence that says what it is for."""
    names: dict[str, str] = {}
    for group in GROUPS.values():
        prefix = str(group.model_config.get("env_prefix", ""))
        for name, field in group.model_fields.items():
            names[f"{prefix}{name}".upper()] = field.description or ""
    return names


def load_settings(extra: Mapping[str, str] | None = None) -> Settings:
    """Read environment and `.env`; `extra` variables stand in for those that are not set.

    Raises:
        SettingsError: one sentence that names the variable and what is wrong with it.
    """
    _refuse_unknown({*os.environ, *dotenv_names()})
    try:
        groups = {name: group(**_under(group, extra or {})) for name, group in GROUPS.items()}
    except ValidationError as error:
        raise SettingsError(_sentence(error)) from None
    settings = Settings(**groups)  # type: ignore[arg-type]
    _ = settings.timeouts.ladder
    return settings


def load_group(group: type[Group]) -> Group:
    """Read one group alone, for commands that need no more.

    Raises:
        SettingsError: one sentence that names the variable and what is wrong with it.
    """
    dotenv_names()
    try:
        return group()
    except ValidationError as error:
        raise SettingsError(_sentence(error)) from None


def _under(group: type[BaseSettings], extra: Mapping[str, str]) -> dict[str, Any]:
    prefix = str(group.model_config.get("env_prefix", ""))
    names = {f"{prefix}{name}".upper(): name for name in group.model_fields}
    return {names[key]: value for key, value in extra.items() if key in names}


def _refuse_unknown(names: set[str]) -> None:
    known = variable_names()
    for name in sorted(names):
        if name.upper().startswith("DESK_") and name.upper() not in known:
            raise SettingsError(f"{name} is no setting of Order Desk; see .env.example.")


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False)[0]
    prefix = next(
        str(group.model_config.get("env_prefix", ""))
        for group in GROUPS.values()
        if group.__name__ == error.title
    )
    where = f"{prefix}{'_'.join(str(part) for part in first['loc'])}".upper().rstrip("_")
    message = str(first["msg"]).removeprefix("Value error, ")
    return f"{where}: {message}." if first["loc"] else f"{message}."
