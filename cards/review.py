"""The card on which the requester compares the order before approval."""

from decimal import Decimal

from microsoft_teams.cards.core import CardElement

from cards.amend import draw_amend
from cards.ask import draw_issues, more
from cards.catalogue import line_number, say
from cards.elements import BOLD, QUIET, Ink, box, fact, heading, line
from cards.facts import draw_facts
from cards.figures import digits, moment, number
from cards.guesses import draw_guesses, guesses
from cards.lines import (
    Detail,
    Drawn,
    amount,
    currency_of,
    draw_lines,
    drawn_lines,
    order_of,
    total_of,
)
from cards.scene import Part, Scene
from cards.verbs import Press, press_all, row
from orders.issue import Severity
from orders.money import minor_unit
from orders.order import Order

_PRICES_NAMED = 5
_WARNINGS_SHOWN = 6
_TOLD = frozenset(
    {"FORMULAS_WARNING", "FORMULAS_UNCONFIRMED", "HIDDEN_SHEETS_SKIPPED", "NOTES_BELOW_TABLE"}
)
"""What needs no answer, or has one, and still is to be seen by whoever decides."""


def body(scene: Scene, detail: Detail) -> list[CardElement]:
    """Facts, lines, totals, what is unusual, who decides, and the button that sends it on."""
    owns = scene.reader.part is Part.REQUESTER
    key = "review.intro" if owns else "review.intro_others"
    intro = say(key, scene.language, name=scene.name(scene.view.requester))
    return [
        line(intro),
        box(draw_facts(scene)),
        *_draw_lane(scene),
        *draw_unusual(scene),
        *draw_told(scene),
        *draw_lines(scene, detail),
        *draw_totals(scene),
        *_draw_open(scene, inputs=owns),
        *(draw_guesses(scene) if owns else []),
        line(_approvers(scene), QUIET),
        *row(press_all(scene, *_presses(scene))),
        *row([*draw_amend(scene), *press_all(scene, Press.UNDO, Press.ASK_CANCEL)]),
    ]


def _open_questions(scene: Scene) -> bool:
    return any(one.open for one in (scene.case.issues if scene.case else ()))


def _presses(scene: Scene) -> list[Press]:
    stop = [Press.REPORT] if scene.view.lane_until else []
    if _open_questions(scene):
        return [*stop, Press.CORRECT]
    change = [Press.CHOOSE] if guesses(scene.case) else []
    return [*stop, Press.SUBMIT, *change]


def _draw_lane(scene: Scene) -> list[CardElement]:
    """Until when the order can be stopped on its way without an approver, and why it may."""
    until, language = scene.view.lane_until, scene.language
    report = scene.case.lane if scene.case else None
    if not until or report is None:
        return []
    at = moment(until, language, scene.reader.time_zone)
    ticks = [
        line(f"{'✓' if met else '✗'}\u00a0{say(f'lane.{name}', language)}", spacing="None")
        for name, met in report.conditions
    ]
    return [box([line(say("lane.until", language, at=at), BOLD), *ticks], "good")]


def _draw_open(scene: Scene, *, inputs: bool) -> list[CardElement]:
    issues = [one for one in scene.case.issues if one.open] if scene.case else []
    return draw_issues(scene, issues, inputs=inputs)


def _approvers(scene: Scene) -> str:
    names = scene.names_of(scene.view.approvers or scene.colleagues)
    key = "review.approvers" if names else "review.approvers_none"
    return say(key, scene.language, names=names)


def draw_order(scene: Scene, detail: Detail) -> list[CardElement]:
    """Header facts, the lines and the totals."""
    return [box(draw_facts(scene)), *draw_lines(scene, detail), *draw_totals(scene)]


def draw_totals(scene: Scene) -> list[CardElement]:
    """What the draft will come to, and where the file says otherwise."""
    order, total = order_of(scene.case), total_of(drawn_lines(scene.case))
    stated = {
        "sheet_total": order.total if order and order.total != total else None,
        "sheet_tax": order.tax if order else None,
    }
    amounts = {"total": total, **stated}
    drawn: list[CardElement] = [
        fact(say(f"review.{name}", scene.language), amount(scene, value))
        for name, value in amounts.items()
        if value is not None
    ]
    drawn += _draw_difference(scene, total, _before_tax(order) if order else None)
    return [box(drawn, "emphasis")] if drawn else []


