"""Nothing that is committed names a machine, a person's folder or a registry's host."""

import re
from pathlib import PurePath

import pytest

from tests.architecture.tree import ROOT, plant, texts

PLACES = {
    "a path of some machine": re.compile(
        r"(?<![\w.$}/-])/(?:home/(?!desk\b|runner\b)\w+|Users/\w+|root/\w|work/\w|tmp/\w+/\w)"
    ),
    "a registry's host": re.compile(
        r"(?i)\b(?:pypi\.org|files\.pythonhosted\.org|registry\.npmjs\.org|proxy\.golang\.org"
        r"|deb\.debian\.org|crates\.io|[\w-]+\.(?:jfrog\.io|artifactory\.\w+|internal|corp|lan))\b"
    ),
    "a private address": re.compile(
        r"(?<![\d.])(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?![\d.])"
    ),
}
LOCKS = {"uv.lock", "package-lock.json"}
"""Lock files name the public registry their hashes belong to; test_lock holds which."""
ADDRESSES = ("tests/", "runtime/egress", "docs/operations/", "bot/")
"""Where private addresses are the subject: they are examples of what is refused."""


def find_places(root):
    wrong = []
    for path, text in texts(root):
        if path.name in LOCKS or PurePath(__file__).name == path.name:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            wrong += [f"{path}:{number} {what}" for what in named(str(path), line)]
    return wrong


def named(path, line):
    for what, pattern in PLACES.items():
        excused = what == "a private address" and path.startswith(ADDRESSES)
        if pattern.search(line) and not excused:
            yield what


def test_nothing_names_a_machine():
    assert find_places(ROOT) == []


@pytest.mark.parametrize(
    "line",
    [
        "see /home/" + "maria/notes",
        "cd /wo" + "rk/main",
        "cp /root" + "/x .",
        "index = https://registry.npmjs" + ".org/x",
        "host = build7.cor" + "p",
        "ssh 10.20." + "30.40",
        "open 192.168" + ".1.5",
    ],
)
def test_a_planted_place_is_found(tmp_path, line):
    assert len(find_places(plant(tmp_path, {"docs/NOTES.md": line}))) == 1


def test_plain_paths_are_no_places(tmp_path):
    text = "/usr/bin/env, ./work/x, version 10.2.3, https://example.com/home/page, 127.0.0.1"
    assert find_places(plant(tmp_path, {"docs/NOTES.md": text})) == []
