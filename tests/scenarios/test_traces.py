"""What an order leaves behind in logs, audit and Temporal's file: nothing that people wrote."""

import pytest

from support.facts import eventually, orders_named, rows
from support.road import Road

pytestmark = pytest.mark.asyncio(loop_scope="session")

CANARY = "Zyqanary"
SECRET = ("PASSWORD", "SECRET", "TOKEN", "TOKENS", "KEYRING")


async def test_b073_no_secret_and_nothing_people_wrote_stays_in_logs_audit_or_temporal(road: Road):
    """Naive: one log line that shows what it works on keeps names and links for ever."""
    lines = (("BW-1001", f"{CANARY} Backpack", 3, "49.90"),)
    walk = await road.drop(lines=lines, po_number=f"{CANARY}-1")
    await walk.to_approval()
    await walk.press("reject", "omid", comment=f"{CANARY} comment")
    await eventually(
        lambda: orders_named(road, walk.name), lambda found: found[0][-1] == "rejected"
    )
    kept = places(road)
    ((order_id,),) = rows(road, "SELECT order_id FROM cases WHERE code = ?", walk.code)
    assert order_id in kept["audit"]
    found = [
        (place, words)
        for place, text in kept.items()
        for words in (CANARY, *secrets(road))
        if words in text
    ]
    assert found == []


def secrets(road: Road) -> list[str]:
    """Every secret value the processes were started with, without the names before it."""
    told = road.stack.environment().items()
    return [value.rpartition(":")[2] for name, value in told if name.endswith(SECRET)]


def places(road: Road) -> dict[str, str]:
    """Everything that outlives the order, but for the case itself, by the name of its place."""
    logs = road.stack.data_dir.parent / "logs"
    ours = [logs / f"{name}.log" for name in ("bot", "worker", "temporal")]
    files = [*ours, *road.stack.data_dir.glob("temporal.db*")]
    texts = {path.name: path.read_bytes().decode("utf-8", "replace") for path in files}
    bodies = [str(body) for (body,) in rows(road, "SELECT body FROM audit")]
    return {**texts, "audit": "\n".join(bodies)}
