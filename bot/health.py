"""Whether the bot's parts are reachable, and the port that shows metrics."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

from orders.errors import DeskError

_log = structlog.get_logger(__name__)

READY_SECONDS = 2.0
"""Longest wait for one part's answer."""


async def run_checks(
    checks: Mapping[str, Callable[[], Awaitable[object]]], seconds: float
) -> list[str]:
    """Names of the parts that do not answer in time, sorted; all are asked at once."""
    names = sorted(checks)
    answers = await asyncio.gather(*(_ask(name, checks[name], seconds) for name in names))
    return [name for name, well in zip(names, answers, strict=True) if not well]


async def _ask(name: str, check: Callable[[], Awaitable[object]], seconds: float) -> bool:
    try:
        await asyncio.wait_for(_await(check), seconds)
    except (DeskError, OSError, RuntimeError) as error:
        _log.warning("ready.missing", part=name, kind=type(error).__name__)
        return False
    return True


async def _await(check: Callable[[], Awaitable[object]]) -> None:
    await check()


def build_metrics_app(registry: CollectorRegistry) -> web.Application:
    """`GET /metrics` alone, for a port of its own that is on loopback unless settings say else."""

    async def metrics(_request: web.Request) -> web.Response:
        body = generate_latest(registry)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})

    app = web.Application()
    app.router.add_get("/metrics", metrics)
    return app
