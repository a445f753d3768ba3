"""A confirmed mapping costs no vote and no question, and is dropped when the file contradicts it."""

from dataclasses import replace

import pytest

from orders.case import CaseDocument
from orders.catalogue import Customer, CustomerMatch, Matches
from orders.fixes import Fix, FixKind
from orders.hints import Hints
from orders.reader import read
from orders.reading import Result
from orders.remembering import (
    corrected,
    fingerprints_of,
    next_version,
    read_remembering,
    template_of,
)
from orders.template import Outcome, TemplateState
from tests.orders.grids import grid

HEAD = "Item Code|Name|Amount|Price"
FIRST = grid(f"Customer:|Acme\n{HEAD}\nA-1|Rope|5|2.5\nA-2|Hook|1|1.5")
NEXT = grid(f"Customer:|Acme\n.\n|{HEAD}\n|B-7|Tent|2|90\n|B-8|Lamp|3|12.5", name="May")
CHOICE = (Fix(FixKind.COLUMN, "quantity", "C"),)
HINTS = Hints()


def a_case(workbook=FIRST, fixes=CHOICE, known=(), customer="Acme"):
    reading = read_remembering(workbook, known, fixes=fixes, hints=HINTS)
    match = CustomerMatch(customer, Customer("460", customer))
    case = CaseDocument("o1", "K7Q4MP", "t", "p", "P", "c", "en", "")
    return replace(case, reading=reading, fixes=fixes, matches=Matches(customer=match))


@pytest.fixture
def learned():
    return replace(template_of(a_case()), by="omid", by_name="Omid", at="2026-11-21T09:00:00")


def asked(reading):
    return {one.target for one in reading.issues if one.open}


def test_the_first_file_asks_and_the_next_does_not(learned):
    assert asked(read(FIRST)) == {"column:quantity"}
    reading = read_remembering(NEXT, [learned], hints=HINTS)
    assert reading.result is Result.READY
    assert [line.quantity for line in reading.orders[0].lines] == [2, 3]
    assert {vote.member for vote in reading.votes} == {"memory"}
    met = reading.recall
    assert (met.outcome, met.by_name, met.at[:10]) == (Outcome.USED, "Omid", "2026-11-21")


def test_the_store_is_asked_for_the_very_header_that_was_kept(learned):
    assert fingerprints_of(NEXT)[0] == learned.layout.fingerprint
    assert fingerprints_of(grid("just|words\nand|more")) == ()


def test_another_customers_file_is_read_as_if_nothing_were_known(learned):
    other = grid(f"Customer:|Bell\n{HEAD}\nA-1|Rope|5|2.5\nA-2|Hook|1|1.5")
    reading = read_remembering(other, [learned], hints=HINTS)
    assert reading.recall is None
    assert asked(reading) == {"column:quantity"}


def test_a_file_that_names_nobody_uses_what_all_agree_on(learned):
    nameless = grid(f"{HEAD}\nA-1|Rope|5|2.5\nA-2|Hook|1|1.5")
    assert read_remembering(nameless, [learned], hints=HINTS).recall is not None
    rival = replace(learned, template_id="x", said="bell", columns={**learned.columns, "sku": 1})
    assert read_remembering(nameless, [learned, rival], hints=HINTS).recall is None


def test_the_customers_own_template_is_taken_among_several(learned):
    rival = replace(learned, template_id="x", said="bell", columns={"sku": 0, "quantity": 3})
    reading = read_remembering(NEXT, [rival, learned], hints=HINTS)
    assert reading.recall.template_id == learned.template_id
    assert reading.orders[0].columns["quantity"] == "D"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("A-1|Rope|5.25|2\nA-2|Hook|1.75|3\nA-3|Tent|2.5|1", "quantity"),
        ("A-1|Rope|two|2.5\nA-2|Hook|some|1.5", "quantity"),
        ("A-1|Rope||2.5\nA-2|Hook||1.5", "quantity"),
        ("4|7|5|2.5\n6|3|1|1.5", "product_name"),
    ],
)
def test_values_that_contradict_the_template_bring_the_committee_back(learned, body, why):
    reading = read_remembering(grid(f"Customer:|Acme\n{HEAD}\n{body}"), [learned], hints=HINTS)
    assert reading.recall.outcome is Outcome.CONTRADICTED
    assert reading.recall.because.startswith(why)
    assert "memory" not in {vote.member for vote in reading.votes}


def test_codes_the_catalogue_proves_elsewhere_contradict_the_template(learned):
    swapped = grid(f"Customer:|Acme\n{HEAD}\nRope|A-1|5|2\nHook|A-2|1|3\nTent|A-3|2|1")
    hints = Hints(known_skus=frozenset({"A-1", "A-2", "A-3"}))
    reading = read_remembering(swapped, [learned], hints=hints)
    assert reading.recall.outcome is Outcome.CONTRADICTED


def test_sums_that_held_when_it_was_confirmed_must_still_hold():
    head = "SKU|Name|Qty|Price|Total"
    case = a_case(grid(f"Customer:|Acme\n{head}\nA-1|Rope|5|2|10\nA-2|Hook|3|4|12"), ())
    known = template_of(case)
    broken = grid(f"Customer:|Acme\n{head}\nA-1|Rope|5|2|99\nA-2|Hook|3|4|77")
    reading = read_remembering(broken, [known], hints=HINTS)
    assert reading.recall.outcome is Outcome.CONTRADICTED


def test_a_persons_choice_on_this_order_beats_the_template_and_counts_against_it(learned):
    fixes = (Fix(FixKind.COLUMN, "quantity", "E"),)
    reading = corrected(read_remembering(NEXT, [learned], fixes=fixes, hints=HINTS), fixes)
    assert reading.orders[0].columns["quantity"] == "E"
    assert reading.recall.outcome is Outcome.CORRECTED
    agreeing = (Fix(FixKind.COLUMN, "quantity", "D"),)
    same = corrected(read_remembering(NEXT, [learned], fixes=agreeing, hints=HINTS), agreeing)
    assert same.recall.outcome is Outcome.USED


def test_what_is_out_of_use_is_not_used(learned):
    for state in (TemplateState.REVOKED, TemplateState.RETIRED):
        reading = read_remembering(NEXT, [replace(learned, state=state)], hints=HINTS)
        assert reading.recall is None


def test_corrections_teach_header_words_of_that_customer_alone(learned):
    assert learned.taught == {"amount": "quantity"}
    head = "Product|Amount|Price"
    mine = grid(f"Customer:|Acme\n{head}\nRope|5|2.5\nHook|1|1.5")
    assert asked(read(mine)) == {"column:quantity"}
    assert asked(read_remembering(mine, [learned], hints=HINTS)) == set()
    other = grid(f"Customer:|Bell\n{head}\nRope|5|2.5\nHook|1|1.5")
    assert asked(read_remembering(other, [learned], hints=HINTS)) == {"column:quantity"}


def test_a_template_is_born_from_one_order_of_a_known_customer():
    assert template_of(replace(a_case(), reading=None)) is None
    assert template_of(replace(a_case(), matches=Matches())) is None


def test_the_same_mapping_again_is_no_new_version(learned):
    assert next_version(None, learned) is learned
    assert next_version(learned, replace(learned, order_code="OTHER1")) is None
    other = replace(learned, columns={**learned.columns, "quantity": 3})
    assert next_version(learned, other).version == 2
    assert next_version(replace(learned, state=TemplateState.RETIRED), other) is None
    assert next_version(replace(learned, state=TemplateState.REVOKED), other).version == 2
