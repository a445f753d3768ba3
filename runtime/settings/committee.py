"""Settings of the committee's language models: who is asked, with what."""

from collections.abc import Mapping
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings

from orders.panel import Member
from orders.rollout import Rollout, read_customers, read_stage
from runtime.egress import leads_in_house
from runtime.settings.sources import WebAddress, config

VENDORS: Mapping[str, str] = {
    "azure": "openai",
    "openai": "openai",
    "anthropic": "anthropic",
    "gemini": "google",
    "compatible": "compatible",
}
"""Families by how they are spoken to, and whose models they serve."""


class CommitteeSettings(BaseSettings):
    """Language models that vote on columns still open; none are asked while none are named."""

    model_config = config("DESK_COMMITTEE_")

    members: str = Field(
        default="",
        description="Models that may vote, as family:model, comma-separated; families are azure,"
        " openai, anthropic, gemini, compatible; empty means no model is ever called.",
    )
    seats: int = Field(
        default=3, ge=1, le=9, description="How many members vote on one order, vendors mixed."
    )
    timeout_seconds: float = Field(
        default=30.0, gt=0, le=120, description="Longest wait for one member; then it is cancelled."
    )
    mask_names: bool = Field(
        default=True,
        description="Hide names of people and firms, e-mail addresses, telephone numbers.",
    )
    share: Literal["values", "shapes"] = Field(
        default="values",
        description="What models see of cells: sample values, or only their shapes (aa-99).",
    )
    mode: str = Field(
        default="confident",
        description="What models' votes do: report (kept only), ask (a person confirms), confident"
        " (counted); with :10 or :50 for that share of orders, the rest one step behind.",
    )
    customers: str = Field(
        default="",
        description="Customers with a mode of their own: name=mode:percent, by semicolons.",
    )
    azure_url: WebAddress = Field(default="", description="Endpoint of the Azure OpenAI resource.")
    azure_key: SecretStr = Field(default=SecretStr(""), description="Key of that resource.")
    azure_api_version: str = Field(default="2024-10-21", description="API version of Azure OpenAI.")
    openai_url: WebAddress = Field(
        default="https://api.openai.com/v1", description="OpenAI API base."
    )
    openai_key: SecretStr = Field(default=SecretStr(""), description="OpenAI key.")
    anthropic_url: WebAddress = Field(
        default="https://api.anthropic.com", description="Anthropic API base."
    )
    anthropic_key: SecretStr = Field(default=SecretStr(""), description="Anthropic key.")
    gemini_url: WebAddress = Field(
        default="https://generativelanguage.googleapis.com", description="Gemini API base."
    )
    gemini_key: SecretStr = Field(default=SecretStr(""), description="Gemini key.")
    compatible_url: WebAddress = Field(
        default="", description="Base of any server that speaks OpenAI's chat completions."
    )
    compatible_key: SecretStr = Field(
        default=SecretStr(""), description="Key of that server, if it wants one."
    )

    dangerously_allow_private_hosts: bool = Field(
        default=False,
        description="Ask models on this machine or in a private network; else only public hosts.",
    )

    @property
    def rollout(self) -> Rollout:
        """How far the models' votes count, for everybody and by customer."""
        return Rollout(read_stage(self.mode), read_customers(self.customers))

    @property
    def pool(self) -> tuple[Member, ...]:
        """The members named, in the order they are named."""
        return tuple(
            Member(family, model, VENDORS[family]) for family, model in _parse(self.members)
        )

    @property
    def hosts(self) -> tuple[str, ...]:
        """Where cells may go, each host once."""
        named = [urlsplit(self.address(one.family)).hostname or "" for one in self.pool]
        return tuple(dict.fromkeys(named))

    def address(self, family: str) -> str:
        """Where a family is reached."""
        return str(getattr(self, f"{family}_url"))

    def key(self, family: str) -> str:
        """The family's key; never log it."""
        secret: SecretStr = getattr(self, f"{family}_key")
        return secret.get_secret_value()

    @field_validator("mode")
    @classmethod
    def _refuse_unknown_mode(cls, value: str) -> str:
        read_stage(value)
        return value

    @field_validator("customers")
    @classmethod
    def _refuse_unknown_stages(cls, value: str) -> str:
        read_customers(value)
        return value

    @model_validator(mode="after")
    def _refuse_half_members(self) -> "CommitteeSettings":
        seen: set[tuple[str, str]] = set()
        for family, model in _parse(self.members):
            if family not in VENDORS or not model:
                raise ValueError(
                    "DESK_COMMITTEE_MEMBERS names members as family:model; families are "
                    + ", ".join(VENDORS)
                )
            if (family, model) in seen:
                raise ValueError("DESK_COMMITTEE_MEMBERS names a member twice")
            seen.add((family, model))
            if not self.address(family):
                raise ValueError(f"DESK_COMMITTEE_{family.upper()}_URL is missing")
            self._refuse_private(family)
            if not self.key(family) and family != "compatible":
                raise ValueError(f"DESK_COMMITTEE_{family.upper()}_KEY is missing")
        return self

    def _refuse_private(self, family: str) -> None:
        """What an address says of itself; where a name leads is judged at every connection."""
        host = urlsplit(self.address(family)).hostname or ""
        if leads_in_house(host) and not self.dangerously_allow_private_hosts:
            raise ValueError(
                f"DESK_COMMITTEE_{family.upper()}_URL leads into a private network; if that is"
                " meant, set DESK_COMMITTEE_DANGEROUSLY_ALLOW_PRIVATE_HOSTS=true"
            )


def _parse(members: str) -> list[tuple[str, str]]:
    parts = [part.strip().partition(":") for part in members.split(",") if part.strip()]
    return [(family.strip().lower(), model.strip()) for family, _, model in parts]
