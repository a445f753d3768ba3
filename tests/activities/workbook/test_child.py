"""The child answers with a grid or an error, and confines itself first."""

import io
import json
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from activities.workbook import child
from activities.workbook.limits import Limits
from orders.gridfile import load_workbook

LIMITS = Limits()

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = """
import sys; sys.path.insert(0, {root!r})
from activities.workbook.child import confine
from activities.workbook.limits import Limits
confine(Limits(read_memory=200_000_000, read_seconds={seconds}))
{body}
"""


def answer(content: bytes, limits: Limits = LIMITS) -> bytes:
    target = io.BytesIO()
    child.answer("order.csv", limits, io.BytesIO(content), target)
    return target.getvalue()


def confined(body: str, seconds: float = 30) -> subprocess.CompletedProcess[bytes]:
    code = SCRIPT.format(root=str(ROOT), body=body, seconds=seconds)
    return subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, check=False, env={}
    )


def test_a_file_is_answered_with_its_grid():
    told = answer(b"a,b\n1,2\n")
    assert told[:1] == b"+"
    assert load_workbook(told[1:]).sheets[0].cells[2, 2].value == "2"


def test_an_error_is_answered_with_its_class_and_sentence():
    told = answer(b"")
    assert told[:1] == b"-"
    assert json.loads(told[1:]) == {"kind": "UnreadableFile", "message": "The file is empty."}


def test_f36_too_little_memory_is_an_answer_not_a_crash():
    class Hungry(io.BytesIO):
        def read(self, *_: int) -> bytes:
            raise MemoryError

    target = io.BytesIO()
    child.answer("a", Limits(), Hungry(), target)
    assert json.loads(target.getvalue()[1:])["kind"] == "UnsafeFile"


def test_the_child_reads_its_question_from_stdin(monkeypatch, capsysbinary):
    question = json.dumps({"name": "a.csv", "limits": Limits().as_mapping()}).encode()
    stdin = io.TextIOWrapper(io.BytesIO(question + b"\na,b\n1,2\n"))
    monkeypatch.setattr(sys, "stdin", stdin)
    # The limits are for good, so this process must not take them on itself.
    monkeypatch.setattr(resource, "setrlimit", lambda *_: None)
    child.main()
    assert capsysbinary.readouterr().out[:1] == b"+"


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("x = bytearray(400_000_000)", b"MemoryError"),
        ("import tempfile; tempfile.TemporaryFile()", b"No usable temporary directory"),
    ],
)
def test_f36_memory_and_files_are_out_of_reach(body, error):
    found = confined(body)
    assert found.returncode != 0
    assert error in found.stderr


def test_processor_time_is_capped_for_good_and_its_end_has_a_name():
    found = confined("import resource; print(resource.getrlimit(resource.RLIMIT_CPU))")
    assert found.stdout.strip() == b"(30, 31)"
    # A second of the processor's time, however long a busy machine takes for it.
    assert confined("while True: pass", seconds=0.5).returncode == -signal.SIGXCPU
