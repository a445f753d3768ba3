"""Whoever silences a tool says why."""

import re

from tests.architecture.tree import ROOT, modules, plant

_NOQA = re.compile(r"#\s*noqa\b(?P<rest>.*)")
_IGNORE = re.compile(r"#\s*type:\s*ignore(?P<rest>.*)")
_CODES = re.compile(r"^:?\s*[A-Z]+\d+(?:\s*,\s*[A-Z]+\d+)*")
_RULES = re.compile(r"^\[[\w, -]+\]")


def find_silent(root, *folders):
    """Places where a tool is silenced wholesale or without a reason."""
    wrong = []
    for module in modules(root, *folders):
        for number, line in enumerate(module.text.splitlines(), 1):
            if silent(line):
                wrong.append(f"{module.path}:{number} {line.strip()[-60:]}")
    return wrong


def silent(line):
    found = _NOQA.search(line)
    if found:
        codes = _CODES.match(found["rest"])
        return not codes or len(found["rest"][codes.end() :].strip(" -#")) < 4
    found = _IGNORE.search(line)
    return bool(found) and not _RULES.match(found["rest"])


def test_every_silence_has_a_reason():
    assert find_silent(ROOT) == []


def test_planted_silences_are_found(tmp_path):
    mark = "# no" + "qa"
    lines = [f"x = 1  {mark}", f"x = 1  {mark}: E501", "x = 1  # type: " + "ignore"]
    fine = [f"x = 1  {mark}: E501 - a link", "x = 1  # type: " + "ignore[arg-type]"]
    plant(tmp_path, {"orders/planted.py": "\n".join([*lines, *fine])})
    assert [one.split(" ")[0] for one in find_silent(tmp_path)] == [
        f"orders/planted.py:{n}" for n in (1, 2, 3)
    ]
