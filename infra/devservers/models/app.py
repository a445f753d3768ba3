"""The routes of four vendors, and the levers that tests and demos pull."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from infra.devservers.models import formats
from infra.devservers.models.script import Script

SCRIPT = web.AppKey("script", Script)
LIMITED, BROKEN, UNSIGNED = 429, 500, 401


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one vendor speaks: the key's header, request, answer, error."""

    key_headers: tuple[str, ...]
    prompt: Callable[[formats.Body], str]
    answer: Callable[..., dict[str, Any]]
    error: Callable[[int, str], dict[str, Any]]


OPENAI = Dialect(("Authorization",), formats.chat_prompt, formats.chat_answer, formats.openai_error)
AZURE = Dialect(
    ("api-key", "Authorization"), formats.chat_prompt, formats.chat_answer, formats.openai_error
)
ANTHROPIC = Dialect(
    ("x-api-key", "Authorization"),
    formats.chat_prompt,
    formats.anthropic_answer,
    formats.anthropic_error,
)
GEMINI = Dialect(
    ("x-goog-api-key",), formats.gemini_prompt, formats.gemini_answer, formats.gemini_error
)


def create_app() -> web.Application:
    """The application, not yet listening."""
    app = web.Application()
    app[SCRIPT] = Script()
    app.router.add_post("/openai/v1/chat/completions", _openai)
    app.router.add_post("/compatible/v1/chat/completions", _openai)
    app.router.add_post("/openai/deployments/{model}/chat/completions", _azure)
    app.router.add_post("/v1/messages", _anthropic)
    app.router.add_post("/v1beta/models/{call}", _gemini)
    app.router.add_put("/__fake/plans/{model}", _plan)
    app.router.add_get("/__fake/requests", _requests)
    app.router.add_delete("/__fake/requests", _reset)
    return app


async def _openai(request: web.Request) -> web.StreamResponse:
    return await _converse(request, OPENAI, str((await request.json()).get("model", "")))


async def _azure(request: web.Request) -> web.StreamResponse:
    if not request.query.get("api-version"):
        raise web.HTTPNotFound(text=formats.dump(formats.openai_error(404, "Resource not found")))
    return await _converse(request, AZURE, request.match_info["model"])


async def _anthropic(request: web.Request) -> web.StreamResponse:
    body = await request.json()
    if not request.headers.get("anthropic-version") or "max_tokens" not in body:
        raise web.HTTPBadRequest(text=formats.dump(formats.anthropic_error(400, "field required")))
    return await _converse(request, ANTHROPIC, str(body.get("model", "")))


async def _gemini(request: web.Request) -> web.StreamResponse:
    model, _, verb = request.match_info["call"].partition(":")
    if verb != "generateContent":
        raise web.HTTPNotFound(text=formats.dump(formats.gemini_error(404, "unknown method")))
    return await _converse(request, GEMINI, model)


async def _converse(request: web.Request, dialect: Dialect, model: str) -> web.StreamResponse:
    script, body = request.app[SCRIPT], await request.json()
    if not any(request.headers.get(name) for name in dialect.key_headers):
        return _json(dialect.error(UNSIGNED, "no key"), UNSIGNED)
    prompt = dialect.prompt(body)
    script.seen.append({"model": model, "path": request.path, "prompt": prompt, "body": body})
    await asyncio.sleep(script.delay_of(model))
    deed = script.plan(model)["do"]
    if deed == "limit":
        return _json(dialect.error(LIMITED, "slow down"), LIMITED, {"Retry-After": "20"})
    if deed == "broken":
        return _json(dialect.error(BROKEN, "the server had an error"), BROKEN)
    if deed == "hang_up":
        if request.transport is not None:
            request.transport.close()
        return web.Response()
    if deed == "cut":
        return await _cut(request)
    text = script.text_of(model, prompt)
    return _json(dialect.answer(model, text, refused=deed == "refuse"))


async def _cut(request: web.Request) -> web.StreamResponse:
    """Half an answer, then the line is cut."""
    headers = {"Content-Type": "application/json", "Content-Length": "5000"}
    response = web.StreamResponse(headers=headers)
    await response.prepare(request)
    await response.write(b'{"id": "half", "choices": [{"mess')
    if request.transport is not None:
        request.transport.close()
    return response


def _json(
    body: formats.Body, status: int = 200, headers: dict[str, str] | None = None
) -> web.Response:
    return web.json_response(body, status=status, headers=headers, dumps=formats.dump)


async def _plan(request: web.Request) -> web.StreamResponse:
    try:
        request.app[SCRIPT].set(request.match_info["model"], await request.json())
    except ValueError as error:
        return _json({"error": str(error)}, 400)
    return _json({})


async def _requests(request: web.Request) -> web.StreamResponse:
    return _json({"requests": list(request.app[SCRIPT].seen)})


async def _reset(request: web.Request) -> web.StreamResponse:
    script = request.app[SCRIPT]
    script.seen.clear()
    script.plans.clear()
    script.turns.clear()
    return _json({})
