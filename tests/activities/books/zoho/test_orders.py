"""Sales orders over the wire: what is sent, and what an outside server may answer."""

from dataclasses import replace
from decimal import Decimal

import pytest

from activities.books.zoho.call import ZohoCalls
from activities.books.zoho.orders import ZohoOrders, order_body, page_url, reference_of
from orders.draft import DraftLine, DraftOrder
from orders.errors import (
    BooksRejected,
    BooksUnavailable,
    DraftTouched,
    OutcomeUnknown,
    RecordGone,
)
from tests.support.zoho import OK

FIELD = "cf_external_order_key"
ORDER = DraftOrder(
    order_key="OD-0123456789abcdef",
    order_id="o",
    organization_id="77",
    code="K7Q4MP",
    customer_id="1",
    lines=(
        DraftLine("L001", "10", Decimal(3), Decimal("6.20")),
        DraftLine("L002", "11", Decimal("1.5"), None),
    ),
    date="2026-11-21",
    po_number="PO-1",
    currency="EUR",
    notes="Order Desk K7Q4MP",
)
ROW = {
    "salesorder_id": 5, "salesorder_number": "SO-1", "status": "draft", "customer_id": "1",
    "reference_number": "PO-1", "line_items": [{"item_id": "10", "quantity": 3, "rate": "6.2"}],
}  # fmt: skip
GONE = {"code": 1002, "message": "gone"}


@pytest.fixture
async def orders(server):
    calls = ZohoCalls(server.settings())
    yield ZohoOrders(calls, server.settings(order_key_field=FIELD))
    await calls.close()


def keyed(server):
    """Answer the probe as an organization with the field does."""
    server.say(GONE, 404)


def plain(server):
    """Answer the probe as a server without that route does."""
    server.say(b"405: Method Not Allowed", 405)


def test_the_body_is_flat_and_leaves_out_what_is_empty():
    assert order_body(ORDER, FIELD) == {
        "customer_id": "1",
        "reference_number": "PO-1",
        "date": "2026-11-21",
        "notes": "Order Desk K7Q4MP",
        "line_items": [
            {"item_id": "10", "quantity": 3, "rate": 6.2},
            {"item_id": "11", "quantity": 1.5},
        ],
        "custom_fields": [{"api_name": FIELD, "value": ORDER.order_key}],
    }


@pytest.mark.parametrize(
    "text",
    ['=HYPERLINK("https://evil.example","x")', "@SUM(A1)", "+cmd|' /C calc'!A0", "-1+1", "＝1"],
)
def test_b063_what_looks_like_a_formula_reaches_the_books_as_the_text_it_is(text):
    body = order_body(replace(ORDER, po_number=text, notes=f"Order Desk K7Q4MP\n{text}"), FIELD)
    assert body["reference_number"] == text
    assert body["notes"].splitlines()[1] == text


def test_without_the_field_the_reference_is_the_key():
    body = order_body(replace(ORDER, delivery_date="2026-12-01"), "")
    assert body["reference_number"] == ORDER.order_key
    assert body["shipment_date"] == "2026-12-01"
    assert "custom_fields" not in body
    assert reference_of(replace(ORDER, po_number=""), keyed=True) == ORDER.order_key


def test_the_page_of_an_order_is_in_its_own_data_centre():
    assert page_url("https://www.zohoapis.ca/books/v3", "7", "5").startswith(
        "https://books.zohocloud.ca/app/7"
    )
    page = page_url("https://www.zohoapis.eu/books/v3", "77", "5")
    assert page == "https://books.zoho.eu/app/77#/salesorders/5"
    assert page_url("http://127.0.0.1:81/books/v3", "77", "5") == "http://127.0.0.1:81/"


def test_the_order_number_has_its_own_field_or_stands_in_the_notes():
    body = order_body(ORDER, FIELD, "cf_po")
    assert body["reference_number"] == ORDER.order_key
    assert {"api_name": "cf_po", "value": "PO-1"} in body["custom_fields"]
    assert body["notes"] == "Order Desk K7Q4MP"
    plain_body = order_body(ORDER, "")
    assert plain_body["notes"] == "Order Desk K7Q4MP\nPO PO-1"
    assert order_body(replace(ORDER, po_number=""), "")["notes"] == "Order Desk K7Q4MP"


def test_a_discount_travels_as_per_cents():
    lines = (replace(ORDER.lines[0], discount=Decimal("12.50")), ORDER.lines[1])
    sent = order_body(replace(ORDER, lines=lines), FIELD)["line_items"]
    assert [line.get("discount") for line in sent] == ["12.5%", None]


def test_a_tax_and_an_address_travel_by_their_ids_or_not_at_all():
    lines = (replace(ORDER.lines[0], tax_id="20"), ORDER.lines[1])
    body = order_body(replace(ORDER, lines=lines, shipping_address_id="81"), FIELD)
    assert [one.get("tax_id") for one in body["line_items"]] == ["20", None]
    assert body["shipping_address_id"] == "81"
    assert "shipping_address_id" not in order_body(ORDER, FIELD)


