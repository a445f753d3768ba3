"""Every setting stands in .env.example with its sentence, and nothing else does."""

import ast
import re

from activities.workbook.limits import Limits
from runtime.settings import variable_names
from runtime.settings.committee import VENDORS
from runtime.settings.loading import GROUPS
from tests.architecture.tree import ROOT, modules, plant

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


def find_unread(root, fields):
    """Settings and limits that no code ever looks at; a member's address and key go by family."""
    nodes = (node for module in modules(root) for node in ast.walk(module.tree))
    read = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    read |= {f"{family}_{what}" for family in VENDORS for what in ("url", "key")}
    return sorted(set(fields) - read)


def test_rule_5_every_setting_and_every_limit_is_read_somewhere():
    settings = {name for group in GROUPS.values() for name in group.model_fields}
    assert find_unread(ROOT, settings | Limits.__dataclass_fields__.keys()) == []


def test_a_planted_setting_that_nothing_reads_is_found(tmp_path):
    plant(tmp_path, {"orders/planted.py": "def f(settings): return settings.port"})
    assert find_unread(tmp_path, ["port", "azure_url", "depth"]) == ["depth"]


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
