"""The groups of settings: names, defaults, limits, a sentence for each."""

from decimal import Decimal
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings

from orders.approval import Ladder
from runtime.settings.sources import TimeZone, WebAddress, config, is_loopback


class BotSettings(BaseSettings):
    """The door: where the bot listens and whom it believes."""

    model_config = config("DESK_BOT_")

    host: str = Field(default="127.0.0.1", description="Address the bot endpoint binds to.")
    port: int = Field(default=3978, ge=0, le=65535, description="Port of the bot endpoint.")
    app_id: str = Field(default="", description="The bot's application (client) id in Entra.")
    app_password: SecretStr = Field(
        default=SecretStr(""), description="The application's client secret."
    )
    tenant_id: str = Field(
        default="", description="The one Entra tenant whose people may use the desk."
    )
    openid_metadata_url: WebAddress = Field(
        default="https://login.botframework.com/v1/.well-known/openidconfiguration",
        description="Where the Bot Framework publishes the keys that sign its calls.",
    )
    token_url: WebAddress = Field(
        default="", description="Where outgoing tokens come from; empty means Entra of the tenant."
    )
    service_hosts: str = Field(
        default="smba.trafficmanager.net,*.botframework.com,*.botframework.us",
        description="Hosts a serviceUrl may name, comma-separated; *.x means any host under x.",
    )
    dangerously_allow_anonymous: bool = Field(
        default=False, description="Take unsigned calls; only ever on a loopback address."
    )

    @property
    def local_trust(self) -> bool:
        """Whether the trust root itself is on loopback, so that loopback peers are believed."""
        host = urlsplit(self.openid_metadata_url).hostname or ""
        return self.dangerously_allow_anonymous or is_loopback(host)

    @model_validator(mode="after")
    def _refuse_open_door(self) -> "BotSettings":
        if self.dangerously_allow_anonymous:
            if not is_loopback(self.host):
                raise ValueError(
                    "DESK_BOT_DANGEROUSLY_ALLOW_ANONYMOUS works on a loopback DESK_BOT_HOST only"
                )
            return self
        for name in ("app_id", "app_password", "tenant_id"):
            value = getattr(self, name)
            if not (value.get_secret_value() if isinstance(value, SecretStr) else value):
                raise ValueError(f"DESK_BOT_{name.upper()} is missing")
        return self


class TemporalSettings(BaseSettings):
    """Where orders are carried."""

    model_config = config("DESK_TEMPORAL_")

    address: str = Field(
        default="127.0.0.1:7233", description="host:port of the Temporal frontend."
    )
    namespace: str = Field(default="default", description="Temporal namespace.")
    task_queue: str = Field(default="order-desk", description="Task queue of the order workflows.")
    api_key: SecretStr = Field(default=SecretStr(""), description="Temporal Cloud API key, if any.")
    tls: bool = Field(default=False, description="Speak TLS to Temporal.")
    build_id: str = Field(
        default="", description="Worker build id; set it to use worker versioning."
    )
    keyring: SecretStr = Field(
        default=SecretStr(""),
        description="Payload keys, newest first: id:base64,id:base64 (each of 32 bytes).",
    )


class StorageSettings(BaseSettings):
    """Where facts are kept. Empty addresses mean files under DESK_DATA_DIR."""

    model_config = config("DESK_")

    data_dir: Path = Field(default=Path(".desk/data"), description="Folder of everything embedded.")
    database_url: SecretStr = Field(
        default=SecretStr(""), description="sqlite+aiosqlite:///… or postgresql+asyncpg://…"
    )
    blob_url: str = Field(default="", description="file:///…, az://… or s3://…")
    roles_file: Path = Field(
        default=Path("roles.yaml"), description="YAML file that says who is who."
    )
    anchor_dirs: str = Field(
        default="",
        description="Folders outside the database that keep audit anchors, comma-separated.",
    )


class CatalogueSettings(BaseSettings):
    """The copy of the books' customers and items."""

    model_config = config("DESK_CATALOGUE_")

    sync_minutes: float = Field(
        default=5.0, ge=1, description="How often changes are taken over from the books."
    )
    full_hour: int = Field(
        default=3, ge=0, le=23, description="Hour of the day at which all of it is read again."
    )
    time_zone: TimeZone = Field(default="UTC", description="Time zone of that hour: Asia/Tehran, …")
    usable_hours: float = Field(
        default=24.0, gt=0, description="How old a copy may serve while the books are down."
    )


class FileSettings(BaseSettings):
    """Limits of what is downloaded and read."""

    model_config = config("DESK_FILE_")

    hosts: str = Field(
        default="*.sharepoint.com,*.sharepoint.us,*.svc.ms,smba.trafficmanager.net,*.botframework.com",
        description="Hosts files may be fetched from, comma-separated.",
    )
    max_bytes: int = Field(default=25_000_000, gt=0, description="Largest file, in bytes.")
    inflated_bytes: int = Field(default=200_000_000, gt=0, description="Largest inflated size.")
    inflate_ratio: int = Field(default=100, gt=1, description="Largest inflated:packed ratio.")
    max_sheets: int = Field(default=100, gt=0, description="Most sheets.")
    max_rows: int = Field(default=200_000, gt=0, description="Most rows of one sheet.")
    max_cells: int = Field(default=1_000_000, gt=0, description="Most filled cells.")
    max_pages: int = Field(default=60, gt=0, description="Most pages of a PDF.")
    max_lines: int = Field(default=10_000, gt=0, description="Most order lines.")
    read_seconds: float = Field(
        default=30.0, gt=0, description="Longest reading time, in seconds of the processor."
    )
    read_wait_seconds: float = Field(
        default=150.0,
        gt=0,
        description="Longest reading time by the clock, however busy the machine.",
    )
    read_memory: int = Field(
        default=1_000_000_000, gt=0, description="Memory cap of the reading child."
    )
    download_seconds: float = Field(
        default=30.0, gt=0, description="Longest download time, in all."
    )