def test_a_lines_description_travels_only_where_the_file_says_more_than_the_item():
    lines = (replace(ORDER.lines[0], description="Rope\n12 mm"), ORDER.lines[1])
    sent = order_body(replace(ORDER, lines=lines), FIELD)["line_items"]
    assert [line.get("description") for line in sent] == ["Rope\n12 mm", None]


async def test_another_currency_than_the_customers_travels_by_its_id(server):
    calls = ZohoCalls(server.settings())
    settings = server.settings(order_key_field="", salesperson_id="31")
    orders = ZohoOrders(calls, settings)
    server.say({**OK, "currencies": [{"currency_code": "EUR", "currency_id": "9"}]})
    server.say({**OK, "salesorder": ROW}, 201)
    server.say({**OK, "currencies": []})
    await orders.create(replace(ORDER, customer_currency="USD"))
    assert server.bodies[-1]["currency_id"] == "9"
    assert server.bodies[-1]["salesperson_id"] == "31"
    with pytest.raises(BooksRejected):
        await orders.create(replace(ORDER, currency="JPY", customer_currency="USD"))
    await calls.close()


async def test_books_that_tell_no_currencies_get_the_order_without(server):
    calls = ZohoCalls(server.settings())
    orders = ZohoOrders(calls, server.settings(order_key_field=""))
    server.say({"code": 5, "message": "x"}, 404)
    server.say({**OK, "salesorder": ROW}, 201)
    await orders.create(replace(ORDER, customer_currency="USD"))
    assert "currency_id" not in server.bodies[-1]
    await calls.close()


@pytest.mark.parametrize(("status"), [404, 200])
async def test_the_probe_proves_the_field_and_is_asked_once(server, orders, status):
    server.say(GONE, status)
    server.say(OK)
    assert await orders.has_key_field()
    assert await orders.has_key_field()
    (probe,) = server.seen
    assert probe.headers["X-Unique-Identifier-Key"] == FIELD
    assert "X-Upsert" not in probe.headers


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ([(405, b"405: Method Not Allowed")], False),
        ([(404, {"code": 5, "message": "Invalid URL Passed"})], False),
        ([(200, {**OK, "salesorder": {}})], False),
        ([(400, {"code": 2, "message": "x"}), (404, {"code": 5, "message": "x"})], False),
        ([(400, {"code": 2, "message": "x"}), (400, {"code": 2, "message": "x"})], False),
        ([(400, {"code": 2, "message": "x"}), (200, {**OK, "customfields": []})], False),
        ([(400, {"code": 2, "message": "x"}), (200, {**OK})], False),
        (
            [
                (400, {"code": 4, "message": "x"}),
                (200, {**OK, "customfields": ["?", {"api_name": FIELD, "is_unique": True}]}),
            ],
            True,
        ),
        (
            [
                (400, {"code": 4, "message": "x"}),
                (200, {**OK, "customfields": [{"placeholder": FIELD, "is_unique": False}]}),
            ],
            False,
        ),
    ],
)
async def test_another_answer_to_the_probe_sends_us_to_the_list_of_fields(
    server, orders, answers, found
):
    for status, body in answers:
        server.say(body, status)
    assert await orders.has_key_field() is found
    assert len(server.seen) == len(answers)


async def test_an_outage_never_passes_for_a_missing_field(server, orders):
    server.say(b"<html></html>", 503)
    server.say(GONE, 404)
    with pytest.raises(BooksUnavailable) as caught:
        await orders.has_key_field()
    assert not isinstance(caught.value, OutcomeUnknown)
    assert await orders.has_key_field()


async def test_without_a_configured_field_nothing_is_asked(server):
    calls = ZohoCalls(server.settings())
    assert not await ZohoOrders(calls, server.settings(order_key_field="")).has_key_field()
    await calls.close()
    assert server.seen == []


@pytest.mark.parametrize("status", [200, 201])
@pytest.mark.parametrize("shape", [ROW, [ROW]])
async def test_an_upsert_may_answer_200_or_201_an_object_or_a_list(server, orders, status, shape):
    keyed(server)
    server.say({**OK, "salesorder": shape}, status)
    ref = await orders.create(ORDER)
    assert (ref.draft_id, ref.number, ref.weaker_promise) == ("5", "SO-1", False)
    request = server.seen[-1]
    assert (request.method, request.path) == ("PUT", "/books/v3/salesorders")
    assert request.headers["X-Unique-Identifier-Value"] == ORDER.order_key
    assert request.headers["X-Upsert"] == "true"


async def test_without_the_upsert_route_the_order_is_posted(server, orders):
    plain(server)
    server.say({**OK, "salesorder": ROW}, 201)
    ref = await orders.create(ORDER)
    assert ref.weaker_promise
    assert (server.seen[-1].method, server.seen[-1].path) == ("POST", "/books/v3/salesorders")


