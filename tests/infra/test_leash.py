"""The leash: a command ends with its parent, and starts while threads hold what they hold."""

import asyncio
import os
import sys
from pathlib import Path

LEASH = Path(__file__).resolve().parents[2] / "infra" / "leash.py"


async def leashed(parent: int, *command: str) -> tuple[int, str]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", "-S", str(LEASH), str(parent), *command),
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await process.communicate()
    return process.returncode, said.decode()


async def test_it_becomes_the_command():
    code, said = await leashed(os.getpid(), sys.executable, "-c", "print('here')")
    assert (code, said) == (0, "here\n")


async def test_a_parent_that_ended_before_leaves_nothing_running():
    code, said = await leashed(2**22 + 1, sys.executable, "-c", "print('here')")
    assert (code, said) == (127, "")
