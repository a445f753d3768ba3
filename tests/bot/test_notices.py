"""Every one-line answer that the bot puts on top of a card has words in both languages."""

import ast
from pathlib import Path

import pytest

import bot
from cards.catalogue import has, say

GROUPS = ("refusal", "notice", "reply")


def notices() -> set[str]:
    """The literal keys given to `show` as its third argument, found in the bot's own source."""
    found = set()
    for path in Path(bot.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            if node.func.attr == "show" and len(node.args) > 2:
                key = node.args[2]
                found |= {key.value} if isinstance(key, ast.Constant) else set()
    return found


def test_there_are_notices_to_look_at():
    assert {"nothing_filled", "not_an_approver"} <= notices()


@pytest.mark.parametrize("key", sorted(notices()))
def test_a_notice_is_a_sentence_and_no_key(key):
    (full,) = [f"{group}.{key}" for group in GROUPS if has(f"{group}.{key}")][:1]
    assert say(full, "en").endswith(".")
    assert say(full, "fa") != say(full, "en")
