"""Every setting stands in .env.example with its sentence, and nothing else does."""

import re

from runtime.settings import variable_names
from tests.architecture.tree import ROOT

_LINE = re.compile(r"^#?\s?(?P<name>(?:DESK|TIMEOUT)_[A-Z0-9_]+)=", re.MULTILINE)


def find_undocumented(example, known):
    """Settings that the example lacks or that have no sentence; names in it that are none."""
    shown = _LINE.findall(example)
    wrong = [f"{name}: not in .env.example" for name in known if name not in shown]
    wrong += [f"{name}: no setting" for name in shown if name not in known]
    wrong += [f"{name}: twice" for name in set(shown) if shown.count(name) > 1]
    wrong += [f"{name}: has no sentence" for name, said in known.items() if len(said) < 10]
    wrong += [f"{name}: another sentence" for name, said in known.items() if said not in example]
    return sorted(wrong)


def test_every_setting_is_documented():
    example = (ROOT / ".env.example").read_text("utf-8")
    assert find_undocumented(example, variable_names()) == [], "run python -m infra.variables"


def test_planted_gaps_are_found():
    example = "# Where it listens.\n# DESK_HOST=\n# DESK_OLD=\n"
    known = {
        "DESK_HOST": "Where it listens.",
        "DESK_PORT": "Where it",
        "DESK_KEY": "What opens it.",
    }
    assert find_undocumented(example, known) == [
        "DESK_KEY: another sentence",
        "DESK_KEY: not in .env.example",
        "DESK_OLD: no setting",
        "DESK_PORT: has no sentence",
        "DESK_PORT: not in .env.example",
    ]
