"""What subscribers are told, how it is signed, what their answers mean."""

import base64
import hashlib
import hmac
import json

import pytest

from orders.chain import DESK_GENESIS, AuditEntry, Head, link
from orders.errors import SettingsError
from orders.outbound import (
    EVENTS,
    Answer,
    event_id,
    event_of,
    judge_answer,
    parse_subscriptions,
    sign,
)

NOON = "2026-11-21T12:00:00+00:00"
SECRET = "a-secret-of-enough-length"
GOOD = {"name": "erp", "url": "https://erp.example/hook", "secret": SECRET}


def record(kind, **data):
    entry = AuditEntry("order-1", "00001", kind, NOON, data=data, tenant_id="t")
    return link(entry, Head(0, DESK_GENESIS), None)


def test_an_audit_record_is_told_without_people_and_cells():
    kind, body = event_of(record("draft.created", number="SO-1", to="sara", sha256="ab"))
    told = json.loads(body)
    assert (kind, told["type"], told["id"]) == (
        "order.drafted", "order.drafted", event_id("order-1", "00001"),
    )  # fmt: skip
    assert told["data"] == {"number": "SO-1"}
    assert told["order"]["id"] == "order-1"
    assert len(told["order"]["code"]) == 6
    assert body == event_of(record("draft.created", number="SO-1", to="sara", sha256="ab"))[1]


def test_what_is_no_event_is_not_told():
    assert event_of(record("access.denied")) is None


def test_a_receiver_can_check_the_signature_with_the_secret_alone():
    headers = sign(SECRET, "evt_1", 1_700_000_000, '{"a":1}')
    signed = b'evt_1.1700000000.{"a":1}'
    digest = hmac.new(SECRET.encode(), signed, hashlib.sha256).digest()
    assert headers["webhook-signature"] == f"v1,{base64.b64encode(digest).decode()}"
    assert (headers["webhook-id"], headers["webhook-timestamp"]) == ("evt_1", "1700000000")
    assert sign(SECRET, "evt_1", 1_700_000_001, '{"a":1}') != headers


@pytest.mark.parametrize(
    ("status", "answer"),
    [
        (200, Answer.DELIVERED), (204, Answer.DELIVERED), (302, Answer.DEAD), (400, Answer.DEAD),
        (401, Answer.DEAD), (404, Answer.DEAD), (410, Answer.GONE), (429, Answer.DEAD),
        (500, Answer.RETRY), (503, Answer.RETRY),
    ],
)  # fmt: skip
def test_an_answer_means_one_thing(status, answer):
    assert judge_answer(status) is answer


def test_subscriptions_are_read():
    (all_, some) = parse_subscriptions(
        {"subscriptions": [GOOD, {**GOOD, "name": "bi", "events": ["order.drafted"]}]}
    )
    assert all_.events == frozenset(EVENTS.values())
    assert some.events == {"order.drafted"}


@pytest.mark.parametrize(
    "document",
    [
        None, {}, {"subscriptions": "erp"}, {"subscriptions": [GOOD, GOOD]},
        {"subscriptions": [{**GOOD, "secret": "short"}]}, {"subscriptions": [{**GOOD, "x": 1}]},
        {"subscriptions": [{**GOOD, "name": "../x"}]}, {"subscriptions": [{**GOOD, "events": []}]},
        {"subscriptions": [{**GOOD, "events": ["order.made"]}]}, {"subscriptions": ["erp"]},
    ],
)  # fmt: skip
def test_what_is_written_otherwise_is_refused_with_the_entry(document):
    with pytest.raises(SettingsError):
        parse_subscriptions(document)
