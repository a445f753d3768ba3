"""Every setting, one frozen group per concern, read from DESK_ variables."""

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
from runtime.settings.loading import (
    GROUPS,
    Settings,
    load_group,
    load_settings,
    variable_names,
)
from runtime.settings.roads import LaneSettings, WebhookSettings
from runtime.settings.sources import is_loopback, make_data_dir, make_folder
from runtime.settings.zoho import ZohoSettings

__all__ = [
    "GROUPS",
    "BotSettings",
    "CatalogueSettings",
    "CodecSettings",
    "CommitteeSettings",
    "FileSettings",
    "LaneSettings",
    "OpsSettings",
    "PolicySettings",
    "Settings",
    "StorageSettings",
    "TelemetrySettings",
    "TemporalSettings",
    "TimeoutSettings",
    "WebhookSettings",
    "ZohoSettings",
    "is_loopback",
    "load_group",
    "load_settings",
    "make_data_dir",
    "make_folder",
    "variable_names",
]