def _before_tax(order: Order) -> Decimal | None:
    """What the file says its lines come to before tax, as the draft's total is before tax."""
    if order.subtotal is not None or order.total is None:
        return order.subtotal
    return order.total - (order.tax or Decimal(0))


def _draw_difference(
    scene: Scene, total: Decimal | None, stated: Decimal | None
) -> list[CardElement]:
    """A warning where the draft and the file differ by a coin or more."""
    if scene.case is None or total is None or stated is None:
        return []
    if abs(total - stated) < minor_unit(currency_of(scene.case)):
        return []
    difference = amount(scene, abs(total - stated))
    text = say("review.total_differs", scene.language, difference=difference)
    return [line(text, Ink(colour="Warning", bold=True))]


def draw_unusual(scene: Scene) -> list[CardElement]:
    """Price differences, warnings and a repeated file: what an approver should look at."""
    return [*_draw_earlier(scene), *_draw_prices(scene), *_draw_warnings(scene)]


def _draw_earlier(scene: Scene) -> list[CardElement]:
    """Which order's draft this one changes, and which order came with the same file."""
    case, language, told = scene.case, scene.language, []
    if case and case.updates:
        facts = {"number": case.updates.number, "code": case.updates.code}
        told.append(say("review.updates", language, **facts))
    if case and case.duplicate_of:
        told.append(say("review.duplicate", language, code=case.duplicate_of))
    return [box([line(text, BOLD)], "warning") for text in told]


def _draw_prices(scene: Scene) -> list[CardElement]:
    language = scene.language
    differing = [one for one in drawn_lines(scene.case) if one.differs]
    if not differing:
        return []
    count = number(len(differing), language)
    named = [line(_price_text(scene, one), spacing="Small") for one in differing[:_PRICES_NAMED]]
    hidden = len(differing) - _PRICES_NAMED
    title = heading(say("review.prices", language, count=count), "Warning")
    whole = line(_whole(scene, differing), QUIET)
    return [title, whole, *named, *([more(hidden, language)] if hidden > 0 else [])]


def _whole(scene: Scene, differing: list[Drawn]) -> str:
    """What the differing lines come to at either price."""
    zero = Decimal(0)
    sheet = sum(
        ((one.price.sheet or zero) * (one.line.quantity or zero) for one in differing), zero
    )
    books = sum(
        ((one.price.books or zero) * (one.line.quantity or zero) for one in differing), zero
    )
    figures = {"sheet": amount(scene, sheet), "books": amount(scene, books)}
    return say("review.prices_total", scene.language, **figures)


def _price_text(scene: Scene, one: Drawn) -> str:
    sheet, books, sent = one.price.sheet, one.price.books, one.price.sent
    language = scene.language
    change = _change(sheet, books)
    kind = "new" if change is None else "higher" if change > 0 else "lower"
    text = say(
        f"review.price_{kind}",
        language,
        line=digits(line_number(one.line.line_id), language),
        sheet=amount(scene, sheet),
        books=amount(scene, books),
        share="" if change is None else number(abs(change), language),
    )
    carried = say("review.sent_price", language, sent=amount(scene, sent)) if sent else ""
    return f"{text}. {carried}".rstrip()


def _change(sheet: Decimal | None, books: Decimal | None) -> Decimal | None:
    if not sheet or books is None:
        return None
    return ((books - sheet) / sheet * 100).quantize(Decimal("0.1"))


def _draw_warnings(scene: Scene) -> list[CardElement]:
    issues = [
        one
        for one in (scene.case.issues if scene.case else ())
        if one.severity is Severity.WARNING
        and (one.code != "PRICE_DIFFERENCE" or "answer" in one.facts)
    ]
    return draw_issues(scene, issues, inputs=False, most=_WARNINGS_SHOWN)


def draw_told(scene: Scene) -> list[CardElement]:
    """What was computed, confirmed or left out, and is nothing unusual."""
    issues = scene.case.issues if scene.case else ()
    told = [one for one in issues if one.severity is Severity.INFO and one.code in _TOLD]
    return draw_issues(scene, told, inputs=False, most=_WARNINGS_SHOWN)
