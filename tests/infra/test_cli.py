"""The one command: what it offers, and how it ends when something is wrong."""

import subprocess
import zipfile

import pytest

from infra.stack import ROOT
from tests.support.command import run_desk

COMMANDS = (
    "audit", "bench", "bot", "codec", "demo", "doctor", "keys", "manifest", "read", "replay", "up",
    "worker",
)  # fmt: skip


def test_help_names_every_command_with_a_sentence(tmp_path):
    told = run_desk(tmp_path, "--help")
    assert told.returncode == 0
    for name in COMMANDS:
        line = next(one for one in told.stdout.splitlines() if f" {name} " in one)
        assert len(line.strip(" │|").split()) > 2


def test_a_folder_of_others_is_never_a_place_for_code(tmp_path):
    (tmp_path / "numbers.py").write_text("raise SystemExit('taken for a part of Python')")
    said = subprocess.run(
        [ROOT / "desk", "read", "--help"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stderr


@pytest.mark.parametrize(
    "words", [["dance"], ["up", "--port", "bot"], ["bench", "sleep"], ["audit", "dance"], ["read"]]
)
def test_a_wrong_word_ends_with_2_and_no_traceback(tmp_path, words):
    said = run_desk(tmp_path, *words)
    assert said.returncode == 2
    assert said.stderr
    assert "Traceback" not in said.stderr
    assert "python" not in said.stderr


@pytest.mark.parametrize("process", ["bot", "worker", "codec"])
def test_a_process_with_an_unknown_setting_does_not_start(tmp_path, process):
    said = run_desk(tmp_path, process, DESK_BOTT_PORT="1")
    assert said.returncode == 2
    assert said.stderr == "desk: DESK_BOTT_PORT is no setting of Order Desk; see .env.example.\n"


def test_the_benches_are_named_when_another_is_asked_for(tmp_path):
    assert "there are: order, reading, " in run_desk(tmp_path, "bench", "sleep").stderr


def test_the_reading_bench_scores_the_half_that_was_asked_for(tmp_path):
    said = run_desk(tmp_path, "bench", "reading", "--held-out")
    assert said.stdout.startswith("generated, held out: ")
    assert "wrong but certain: 0" in said.stdout
    assert said.returncode == 0


def test_the_app_package_is_written_where_it_is_wanted(tmp_path):
    app = "11111111-2222-4333-8444-555555555555"
    said = run_desk(tmp_path, "manifest", "--app-id", app, "--host", "desk.example.org")
    assert said.returncode == 0, said.stderr
    with zipfile.ZipFile(tmp_path / "order-desk.zip") as pack:
        assert "manifest.json" in pack.namelist()
