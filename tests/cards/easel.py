"""Microsoft's own renderer in headless Chromium, for tests and pictures of cards."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MODULES = Path(os.environ.get("NODE_MODULES", ROOT / ".desk" / "node" / "node_modules"))
CHROMIUM = Path("/usr/bin/chromium")
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_RENDER = """
([content, host]) => {
    const place = document.getElementById("card");
    place.replaceChildren();
    document.documentElement.lang = content.lang || "en";
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
        result.outputHtml = window.markdownit().render(text);
        result.didProcess = true;
    };
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(host);
    const context = new AdaptiveCards.SerializationContext();
    card.parse(content, context);
    const problems = [];
    for (let at = 0; at < context.eventCount; at++) problems.push(context.getEventAt(at).message);
    const checked = card.validateProperties();
    problems.push(...checked.validationEvents.map(one => one.message));
    place.appendChild(card.render());
    const unlabelled = [...place.querySelectorAll("input, textarea, select")].filter(one =>
        !one.getAttribute("aria-label") && !one.getAttribute("aria-labelledby")
        && !(one.labels && one.labels.length) && !(one.closest("[aria-labelledby], [aria-label]")));
    return {
        problems,
        text: place.innerText,
        links: place.querySelectorAll("a[href]").length,
        images: place.querySelectorAll("img, script, iframe").length,
        emphasis: place.querySelectorAll("em, strong, ul, ol, h1").length,
        unlabelled: unlabelled.length,
        rtl: getComputedStyle(place.firstElementChild).direction === "rtl"
            || !!place.querySelector("[dir=rtl]"),
        tooWide: document.documentElement.scrollWidth - window.innerWidth,
        buttons: [...place.querySelectorAll("button")].map(one => one.innerText),
    };
}
"""


def available() -> str:
    """Why cards cannot be rendered here; empty when they can."""
    if not CHROMIUM.exists():
        return f"{CHROMIUM} is missing: apt-get install chromium fonts-noto-core"
    if not (MODULES / "adaptivecards").exists():
        return f"{MODULES}/adaptivecards is missing: npm ci in infra/devservers/web"
    return ""


class Easel:
    """One open page on which cards are drawn."""

    def __init__(self, page: Page):
        self.page = page
        self._width = 0
        self.host = json.loads((HERE / "hostconfig.json").read_text())

    def draw(self, content: dict, width: int = 480) -> dict:
        """Render a card and say what came of it."""
        if width != self._width:
            self.page.set_viewport_size({"width": width, "height": 100})
            self._width = width
        seen = self.page.evaluate(_RENDER, [content, self.host])
        # The renderer tests `lang` with a regular expression that remembers its last match
        # (flag g), so it complains about every second card; nothing is wrong with them.
        seen["problems"] = [one for one in seen["problems"] if 'property "lang"' not in one]
        return seen

    def picture(self) -> bytes:
        """A PNG of the card that was drawn last."""
        return self.page.screenshot(full_page=True)


@contextmanager
def easel(scale: float = 1) -> Iterator[Easel]:
    """Start Chromium with the renderer loaded; nothing is fetched from any network."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=_FLAGS)
        page = browser.new_page(device_scale_factor=scale, offline=True)
        page.set_content((HERE / "page.html").read_text())
        page.add_script_tag(path=MODULES / "adaptivecards/dist/adaptivecards.min.js")
        page.add_script_tag(path=MODULES / "markdown-it/dist/browser/markdown-it.umd.min.js")
        yield Easel(page)
        browser.close()
