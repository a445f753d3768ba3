"""Looking an order up by whatever people call it, and telling its story."""

import json
from urllib.parse import quote

from aiohttp import web

from bot.pages import markup
from bot.pages.backstage import BACKSTAGE, Backstage
from bot.pages.frame import go_to, language, search, show, word, words
from bot.pages.guard import OPERATOR, note
from cards.catalogue import error_text, has, say
from cards.facts import customer_text
from cards.figures import money
from cards.lines import currency_of, drawn_lines, order_of, total_of
from cards.telling import issue_text
from orders.case import CaseDocument, StatusView, WaitingFor
from orders.chain import Record
from orders.errors import RecordMissing
from orders.fingerprint import clean_code
from orders.values import fold
from runtime.storage.port import CaseRow

_LONGEST = 200
_HASH = 64
_SHOWN = 12
"""So much of a hash is shown; the audit has it whole."""
_PEOPLE = ("to", "by")


async def find_orders(request: web.Request) -> web.StreamResponse:
    """The order of this code, else every order that is called so."""
    backstage = request.app[BACKSTAGE]
    text = request.query.get("code", "")[:_LONGEST].strip()
    row = await backstage.store.find_code(backstage.tenant_id, clean_code(text)[:12])
    if row is not None:
        return await _show_order(request, row)
    names = fold(text)
    found = await backstage.store.search_cases(backstage.tenant_id, names) if names else []
    await note(backstage, request[OPERATOR].name, "ops.orders_searched", found=str(len(found)))
    if len(found) == 1:
        return go_to(f"/orders?code={quote(found[0].code)}")
    if not found:
        told = f"<p>{word(request, 'not_found', text=text)}</p>"
        title = word(request, "no_such_order")
        return show(request, title, told, search(request, text), status=404)
    rows = [_listed(request, one) for one in found]
    columns = words(request, "order", "file", "status", "requester", "received")
    title = word(request, "found", text=text)
    return show(request, title, search(request, text), markup.table(columns, rows, ""))


def _listed(request: web.Request, row: CaseRow) -> list[str]:
    return [
        to_order(row.code),
        markup.text(row.title),
        markup.text(say(f"status.{row.status}", language(request))),
        markup.text(request.app[BACKSTAGE].name_of(row.requester)),
        markup.moment(row.received_at),
    ]


async def _show_order(request: web.Request, row: CaseRow) -> web.Response:
    backstage = request.app[BACKSTAGE]
    await note(backstage, request[OPERATOR].name, "ops.order_viewed", order=row.code)
    view = await backstage.orders.status(row.order_id)
    records = await backstage.store.audit_of(row.order_id)
    case = await _case_of(backstage, row)
    facts = _standing(request, row, view) | _content(request, row, case)
    facts |= _whereabouts(request, row, view) | _traced(case)
    named = {_label(request, key): value for key, value in facts.items()}
    return show(
        request,
        word(request, "order_title", code=row.code),
        search(request),
        markup.facts(named),
        f"<h2>{word(request, 'story')}</h2>",
        markup.table(
            words(request, "when", "what", "who", "more"),
            [_happened(request, one) for one in records],
            word(request, "no_events"),
        ),
    )


def _label(request: web.Request, key: str) -> str:
    """What a fact is called: as on the cards where they have it."""
    field = f"field.{key}"
    return markup.text(say(field, language(request))) if has(field) else word(request, key)


def _standing(request: web.Request, row: CaseRow, view: StatusView | None) -> dict[str, str]:
    """How an order stands; from the list where the workflow does not answer."""
    if view is None:
        status = say(f"status.{row.status}", language(request))
        return {"status": word(request, "as_listed", status=status)}
    spoken = language(request)
    told = {
        "status": markup.text(say(f"status.{view.status}", spoken)),
        "waits_for": markup.text(_waiting(request.app[BACKSTAGE], view, spoken)),
        "expires": markup.moment(view.deadlines.expire_at),
        "last_activity": markup.moment(view.last_activity_time),
    }
    trouble = view.error_state
    if trouble is None:
        return told
    title, what_now = error_text(trouble.kind, spoken)
    return told | {
        "trouble": markup.text(f"{title} ({trouble.kind}: {trouble.message})"),
        "what_now": markup.text(what_now),
        "next_try": markup.moment(trouble.next_try_at),
    }


