"""Anchors: one line each, chained, and nothing else passes for one."""

import json
from dataclasses import replace

import pytest

from orders.anchor import Anchor, draw_anchor, read_line, well_chained, write_line
from orders.chain import DESK_GENESIS

TEN, ELEVEN = "2026-11-21T10:00:00.000000+00:00", "2026-11-21T11:00:00.000000+00:00"
HASHES = ["1" * 64, "2" * 64, "3" * 64]


def two_anchors() -> list[Anchor]:
    first = draw_anchor(TEN, HASHES[1], HASHES[:2], None)
    return [first, draw_anchor(ELEVEN, HASHES[2], HASHES[2:], first)]


def test_an_anchor_says_how_far_the_log_went():
    first, second = two_anchors()
    assert (first.count, first.prev) == (2, DESK_GENESIS)
    assert (second.count, second.prev, second.head) == (3, first.hash, HASHES[2])
    assert first.marks == "1" * 16 + "2" * 16
    assert second.marks == "3" * 16


def test_an_anchor_comes_back_from_its_line():
    for anchor in two_anchors():
        assert read_line(write_line(anchor)) == anchor
        assert "\n" not in write_line(anchor)


def test_anchors_of_an_unchanged_log_follow_each_other():
    first, second = two_anchors()
    third = draw_anchor(ELEVEN, second.head, [], second)
    assert well_chained([])
    assert well_chained([first, second, third])


@pytest.mark.parametrize(
    "change",
    [
        {"prev": "0" * 64},
        {"time": "2026-11-21T09:00:00.000000+00:00"},
        {"count": 1},
        {"count": 4},
        {"marks": ""},
        {"marks": "4" * 16},
    ],
    ids=str,
)
def test_an_anchor_that_does_not_follow_breaks_the_chain(change):
    first, second = two_anchors()
    assert not well_chained([first, replace(second, **change)])


def test_a_missing_or_doubled_anchor_breaks_the_chain():
    first, second = two_anchors()
    assert not well_chained([second])
    assert not well_chained([first, first])


def lines() -> list[str]:
    line = write_line(two_anchors()[0])
    found = json.loads(line)
    return [
        "",
        "no json",
        "[]",
        "null",
        "{}",
        "[" * 5000,
        line + " ",
        line.replace('"count":2', '"count":3'),
        line.replace('"version":2', '"version":1'),
        line.replace('"count":2', '"count":2.0'),
        line.replace(found["head"], "zz"),
        line.replace('"count":2', '"count":[]'),
        json.dumps(found),
    ]


@pytest.mark.parametrize("line", lines(), ids=lambda line: line[:12])
def test_what_is_no_untouched_line_is_refused(line):
    with pytest.raises(ValueError, match="no anchor"):
        read_line(line)


def test_a_line_whose_previous_hash_is_no_hash_is_refused():
    line = write_line(two_anchors()[0])
    with pytest.raises(ValueError, match="no anchor"):
        read_line(line.replace(DESK_GENESIS, "zz"))
