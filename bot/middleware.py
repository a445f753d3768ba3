"""What every turn passes on its way to a handler, in this order."""

import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

import structlog
from opentelemetry import trace as trace_api

from bot.access import AccessLog
from bot.turn import Answer, Later, Nothing, Turn, TurnKind, refuse
from cards.catalogue import error_text, say
from orders.approval import Actor
from orders.errors import DeskClosed, DeskError
from orders.roles import Person, Role, RoleBook
from runtime.storage.port import ConversationRef, Store

_log = structlog.get_logger(__name__)
_TRACER = trace_api.get_tracer(__name__)

KNOWN_AGAIN = timedelta(days=30)
"""How long a message is known again: Teams repeats one within hours, with a token that lives one.

Nothing but an answer said twice hangs on it: uploads and clicks always pass, and are told apart by
the ids of order and decision, which are never forgotten.
"""

Next = Callable[[Turn], Awaitable[Answer]]
Layer = Callable[[Turn, Next], Awaitable[Answer]]
Clock = Callable[[], datetime]


class Directory(Protocol):
    """Who is who, always as the roles file says right now."""

    @property
    def book(self) -> RoleBook:
        """The newest good book."""
        ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the layers need: store, people, audit, time."""

    store: Store
    directory: Directory
    access: AccessLog
    now: Clock


def layers(around: Surroundings) -> list[Layer]:
    """All layers, the outermost first.

    Apologising lies twice: right under tracing, so that a store that fails in any layer still ends
    in a sentence, and under identifying, where the person's own language is known.
    """
    return [
        trace,
        apologise,
        Dedupe(around.store, around.now),
        Identify(around.store, around.directory),
        apologise,
        Authorise(around.access),
    ]


def chain(through: Sequence[Layer], last: Next) -> Next:
    """One callable that passes a turn through the layers to `last`."""
    step = last
    for layer in reversed(through):
        step = _bind(layer, step)
    return step


def _bind(layer: Layer, following: Next) -> Next:
    async def step(turn: Turn) -> Answer:
        return await layer(turn, following)

    return step


async def trace(turn: Turn, following: Next) -> Answer:
    """Put the turn's marks on every log line: kind, verb and order code, never what was written."""
    marks = {"turn": turn.kind.value, "activity": turn.activity_id[:80]}
    if turn.action is not None:
        marks |= {"verb": turn.action.verb, "order": turn.action.order}
    with (
        _TRACER.start_as_current_span(f"turn {turn.kind.value}"),
        structlog.contextvars.bound_contextvars(**marks),
    ):
        return await following(turn)


async def apologise(turn: Turn, following: Next) -> Answer:
    """Turn any error into an answer a person can read, with a reference that logs can be asked for.

    One of the three places where every exception is caught: Teams resends what ends without an
    answer, and stops delivering to bots that often end in 500.
    """
    try:
        return await following(turn)
    except DeskError as error:
        _log.warning("turn.failed", kind=type(error).__name__)
        if turn.from_inbox and error.retryable:
            return Later(say("reply.file_kept", turn.language))
        happened, what_now = error_text(type(error).__name__, turn.language)
        if turn.action is not None and error.retryable:
            # A machine repeats its own steps; a click that got stuck here only its person repeats.
            _, what_now = error_text(DeskClosed.__name__, turn.language)
        said = f"{happened} {what_now}"
        return refuse(turn, type(error).__name__, said, 500)
    except Exception as error:  # noqa: BLE001 - see the docstring
        reference = secrets.token_hex(4).upper()
        _log.error("turn.broken", reference=reference, kind=type(error).__name__, exc_info=True)
        said = say("reply.went_wrong", turn.language, reference=reference)
        return refuse(turn, "WentWrong", said, 500)


