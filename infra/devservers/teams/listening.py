"""What happened, for whoever listens: the log and the event stream."""

import contextlib
import json

from aiohttp import web

from infra.devservers.teams.journal import Journal
from infra.devservers.teams.keep import WORLD

_LONGEST_WAIT = 60.0
_HEARTBEAT = 15.0

routes = web.RouteTableDef()


@routes.get("/api/log")
async def show_log(request: web.Request) -> web.Response:
    """`?since=N&wait=S`: entries after N, waiting up to S seconds (25) for the first one."""
    try:
        since = int(request.query.get("since", "0"))
        wait = min(float(request.query.get("wait", "25")), _LONGEST_WAIT)
    except ValueError:
        return web.json_response({"error": "since and wait are numbers"}, status=400)
    entries = await request.app[WORLD].journal.wait(since, wait)
    last = entries[-1]["n"] if entries else since
    return web.json_response({"entries": entries, "next": last})


@routes.get("/api/events")
async def stream_events(request: web.Request) -> web.StreamResponse:
    """The same entries as server-sent events, from `?since=` or the last seen id on."""
    journal = request.app[WORLD].journal
    asked = request.headers.get("Last-Event-ID") or request.query.get("since", "")
    last = int(asked) if asked.isdigit() else journal.last
    stream = web.StreamResponse(headers={"Cache-Control": "no-store"})
    stream.content_type = "text/event-stream"
    await stream.prepare(request)
    await stream.write(b": hello\n\n")
    with contextlib.suppress(ConnectionResetError):
        await _follow(journal, stream, last)
    return stream


async def _follow(journal: Journal, stream: web.StreamResponse, last: int) -> None:
    while True:
        entries = await journal.wait(last, _HEARTBEAT)
        for entry in entries:
            last = entry["n"]
            text = json.dumps(entry, ensure_ascii=False)
            await stream.write(f"id: {last}\ndata: {text}\n\n".encode())
        if not entries:
            await stream.write(b": still here\n\n")