@pytest.mark.parametrize(
    "answer",
    [
        {**OK},
        {**OK, "salesorder": []},
        {**OK, "salesorder": {}},
        {**OK, "salesorder": {**ROW, "salesorder_id": None}},
        {**OK, "salesorder": {**ROW, "customer_id": "2"}},
        {**OK, "salesorder": {**ROW, "line_items": "none"}},
        {**OK, "salesorder": {**ROW, "total": "many"}},
    ],
)
async def test_b096_a_create_whose_answer_is_not_that_order_is_unknown(server, orders, answer):
    keyed(server)
    server.say(answer)
    with pytest.raises(OutcomeUnknown):
        await orders.create(ORDER)


async def test_rows_that_hide_custom_fields_are_asked_one_by_one(server, orders):
    keyed(server)
    rows = [
        {**ROW, "salesorder_id": "4", "reference_number": "PO-10"},
        {**ROW, "salesorder_id": "6", "customer_id": "2"},
        {**ROW, "salesorder_id": "5"},
    ]
    whole = {**ROW, "custom_fields": [{"api_name": FIELD, "value": ORDER.order_key}]}
    server.say({**OK, "salesorders": rows})
    server.say({**OK, "salesorder": whole})
    found = await orders.find(ORDER, thorough=True)
    assert found is not None
    assert (found.draft_id, found.order_key) == ("5", ORDER.order_key)
    read = [request.path for request in server.seen if "salesorders/" in request.path]
    assert set(read) == {"/books/v3/salesorders/5"}


@pytest.mark.parametrize(
    "place",
    [
        {FIELD: ORDER.order_key},
        {"custom_field_hash": {FIELD: ORDER.order_key}},
        {"custom_fields": [None, {"placeholder": FIELD, "value": ORDER.order_key}]},
    ],
)
async def test_the_key_is_read_wherever_zoho_writes_it(server, orders, place):
    keyed(server)
    server.say({**OK, "salesorders": [{**ROW, **place}]})
    server.say({**OK, "salesorder": {**ROW, **place}})
    found = await orders.find(ORDER, thorough=False)
    assert found is not None
    assert found.order_key == ORDER.order_key


async def test_a_filter_that_is_ignored_finds_no_stranger(server, orders):
    plain(server)
    strangers = [{**ROW, "reference_number": "Tester"}, {**ROW, "customer_id": "2"}]
    server.say({**OK, "salesorders": strangers})
    assert await orders.find(ORDER, thorough=True) is None
    assert server.seen[1].query["reference_number"] == ORDER.order_key


async def test_an_order_sent_while_the_field_was_there_is_found_without_it(server, orders):
    """A gateway's 404 to the probe of a new process must not make a second draft."""
    plain(server)
    server.say({**OK, "salesorders": []})
    server.say({**OK, "salesorders": [{**ROW, FIELD: ORDER.order_key}]})
    server.say({**OK, "salesorder": {**ROW, FIELD: ORDER.order_key}})
    found = await orders.find(ORDER, thorough=True)
    assert found is not None
    assert found.draft_id == "5"
    asked = [
        one.query["reference_number"] for one in server.seen if "reference_number" in one.query
    ]
    assert asked == [ORDER.order_key, "PO-1"]


async def test_two_of_one_key_are_for_people(server, orders):
    plain(server)
    ours = {**ROW, "reference_number": ORDER.order_key}
    server.say({**OK, "salesorders": [ours, {**ours, "salesorder_id": "6"}]})
    with pytest.raises(DraftTouched):
        await orders.find(ORDER, thorough=True)


async def test_another_order_than_asked_for_is_not_read(server, orders):
    server.say({**OK, "salesorder": ROW})
    assert (await orders.read("5")).lines[0].rate == Decimal("6.2")
    with pytest.raises(BooksUnavailable):
        await orders.read("6")


async def test_headings_are_no_lines(server, orders):
    lines = [{"line_item_category": "header"}, {"item_id": "10", "line_item_category": "line_item"}]
    server.say({**OK, "salesorder": {**ROW, "line_items": lines, "sub_total": "", "total": None}})
    draft = await orders.read("5")
    assert [line.item_id for line in draft.lines] == ["10"]
    assert (draft.sub_total, draft.total) == (None, None)


async def test_ids_never_leave_their_place_in_the_path(server, orders):
    server.say(GONE, 404)
    with pytest.raises(RecordGone):
        await orders.read("../contacts/1?x=y")
    assert server.seen[0].raw_path.startswith("/books/v3/salesorders/..%2Fcontacts%2F1%3Fx%3Dy")


async def test_deleting_what_is_gone_is_fine_and_a_refusal_is_not(server, orders):
    server.say(GONE, 404)
    server.say({"code": 2, "message": "invoiced"}, 400)
    await orders.delete("5")
    with pytest.raises(BooksRejected):
        await orders.delete("5")
    assert server.seen[0].method == "DELETE"


async def test_a_stale_page_never_proves_that_no_order_is_there(server, orders):
    plain(server)
    server.say({**OK, "salesorders": [], "page_context": {"has_more_page": True}})
    with pytest.raises(BooksUnavailable):
        await orders.find(ORDER, thorough=True)