class Dedupe:
    """Answer a message that Teams delivers again only once.

    Clicks and uploads pass always: they are judged by the order's state, so a redelivery after a
    crash is carried out. The answer to an upload is still said once.
    """

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    async def __call__(self, turn: Turn, following: Next) -> Answer:
        """Drop a repeat; an activity without an id cannot be recognised and passes."""
        if turn.kind in (TurnKind.ACTION, TurnKind.OTHER) or not turn.activity_id:
            return await following(turn)
        if not turn.attachments:
            return await following(turn) if await self._claim(turn) else Nothing()
        answer = await following(turn)
        if isinstance(answer, Later):
            return answer
        return answer if await self._claim(turn) else Nothing()

    async def _claim(self, turn: Turn) -> bool:
        parts = (turn.tenant_id, turn.conversation_id, turn.activity_id)
        if turn.kind in (TurnKind.INSTALLED, TurnKind.REMOVED):
            # Teams tells of one installation twice, as two activities with ids of their own.
            parts = (turn.tenant_id, turn.conversation_id, f"{turn.kind}:{turn.timestamp[:10]}")
        now = self._now()
        since = now - KNOWN_AGAIN
        return await self._store.claim_activity("|".join(parts), now.isoformat(), since.isoformat())


class Identify:
    """Say who the person is and how to reach them; keep the newest serviceUrl."""

    def __init__(self, store: Store, directory: Directory) -> None:
        self._store = store
        self._directory = directory

    async def __call__(self, turn: Turn, following: Next) -> Answer:
        """Fill `actor` (None for people the book does not know), `language` and `time_zone`."""
        book = self._directory.book
        person = book.find(turn.object_id, turn.tenant_id) if turn.object_id else None
        stored = await self._remember(turn) if turn.object_id else None
        chosen = (stored.language if stored else "") or (person.language if person else "")
        actor = _actor(turn, person, book)
        zone = turn.time_zone or (stored.time_zone if stored else "")
        language = chosen or turn.language
        return await following(replace(turn, actor=actor, language=language, time_zone=zone))

    async def _remember(self, turn: Turn) -> ConversationRef | None:
        stored = await self._store.conversation(turn.tenant_id, turn.object_id)
        seen = _seen(turn, stored)
        if seen != stored:
            await self._store.save_conversation(seen)
        return stored


def _seen(turn: Turn, stored: ConversationRef | None) -> ConversationRef:
    """The way to a person after this turn.

    A group is no place for a person's cards: it tells the newest serviceUrl and their MRI, from
    which the sender can open their own chat, and leaves that chat's id (or its lack) as it was.
    So does a click: cards stand where the desk put them, and whoever presses one in somebody
    else's chat is not to be told their own orders there from then on.
    """
    known = stored or ConversationRef(turn.tenant_id, turn.object_id, "", turn.service_url)
    fresh = replace(
        known,
        service_url=turn.service_url,
        member_id=turn.member_id,
        bot_id=turn.bot_id,
        locale=turn.locale or known.locale,
        time_zone=turn.time_zone or known.time_zone,
    )
    strange = turn.kind is TurnKind.ACTION and known.conversation_id not in (
        "",
        turn.conversation_id,
    )
    if strange or not turn.is_personal:
        return fresh
    gone = turn.kind is TurnKind.REMOVED
    return replace(fresh, conversation_id=turn.conversation_id, dead=gone)


def _actor(turn: Turn, person: Person | None, book: RoleBook) -> Actor | None:
    if person is None and not (book.open_door and turn.object_id):
        return None
    return Actor(
        object_id=turn.object_id,
        tenant_id=turn.tenant_id,
        name=(person.name if person else "") or turn.name,
        human=person.human if person else turn.object_id,
        roles=person.roles if person else frozenset({Role.REQUESTER}),
    )


class Authorise:
    """Only people of the book come through; others get a polite sentence and leave a trace."""

    def __init__(self, access: AccessLog) -> None:
        self._access = access

    async def __call__(self, turn: Turn, following: Next) -> Answer:
        """Refuse a turn without an actor. What concerns nobody in particular passes silently."""
        if turn.actor is not None:
            return await following(turn)
        if turn.kind in (TurnKind.OTHER, TurnKind.REMOVED) and not turn.invoke:
            return Nothing()
        await self._access.deny("unknown_person", turn.raw)
        return refuse(turn, "NotAllowed", say("reply.unknown_person", turn.language), 400)
