"""`./desk` as a process of its own, run to its end; one that hangs says where."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from infra.stack import ROOT

# Below pytest's own limit, which would end the test without a word from the process.
_PATIENCE = 240.0


def run_desk(home: Path, *words: str | Path, **settings: str) -> "subprocess.CompletedProcess[str]":
    """The command's exit code and words, run in `home` with no other settings than these."""
    clean = {name: one for name, one in os.environ.items() if not name.startswith("DESK_")}
    told = {"PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1", "COLUMNS": "200"}
    command = [sys.executable, "-m", "infra.cli", *map(str, words)]
    with subprocess.Popen(
        command, cwd=home, env={**clean, **told, **settings}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        try:
            out, err = running.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGABRT)  # Python answers it with every thread's stack.
            out, err = running.communicate()
            pytest.fail(f"{' '.join(command)} hung; it said:\n{out}\n{err}")
    return subprocess.CompletedProcess(command, running.returncode, out, err)
