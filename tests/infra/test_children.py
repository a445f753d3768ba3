"""Children: they log, stop in reverse order, and never outlive their parent."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from infra.children import Children
from orders.errors import SettingsError

ROOT = Path(__file__).resolve().parents[2]
SLEEPER = [sys.executable, "-c", "import time; print('up', flush=True); time.sleep(600)"]
NOTED = """
import signal, sys, time
def leave(*_):
    open(sys.argv[1], "a").write(sys.argv[2] + " ")
    sys.exit(0)
signal.signal(signal.SIGTERM, leave)
print("up", flush=True)
time.sleep(600)
"""
WAITING = """
import signal
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
input = lambda: signal.sigwait([signal.SIGUSR1])
"""
PARENT = """
import asyncio, sys
from pathlib import Path
from infra.children import Children
async def main():
    children = Children(Path(sys.argv[1]))
    child = await children.start("child", [sys.executable, "-c", "import time; time.sleep(600)"], {})
    print(child.pid, flush=True)
    await asyncio.sleep(600)
asyncio.run(main())
"""


async def until(true):
    for _ in range(200):
        if true():
            return True
        await asyncio.sleep(0.05)
    return False


def lives(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    return state != "Z"


async def test_a_log_never_grows_without_end_while_its_child_goes_on_writing(tmp_path):
    """Naive: a desk that stays up for months fills the disk."""
    children = Children(tmp_path / "logs", longest_log=1_000)
    script = "print('x' * 2_000, flush=True); input(); print('after', flush=True)"
    log = tmp_path / "logs" / "talker.log"
    child = await children.start("talker", [sys.executable, "-c", WAITING + script], {})
    assert await until(lambda: log.stat().st_size > 2_000)
    children.trim_logs()
    assert log.stat().st_size == 0
    assert (tmp_path / "logs" / "talker.log.1").stat().st_size == 2_001
    child.send_signal(signal.SIGUSR1)
    assert await child.wait() == 0
    assert log.read_text() == "after\n"


async def test_what_a_child_prints_is_its_log_and_its_environment_is_ours_and_more(tmp_path):
    children = Children(tmp_path / "logs")
    script = "import os; print(os.environ['TOLD'], 'PATH' in os.environ)"
    child = await children.start("talker", [sys.executable, "-c", script], {"TOLD": "this"})
    assert await child.wait() == 0
    assert (tmp_path / "logs" / "talker.log").read_text() == "this True\n"
    assert children.fallen() == "talker"


async def test_children_stop_in_reverse_order(tmp_path):
    children, notes = Children(tmp_path), tmp_path / "notes"
    for name in ("first", "second", "third"):
        command = [sys.executable, "-c", NOTED, str(notes), name]
        await children.start(name, command, {})
        assert await until(lambda: "up" in (tmp_path / f"{name}.log").read_text())  # noqa: B023 - awaited here
    await children.stop()
    assert notes.read_text().split() == ["third", "second", "first"]
    assert children.running == {}


async def test_a_killed_child_is_gone_and_forgotten(tmp_path):
    children = Children(tmp_path)
    child = await children.start("victim", SLEEPER, {})
    await children.kill("victim")
    assert child.returncode == -signal.SIGKILL
    assert children.fallen() is None
    await children.stop()


async def test_stopping_a_child_that_is_gone_is_quiet(tmp_path):
    children = Children(tmp_path)
    child = await children.start("gone", [sys.executable, "-c", ""], {})
    await child.wait()
    await children.stop_one("gone")
    assert children.running == {}


async def test_a_fallen_child_has_the_last_five_lines(tmp_path):
    children = Children(tmp_path)
    script = "import sys; [print(n) for n in range(9)]; sys.exit('bad \\x1b luck')"
    child = await children.start("loser", [sys.executable, "-c", script], {})
    await child.wait()
    assert children.last_words("loser").splitlines()[-1] == "bad \x1b luck"
    assert len(children.last_words("loser").splitlines()) == 5
    with pytest.raises(SettingsError, match="loser stopped: "):
        children.refuse_fallen()


async def test_while_all_live_nothing_is_said(tmp_path):
    children = Children(tmp_path)
    await children.start("well", SLEEPER, {})
    assert children.fallen() is None
    children.refuse_fallen()
    await children.stop()


async def test_a_child_dies_with_its_parent_even_by_kill_9(tmp_path):
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PARENT, str(tmp_path),
        stdout=asyncio.subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    pid = int(await asyncio.wait_for(parent.stdout.readline(), 30))
    assert lives(pid)
    parent.kill()
    await parent.wait()
    assert await until(lambda: not lives(pid))


async def test_a_command_that_does_not_exist_is_said_by_its_log(tmp_path):
    children = Children(tmp_path)
    child = await children.start("missing", ["/nowhere/at/all"], {})
    assert await child.wait() != 0
    with pytest.raises(SettingsError, match=r"missing stopped: /nowhere/at/all cannot be started"):
        children.refuse_fallen()
