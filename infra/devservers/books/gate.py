"""The way of one request: faults, checks in Zoho's order, handler, answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web

from infra.devservers.books import company, goods, invoices, orders, papers, people, steps
from infra.devservers.books.call import Call, Route
from infra.devservers.books.clock import Clock
from infra.devservers.books.faults import Faults, Strike
from infra.devservers.books.journal import Journal, masked
from infra.devservers.books.keeping import latest, load, save
from infra.devservers.books.ledger import Attachment, Ledger
from infra.devservers.books.limits import Limits
from infra.devservers.books.options import Options, Switches
from infra.devservers.books.seed import ledgers
from infra.devservers.books.tokens import Tokens
from infra.devservers.books.weather import delay, deliver, hang_up, instead, unauthorized
from infra.devservers.books.wire import Answer, Refusal, Row, parse, refused

PREFIX = "/books/v3"
TOKEN_PATH = "/oauth/v2/token"  # noqa: S105 - a path
ROUTES: tuple[Route, ...] = (
    *company.ROUTES,
    *people.ROUTES,
    *goods.ROUTES,
    *invoices.ROUTES,
    *orders.ROUTES,
    *steps.ROUTES,
    *papers.ROUTES,
)


@dataclass(slots=True, repr=False)
class Books:
    """Everything one running stand-in holds."""

    options: Options
    clock: Clock = field(default_factory=Clock)
    faults: Faults = field(init=False)
    journal: Journal = field(init=False)
    switches: Switches = field(init=False)
    ledgers: dict[str, Ledger] = field(init=False)
    tokens: Tokens = field(init=False)
    boot: int = field(init=False, default=0)
    limits: Limits = field(init=False)

    def __post_init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget everything but the time and fill the books again."""
        options = self.options
        self.faults, self.journal, self.switches = Faults(), Journal(), Switches()
        self.ledgers = ledgers(options)
        self.boot = load(options.keep, self.ledgers) if options.keep else 0
        # A clock that someone had pushed forward would otherwise stand before what it has seen.
        self.clock.reach(latest(self.ledgers))
        self.tokens = Tokens(options, self.clock, options.scope)
        self.limits = Limits(
            self.clock, options.minute_limit, options.in_flight_limit, options.day_limit
        )

    def keep(self) -> None:
        """Write the sales orders down, if they shall outlive the process."""
        if self.options.keep:
            save(self.options.keep, self.ledgers, self.boot)


BOOKS = web.AppKey("books", Books)


async def serve(request: web.Request) -> web.StreamResponse:
    """Answer one request as Zoho would, and log it."""
    books = request.app[BOOKS]
    entry = books.journal.open(books.clock.now(), request.method, request.path, request.query)
    strike = books.faults.strike(request.method, request.path)
    entry["headers"] = masked(request.headers)
    entry["fault"] = ",".join(strike.kinds) or None
    if strike.kind == "drop_before":
        return hang_up(request)
    try:
        answer = await _answer(request, books, strike, entry)
    except Refusal as refusal:
        answer = refused(refusal)
    entry["status"] = answer.status
    found = re.search(rb'"code":(\d+)', answer.body[:40])
    entry["code"] = int(found[1]) if found else None
    return await deliver(request, answer, strike.acting, books.clock)


async def _answer(request: web.Request, books: Books, strike: Strike, entry: Row) -> Answer:
    quick = instead(strike.acting) if strike.acting else None
    if quick is not None:
        return quick
    if request.path == TOKEN_PATH:
        return await _token(request, books, strike)
    route, ids = _route(request)
    if strike.kind == "expired_token":
        books.tokens.forget(_bearer(request))
    if not books.tokens.allows(_bearer(request), route.scope):
        raise unauthorized()
    organization = request.query.get("organization_id", "")
    with books.limits.slot(organization):
        ledger = _ledger(books, route, organization)
        body, upload = await _body(request, route)
        entry["body"] = masked(body)
        if strike.acting:
            await delay(request, strike.acting, books.clock)
        call = Call(
            ledger=ledger,
            ledgers=books.ledgers,
            clock=books.clock,
            switches=books.switches,
            ids=ids,
            query=request.query,
            headers=request.headers,
            body=body,
            upload=upload,
            alter=strike.altering,
        )
        answer = route.handler(call)
        if route.method != "GET":
            books.keep()
        return answer


async def _token(request: web.Request, books: Books, strike: Strike) -> Answer:
    if request.method != "POST":
        raise _not_allowed()
    if strike.acting:
        await delay(request, strike.acting, books.clock)
    form = {**request.query, **await request.post()}
    texts = {name: value for name, value in form.items() if isinstance(value, str)}
    return books.tokens.issue(texts, f"{request.scheme}://{request.host}")


def _route(request: web.Request) -> tuple[Route, Mapping[str, str]]:
    path = request.path.removeprefix(PREFIX) if request.path.startswith(PREFIX + "/") else ""
    found = [(route, ids) for route in ROUTES if (ids := route.match(path)) is not None]
    if not found:
        raise Refusal(404, 5, "Invalid URL Passed")
    for route, ids in found:
        if route.method == request.method:
            return route, ids
    raise _not_allowed()


def _not_allowed() -> Refusal:
    return Refusal(405, 37, "The HTTP method is not allowed for the requested resource")


def _bearer(request: web.Request) -> str:
    found = re.fullmatch(
        r"(?:Zoho-oauthtoken|Bearer) (\S+)", request.headers.get("Authorization", "")
    )
    return found[1] if found else ""


def _ledger(books: Books, route: Route, organization: str) -> Ledger:
    if not route.needs_organization:
        return next(iter(books.ledgers.values()))
    ledger = books.ledgers.get(organization)
    if ledger is None:
        text = f"This user is not associated with the CompanyID/CompanyName:{organization}."
        raise Refusal(400, 6041, text)
    return ledger


async def _body(request: web.Request, route: Route) -> tuple[Row, Attachment | None]:
    if route.body == "multipart":
        return {}, await _upload(request)
    sent = await request.read()
    if route.body == "json" or (route.body == "optional" and sent):
        return parse(sent), None
    return {}, None


async def _upload(request: web.Request) -> Attachment | None:
    if not request.content_type.startswith("multipart/"):
        return None
    try:
        file = (await request.post()).get("attachment")
    except (ValueError, AssertionError):
        return None
    if not isinstance(file, web.FileField):
        return None
    return Attachment(file.filename, file.file.read(), file.content_type)
