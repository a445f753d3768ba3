"""What an order says of itself: customer, number, days, notes, currency."""

from collections.abc import Iterator, Sequence
from itertools import islice

from microsoft_teams.cards.core import CardElement

from cards.catalogue import line_number, say
from cards.elements import fact
from cards.figures import currency_name, day, digits, number
from cards.habits import habit_names
from cards.lines import Drawn, currency_of, drawn_lines, order_of
from cards.literal import clean, join, show
from cards.scene import Scene
from cards.telling import reasons
from orders.case import CaseDocument
from orders.catalogue import Method
from orders.days import days_of_lines
from orders.order import Line, Order

_MOST = 5
"""So many days and words of single lines are named; the draft's notes name them all."""


def draw_facts(scene: Scene, *without: str) -> list[CardElement]:
    """Customer, PO number, dates, notes and currency, each only where known and not left out."""
    case, order, language = scene.case, order_of(scene.case), scene.language
    if case is None or order is None:
        return []
    lines = drawn_lines(case)
    sent = [one.line for one in lines if not one.left_out]
    values = {
        "customer": customer_text(case, language),
        "po_number": show(order.po_number or "", language, 60),
        "order_date": day(order.order_date, language) if order.order_date else "",
        "delivery_date": _days(order, sent, language),
        "ship_to": show(order.ship_to or "", language, 160),
        "notes": _notes(order, sent, language),
        "currency": currency_name(clean(currency_of(case), 10), language),
    }
    facts = [
        fact(say(f"field.{name}", language), text)
        for name, text in values.items()
        if text and name not in without
    ]
    facts.append(fact(say("review.lines", language), _line_count(order, lines, language)))
    return [*facts, *_draw_template(case, language), *_draw_panel(case, language)]


def _days(order: Order, sent: Sequence[Line], language: str) -> str:
    """The order's delivery day, and the lines that have another."""
    whole = day(order.delivery_date, language) if order.delivery_date else ""
    own = join(_first(_days_of_lines(order, sent, language)), language, "; ", 160)
    return "; ".join(filter(None, (whole, own)))


def _days_of_lines(order: Order, sent: Sequence[Line], language: str) -> Iterator[str]:
    for due, ids in days_of_lines(sent, order.delivery_date).items():
        lines = join([digits(line_number(one), language) for one in ids], language, ", ")
        key = "review.day_of_line" if len(ids) == 1 else "review.day_of_lines"
        yield say(key, language, day=day(due, language), lines=lines)


def _notes(order: Order, sent: Sequence[Line], language: str) -> str:
    """What the file says in words, of the order and of its lines: the draft carries it too."""
    return join((order.notes or "", *_first(_notes_of_lines(sent, language))), language, "; ", 300)


def _notes_of_lines(sent: Sequence[Line], language: str) -> Iterator[str]:
    for one in sent:
        if one.notes:
            number = digits(line_number(one.line_id), language)
            yield say("review.note_of_line", language, line=number, text=one.notes)


def _first(texts: Iterator[str]) -> list[str]:
    told = list(islice(texts, _MOST + 1))
    return [*told[:_MOST], "…"] if len(told) > _MOST else told


def _draw_panel(case: CaseDocument, language: str) -> list[CardElement]:
    """Whether language models were asked about the columns, and what their votes did."""
    panel = case.panel
    if panel is None:
        return []
    counts = {"count": number(panel.valid, language), "limit": number(len(panel.calls), language)}
    text = say(f"review.models_{panel.mode}", language, **counts)
    return [fact(say("review.models", language), text)]


def _draw_template(case: CaseDocument, language: str) -> list[CardElement]:
    """The known template behind the columns: who confirmed it when, or why it was not used."""
    met = case.reading.recall if case.reading else None
    if met is None:
        return []
    name, date = clean(met.by_name, 60), day(met.at[:10], language)
    text = say(
        f"review.template_{met.outcome}", language, name=name, date=date, template=met.template_id
    )
    drawn: list[CardElement] = [fact(say("review.columns", language), text)]
    if told := habit_names(met.habits, language):
        drawn.append(fact(say("review.habits", language), join(told, language)))
    return drawn


def _line_count(order: Order, lines: list[Drawn], language: str) -> str:
    count = number(len(lines), language)
    key = "review.line_count_one" if len(lines) == 1 else "review.line_count"
    text = say(key, language, count=count, sheet=order.sheet)
    out = sum(one.left_out for one in lines)
    left = say("review.left_out", language, count=number(out, language)) if out else ""
    return f"{text} · {left}" if left else text


def customer_text(case: CaseDocument, language: str) -> str:
    """The customer in the books' words, with the file's own words where they differ."""
    match = case.matches.customer
    order = order_of(case)
    asked = (match.asked if match else "") or (order.customer if order else "") or ""
    if match is None or match.customer is None:
        return show(asked, language) or say("review.customer_open", language)
    name = match.customer.name
    known = reasons(match.because, language) if match.method in (Method.ALIAS, Method.FUZZY) else ""
    return say(
        "review.customer_matched",
        language,
        name=name,
        asked="" if asked == name else asked,
        known=show(known, language),
    )
