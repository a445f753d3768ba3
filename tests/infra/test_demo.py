"""The demo: what it reads off cards, and one whole run as a person would start it."""

import asyncio
import io
import os
import re
import sys
from pathlib import Path

import pytest
from rich.console import Console

from infra.chat import CardSeen
from infra.demo import Demo, draft_number, is_over

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


async def test_what_a_file_says_is_shown_as_it_is_and_never_markup():
    """Naive: a product called so was swallowed, or ended the demo."""

    class Log:
        async def log(self, since):
            card = {"kind": "sent", "text": "Bolt [pcs] [/x] M8", "to": ["sara"]}
            return [card], since + 1

    page = io.StringIO()
    assert await Demo(None, Log(), Console(file=page, width=80)).show_news()
    assert "Bolt [pcs] [/x] M8" in page.getvalue()


async def start_demo(home, *arguments):
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "infra.cli", "demo", *arguments, cwd=home,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "COLUMNS": "120"},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip


async def run_demo(home, *arguments):
    process = await start_demo(home, *arguments)
    said, _ = await asyncio.wait_for(process.communicate(b""), 240)
    return process.returncode, said.decode()


async def press_in_turn(process, *buttons):
    """Answer the demo as a person would: read the menu, type the number of the next button."""
    said, wanted = "", list(buttons)
    while chunk := await process.stdout.read(4096):
        said += chunk.decode(errors="replace")
        menu, asked, rest = said.rpartition("press which")
        if asked and rest.endswith(": "):
            numbers = re.findall(rf"(\d+)  \w+: {wanted[0]}$", menu, re.MULTILINE) if wanted else []
            process.stdin.write(f"{numbers[-1]}\n".encode() if numbers else b"\n")
            wanted = wanted[1:] if numbers else wanted
            said += "\n"
    return await process.wait(), said


async def test_the_demo_ends_with_a_draft_and_an_intact_audit(tmp_path):
    code, said = await run_demo(tmp_path)
    assert code == 0, said
    assert re.search(r"Zoho Books: SO-\d+ \(draft\)", said)
    assert re.search(r"\d+ × BW-1001 · Trail Backpack 30L Green at 49.90", said)
    assert re.search(r"audit: \d+ entries, intact", said)
    assert "omid presses approve" in said
    assert list(tmp_path.iterdir()) == []


async def test_each_file_is_played_to_its_own_end(tmp_path):
    samples = ROOT / "infra" / "samples"
    files = [str(samples / name) for name in ("brightwater.xlsx", "aftab.xlsx")]
    code, said = await run_demo(tmp_path, *files)
    assert code == 0, said
    assert re.findall(r"Zoho Books: (SO-\d+) \(draft\)", said) in (
        ["SO-00001", "SO-00002"],
        ["SO-00002", "SO-00001"],
    )


async def test_a_person_at_the_terminal_answers_for_everybody(tmp_path):
    process = await start_demo(tmp_path, "--interactive")
    pressing = press_in_turn(
        process, "Cancel order", "Keep the order", "Send for approval", "Approve"
    )
    code, said = await asyncio.wait_for(pressing, 240)
    assert code == 0, said
    assert re.search(r"Zoho Books: SO-\d+ \(draft\)", said)


async def test_nobody_at_the_terminal_is_no_endless_wait(tmp_path):
    code, said = await run_demo(tmp_path, "--interactive")
    assert code == 1
    assert "press which" in said
