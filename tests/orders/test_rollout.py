"""Models are trusted step by step: by customer, by a share of orders that never changes its mind."""

from dataclasses import replace

import pytest

from orders.ballot import VOID
from orders.hints import Hints
from orders.panel import ModelCall, Panel
from orders.reader import read
from orders.reading import Result, Vote
from orders.rollout import (
    Mode,
    Rollout,
    Stage,
    bucket_of,
    heard,
    read_customers,
    read_stage,
    scores,
)
from tests.orders.grids import grid

UNCLEAR = grid("Customer:|Acme\nItem Code|Name|Amount|Price\nA-1|Rope|5|2.5\nA-2|Hook|1|1.5")
VOTES = tuple(Vote(f"m:{n}", "quantity", "C") for n in range(3))
PANEL = Panel("Sheet1!2", ("quantity",), VOTES, (ModelCall("m:0", "voted", ""),) * 3)


def test_who_is_in_at_ten_per_cent_stays_in_at_fifty():
    orders = [f"order-{n}" for n in range(1000)]
    small = {one for one in orders if bucket_of(one) < 10}
    half = {one for one in orders if bucket_of(one) < 50}
    assert small < half
    assert 60 < len(small) < 140
    assert 430 < len(half) < 570


def test_orders_that_are_not_drawn_stay_one_step_behind():
    rollout = Rollout(Stage(Mode.CONFIDENT, 10), {"acme": Stage(Mode.ASK, 50)})
    modes = {rollout.mode_of("Bell", f"o{n}") for n in range(200)}
    assert modes == {Mode.CONFIDENT, Mode.ASK}
    assert {rollout.mode_of("ACME ", f"o{n}") for n in range(200)} == {Mode.ASK, Mode.REPORT}
    assert Rollout(Stage(Mode.REPORT, 10)).mode_of("", "o1") is Mode.REPORT


def test_a_report_changes_nothing_asking_confirms_and_confidence_counts():
    def result(mode):
        return read(UNCLEAR, hints=heard(Hints(), replace(PANEL, mode=mode)))

    assert result(Mode.REPORT) == read(UNCLEAR)
    asked = result(Mode.ASK)
    assert asked.result is Result.QUESTIONS
    question = next(one for one in asked.issues if one.open)
    assert (question.target, question.preselect) == ("column:quantity", "C")
    assert result(Mode.CONFIDENT).result is Result.READY
    assert heard(Hints(), None) == Hints()


def test_votes_on_another_table_do_not_count():
    elsewhere = replace(PANEL, table="Sheet1!9")
    assert read(UNCLEAR, hints=heard(Hints(), elsewhere)).counts == read(UNCLEAR).counts


def test_votes_are_kept_beside_what_people_approved():
    votes = (*VOTES[:1], Vote("m:1", "quantity", "D"), Vote("m:2", "quantity", VOID),
             Vote("m:0", "gtin", "-"))  # fmt: skip
    judged = scores(replace(PANEL, votes=votes), {"quantity": "C"})
    assert judged == {"m:0": (2, 2), "m:1": (0, 1)}


@pytest.mark.parametrize("text", ["often", "ask:20", "ask:", ":50", "ASK"])
def test_a_stage_that_is_none_is_refused(text):
    if text == "ask:":
        assert read_stage(text) == Stage(Mode.ASK, 100)
        return
    with pytest.raises(ValueError, match="mode"):
        read_stage(text)


def test_customers_are_known_by_the_name_their_files_say():
    known = read_customers("Karimi, Sons & Co = report ; آکمه=ask:50")
    assert set(known.values()) == {Stage(Mode.REPORT), Stage(Mode.ASK, 50)}
    with pytest.raises(ValueError, match="semicolons"):
        read_customers("=ask")
