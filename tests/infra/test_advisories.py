"""The audit finds planted holes and never passes on what it did not ask."""

import json
import subprocess
import sys

import pytest

from infra import advisories
from infra.advisories import CANARY, CLEAN, HOLES, UNKNOWN, judge, locked_packages, main
from tests.architecture.tree import ROOT

HOLE = {"vulns": [{"id": "CVE-2022-29217"}]}
PACKAGES = {"aiohttp": "3.14.5", "pyjwt": "2.12.0"}


def service(*, skipped=(), holes=("2.3.0",)):
    """An advisory service that knows these bad versions and skips these names."""

    def ask(packages):
        told = [
            {"name": name, "skip_reason": "not found"}
            if name in skipped
            else {"name": name, "version": version, "vulns": HOLE["vulns"] * (version in holes)}
            for name, version in packages.items()
        ]
        return {"dependencies": told}

    return ask


def test_b100_asked_and_clean():
    assert judge(PACKAGES, service()).code == CLEAN


def test_b100_a_hole_is_found():
    verdict = judge(PACKAGES, service(holes=("2.3.0", "3.14.5")))
    assert verdict.code == HOLES
    assert "aiohttp 3.14.5" in verdict.said


@pytest.mark.parametrize(
    "ask",
    [
        service(skipped=("pyjwt", "aiohttp")),
        service(skipped=("aiohttp",)),
        service(holes=()),
        lambda packages: {"dependencies": []},
    ],
)
def test_b100_what_was_not_asked_is_not_clean(ask):
    assert judge(PACKAGES, ask).code == UNKNOWN


def test_b100_an_empty_lock_is_not_clean():
    assert judge({}, service()).code == UNKNOWN


def test_b100_could_not_check_fails_where_it_must_be_checked(capsys):
    assert main({"REQUIRE_AUDIT": "1"}, lambda packages: {"dependencies": []}) == UNKNOWN
    assert main({}, lambda packages: {"dependencies": []}) == CLEAN
    assert capsys.readouterr().out.count("could not check") == 2


def test_the_lock_names_every_package():
    packages = locked_packages(ROOT / "uv.lock")
    assert {"aiohttp", "pyjwt", "temporalio"} <= packages.keys()
    assert "order-desk" not in packages


def test_pip_audit_takes_what_it_is_given(tmp_path, monkeypatch):
    """A stand-in program in pip-audit's place: its arguments and answer are the real ones."""
    package = tmp_path / "pip_audit"
    package.mkdir()
    (package / "__init__.py").touch()
    answer = json.dumps({"dependencies": [{"name": "pyjwt", "skip_reason": "x"}], "fixes": []})
    (package / "__main__.py").write_text(
        "import sys, pathlib\n"
        "assert pathlib.Path(sys.argv[-1]).read_text() == 'pyjwt==2.3.0\\n'\n"
        f"print({answer!r})\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert advisories.ask_pip_audit(CANARY)["dependencies"][0]["skip_reason"] == "x"
    (package / "__main__.py").write_text("raise SystemExit('no network')\n")
    assert advisories.ask_pip_audit(CANARY) == {"dependencies": []}


def test_pip_audit_is_installed():
    command = [sys.executable, "-m", "pip_audit", "--version"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
