"""Filters, sorting and paging of lists; unknown names pass in silence."""

from collections.abc import Callable, Iterable
from datetime import datetime
from decimal import Decimal, InvalidOperation

from infra.devservers.books.call import Call
from infra.devservers.books.wire import Answer, Row, success

DEFAULT_PAGE, LARGEST_PAGE = 10, 200

Test = Callable[[str, str], bool]
TEXT: dict[str, Test] = {
    "": lambda have, want: have == want,
    "_startswith": lambda have, want: have.startswith(want),
    "_contains": lambda have, want: want in have,
}
CHOICE: dict[str, Test] = TEXT | {
    "_in": lambda have, want: have in want.split(","),
    "_not_in": lambda have, want: have not in want.split(","),
}
DATE: dict[str, Test] = {
    "": lambda have, want: have == want,
    "_start": lambda have, want: have >= want,
    "_end": lambda have, want: have <= want,
    "_before": lambda have, want: have < want,
    "_after": lambda have, want: have > want,
}
NUMBER: dict[str, Test] = {
    "": lambda have, want: _number(have) == _number(want),
    "_less_than": lambda have, want: _number(have) < _number(want),
    "_less_equals": lambda have, want: _number(have) <= _number(want),
    "_greater_than": lambda have, want: _number(have) > _number(want),
    "_greater_equals": lambda have, want: _number(have) >= _number(want),
}


def keep(rows: list[Row], call: Call, names: Iterable[str], tests: dict[str, Test]) -> list[Row]:
    """Keep the rows that pass every filter of the query with one of these names."""
    for name in names:
        for suffix, test in tests.items():
            wanted = call.query.get(name + suffix, "").casefold()
            if wanted:
                rows = [row for row in rows if test(_text(row, name), wanted)]
    return rows


def search(rows: list[Row], call: Call, names: tuple[str, ...]) -> list[Row]:
    """Keep the rows with the search text anywhere in one of these fields."""
    wanted = call.query.get("search_text", "").casefold()
    if not wanted:
        return rows
    return [row for row in rows if any(wanted in _text(row, name) for name in names)]


def modified_since(rows: list[Row], call: Call) -> list[Row]:
    """Obey ``last_modified_time``: that moment or later; an unreadable one filters nothing."""
    try:
        since = _moment(call.query.get("last_modified_time", ""))
    except ValueError:
        return rows
    return [row for row in rows if _moment(row["last_modified_time"]) >= since]


def by_status(rows: list[Row], call: Call, known: set[str]) -> list[Row]:
    """Obey ``filter_by=Status.X``; an unknown status filters nothing."""
    wanted = call.query.get("filter_by", "").removeprefix("Status.").casefold()
    return [row for row in rows if row["status"] == wanted] if wanted in known else rows


def page(call: Call, key: str, rows: list[Row], sortable: tuple[str, ...]) -> Answer:
    """Sort and cut one page; the first sortable column is the default."""
    asked = call.query.get("sort_column", "")
    column = asked if asked in sortable or asked.startswith("cf_") else sortable[0]
    order = "D" if call.query.get("sort_order") == "D" else "A"
    rows = sorted(rows, key=lambda row: _rank(row, column), reverse=order == "D")
    number = max(_whole(call, "page", 1), 1)
    size = min(max(_whole(call, "per_page", DEFAULT_PAGE), 1), LARGEST_PAGE)
    end = number * size
    shown, more = rows[end - size : end], end < len(rows)
    if "stale_page" in call.alter:
        shown, more = [], True
    context: Row = {"page": number, "per_page": size, "has_more_page": more}
    context |= {"report_name": key.title(), "sort_column": column, "sort_order": order}
    context["applied_filter"] = call.query.get("filter_by", "Status.All")
    return success({key: shown, "page_context": context})


def _whole(call: Call, name: str, default: int) -> int:
    text = call.query.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else default  # noqa: PLR2004 - longer is nonsense


def _text(row: Row, name: str) -> str:
    return str(row.get(name, "")).casefold()


def _moment(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z")


def _rank(row: Row, column: str) -> tuple[Decimal, str]:
    value = row.get(column, row.get("custom_field_hash", {}).get(column, ""))
    if isinstance(value, int | Decimal):
        return Decimal(value), ""
    return Decimal(0), str(value).casefold()


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal(0)