def _waiting(backstage: Backstage, view: StatusView, spoken: str) -> str:
    """Whom or what it waits for, in the sentence of the cards; empty where it waits for nothing."""
    if view.waiting_for is WaitingFor.NOBODY:
        return ""
    asked = (*view.approvers, *view.escalated_to)
    people = asked if view.waiting_for is WaitingFor.APPROVAL else (view.requester,)
    names = ", ".join(backstage.name_of(one) for one in people)
    return say(f"waiting.{view.waiting_for}", spoken, name=names)


async def _case_of(backstage: Backstage, row: CaseRow) -> CaseDocument | None:
    try:
        return await backstage.store.load_case(row.order_id)
    except RecordMissing:
        return None


def _content(request: web.Request, row: CaseRow, case: CaseDocument | None) -> dict[str, str]:
    """What was ordered by whom, and which questions are open."""
    spoken = language(request)
    told = {"file": markup.text(row.title)}
    told["requester"] = markup.text(request.app[BACKSTAGE].name_of(row.requester))
    told["received"] = markup.moment(row.received_at)
    ordered = _ordered(case, spoken) if case else {}
    return told | {name: markup.text(value) for name, value in ordered.items()}


def _ordered(case: CaseDocument, spoken: str) -> dict[str, str]:
    order = order_of(case)
    if order is None:
        return {}
    total = total_of(drawn_lines(case))
    open_ = [issue_text(one, spoken)[0] for one in case.issues if one.open]
    return {
        "customer": customer_text(case, spoken),
        "po_number": order.po_number or "",
        "total": "" if total is None else money(total, currency_of(case), spoken),
        "open": " · ".join(open_),
    }


def _whereabouts(request: web.Request, row: CaseRow, view: StatusView | None) -> dict[str, str]:
    """Where more is to be found: the draft, its siblings, the logs, Temporal's pages."""
    backstage = request.app[BACKSTAGE]
    pages = f"{backstage.temporal_pages}/{quote(row.order_id)}"
    told = {"draft": markup.text(row.draft_number)}
    if view is not None:
        told["watched"] = markup.moment(view.watched_until)
        told["split_from"] = to_order(view.origin) if view.origin else ""
        told["parts"] = ", ".join(to_order(code) for code in view.parts)
    told["logs"] = f"<code>order={markup.text(row.code)}</code>"
    return told | {"workflow": markup.link(pages, row.order_id)}


def _traced(case: CaseDocument | None) -> dict[str, str]:
    """What the trace store, and every log line of this order, know it by."""
    return {"trace": f"<code>{markup.text(case.trace)}</code>"} if case and case.trace else {}


def _happened(request: web.Request, record: Record) -> list[str]:
    backstage, body = request.app[BACKSTAGE], json.loads(record.body)
    actor = body["actor"]["id"]
    who = markup.text(backstage.name_of(actor)) if actor else word(request, "desk")
    facts = [
        f"{name}: {_fact(backstage, name, value)}"
        for name, value in sorted(body["data"].items())
        if value
    ]
    return [
        markup.moment(body["at"]),
        markup.named(_event(request, body["event_type"]), body["event_type"]),
        who,
        markup.quiet(" · ".join(facts)),
    ]


def _event(request: web.Request, kind: str) -> str:
    key = f"event.{kind.replace('.', '_')}"
    return say(key, language(request)) if has(key) else kind


def _fact(backstage: Backstage, name: str, value: str) -> str:
    """A noted fact as people read it: names for ids, the beginning of a hash."""
    if name in _PEOPLE:
        return ", ".join(backstage.name_of(one) for one in value.split(","))
    return f"{value[:_SHOWN]}…" if len(value) == _HASH and value.isalnum() else value


def to_order(code: str) -> str:
    """A link to the page of an order."""
    return markup.link(f"/orders?code={quote(code)}", code)
