"""Language models by family, through one library that speaks to all."""

from typing import TYPE_CHECKING

from orders.panel import Member
from runtime.settings import CommitteeSettings

if TYPE_CHECKING:
    import httpx2
    from pydantic_ai.models import Model


def model_of(member: Member, settings: CommitteeSettings, http: "httpx2.AsyncClient") -> "Model":
    """The member's model; the vendors' libraries are imported only when one is asked.

    None of them retries: a member that fails is a void vote, and every call is counted.
    """
    key, url = settings.key(member.family), settings.address(member.family)
    if member.family == "anthropic":
        return _anthropic(member.model, key, url, http)
    if member.family == "gemini":
        return _gemini(member.model, key, url, http)
    return _openai(member, settings, http)


def _openai(member: Member, settings: CommitteeSettings, http: "httpx2.AsyncClient") -> "Model":
    from openai import AsyncAzureOpenAI, AsyncOpenAI  # noqa: PLC0415 - slow to import
    from pydantic_ai.models.openai import OpenAIChatModel  # noqa: PLC0415 - the same
    from pydantic_ai.providers.openai import OpenAIProvider  # noqa: PLC0415 - the same

    key, url = settings.key(member.family) or "none", settings.address(member.family)
    client = (
        AsyncAzureOpenAI(
            azure_endpoint=url,
            api_key=key,
            api_version=settings.azure_api_version,
            http_client=http,
            max_retries=0,
        )
        if member.family == "azure"
        else AsyncOpenAI(base_url=url, api_key=key, http_client=http, max_retries=0)
    )
    return OpenAIChatModel(member.model, provider=OpenAIProvider(openai_client=client))


def _anthropic(model: str, key: str, url: str, http: "httpx2.AsyncClient") -> "Model":
    from anthropic import AsyncAnthropic  # noqa: PLC0415 - slow to import
    from pydantic_ai.models.anthropic import AnthropicModel  # noqa: PLC0415 - the same
    from pydantic_ai.providers.anthropic import AnthropicProvider  # noqa: PLC0415 - the same

    client = AsyncAnthropic(api_key=key, base_url=url, http_client=http, max_retries=0)
    return AnthropicModel(model, provider=AnthropicProvider(anthropic_client=client))


def _gemini(model: str, key: str, url: str, http: "httpx2.AsyncClient") -> "Model":
    from pydantic_ai.models.google import GoogleModel  # noqa: PLC0415 - slow to import
    from pydantic_ai.providers.google import GoogleProvider  # noqa: PLC0415 - the same

    return GoogleModel(model, provider=GoogleProvider(api_key=key, base_url=url, http_client=http))
