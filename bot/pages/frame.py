"""The frame around every page for operators: language, head, sentences."""

from aiohttp import hdrs, web

from bot.pages import markup
from bot.pages.guard import OPERATOR
from bot.turn import language_of
from cards.catalogue import say

LANGUAGE = "lang"
"""Parameter and cookie that name the reader's language; else the browser does."""


def language(request: web.Request) -> str:
    """`en` or `fa`: as just chosen, as chosen before, or as the browser asks."""
    asked = request.query.get(LANGUAGE) or request.cookies.get(LANGUAGE, "")
    return language_of(asked or request.headers.get(hdrs.ACCEPT_LANGUAGE, ""))


def word(request: web.Request, key: str, **facts: object) -> str:
    """A sentence of these pages in the reader's language, harmless as HTML."""
    return markup.text(say(f"ops.{key}", language(request), **facts))


def words(request: web.Request, *keys: str) -> list[str]:
    """Several of them, as for the head of a table."""
    return [word(request, key) for key in keys]


def show(request: web.Request, title: str, *parts: str, status: int = 200) -> web.Response:
    """A whole page; a language just chosen is kept."""
    chosen = language(request)
    other = request.rel_url.with_query(
        {**request.query, LANGUAGE: "en" if chosen == "fa" else "fa"}
    )
    pages = {"/": "overview", "/schedules": "schedules", "/webhooks": "dead"}
    head = markup.Head(
        product=markup.text(say("reply.help_title", chosen)),
        who=request[OPERATOR].name,
        language=chosen,
        links={path: word(request, key) for path, key in pages.items()}
        | {str(other): word(request, "other_language")},
    )
    text = markup.page(title, head, *parts)
    answer = web.Response(text=text, content_type="text/html", status=status)
    if LANGUAGE in request.query:
        answer.set_cookie(LANGUAGE, chosen, httponly=True, samesite="Strict")
    return answer


def search(request: web.Request, given: str = "") -> str:
    """The form that looks an order up."""
    return markup.search(word(request, "search"), word(request, "look_up"), given)


def go_to(path: str) -> web.Response:
    """On to another page of the site."""
    return web.Response(status=303, headers={hdrs.LOCATION: path})
