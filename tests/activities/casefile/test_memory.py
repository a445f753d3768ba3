"""Approvals teach templates, uses are counted, and what is worn out is retired."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from temporalio.testing import ActivityEnvironment

from activities.casefile.memory import Memory, judge_models, learn_aliases, note_use
from orders.case import CaseDocument
from orders.catalogue import Customer, CustomerMatch, Matches
from orders.hints import Hints
from orders.order import Order
from orders.panel import Panel
from orders.reading import Reading, Result, Vote
from orders.remembering import read_remembering
from orders.roles import Person, RoleBook
from orders.template import Outcome, Recall, TemplateState
from runtime.storage.memory import MemoryStore
from runtime.storage.port import CaseRow
from tests.orders.grids import grid
from workflows.messages import Learn

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
SHEET = grid("Customer:|Acme\nSKU|Name|Qty|Price\nA-1|Rope|5|2\nA-2|Hook|3|2")
BOOK = RoleBook({"omid": Person("omid", "Omid")})


MATCH = CustomerMatch("Acme", Customer("460", "Acme"))


async def learn(store, match=MATCH):
    reading = read_remembering(SHEET, await store.remembered("t", []), hints=Hints())
    case = CaseDocument("o1", "K7Q4MP", "t", "p", "P", "c", "en", "", reading=reading)
    case = replace(case, matches=Matches(customer=match))
    await store.save_case(CaseRow("o1", "K7Q4MP", "t", "p", "completed", "", "", ""), case)
    memory = Memory(store, lambda: BOOK, lambda: NOW)
    learned = await ActivityEnvironment().run(
        memory.learn_template, Learn(order_id="o1", revision=1, by="omid")
    )
    return learned, case


async def test_an_approved_order_is_remembered_with_who_confirmed_it():
    store = MemoryStore()
    learned, _ = await learn(store)
    kept = (await store.templates("t"))[0]
    assert (learned.template_id, learned.version) == (kept.template_id, 1)
    assert (kept.by_name, kept.at, kept.order_code) == ("Omid", NOW.isoformat(), "K7Q4MP")


async def test_the_activity_tried_again_writes_nothing_twice():
    store = MemoryStore()
    await learn(store)
    again, _ = await learn(store)
    assert again.version == 0
    assert len(await store.template_versions(again.template_id)) == 1


async def test_an_order_without_a_mapping_teaches_nothing():
    store = MemoryStore()
    learned, _ = await learn(store, match=None)
    assert learned.template_id == ""
    assert await store.templates() == []


async def test_two_contradicted_uses_retire_a_template_for_review():
    store = MemoryStore()
    learned, case = await learn(store)
    met = Recall(learned.template_id, 1, Outcome.CONTRADICTED, because="quantity: empty")
    for number in (1, 2):
        reading = replace(case.reading, recall=met)
        await note_use(store, replace(case, order_id=f"o{number}", reading=reading), NOW)
        assert (await store.templates())[0].active == (number == 1)
    newest = (await store.templates())[0]
    assert newest.state is TemplateState.RETIRED
    assert (newest.version, newest.because) == (2, "quantity: empty")


async def test_a_file_that_met_no_template_counts_nothing():
    store = MemoryStore()
    learned, case = await learn(store)
    await note_use(store, case, NOW)
    assert await store.uses_of(learned.template_id) == []


async def test_choices_of_an_approved_order_are_learned_once_and_forgotten_when_corrected():
    store = MemoryStore()
    case = CaseDocument("o1", "K7Q4MP", "t", "p", "P", "c", "en", "")
    order = Order("S", (1,), {}, (), customer="Karimi Trading")

    def chosen(customer_id, code):
        found = CustomerMatch("x", Customer(customer_id, "Karimi"))
        return replace(
            case, code=code, choices={"customer": customer_id}, matches=Matches(customer=found),
            reading=Reading(Result.READY, (order,)),
        )  # fmt: skip

    for code, customer_id, means, corrections in (
        ("A", "1", "1", 0), ("B", "2", "1", 1), ("B", "2", "1", 1), ("C", "2", "2", 0),
    ):  # fmt: skip
        await learn_aliases(store, chosen(customer_id, code), NOW)
        (kept,) = await store.aliases("t")
        assert (kept.record_id, kept.corrections, kept.by_name) == (means, corrections, "P")


async def test_models_votes_are_written_beside_what_was_approved():
    store = MemoryStore()
    _, case = await learn(store)
    votes = (Vote("m:a", "quantity", "C"), Vote("m:b", "quantity", "D"))
    panel = Panel("S!1", ("quantity",), votes, (), would={"quantity": "?"})
    await judge_models(store, replace(case, panel=panel), NOW)
    entry = json.loads((await store.audit_of("o1"))[-1].body)
    assert entry["event_type"] == "committee.judged"
    assert entry["data"] == {
        "mode": "confident",
        "would": "quantity=?",
        "approved": "quantity=C",
        "m:a": "1/1",
        "m:b": "0/1",
    }
