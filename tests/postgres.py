"""A PostgreSQL of the tests' own: private, on a free loopback port, gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from infra.ports import free_ports

MISSING = (
    "No PostgreSQL for the tests: ./desk test installs it; by hand: apt-get install postgresql,"
    " or set TEST_POSTGRES_URL=postgresql+asyncpg://user:password@host:port/postgres."
)


@contextmanager
def postgres_server() -> Iterator[str]:
    """The address of a server's maintenance database."""
    given = os.environ.get("TEST_POSTGRES_URL", "")
    if given:
        yield given
        return
    binaries = _find_binaries()
    who = _nobody_special()
    folder = Path(tempfile.mkdtemp(prefix="desk-postgres-"))
    try:
        if who:
            os.chown(folder, who["user"], who["group"])
        with _running(binaries, folder / "data", who) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _find_binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    on_path = shutil.which("initdb")
    candidates = [path.parent for path in found] + ([Path(on_path).parent] if on_path else [])
    if not candidates:
        raise RuntimeError(MISSING)
    return candidates[0]


def _nobody_special() -> dict[str, int]:
    """PostgreSQL refuses to run as root: who it runs as instead."""
    if os.getuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid}
    raise RuntimeError(MISSING)


@contextmanager
def _running(binaries: Path, data: Path, who: dict[str, int]) -> Iterator[str]:
    plain = {"PATH": f"{binaries}:/usr/bin:/bin", "LC_ALL": "C", "HOME": str(data.parent)}
    as_them = {"env": plain, "cwd": data.parent, "extra_groups": []} if who else {"env": plain}
    subprocess.run(
        [binaries / "initdb", "-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-sync"],
        check=True,
        stdout=subprocess.DEVNULL,
        **who,
        **as_them,
    )
    port = free_ports().books
    options = ["-p", str(port), "-h", "127.0.0.1", "-k", "", "-c", "fsync=off", "-c",
               "shared_buffers=32MB", "-c", "max_connections=60"]  # fmt: skip
    with (data.parent / "log").open("wb") as log:
        server = subprocess.Popen(
            [binaries / "postgres", "-D", data, *options],
            stdout=log,
            stderr=subprocess.STDOUT,
            **who,
            **as_them,
        )
        try:
            _wait_ready(binaries, port, server)
            yield f"postgresql+asyncpg://desk@127.0.0.1:{port}/postgres"
        finally:
            server.terminate()
            server.wait(30)


def _wait_ready(binaries: Path, port: int, server: subprocess.Popen[bytes]) -> None:
    ask = [binaries / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
    for _ in range(300):
        if subprocess.run(ask, check=False).returncode == 0:
            return
        if server.poll() is not None:
            raise RuntimeError("The tests' PostgreSQL stopped while starting.")
        time.sleep(0.1)
    raise RuntimeError("The tests' PostgreSQL did not get ready.")
