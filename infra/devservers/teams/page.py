"""The chat page and what it is drawn with."""

from pathlib import Path

from aiohttp import web

from infra.devservers.teams.keep import WORLD

_STATIC = Path(__file__).with_name("static")
_PAGE_FILES = {"": "index.html", "chat.js": "chat.js", "pane.js": "pane.js", "chat.css": "chat.css"}
_MODULE_FILES = {
    "adaptivecards.js": "adaptivecards/dist/adaptivecards.min.js",
    "adaptivecards.css": "adaptivecards/dist/adaptivecards.css",
    "markdown-it.js": "markdown-it/dist/browser/markdown-it.umd.min.js",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}

routes = web.RouteTableDef()


@routes.get("/{name:(?:chat\\.js|pane\\.js|chat\\.css)?}")
async def show_page(request: web.Request) -> web.FileResponse:
    """The page itself."""
    return web.FileResponse(_STATIC / _PAGE_FILES[request.match_info["name"]], headers=_HEADERS)


@routes.get("/modules/{name}")
async def show_module(request: web.Request) -> web.StreamResponse:
    """Microsoft's renderer and its Markdown, from `--web-modules`."""
    folder = request.app[WORLD].options.web_modules
    path = _MODULE_FILES.get(request.match_info["name"])
    if folder is None or path is None or not (folder / path).is_file():
        return web.Response(status=404, text="not installed: see infra/devservers/web")
    return web.FileResponse(folder / path, headers=_HEADERS)
