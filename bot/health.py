"""Whether the bot's parts are reachable."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

import structlog

_log = structlog.get_logger(__name__)

READY_SECONDS = 2.0
"""Longest wait for one part's answer."""


async def run_checks(
    checks: Mapping[str, Callable[[], Awaitable[object]]], seconds: float
) -> list[str]:
    """Names of the parts that do not answer in time, sorted; all are asked at once."""
    names = sorted(checks)
    asked = (asyncio.wait_for(_await(checks[name]), seconds) for name in names)
    answers = await asyncio.gather(*asked, return_exceptions=True)
    missing = {
        name: type(answer).__name__
        for name, answer in zip(names, answers, strict=True)
        if isinstance(answer, BaseException)
    }
    if missing:
        _log.warning("ready.missing", parts=missing)
    return list(missing)


async def _await(check: Callable[[], Awaitable[object]]) -> None:
    await check()
