"""Starts a command that ends when its parent ends, even by kill -9.

Run as `python -I -S leash.py PARENT COMMAND…`: it asks Linux for the signal, then becomes the
command. A program of its own, and no function run between fork and exec: in a process with
threads such a function can wait for ever for a lock that one of them held at the fork.
"""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1
_NOT_STARTED = 127


def main() -> None:
    """Tie this process to `PARENT`, its pid, and become `COMMAND`."""
    parent, command = int(sys.argv[1]), sys.argv[2:]
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(_NOT_STARTED)  # It ended before the signal was asked for.
    try:
        os.execvp(command[0], command)  # noqa: S606 - no shell on purpose
    except OSError as error:
        sys.exit(f"{command[0]} cannot be started: {error.strerror}.")


if __name__ == "__main__":
    main()
