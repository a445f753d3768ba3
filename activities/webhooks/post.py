"""One signed sending to one subscriber, to public addresses only."""

import asyncio
from dataclasses import dataclass
from urllib.parse import urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from orders.errors import LinkRefused, SubscriberUnavailable
from orders.outbound import Answer, Subscription, judge_answer, sign
from runtime.download import guarded_session
from runtime.egress import judge_url

_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Post:
    """Sends to subscribers. Private addresses are refused, whatever a name leads to.

    `allow_loopback` is for a desk that runs on stand-ins; `resolver` is for tests of names.
    """

    allow_loopback: bool = False
    resolver: AbstractResolver | None = None
    seconds: float = _SECONDS

    async def send(
        self, to: Subscription, identity: str, timestamp: int, body: str
    ) -> tuple[Answer, str]:
        """Send one event; what the answer means, and a word about it.

        Raises:
            SubscriberUnavailable: no answer in time, or one that asks to try again.
        """
        try:
            status = await self._status(to, identity, timestamp, body)
        except LinkRefused as refused:
            return Answer.DEAD, f"the address is refused: {refused}"
        answer = judge_answer(status)
        if answer is Answer.RETRY:
            raise SubscriberUnavailable(f"The subscriber answered {status}.")
        return answer, f"HTTP {status}"

    async def _status(self, to: Subscription, identity: str, timestamp: int, body: str) -> int:
        host = urlsplit(to.url).hostname or ""
        judge_url(to.url, (host,), allow_loopback=self.allow_loopback)
        headers = sign(to.secret, identity, timestamp, body)
        try:
            async with (
                asyncio.timeout(self.seconds),
                guarded_session(to.url, self.resolver) as session,
                session.post(
                    URL(to.url, encoded=True), data=body.encode(), headers=headers,
                    allow_redirects=False,
                ) as answer,
            ):  # fmt: skip
                return answer.status
        except (TimeoutError, aiohttp.ClientError, OSError):
            raise SubscriberUnavailable from None
