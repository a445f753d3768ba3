"""What runs at every start of Python is known: a new `.pth` file is how keys were stolen before."""

import hashlib
import sysconfig
from pathlib import Path

from tests.architecture.tree import plant

KNOWN = Path(__file__).with_name("pth.txt")
STARTERS = ("sitecustomize.py", "usercustomize.py")


def find_starters(folder, known):
    """Files of a site-packages folder that run at start and are not known by name and hash."""
    found = [*folder.glob("*.pth"), *(folder / name for name in STARTERS)]
    return sorted(
        path.name
        for path in found
        if path.exists() and known.get(path.name) != hashlib.sha256(path.read_bytes()).hexdigest()
    )


def listed():
    lines = KNOWN.read_text("utf-8").splitlines()
    return dict(line.split() for line in lines if line and line[0] != "#")


def test_b100_every_file_that_runs_at_start_is_known():
    assert find_starters(Path(sysconfig.get_path("purelib")), listed()) == []


def test_b100_planted_starters_are_found(tmp_path):
    known = {"a.pth": hashlib.sha256(b"import a").hexdigest(), "b.pth": "0"}
    files = {"a.pth": "import a", "b.pth": "import b", "c.pth": "import c", "sitecustomize.py": "x"}
    plant(tmp_path, files)
    assert find_starters(tmp_path, known) == ["b.pth", "c.pth", "sitecustomize.py"]
