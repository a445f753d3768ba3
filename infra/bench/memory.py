"""How much memory a process holds."""

import os
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE")


def resident(pid: int | None = None) -> float:
    """Resident megabytes of a process (Linux), our own by default."""
    pages = Path(f"/proc/{pid or os.getpid()}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * _PAGE / 1_000_000
