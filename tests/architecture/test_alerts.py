"""Alerts ask for metrics that exist, have a runbook, and were seen to fire and to stay quiet."""

import json
import re
import shutil
import subprocess

import pytest
import yaml
from prometheus_client import REGISTRY
from prometheus_client.metrics import MetricWrapperBase

from runtime import telemetry
from tests.architecture.tree import ROOT, modules, plant

FOLDER = ROOT / "infra" / "prometheus"
RUNBOOK = ROOT / "docs" / "operations" / "ALERTS.md"
DASHBOARD = ROOT / "infra" / "grafana" / "dashboards" / "desk.json"
_NAME = re.compile(r"\bdesk_\w+")


def rules():
    told = yaml.safe_load((FOLDER / "desk.rules.yml").read_text("utf-8"))
    return [rule for group in told["groups"] for rule in group["rules"] if "alert" in rule]


def find_unready(alerts, runbook, tests):
    """Alerts without a section of the runbook, a case that fires or one that stays quiet."""
    headings = set(re.findall(r"^## (\w+)$", runbook, re.MULTILINE))
    cases = [case for one in tests for case in one["alert_rule_test"]]
    fires = {case["alertname"] for case in cases if case["exp_alerts"]}
    quiet = {case["alertname"] for case in cases if not case["exp_alerts"]} | {"DeadMansSwitch"}
    names = {rule["alert"] for rule in alerts}
    wrong = [f"{name}: no runbook" for name in names - headings]
    wrong += [f"{name}: no alert" for name in headings - names]
    wrong += [f"{name}: never seen to fire" for name in names - fires]
    wrong += [f"{name}: never seen quiet" for name in names - quiet]
    return sorted(wrong)


def exported():
    own = [one for one in vars(telemetry).values() if isinstance(one, MetricWrapperBase)]
    samples = {name for one in own for name in REGISTRY._collector_to_names[one]}
    return {name for name in samples if not name.endswith("_created")}


def find_unrecorded(root):
    """Metrics that telemetry declares and nobody records: their alerts would stay calm forever."""
    home = next(m for m in modules(root, "runtime") if m.name == "runtime.telemetry")
    names = re.findall(
        r"^([A-Z][A-Z_0-9]+) = (?:Counter|Gauge|Histogram)\(", home.text, re.MULTILINE
    )
    elsewhere = [m.text for m in modules(root) if m.name != home.name]
    used = re.compile("|".join(rf"\b{name}\.(?:labels|inc|set|observe|time)\b" for name in names))
    recorded = {found.partition(".")[0] for text in elsewhere for found in used.findall(text)}
    return sorted(set(names) - recorded)


def find_unknown(text, known):
    return sorted(set(_NAME.findall(text)) - known - {"desk_rules"})


def promtool():
    unpacked = ROOT / ".desk" / "debian" / "usr" / "bin" / "promtool"
    found = shutil.which("promtool") or (str(unpacked) if unpacked.exists() else "")
    if not found:
        pytest.skip("could not check the rules: no promtool; ./desk test unpacks it")
    return found


def test_every_alert_is_ready():
    cases = yaml.safe_load((FOLDER / "desk.rules.test.yml").read_text("utf-8"))["tests"]
    assert find_unready(rules(), RUNBOOK.read_text("utf-8"), cases) == []
    assert all("interval" in case for case in cases)


def test_alerts_and_dashboard_ask_for_metrics_that_exist():
    asked = " ".join(rule["expr"] for rule in rules())
    drawn = json.loads(DASHBOARD.read_text("utf-8"))["panels"]
    drawn_text = " ".join(target["expr"] for panel in drawn for target in panel["targets"])
    assert find_unknown(f"{asked} {drawn_text}", exported()) == []


def test_every_metric_is_recorded_somewhere():
    assert find_unrecorded(ROOT) == []


def test_the_rules_fire_and_stay_quiet():
    tool = promtool()
    for command in (["check", "rules", "desk.rules.yml"], ["test", "rules", "desk.rules.test.yml"],
                    ["check", "config", "prometheus.yml"]):  # fmt: skip
        said = subprocess.run(
            [tool, *command], cwd=FOLDER, capture_output=True, text=True, check=False
        )
        assert said.returncode == 0, said.stdout + said.stderr


def test_a_planted_dull_rule_is_caught_by_promtool(tmp_path):
    tool = promtool()
    dull = (FOLDER / "desk.rules.yml").read_text("utf-8").replace("== 0\n", "== 7\n")
    plant(
        tmp_path,
        {
            "desk.rules.yml": dull,
            "desk.rules.test.yml": (FOLDER / "desk.rules.test.yml").read_text("utf-8"),
        },
    )
    command = [tool, "test", "rules", "desk.rules.test.yml"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert said.returncode != 0
    assert "TargetDown" in said.stdout + said.stderr


def test_planted_gaps_are_found(tmp_path):
    alerts = [{"alert": "A", "expr": "desk_x"}, {"alert": "B", "expr": "1"}]
    cases = [{"alert_rule_test": [{"alertname": "A", "exp_alerts": [{}]}]}]
    assert find_unready(alerts, "## A\n## Old\n", cases) == [
        "A: never seen quiet",
        "B: never seen quiet",
        "B: never seen to fire",
        "B: no runbook",
        "Old: no alert",
    ]
    assert find_unknown("sum(desk_x) + desk_y_total", {"desk_x"}) == ["desk_y_total"]
    home = 'SEEN = Counter("a", "b")\nLOST = Gauge("c", "d")\n'
    plant(tmp_path, {"runtime/telemetry.py": home, "bot/door.py": "SEEN.inc()\n"})
    assert find_unrecorded(tmp_path) == ["LOST"]
