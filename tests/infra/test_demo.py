"""The demo: what it reads off cards, and one whole run as a person would start it."""

import asyncio
import os
import re
import sys
from pathlib import Path

import pytest

from infra.chat import CardSeen
from infra.demo import Demo, _question, draft_number, is_over

ROOT = Path(__file__).resolve().parents[2]


def card(text="", **verbs):
    actions = [
        {"type": "Action.Execute", "verb": verb, "data": data} for verb, data in verbs.items()
    ]
    return CardSeen("m-1", text, {"actions": actions})


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Draft SO-00017 is in the books.", "SO-00017"),
        ("\u2068SO-00017\u2069: done", "SO-00017"),
        ("پیش‌نویس \u2068SO-00017\u2069، آماده است", "SO-00017"),
        ("ALSO-NOT this one", ""),
        ("", ""),
    ],
)
def test_the_draft_number_is_found_in_the_words(text, number):
    assert draft_number(card(text)).removesuffix("،") == number


def test_an_order_is_over_when_no_button_is_left():
    assert is_over(card("Rejected."))
    assert not is_over(card("What now?", resume={}))


def test_each_button_of_a_revision_is_pressed_once():
    demo = Demo(None, None, None)
    first, next_one = card(submit={"revision": 1}), card(submit={"revision": 2})
    pressed = [demo._first(one, "submit") for one in (first, first, next_one, next_one)]
    assert pressed == [True, False, True, False]


def test_a_question_names_its_choices():
    choices = [{"value": "a", "title": "Alpha"}, {"value": "b", "title": "Beta"}]
    assert (
        _question({"id": "x", "label": "Which?", "choices": choices}) == "Which? a=Alpha · b=Beta"
    )
    assert _question({"id": "comment"}) == "comment"


async def run_demo(home, *files):
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "infra.cli", "demo", *files, cwd=home,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "120"},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    said, _ = await asyncio.wait_for(process.communicate(), 240)
    return process.returncode, said.decode()


async def test_the_demo_ends_with_a_draft_and_an_intact_audit(tmp_path):
    code, said = await run_demo(tmp_path)
    assert code == 0, said
    assert re.search(r"Zoho Books: SO-\d+ \(draft\)", said)
    assert re.search(r"audit: \d+ entries, intact", said)
    assert "omid presses approve" in said
    assert list(tmp_path.iterdir()) == []
