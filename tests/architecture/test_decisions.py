"""Every decision has its page, and every page its three parts."""

import re

from tests.architecture.tree import ROOT, plant

PARTS = ["## Context", "## Decision", "## Consequence"]


def find_unfinished(folder):
    pages = sorted(folder.glob("[0-9]*.md"))
    listed = re.findall(r"\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text("utf-8"))
    wrong = [f"{name}: no such page" for name in listed if not (folder / name).exists()]
    for number, page in enumerate(pages, 1):
        text = page.read_text("utf-8")
        if re.findall(r"(?m)^## .*$", text) != PARTS or len(text.splitlines()) > 60:
            wrong.append(f"{page.name}: not one page of context, decision, consequence")
        if not page.name.startswith(f"{number:04d}-") or page.name not in listed:
            wrong.append(f"{page.name}: not in its place")
    return wrong


def test_every_decision_is_a_page():
    assert find_unfinished(ROOT / "docs" / "adr") == []


def test_planted_pages_are_found(tmp_path):
    whole = "# 1\n" + "\nx\n".join(PARTS)
    files = {"README.md": "[1](0001-a.md) [9](0009-gone.md)", "0001-a.md": whole, "0003-c.md": "#"}
    assert find_unfinished(plant(tmp_path, files)) == [
        "0009-gone.md: no such page",
        "0003-c.md: not one page of context, decision, consequence",
        "0003-c.md: not in its place",
    ]
