"""Puts the stand-in together as one aiohttp application."""

from aiohttp import web

from infra.devservers.books.control import control
from infra.devservers.books.gate import BOOKS, Books, serve
from infra.devservers.books.options import Options
from infra.devservers.books.page import show

LARGEST_BODY = 16 * 1024 * 1024


def create_app(options: Options | None = None) -> web.Application:
    """Return a stand-in with books of its own; ``app[BOOKS]`` holds them."""
    app = web.Application(client_max_size=LARGEST_BODY)
    app[BOOKS] = Books(options or Options())
    app.router.add_get("/", show)
    app.router.add_route("*", "/__fake/{name}", control)
    app.router.add_route("*", "/{path:.*}", serve)
    return app
