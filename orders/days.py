"""Checks of an order's days, its own and its lines'."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from orders.codes import issue
from orders.issue import Issue
from orders.order import Line, Order

_YEAR = timedelta(days=366)


def check_days(order: Order, today: date | None) -> Iterator[Issue]:
    """Days that cannot be meant: delivery before the order, in the past, or far away."""
    ordered, due = _day(order.order_date), _day(order.delivery_date)
    if ordered and due and due < ordered:
        yield _date_issue(order, "delivery_date", "before_order")
    elif due and today and due < today:
        yield _date_issue(order, "delivery_date", "past")
    if due and (start := ordered or today) and due - start > _YEAR:
        yield _date_issue(order, "delivery_date", "far")
    if ordered and today and ordered > today + timedelta(days=1):
        yield _date_issue(order, "order_date", "future")
    if ordered and today and today - ordered > _YEAR:
        yield _date_issue(order, "order_date", "far")
    yield from _check_line_dates(order, today)


def days_of_lines(lines: Iterable[Line], whole: str | None) -> dict[str, list[str]]:
    """The ids of the lines by delivery day, where it is not the `whole` order's; earliest first."""
    days: dict[str, list[str]] = {}
    for line in sorted(lines, key=lambda one: one.delivery_date or ""):
        if line.delivery_date and line.delivery_date != whole:
            days.setdefault(line.delivery_date, []).append(line.line_id)
    return days


def _check_line_dates(order: Order, today: date | None) -> Iterator[Issue]:
    """Delivery dates of lines that lie before the order or in the past, in one warning.

    A day that is the whole order's has been warned of already.
    """
    start = _day(order.order_date) or today
    own = [line for line in order.lines if line.delivery_date != order.delivery_date]
    late = [line for line in own if (due := _day(line.delivery_date)) and start and due < start]
    if late:
        why = "before_order" if order.order_date else "past"
        yield issue(
            "INVALID_DATE",
            cells=tuple(cell for line in late for cell in line.cells("delivery_date")),
            fields=("delivery_date",),
            lines=tuple(line.line_id for line in late),
            facts={"value": late[0].delivery_date or "", "field": "delivery_date", "why": why},
        )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _date_issue(order: Order, name: str, why: str) -> Issue:
    facts = {"value": str(getattr(order, name)), "field": name, "why": why}
    return issue("INVALID_DATE", cells=order.cells(name), fields=(name,), facts=facts)
