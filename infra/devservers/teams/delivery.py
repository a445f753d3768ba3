"""Bringing activities to the bot: signed, timed, and again if need be."""

import asyncio
import copy
import dataclasses
import json
import time

import aiohttp
from aiohttp import web

from infra.devservers.teams.answers import UNREACHABLE, WENT_WRONG, Answer, BadAnswer, read_answer
from infra.devservers.teams.keep import FAULTS, HTTP, RING, WORLD
from infra.devservers.teams.keys import channel_claims
from infra.devservers.teams.options import Json
from infra.devservers.teams.state import World

_GOOD = range(200, 300)
_FINAL = range(400, 500)
_TOO_MANY = 429


@dataclasses.dataclass(slots=True)
class Attempt:
    """One call of the bot's endpoint; `status` 0 means no answer in time."""

    status: int
    raw: bytes
    took_ms: int
    problem: str = ""

    def shown(self) -> Json:
        """The attempt for driving programs, with the body as JSON where it is JSON."""
        text = self.raw.decode("utf-8", "replace")
        try:
            body = json.loads(text) if text.strip() else None
        except ValueError:
            body = text
        facts = {"status": self.status, "took_ms": self.took_ms, "body": body}
        return {**facts, "problem": self.problem} if self.problem else facts


async def call_bot(app: web.Application, activity: Json, authorization: str | None) -> Attempt:
    """One HTTP call with the activity; never raises for what the bot does."""
    world, started = app[WORLD], time.monotonic()
    fault = app[FAULTS].take("bot", json.dumps(activity, ensure_ascii=False))
    limit = aiohttp.ClientTimeout(total=world.options.answer_seconds)
    headers = {"Authorization": authorization} if authorization else {}
    status, raw, problem = 0, b"", ""
    try:
        post = app[HTTP].post(world.options.bot_url, json=activity, headers=headers, timeout=limit)
        async with post as answer:
            status, raw = answer.status, await answer.read()
    except TimeoutError:
        status, problem = 0, "no answer in time"
    except aiohttp.ClientError as error:
        status, problem = 0, f"not reachable: {type(error).__name__}"
    if fault is not None:
        await asyncio.sleep(fault.delay)
        status, raw, problem = 0, b"", "the answer was lost on demand"
    return Attempt(status, raw, round((time.monotonic() - started) * 1000), problem)


async def send_activity(app: web.Application, activity: Json, who: str) -> Json:
    """Deliver what is no invoke; the same id again until a 2xx or the attempts are used up.

    A 4xx other than 429 is final: the bot has refused.
    """
    world = app[WORLD]
    _remember(world, activity, who)
    attempts: list[Attempt] = []
    for pause in (*world.options.resend_after, None):
        attempt = await call_bot(app, activity, _signature(app, activity))
        attempts.append(attempt)
        _note_attempt(world, activity, who, attempt, len(attempts))
        good, refused = attempt.status in _GOOD, attempt.status in _FINAL
        if pause is None or good or (refused and attempt.status != _TOO_MANY):
            break
        await asyncio.sleep(pause)
    last = attempts[-1]
    return {**last.shown(), "activity": activity["id"], "attempts": len(attempts)}


async def send_invoke(app: web.Application, activity: Json, who: str) -> tuple[Answer | None, Json]:
    """Deliver an invoke; once more with the same id if the answer is unusable."""
    world = app[WORLD]
    _remember(world, activity, who)
    answer, problem, number = None, "", 0
    attempt = Attempt(0, b"", 0)
    for number in (1, 2):
        attempt = await call_bot(app, activity, _signature(app, activity))
        _note_attempt(world, activity, who, attempt, number)
        answer, problem = _judge(attempt)
        if answer is not None or attempt.status in _FINAL:
            break
    facts = {**attempt.shown(), "activity": activity["id"], "attempts": number}
    if answer is not None:
        return answer, {**facts, "outcome": answer.kind, "text": answer.text}
    text = WENT_WRONG if attempt.status else UNREACHABLE
    return None, {**facts, "outcome": "unreachable", "problem": problem, "text": text}


def _judge(attempt: Attempt) -> tuple[Answer | None, str]:
    if attempt.status != web.HTTPOk.status_code:
        return None, attempt.problem or f"HTTP {attempt.status} instead of 200"
    try:
        return read_answer(attempt.raw), ""
    except BadAnswer as bad:
        return None, str(bad)


def _signature(app: web.Application, activity: Json) -> str:
    world = app[WORLD]
    claims = channel_claims(world.options.app_id, activity["serviceUrl"])
    return "Bearer " + app[RING].current.sign(claims)


def _remember(world: World, activity: Json, who: str) -> None:
    world.delivered[activity["id"]] = (who, copy.deepcopy(activity))
    conversation = world.find_conversation(activity["conversation"]["id"])
    if conversation is not None:
        conversation.known_activities.add(activity["id"])


def _note_attempt(world: World, activity: Json, who: str, attempt: Attempt, number: int) -> None:
    world.counters[f"bot_{activity['type']}"] += 1
    world.note(
        "delivered",
        who=who,
        activity=activity["id"],
        type=activity["type"],
        status=attempt.status,
        took_ms=attempt.took_ms,
        attempt=number,
        problem=attempt.problem,
    )
