"""Mutated files: a refusal or a reading, never anything else; seeded and bounded.

Longer by hand: `MUTANTS=20000 ./desk test tests/orders/test_mutants.py`.
"""

import io
import os
import sys
import zipfile
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from activities.workbook.limits import Limits
from activities.workbook.opening import open_content
from orders.errors import DeskError
from orders.reader import read
from tests.support.papers import goods, pdf

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "corpus"))
from hard import make_case
from hard_all import BUILDERS

COUNT = int(os.environ.get("MUTANTS", "40"))
TOKENS = [
    b"<v>1e999</v>", b"NaN", b"-1", b"999999999999", b"\xff\xfe", b"&#x0;", b"<row/>", b'r="0"', b't="z"',
    "۱۲۳".encode(), b'"', b",", b"\n", b"(((", b"/Length 9", b"endobj", b"Total", b"Qty", b"=SUM(A1)", b"\x00",
]  # fmt: skip


def scratched(content: bytes, random: Random) -> bytes:
    """The bytes with a few of them changed, lost, doubled or cut off."""
    made = bytearray(content)
    for _ in range(random.choice((1, 1, 2, 4, 16))):
        at = random.randrange(len(made) + 1)
        match random.choice(("change", "lose", "double", "put", "put", "cut")):
            case "change":
                made[at : at + 1] = random.randbytes(1)
            case "lose":
                del made[at : at + random.randrange(1, 60)]
            case "double":
                made[at:at] = made[at // 2 : at // 2 + random.randrange(1, 200)]
            case "put":
                made[at:at] = random.choice(TOKENS)
            case "cut" if random.random() < 0.3:
                del made[at:]
    return bytes(made)


def mutant(content: bytes, random: Random) -> bytes:
    """A package mostly scratched inside of one part, anything else as it is."""
    if not content.startswith(b"PK") or random.random() < 0.3:
        return scratched(content, random)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        chosen = random.choice([name for name in old.namelist() if "xl/" in name])
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, scratched(part, random) if name == chosen else part)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["spreadsheets", "papers"])
def test_a_mutant_is_refused_or_read_and_nothing_else(kind):
    random = Random(f"mutants-{kind}")  # noqa: S311 -- the same files each time
    files = [make_case(build, 3).content for build in BUILDERS[::9]]
    files = files if kind == "spreadsheets" else [pdf(goods(4)), pdf(goods(4), borders="NONE")]
    for _ in range(COUNT):
        content = mutant(random.choice(files), random)
        with suppress(DeskError):
            read(open_content(content, "order", Limits()))
