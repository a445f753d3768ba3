"""The routes of the file host."""

from urllib.parse import quote

from aiohttp import web

from infra.devservers.teams.faults import refusal
from infra.devservers.teams.files import StoredFile
from infra.devservers.teams.identity import caller_is_bot
from infra.devservers.teams.keep import FILES, WORLD

routes = web.RouteTableDef()


@routes.get("/personal/_layouts/15/download.aspx", name="file")
async def download(request: web.Request) -> web.Response:
    """The bytes, to whoever has the link while it lives.

    A caller that adds an Authorization header is judged by it and refused, as SharePoint does.
    """
    world = request.app[WORLD]
    stored = request.app[FILES].find(
        request.query.get("UniqueId", ""), request.query.get("tempauth", "")
    )
    leaked = "Authorization" in request.headers
    dead = stored is None or world.now() - stored.born >= world.options.file_seconds
    if stored is None or dead or leaked:
        world.counters["leaked_tokens"] += leaked
        world.note("download refused", leaked=leaked, expired=bool(stored and dead))
        return refusal(401, "The link is not valid, or no more.", "unauthenticated")
    world.note("downloaded", name=stored.name, bytes=len(stored.read()))
    return _bytes_of(stored)


@routes.get("/personal/{owner}/Documents/{path:.*}")
async def browse(_request: web.Request) -> web.Response:
    """`contentUrl` is for people with a browser and a sign-in, never for bots."""
    return web.Response(status=403, text="403 FORBIDDEN", content_type="text/html")


@routes.get("/v3/attachments/{unique}/views/original", name="attachment")
async def picture(request: web.Request) -> web.Response:
    """A pasted picture: lives on the connector and wants the bot's token."""
    if not caller_is_bot(request):
        return refusal(401, "Authorization has been denied for this request.")
    stored = request.app[FILES].files.get(request.match_info["unique"])
    if stored is None:
        return refusal(404, "No such attachment.", "NotFound")
    return _bytes_of(stored)


@routes.get("/sign-in")
async def sign_in(_request: web.Request) -> web.Response:
    """Where redirected callers end."""
    return web.Response(text="<html><body>Sign in</body></html>", content_type="text/html")


def _bytes_of(stored: StoredFile) -> web.Response:
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(stored.name)}",
        "ETag": stored.etag,
    }
    return web.Response(body=stored.read(), content_type=stored.content_type, headers=headers)
