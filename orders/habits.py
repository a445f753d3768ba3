"""What people answered once and what holds for a template's next file."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from decimal import Decimal, InvalidOperation

from orders.codes import CODES
from orders.dates import chosen_order, parse_date
from orders.evidence import Evidence, Origin
from orders.fixes import Fix, FixKind
from orders.issue import Issue
from orders.numbers import Style, parse_amount
from orders.order import Order
from orders.waiting import SUMS

PLACES = {"MULTIPLE_SHEET_CANDIDATES": "sheets", "MULTI_TABLE": "headers"}
"""Questions that ask where the order stands, and the fact that lists what it is chosen from."""
BEFORE = "ANSWERED_BEFORE"
"""What an earlier answer settled: shown, and to be answered otherwise."""
_READ_BY_STYLE = (
    "quantity", "unit_price", "line_total", "discount", "tax", "pack_size", "subtotal", "total",
)  # fmt: skip
_ORDERS = frozenset({"dmy", "mdy"})


@dataclass(frozen=True, slots=True)
class Habits:
    """Answers of people about a customer's files; an empty one was never given.

    `style` is the decimal mark (`dot`, `comma`), `dates` the order of a date's parts, `currency`
    what a sign or a missing word meant (`TOMAN` for toman), `among` the sheets or tables of which
    the template's own was chosen. `named` says that a person named its sheet or header unasked.
    """

    style: str = ""
    dates: str = ""
    currency: str = ""
    among: str = ""
    named: bool = False

    def __bool__(self) -> bool:
        """Whether anything was answered."""
        return any(astuple(self))

    def joined(self, later: "Habits") -> "Habits":
        """These answers with later ones laid over them."""
        pairs = zip(astuple(self), astuple(later), strict=True)
        return Habits(*(new or old for old, new in pairs))


NO_HABITS = Habits()


def told_by(issues: Sequence[Issue], fixes: Sequence[Fix]) -> Habits:
    """What these answers to these questions say of the next file."""
    asked = {one.target: one for one in issues if one.open or one.code == BEFORE}
    told = NO_HABITS
    for fix in fixes:
        question = asked.get(_target_of(fix))
        if question is not None:
            told = told.joined(_lesson(question, fix.value))
        elif fix.kind in (FixKind.SHEET, FixKind.HEADER_ROW):
            told = told.joined(Habits(named=True))
    return told


def _target_of(fix: Fix) -> str:
    return f"{fix.kind}:{fix.target}" if fix.target else str(fix.kind)


def _lesson(question: Issue, value: str) -> Habits:
    match question.facts.get("asked", question.code):
        case "AMBIGUOUS_NUMBER":
            return Habits(style=_style_of(question.facts["value"], value))
        case "AMBIGUOUS_DATE":
            return Habits(dates=chosen_order(parse_date(question.facts["value"]), value))
        case "CURRENCY_UNIT_UNCLEAR":
            return Habits(currency=value)
        case "INVALID_CURRENCY" if question.facts.get("sign"):
            return Habits(currency=value)
        case code if code in PLACES:
            return Habits(among=question.facts[PLACES[code]])
        case _:
            return NO_HABITS


def _style_of(text: str, value: str) -> str:
    """The one decimal mark under which a text is this number."""
    amount = parse_amount(text)
    try:
        number = Decimal(value)
    except InvalidOperation:
        return ""
    readings = amount.readings.items() if amount else ()
    styles = [str(style) for style, reading in readings if reading == number]
    return styles[0] if len(styles) == 1 else ""


def answers(issues: Sequence[Issue], habits: Habits) -> tuple[Fix, ...]:
    """The answers that habits give to open questions, each one of those that are offered."""
    given = ((one, _answer(one, habits)) for one in issues if one.open)
    return tuple(
        Fix(FixKind(kind), place, value)
        for one, value in given
        if value in {choice.value for choice in one.candidates}
        for kind, _, place in [one.target.partition(":")]
    )


def _answer(question: Issue, habits: Habits) -> str:
    text = question.facts.get("value", "")
    match question.code:
        case "AMBIGUOUS_NUMBER" if habits.style:
            amount = parse_amount(text)
            number = amount.readings.get(Style(habits.style)) if amount else None
            return "" if number is None else f"{number:f}"
        case "AMBIGUOUS_DATE" if habits.dates:
            return parse_date(text).value(habits.dates) or ""
        case "CURRENCY_UNIT_UNCLEAR" | "INVALID_CURRENCY":
            return habits.currency if _lesson(question, habits.currency) else ""
        case _:
            return ""


def as_before(issues: Sequence[Issue], given: Sequence[Fix]) -> list[Issue]:
    """The questions that earlier answers settle, as guesses that a person may change."""
    asked = {one.target: one for one in issues if one.open}
    return [
        replace(
            question,
            code=BEFORE,
            severity=CODES[BEFORE],
            preselect=fix.value,
            facts={**question.facts, "asked": question.code, "answer": fix.value},
        )
        for fix in given
        if (question := asked.get(_target_of(fix))) is not None
    ]


def speaks_against(order: Order, issues: Sequence[Issue], used: Habits) -> bool:
    """Whether values of the order prove another habit, or its sums and days fail under this one."""
    codes = {one.code for one in issues}
    style = used.style and (codes & SUMS or any(_other_styles(order, used.style)))
    dates = used.dates and ("INVALID_DATE" in codes or any(_other_dates(order, used.dates)))
    return bool(style or dates)


def _other_styles(order: Order, style: str) -> Iterator[bool]:
    for one in _witnesses(order, _READ_BY_STYLE):
        amount = parse_amount(one.raw)
        yield amount is not None and amount.style not in (None, style)


def _other_dates(order: Order, dates: str) -> Iterator[bool]:
    for one in _witnesses(order, ("order_date", "delivery_date")):
        moment = parse_date(one.raw)
        proven = {name.removeprefix("jalali-") for name in moment.readings}
        yield len(proven) == 1 and proven <= _ORDERS and dates not in proven


def _witnesses(order: Order, fields: Sequence[str]) -> Iterator[Evidence]:
    for evidence in (order.evidence, *(line.evidence for line in order.lines)):
        yield from (evidence[name] for name in fields if name in evidence)


def witnessed(order: Order, given: Sequence[Fix]) -> Order:
    """The order, whose evidence says which values an earlier answer settled, not a person today."""
    places = {fix.target for fix in given}
    return replace(
        order,
        evidence={
            name: _remembered(one, mine=name in places or one.address in places)
            for name, one in order.evidence.items()
        },
        lines=tuple(
            replace(
                line,
                evidence={
                    name: _remembered(one, mine=one.address in places)
                    for name, one in line.evidence.items()
                },
            )
            for line in order.lines
        ),
    )


def _remembered(one: Evidence, *, mine: bool) -> Evidence:
    if mine:
        return replace(one, reading="memory", origin=Origin.TEMPLATE)
    if one.reading.endswith(":person"):
        return replace(one, reading=f"{one.reading.removesuffix('person')}memory")
    return one
