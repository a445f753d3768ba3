"""Asking language models: in parallel, bounded, each call on the record."""

import asyncio
import hashlib
import importlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

import structlog

from activities.committee.answer import INSTRUCTIONS, prompt_of
from orders.ballot import VOID
from orders.chain import AuditEntry
from orders.panel import Member, ModelCall, Panel, Question, cast, seated, void
from orders.reading import Vote
from orders.rollout import careful
from orders.steering import steers
from runtime.settings import CommitteeSettings
from runtime.storage.port import Store
from runtime.telemetry import MODEL_CALLS, MODEL_COST, MODEL_SECONDS

_LOG = structlog.get_logger(__name__)
_TOKENS = 1_500
"""A whole answer is some three hundred tokens."""
_DIGITS = 16
_TALK = "activities.committee.talk"
_MODULES = {"anthropic": "anthropic", "gemini": "google"}
"""Families that do not speak OpenAI's format, by their module in the library."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """For whom a panel sits: the order, its tenant, and the try, so that no call is hidden."""

    order_id: str
    tenant_id: str
    attempt: str
    customer: str = ""
    """As the file names it; it settles the mode and is sent nowhere."""


@dataclass(frozen=True, slots=True)
class Panelists:
    """The members with keys. `clock` tells the time in UTC."""

    settings: CommitteeSettings
    store: Store
    clock: Callable[[], datetime]

    async def ask(self, question: Question, sitting: Sitting) -> Panel | None:
        """Ask the seated members at once; each failure is a void vote, and no failure stops it."""
        members = seated(self.settings.pool, self.settings.seats, sitting.order_id)
        if not members:
            return None
        prompt = prompt_of(question)
        await asyncio.to_thread(_load, [member.family for member in members])
        await self._record([self._leaving(member, question, prompt, sitting) for member in members])
        heard = await asyncio.gather(*(self._hear(one, question, prompt) for one in members))
        calls = tuple(call for _, call in heard)
        await self._record([self._returned(call, sitting) for call in calls])
        votes = tuple(vote for cast_votes, _ in heard for vote in cast_votes)
        agreed = self.settings.rollout.mode_of(sitting.customer, sitting.order_id)
        mode = careful(agreed, steered=steers(question))
        return Panel(question.table, question.fields, votes, calls, mode)

    async def _hear(
        self, member: Member, question: Question, prompt: str
    ) -> tuple[tuple[Vote, ...], ModelCall]:
        talk = importlib.import_module(_TALK)
        began = time.monotonic()
        call = ModelCall(member.name, "failed", self.clock().isoformat())
        heard = await talk.converse(member, self.settings, (INSTRUCTIONS, prompt), _TOKENS)
        votes = void(member.name, question, heard.because)
        if heard.answer is not None:
            votes = cast(member.name, question, heard.answer.letters())
        spoiled = next((vote.because for vote in votes if vote.choice == VOID), "")
        call = replace(
            call,
            outcome="void" if spoiled and heard.answer is not None else heard.outcome,
            because=spoiled,
            seconds=round(time.monotonic() - began, 3),
            requests=heard.traffic.requests,
            sent=heard.traffic.sent,
            received=heard.traffic.received,
            tokens_in=heard.tokens_in,
            tokens_out=heard.tokens_out,
            cost=heard.cost,
        )
        _count(call)
        return votes, call

    def _leaving(
        self, member: Member, question: Question, prompt: str, sitting: Sitting
    ) -> AuditEntry:
        """What is about to leave, written down before it does."""
        settings = self.settings
        return self._entry(
            sitting,
            f"asked:{member.name}",
            "committee.model_called",
            member=member.name,
            host=settings.address(member.family).partition("//")[2],
            classes="headers," + settings.share,
            masked=str(settings.mask_names).lower(),
            fields=",".join(question.fields),
            columns=str(len(question.columns)),
            bytes=str(len(INSTRUCTIONS) + len(prompt)),
            sha256=hashlib.sha256(prompt.encode()).hexdigest()[:_DIGITS],
        )

    def _returned(self, call: ModelCall, sitting: Sitting) -> AuditEntry:
        return self._entry(
            sitting,
            f"heard:{call.member}",
            "committee.model_answered",
            member=call.member,
            outcome=call.outcome,
            seconds=f"{call.seconds:.3f}",
            requests=str(call.requests),
            sent=str(call.sent),
            received=str(call.received),
            tokens=f"{call.tokens_in}+{call.tokens_out}",
            cost="unknown" if call.cost is None else f"{call.cost:f}",
        )

    def _entry(self, sitting: Sitting, key: str, event: str, **facts: str) -> AuditEntry:
        return AuditEntry(
            order_id=sitting.order_id,
            key=f"{sitting.attempt}:{key}",
            event_type=event,
            at=self.clock().isoformat(),
            data=facts,
            tenant_id=sitting.tenant_id,
        )

    async def _record(self, entries: list[AuditEntry]) -> None:
        await self.store.append_audit(entries)


def _load(families: Iterable[str]) -> None:
    """Import the vendors' libraries: seconds of work, which must not hold up heartbeats."""
    importlib.import_module(_TALK)
    for family in families:
        importlib.import_module(f"pydantic_ai.models.{_MODULES.get(family, 'openai')}")


def _count(call: ModelCall) -> None:
    MODEL_CALLS.labels(call.member, call.outcome).inc()
    MODEL_SECONDS.labels(call.member).observe(call.seconds)
    MODEL_COST.labels(call.member).inc(float(call.cost or Decimal(0)))
    _LOG.info("model.called", member=call.member, outcome=call.outcome, seconds=call.seconds)
