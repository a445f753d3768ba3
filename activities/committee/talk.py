"""One conversation with one language model: question, answer, one retry."""

import asyncio
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

import httpx2
from pydantic_ai import Agent, AgentRunResult, NativeOutput, PromptedOutput
from pydantic_ai.exceptions import AgentRunError, ContentFilterError, UserError
from pydantic_ai.models import Model
from pydantic_ai.settings import ModelSettings

from activities.committee.answer import ModelAnswer
from activities.committee.vendors import model_of
from activities.committee.wire import Traffic, open_client
from orders.panel import Member
from runtime.settings import CommitteeSettings

_FAILURES = (AgentRunError, UserError, httpx2.HTTPError, ValueError, TypeError, KeyError)
"""What the libraries raise for a dead, refusing or babbling server, whatever its vendor."""
_RETRIES = 1
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Heard:
    """What came back: the answer, or why there is none, and what it took."""

    answer: ModelAnswer | None = None
    outcome: str = "failed"
    because: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    cost: Decimal | None = None
    traffic: Traffic = field(default_factory=Traffic)


async def converse(
    member: Member, settings: CommitteeSettings, told: tuple[str, str], most_tokens: int
) -> Heard:
    """Ask one model; a slow one is cancelled, an answer out of form is asked for once more."""
    traffic = Traffic()
    instructions, prompt = told
    try:
        async with (
            asyncio.timeout(settings.timeout_seconds),
            open_client(
                settings.timeout_seconds,
                traffic,
                in_house=settings.dangerously_allow_private_hosts,
            ) as http,
        ):
            model = model_of(member, settings, http)
            agent = _agent(instructions, native=_takes_schemas(member, model))
            tuning = ModelSettings(temperature=0.1, max_tokens=most_tokens)
            result = await agent.run(prompt, model=model, model_settings=tuning)
    except TimeoutError:
        return Heard(outcome="late", because="did not answer in time", traffic=traffic)
    except ContentFilterError:
        return Heard(outcome="refused", because="refused", traffic=traffic)
    except _FAILURES as error:
        return Heard(because=type(error).__name__[:_LONGEST], traffic=traffic)
    used = result.usage
    return Heard(
        result.output, "voted", "", used.input_tokens, used.output_tokens, _cost(result), traffic
    )


@lru_cache(maxsize=4)
def _agent(instructions: str, *, native: bool) -> Agent[None, ModelAnswer]:
    """What asks in this form; making one takes longer than asking, and it holds no answers."""
    form = NativeOutput(ModelAnswer) if native else PromptedOutput(ModelAnswer)
    return Agent(output_type=form, instructions=instructions, retries=_RETRIES)


def _takes_schemas(member: Member, model: Model) -> bool:
    """Whether the API itself keeps an answer to a schema of this size; else words ask for it.

    Anthropic's and Gemini's features bound how many optional fields a schema may have.
    """
    return member.vendor == "openai" and bool(model.profile.get("supports_json_schema_output"))


def _cost(result: AgentRunResult[ModelAnswer]) -> Decimal | None:
    """The price of every request in US dollars; None for a model without a known price."""
    try:
        answers = [one for one in result.new_messages() if one.kind == "response"]
        return sum((one.cost().total_price for one in answers), Decimal(0))
    except (LookupError, ValueError, AssertionError):
        return None
