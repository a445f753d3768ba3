"""Settings of what goes on without a person: lane and outbound events."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from orders.lane import LaneRules, read_customers
from runtime.settings.sources import config


class LaneSettings(BaseSettings):
    """Drafts without an approver: off until an organization asks for it."""

    model_config = config("DESK_LANE_")

    stage: Literal["off", "report", "10", "50", "100"] = Field(
        default="off", description="How far the auto-create lane is rolled out, in per cent."
    )
    customers: str = Field(
        default="",
        description="Customers that may take it and their largest total: id=limit, comma-separated.",
    )
    daily_cap: int = Field(default=20, ge=0, description="Most drafts a day the lane creates.")
    undo_minutes: float = Field(
        default=10.0, gt=0, description="How long people can stop a draft before it is written."
    )

    @field_validator("customers")
    @classmethod
    def _refuse_strange(cls, value: str) -> str:
        read_customers(value)
        return value

    @property
    def limits(self) -> Mapping[str, Decimal]:
        """The largest total by customer id."""
        return read_customers(self.customers)

    @property
    def rules(self) -> LaneRules:
        """The same as the rule's own shape."""
        return LaneRules(self.stage, self.limits, self.daily_cap, self.undo_minutes)


class WebhookSettings(BaseSettings):
    """Outbound events: who hears what happens to orders."""

    model_config = config("DESK_WEBHOOKS_")

    file: str = Field(
        default="", description="YAML file with subscriptions; empty means nobody is told."
    )
    allow_loopback: bool = Field(
        default=False, description="Send to this machine's own addresses too, for trying it out."
    )
