"""Every card drawn by Microsoft's renderer in a real browser; pictures on request."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from cards.draw import draw
from cards.literal import clean
from cards.scene import Part
from orders.case import Status
from tests.cards.easel import available, easel
from tests.cards.gallery import gallery
from tests.cards.paper import case
from tests.cards.scenes import scene
from tests.cards.test_literal import ATTACKS, TOLD, attacked

PICTURES = Path(__file__).parents[2] / "docs" / "cards"
REDRAW = os.environ.get("CARDS_PICTURES") == "1"
"""Set to 1 to take the pictures in docs/cards anew; then look at each of them."""
LARGEST = 60_000

pytestmark = pytest.mark.skipif(bool(available()), reason=available() or "renders")
_ISOLATES = re.compile("[\u2068\u2069]")


@pytest.fixture(scope="module")
def canvas():
    with easel() as open_page:
        yield open_page


def faults(seen: dict) -> dict:
    """What a rendering must not have."""
    bad = ("links", "images", "emphasis", "unlabelled", "tooWide")
    return {name: seen[name] for name in bad if seen[name]} | {
        name: seen[name] for name in ("problems",) if seen[name]
    }


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("language", ["en", "fa"])
def test_every_card_renders_on_desktop_and_phone(canvas, status, language):
    cards = {part: draw(scene(status, part, language)).content for part in Part}
    for width in (480, 320):
        for part, content in cards.items():
            seen = canvas.draw(content, width)
            assert faults(seen) == {}, (part, width)
            assert seen["rtl"] is (language == "fa")
            assert "K7Q4MP" in seen["text"]


@pytest.mark.parametrize("name", sorted(gallery()))
def test_every_pictured_card_renders(canvas, name):
    seen = canvas.draw(gallery()[name].content)
    assert faults(seen) == {}
    assert seen["text"].strip()


@pytest.mark.parametrize("attack", ATTACKS)
def test_b064_the_renderer_shows_foreign_text_literally(canvas, attack):
    for status in TOLD:
        for part in (Part.REQUESTER, Part.APPROVER):
            seen = canvas.draw(draw(attacked(attack, status, part)).content)
            assert faults(seen) == {}
    seen = canvas.draw(draw(attacked(attack, Status.AWAITING_REVIEW)).content)
    shown = " ".join(_ISOLATES.sub("", seen["text"]).split())
    assert " ".join(clean(attack).split()) in shown


def test_the_naive_card_would_fail_these_checks(canvas):
    """The same attacks in plain text blocks are acted upon: the checks above can see it."""
    naive = {
        "type": "AdaptiveCard",
        "version": "1.5",
        "body": [{"type": "TextBlock", "text": text, "wrap": True} for text in ATTACKS],
    }
    seen = canvas.draw(naive)
    assert seen["links"] > 0
    assert seen["emphasis"] > 0
    assert "{{DATE" not in seen["text"]


def test_folded_lines_open_at_a_press(canvas):
    content = draw(scene(Status.AWAITING_REVIEW, case=case("en", 20))).content
    canvas.draw(content)
    row = canvas.page.get_by_text("OF-1059")
    assert not row.is_visible()
    canvas.page.get_by_role("button", name="Show all 20 lines").click()
    assert row.is_visible()


def test_reassign_unfolds_its_own_card(canvas):
    canvas.draw(draw(scene(Status.AWAITING_APPROVAL, Part.APPROVER)).content)
    canvas.page.get_by_role("button", name="Give to someone else").click()
    assert canvas.page.get_by_role("radio", name="Lena").is_visible()
    assert canvas.page.get_by_role("button", name="Reassign").is_visible()


@pytest.mark.skipif(not REDRAW, reason="pictures are taken on request: CARDS_PICTURES=1")
def test_pictures_are_taken(canvas):
    squeeze = shutil.which("pngquant")
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    for name, card in gallery().items():
        canvas.draw(card.content)
        path = PICTURES / f"{name}.png"
        path.write_bytes(canvas.picture())
        if squeeze:
            subprocess.run([squeeze, "--force", "--ext", ".png", "64", str(path)], check=True)


def test_every_pictured_card_has_a_small_picture():
    pictures = {path.stem: path.stat().st_size for path in PICTURES.glob("*.png")}
    assert set(pictures) == set(gallery())
    assert max(pictures.values()) < LARGEST


def test_the_index_shows_every_picture():
    index = (PICTURES / "README.md").read_text("utf-8")
    assert [name for name in gallery() if f"({name}.png)" not in index] == []
