import json
import os
from pathlib import Path

import pytest

from tests.cards.gallery import gallery
from tests.cards.lint import complaints

SNAPSHOTS = Path(__file__).parent / "snapshots"
REDRAW = os.environ.get("CARDS_REDRAW") == "1"
"""Set to 1 to write the snapshots anew; then read the difference before you commit it."""


def snapshot_of(name):
    return SNAPSHOTS / f"{name}.json"


@pytest.mark.parametrize("name", sorted(gallery()))
def test_the_card_is_the_one_that_was_agreed(name):
    content = gallery()[name].content
    assert complaints(content) == []
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if REDRAW:
        SNAPSHOTS.mkdir(exist_ok=True)
        snapshot_of(name).write_text(text, "utf-8")
    assert snapshot_of(name).read_text("utf-8") == text


def test_no_snapshot_is_left_over():
    assert {path.stem for path in SNAPSHOTS.glob("*.json")} == set(gallery())
