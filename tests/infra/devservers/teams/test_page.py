"""The chat page: its files, and two people in a real browser."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.async_api import async_playwright, expect

from tests.infra.devservers.teams.making import card, card_answer, execute, with_card

ROOT = Path(__file__).parents[4]
PLACES = (
    Path(os.environ.get("WEB_MODULES", "/nowhere")),
    ROOT / ".desk/node/node_modules",
    ROOT / "infra/devservers/web/node_modules",
)
MODULES = next((one for one in PLACES if (one / "adaptivecards").is_dir()), None)
CHROMIUM = shutil.which("chromium")
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
needs_browser = pytest.mark.skipif(
    MODULES is None or CHROMIUM is None, reason="needs chromium and the npm modules"
)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "html"),
        ("/chat.js", "javascript"),
        ("/pane.js", "javascript"),
        ("/chat.css", "css"),
    ],
)
async def test_the_pages_own_files_are_served(teams, path, kind):
    async with teams.http.get(teams.url + path) as answer:
        assert answer.status == 200
        assert answer.content_type.endswith(kind)
        policy = answer.headers["Content-Security-Policy"]
        assert "script-src 'self';" in policy
        assert "default-src 'none'" in policy


async def test_nothing_outside_is_named(teams):
    for path in ("/", "/chat.js", "/pane.js", "/chat.css"):
        _, raw = await teams.call("GET", path)
        assert b"//cdn" not in raw
        assert b"https://" not in raw
    assert (await teams.call("GET", "/../app.py"))[0] == 404


async def test_modules_come_from_the_given_folder(teams, options, tmp_path):
    assert (await teams.call("GET", "/modules/adaptivecards.js"))[0] == 404
    options.web_modules = tmp_path
    assert (await teams.call("GET", "/modules/adaptivecards.js"))[0] == 404
    (tmp_path / "adaptivecards/dist").mkdir(parents=True)
    (tmp_path / "adaptivecards/dist/adaptivecards.min.js").write_text("1")
    assert await teams.call("GET", "/modules/adaptivecards.js") == (200, b"1")
    assert (await teams.call("GET", "/modules/..%2Fsecret"))[0] == 404


@pytest.fixture
async def page(teams, options):
    options.web_modules = MODULES
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        page = await browser.new_page(viewport={"width": 1440, "height": 900})
        page.troubles = []
        page.on("pageerror", lambda error: page.troubles.append(str(error)))
        page.on(
            "console", lambda line: page.troubles.append(line.text) if line.type == "error" else 0
        )
        yield page
        assert page.troubles == []
        await browser.close()


async def side_by_side(teams, page):
    await page.goto(f"{teams.url}/?left=sara&right=mina")
    await expect(page.locator("#link")).to_have_text("live")
    return page.locator(".pane").nth(0), page.locator(".pane").nth(1)


@needs_browser
async def test_a_person_talks_and_drops_a_file(teams, bot, page):
    left, right = await side_by_side(teams, page)
    await left.locator(".text").fill("status")
    await left.get_by_role("button", name="Send").click()
    await expect(left.locator(".bubble")).to_have_text("status")
    upload = {"name": "سفارش.xlsx", "mimeType": "application/octet-stream", "buffer": b"PK"}
    await left.locator(".file").set_input_files(upload)
    await expect(left.locator(".attached bdi")).to_have_text("سفارش.xlsx")
    assert bot.heard[1]["attachments"][0]["name"] == "سفارش.xlsx"
    await expect(right.locator(".message")).to_have_count(0)


@needs_browser
async def test_a_card_is_drawn_filled_sent_and_replaced_in_place(teams, bot, page):
    left, right = await side_by_side(teams, page)
    quantity = {
        "type": "Input.Number",
        "id": "q",
        "label": "Quantity",
        "isRequired": True,
        "errorMessage": "A number, please",
    }
    note = {"type": "Input.Text", "id": "note", "label": "Note", "value": "old"}
    one = execute("save", "Save", data={"order": "K7", "line": 1})
    two = execute("save", "Save", data={"order": "K7", "line": 2})
    own_id = await teams.send(with_card(card(quantity, note, actions=[one, two])))
    await left.get_by_role("button", name="Save").nth(1).click()
    await expect(left.get_by_text("A number, please")).to_be_visible()
    assert bot.heard == []
    bot.replies(lambda: card_answer(card({"type": "TextBlock", "text": "**Saved**"})))
    await left.get_by_label("Quantity").fill("10")
    await left.get_by_label("Note").fill("")
    await left.get_by_role("button", name="Save").nth(1).click()
    await expect(left.locator(".card strong")).to_have_text("Saved")
    assert bot.heard[0]["value"]["action"]["data"] == {"order": "K7", "line": 2, "q": "10"}
    path = f"/conversations/{await teams.chat()}/activities/{own_id}"
    await teams.wire("PUT", path, with_card(card({"type": "TextBlock", "text": "Final"})))
    await expect(left.locator(".card")).to_have_text("Final")
    await expect(left.locator(".message")).to_have_count(1)
    await expect(right.locator(".card")).to_have_count(0)


@needs_browser
async def test_a_persian_card_stands_right_to_left(teams, page):
    _, right = await side_by_side(teams, page)
    text = {"type": "TextBlock", "text": "سفارش شما"}
    await teams.send(with_card(card(text, actions=[execute("ok", "تأیید")], rtl=True)), "mina")
    box = await right.locator(".card").bounding_box()
    word = await right.get_by_role("button", name="تأیید").bounding_box()
    assert word["x"] > box["x"] + box["width"] / 2


@needs_browser
async def test_an_app_that_fails_says_so_under_the_card(teams, bot, page):
    left, _ = await side_by_side(teams, page)
    await teams.send(with_card(card(actions=[execute("go", "Go")])))
    await teams.fake("faults", {"route": "bot", "count": -1})
    await left.get_by_role("button", name="Go", exact=True).click()
    await expect(left.locator(".note")).to_have_text("Unable to reach app. Please try again.")


@needs_browser
async def test_an_edited_card_is_refreshed_for_its_viewers(teams, bot, page):
    left, _ = await side_by_side(teams, page)
    mri = (await teams.person())["mri"]
    action = {"type": "Action.Execute", "verb": "refresh", "data": {"order": "K7"}}
    content = card({"type": "TextBlock", "text": "base"})
    content["refresh"] = {"userIds": [mri], "action": action}
    own_id = await teams.send(with_card(content))
    await expect(left.locator(".card p")).to_have_text("base")
    bot.replies(lambda: card_answer(card({"type": "TextBlock", "text": "yours"})))
    path = f"/conversations/{await teams.chat()}/activities/{own_id}"
    await teams.wire("PUT", path, with_card(content))
    await expect(left.locator(".card p")).to_have_text("yours")
    assert [one["value"]["trigger"] for one in bot.heard] == ["automatic"]


@needs_browser
async def test_one_pane_or_two_and_anybody_in_them(teams, page):
    left, _ = await side_by_side(teams, page)
    await page.get_by_role("button", name="One person").click()
    await expect(page.locator(".pane")).to_have_count(1)
    await left.locator(".who").select_option("lina")
    await left.get_by_role("button", name="# Orders").click()
    await left.locator(".text").fill("hello all")
    await left.locator(".text").press("Enter")
    await expect(left.locator(".bubble")).to_have_text("@Order Desk hello all")
    assert page.url.endswith("?left=lina")
