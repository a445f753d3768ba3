"""Download links that lead elsewhere, and the corrected file that mends the order."""

import pytest

from support.facts import count_workflows, eventually, orders_named
from support.road import Road, plain

pytestmark = pytest.mark.asyncio(loop_scope="session")

TRICKS = (
    "http://169.254.169.254/latest/meta-data",
    "https://127.1/order.csv",
    "https://2130706433/order.csv",
    "https://files.sharepoint.com.evil.example/order.csv",
    "https://user@files.sharepoint.com/order.csv",
    "https://files.sharepoint.com:22/order.csv",
    "file:///etc/passwd",
)


async def test_b033_a_redirecting_download_blocks_the_order_until_a_corrected_file_comes(
    road: Road,
):
    """Naive: a client that follows redirects fetches from inside the network."""
    inside = "http://169.254.169.254/latest/meta-data"
    fault = {"route": "file", "kind": "redirect", "location": inside, "count": 1}
    await road.teams("/__fake/faults", fault)
    walk = await road.drop()
    ((_, walk.code, _),) = await eventually(
        lambda: orders_named(road, walk.name),
        lambda found: [status for *_, status in found] == ["blocked"],
    )
    await walk.says("what came is a link or a web page")
    before = await count_workflows(road)
    await road.drop(po_number=walk.po_number)
    card = await walk.offers("submit")
    assert "847.00" in plain(card.text)
    await walk.to_draft()
    assert len(await walk.drafts()) == 1
    assert await count_workflows(road) == before


async def test_b030_b031_b034_a_link_that_is_never_allowed_is_refused_at_once(road: Road):
    """Naive: every link starts an order, whose first step then finds out."""
    before = await count_workflows(road)
    for url in TRICKS:
        content = {"downloadUrl": url, "uniqueId": url[:20], "fileType": "csv"}
        part = {
            "contentType": "application/vnd.microsoft.teams.file.download.info",
            "name": "order.csv",
            "content": content,
        }
        activity = {"text": None, "attachments": [part]}
        body = {"who": "sara", "kind": "good", "activity": activity}
        assert (await road.teams("/__fake/forge", body))["status"] == 200, url
    told = await eventually(
        lambda: road.http.get(f"{road.stack.teams_url}/api/people/sara/messages"),
        lambda answer: answer.text.count("what came is a link or a web page") >= len(TRICKS),
    )
    assert "Traceback" not in told.text
    assert await count_workflows(road) == before
