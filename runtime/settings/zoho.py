"""The settings of Zoho Books."""

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings

from orders.errors import SettingsError
from runtime.settings.sources import TimeZone, WebAddress, config


class ZohoSettings(BaseSettings):
    """The books."""

    model_config = config("DESK_ZOHO_")

    api_url: WebAddress = Field(
        default="", description="API base; empty means what the token answer names."
    )
    accounts_url: WebAddress = Field(
        default="https://accounts.zoho.com",
        description="OAuth base of your data centre: accounts.zoho.com, .eu, .in, .com.au, .jp, .sa,"
        " .com.cn, or accounts.zohocloud.ca.",
    )
    organization_id: str = Field(
        default="", description="Digits of the organization that gets drafts."
    )
    client_id: str = Field(default="", description="OAuth client id.")
    client_secret: SecretStr = Field(default=SecretStr(""), description="OAuth client secret.")
    refresh_token: SecretStr = Field(default=SecretStr(""), description="OAuth refresh token.")
    order_key_field: str = Field(
        default="cf_external_order_key",
        description="API name of the unique custom field; empty means there is none.",
    )
    hold_field: str = Field(
        default="cf_on_hold",
        description="API name of the contacts' checkbox that puts a customer on hold, if any.",
    )
    discount_field: str = Field(
        default="cf_discount",
        description="API name of the contacts' field with a discount in per cent, if any.",
    )
    po_number_field: str = Field(
        default="",
        description="API name of a custom field for the customer's order number; empty means the"
        " reference number.",
    )
    salesperson_id: str = Field(
        default="", description="Digits of the salesperson that drafts name, if any."
    )
    attach_workbook: bool = Field(
        default=True, description="Attach the order's file to its draft, where the books take it."
    )
    time_zone: TimeZone = Field(
        default="UTC", description="Time zone in whose midnight the day's quota of calls is new."
    )
    timeout_seconds: float = Field(default=10.0, gt=0, description="Longest wait for one answer.")
    calls_per_minute: int = Field(default=80, gt=0, description="Calls to Books all workers share.")

    def require(self) -> None:
        """Raise `SettingsError` unless the books and the way into them are named."""
        named = {
            "ORGANIZATION_ID": self.organization_id,
            "CLIENT_ID": self.client_id,
            "CLIENT_SECRET": self.client_secret.get_secret_value(),
            "REFRESH_TOKEN": self.refresh_token.get_secret_value(),
        }
        for name, value in named.items():
            if not value.strip():
                raise SettingsError(f"DESK_ZOHO_{name} is missing: orders need their books.")
