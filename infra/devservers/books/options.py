"""What the stand-in is started with, and what tests may switch."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

SCOPES = (
    "ZohoBooks.contacts.READ ZohoBooks.settings.READ ZohoBooks.invoices.READ "
    "ZohoBooks.salesorders.CREATE "
    "ZohoBooks.salesorders.READ ZohoBooks.salesorders.UPDATE ZohoBooks.salesorders.DELETE"
)
"""The scopes an order desk can use, as Zoho writes them in a token answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The start options of one stand-in; the limits are those of a paid plan.

    ``currency`` is the base currency of the served organization. ``key_field`` says whether the
    sales orders have the unique custom field ``cf_external_order_key``. ``seed`` moves the
    generated part of the catalogue. ``keep`` is the file in which sales orders outlive the process.
    """

    keep: Path | None = None
    currency: str = "EUR"
    key_field: bool = True
    seed: int = 1
    client_id: str = "demo-client"
    client_secret: str = "demo-secret"  # noqa: S105 - an invented credential of a local imitation
    refresh_token: str = "demo-refresh"  # noqa: S105 - the same
    scope: str = SCOPES
    minute_limit: int = 100
    in_flight_limit: int = 10
    day_limit: int = 10_000


@dataclass(slots=True, kw_only=True)
class Switches:
    """Answers that only a real organization could give; tests try each way.

    ``attachments`` takes every extension or only the documented ones.
    ``upsert_created_status`` is the HTTP status of a create through an upsert.
    ``upsert_stores_key`` says whether the header's value reaches an order whose body lacks it.
    ``loses`` and ``bends`` name fields of a sales order, divided by spaces, that these books leave
    out or write down otherwise.
    """

    attachments: Literal["documented", "any"] = "documented"
    upsert_created_status: int = 200
    upsert_stores_key: bool = False
    loses: str = ""
    bends: str = ""
