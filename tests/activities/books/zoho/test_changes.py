"""Changes are read newest first, and to the end where the books do not obey."""

from datetime import UTC, datetime, timedelta

from activities.books.zoho.changes import PROOF, changed
from tests.support.zoho import OK

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def page(times, *, more=False):
    rows = [{"id": str(n), "last_modified_time": at.isoformat()} for n, at in enumerate(times)]
    return {**OK, "items": rows, "page_context": {"has_more_page": more}}


async def read(calls, since):
    return [row async for row in changed(calls, "/items", "items", {"filter_by": "x"}, since)]


async def test_a_long_falling_list_is_left_at_the_first_older_row(server, calls):
    times = [NOON - timedelta(minutes=n) for n in range(PROOF + 50)]
    server.say(page(times, more=True))
    server.say(page(times))
    rows = await read(calls, NOON - timedelta(minutes=PROOF + 10))
    assert len(rows) == PROOF + 11
    asked = server.seen[-1].query
    assert (asked["sort_column"], asked["sort_order"]) == ("last_modified_time", "D")
    assert len(server.seen) == 1


async def test_a_list_in_another_order_is_read_to_its_end(server, calls):
    times = [NOON - timedelta(minutes=n * 7 % 150) for n in range(150)]
    server.say(page(times))
    assert len(await read(calls, NOON)) == 150


async def test_a_short_list_and_one_without_times_are_read_whole(server, calls):
    server.say({**OK, "items": [{"id": "1"}, {"id": "2", "last_modified_time": "x"}]})
    assert len(await read(calls, NOON)) == 2


async def test_without_a_moment_everything_is_read_unsorted(server, calls):
    server.say(page([NOON]))
    assert len(await read(calls, None)) == 1
    assert "sort_column" not in server.seen[-1].query