class PolicySettings(BaseSettings):
    """Rules that an organization tunes."""

    model_config = config("DESK_POLICY_")

    formulas: Literal["accept", "ask", "block"] = Field(
        default="ask", description="What a formula in an order cell does."
    )
    locked_sheets: Literal["warn", "block"] = Field(
        default="warn", description="What a locked sheet does: many order forms are templates."
    )
    own_names: str = Field(
        default="", description="Our own names, comma-separated: never taken for the customer."
    )
    currency: str = Field(
        default="", description="The organization's ISO currency, for signs that several share."
    )
    price: Literal["books", "sheet"] = Field(
        default="books", description="Which price the draft carries."
    )
    price_warn_percent: Decimal = Field(
        default=Decimal(2),
        ge=0,
        description="From which difference of sheet and books on a price is a warning.",
    )
    price_ask_percent: Decimal = Field(
        default=Decimal(20), gt=0, description="From which difference on a manager decides."
    )
    minimum_order: Decimal = Field(
        default=Decimal(0),
        ge=0,
        description="Least total of an order, in the organization's currency; 0 for none.",
    )
    extra_approval_above: Decimal = Field(
        default=Decimal(0),
        ge=0,
        description="Total of a customer's recent orders above which a manager must agree; 0: never.",
    )
    extra_approval_days: int = Field(
        default=7, gt=0, description="How many days that total counts, so that splitting is no way."
    )
    twin_days: int = Field(
        default=30, gt=0, description="For how many days the same lines are taken for a repeat."
    )
    undo_hours: float = Field(
        default=24.0, ge=0, description="How long a created draft can be cancelled."
    )
    watch_hours: float = Field(
        default=168.0, ge=0, description="How long a created draft is watched in the books."
    )
    books_retry_seconds: float = Field(
        default=60.0,
        gt=0,
        description="First pause when the books are down; doubles up to an hour.",
    )
    books_give_up_hours: float = Field(
        default=72.0, gt=0, description="After how long an outage is handed to a person."
    )

    @property
    def names(self) -> tuple[str, ...]:
        """Our own names, one by one."""
        return tuple(name.strip() for name in self.own_names.split(",") if name.strip())


class TelemetrySettings(BaseSettings):
    """What the desk tells about itself."""

    model_config = config("DESK_TELEMETRY_")

    exporter: Literal["none", "console", "otlp", "azure"] = Field(
        default="none", description="Where traces go."
    )
    otlp_endpoint: str = Field(default="", description="OTLP address for exporter=otlp.")
    azure_connection_string: SecretStr = Field(
        default=SecretStr(""), description="Azure Monitor connection string for exporter=azure."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="Lowest level that is logged."
    )
    log_format: Literal["json", "console"] = Field(
        default="json", description="How a log line looks."
    )
    metrics_host: str = Field(default="127.0.0.1", description="Address of the metrics pages.")
    metrics_port: int = Field(
        default=9464,
        ge=0,
        le=65535,
        description="Port of the bot's metrics; the worker takes the next.",
    )


class OpsSettings(BaseSettings):
    """The pages for operators."""

    model_config = config("DESK_OPS_")

    host: str = Field(default="127.0.0.1", description="Address the operators' pages bind to.")
    port: int = Field(default=8235, ge=0, le=65535, description="Port of the operators' pages.")
    tokens: SecretStr = Field(
        default=SecretStr(""),
        description="Who may operate: name:token or name:token:YYYY-MM-DD (last day, UTC),"
        " comma-separated; without one the pages do not start.",
    )
    temporal_ui: str = Field(
        default="http://localhost:8233", description="Where Temporal's own pages are, for links."
    )


class CodecSettings(BaseSettings):
    """The codec server that shows payloads to authorised people."""

    model_config = config("DESK_CODEC_")

    host: str = Field(default="127.0.0.1", description="Address the codec server binds to.")
    port: int = Field(default=8234, ge=0, le=65535, description="Port of the codec server.")
    tokens: SecretStr = Field(
        default=SecretStr(""),
        description="Who may decode: name:token or name:token:YYYY-MM-DD (last day, UTC),"
        " comma-separated; empty means nobody.",
    )
    origins: str = Field(
        default="http://localhost:8233",
        description="Browser origins (Temporal UI), comma-separated.",
    )


class TimeoutSettings(BaseSettings):
    """The ladder of every human wait; these three names have no prefix."""

    model_config = config("TIMEOUT_")

    reminder_hours: float = Field(default=24.0, description="Hours until people are reminded.")
    escalation_hours: float = Field(default=48.0, description="Hours until the manager is told.")
    max_wait_days: float = Field(default=7.0, description="Days until a wait expires.")

    @property
    def ladder(self) -> Ladder:
        """The three as one checked ladder. Raises `SettingsError` when they do not rise."""
        return Ladder(self.reminder_hours, self.escalation_hours, self.max_wait_days * 24)
