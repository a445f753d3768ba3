"""Asks pip-audit about every locked package, and never passes unasked."""

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CANARY = {"pyjwt": "2.3.0"}
"""A version with a published hole (CVE-2022-29217): whoever does not report it, reports nothing."""
CLEAN, HOLES, UNKNOWN = 0, 1, 2

Ask = Callable[[Mapping[str, str]], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """`code` is 0 (asked, clean), 1 (holes) or 2 (could not check); `said` is one line."""

    code: int
    said: str


def locked_packages(lock: Path) -> dict[str, str]:
    """Name and version of every package that is fetched from a registry."""
    told = tomllib.loads(lock.read_text("utf-8"))
    return {one["name"]: one["version"] for one in told["package"] if "registry" in one["source"]}


def judge(packages: Mapping[str, str], ask: Ask) -> Verdict:
    """Plant a known hole, then ask about everything; what was not asked is not clean."""
    if not _holes(ask(CANARY)):
        return Verdict(
            UNKNOWN, "could not check: the advisory service does not report a known hole"
        )
    told = ask(packages)
    holes = _holes(told)
    if holes:
        return Verdict(HOLES, f"known holes: {', '.join(holes)}")
    asked = {one["name"].lower() for one in told["dependencies"] if "skip_reason" not in one}
    missed = sorted(packages.keys() - asked)
    if missed or not packages:
        return Verdict(UNKNOWN, f"could not check {len(missed)} packages: {', '.join(missed[:9])}")
    return Verdict(CLEAN, f"{len(asked)} packages asked, no known hole")


def _holes(told: Mapping[str, Any]) -> list[str]:
    return [
        f"{one['name']} {one['version']} ({one['vulns'][0]['id']})"
        for one in told["dependencies"]
        if one.get("vulns")
    ]


def ask_pip_audit(packages: Mapping[str, str]) -> Mapping[str, Any]:
    """What pip-audit says of these versions; nothing where it cannot say anything."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "requirements.txt"
        wanted.write_text("".join(f"{n}=={v}\n" for n, v in packages.items()), "utf-8")
        command = [sys.executable, "-m", "pip_audit", "--no-deps", "--disable-pip"]
        command += ["--progress-spinner", "off", "--format", "json", "-r", str(wanted)]
        said = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own interpreter
    try:
        told: Mapping[str, Any] = json.loads(said.stdout)
    except ValueError:
        return {"dependencies": []}
    return told


def main(environment: Mapping[str, str] = os.environ, ask: Ask = ask_pip_audit) -> int:
    """Print the verdict. What could not be checked fails where `REQUIRE_AUDIT` is set."""
    verdict = judge(locked_packages(ROOT / "uv.lock"), ask)
    print(verdict.said)
    if verdict.code == UNKNOWN and not environment.get("REQUIRE_AUDIT"):
        return CLEAN
    return verdict.code


if __name__ == "__main__":
    sys.exit(main())
