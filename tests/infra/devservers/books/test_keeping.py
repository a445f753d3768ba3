"""Sales orders outlive the process where a file is given, and no id comes twice."""

from decimal import Decimal

from infra.devservers.books import Options
from infra.devservers.books.keeping import load, save
from infra.devservers.books.ledger import Attachment
from infra.devservers.books.seed import SERVED, ledgers


def test_orders_notes_and_files_are_there_again_under_their_ids(tmp_path):
    path, first = tmp_path / "books.json", ledgers(Options())
    assert load(path, first) == 0
    held = first[SERVED].new_id()
    first[SERVED].orders[held] = {"salesorder_id": held, "total": Decimal("1.05")}
    first[SERVED].comments[held] = [{"description": "نوشته"}]
    first[SERVED].born[held] = 5.5
    first[SERVED].files[held] = Attachment("PO.pdf", b"%PDF", "application/pdf")
    save(path, first, 0)
    again = ledgers(Options())
    assert load(path, again) == 1
    ledger = again[SERVED]
    assert ledger.orders == first[SERVED].orders
    assert ledger.comments == first[SERVED].comments
    assert (ledger.born[held], ledger.files[held].name) == (5.5, "PO.pdf")
    assert ledger.new_id() not in (held, *ledger.contacts, *ledger.items)


async def test_a_draft_survives_a_new_start_and_a_reset_forgets_it(start, tmp_path):
    path = tmp_path / "books.json"
    zoho = await start(keep=path)
    made = await zoho.create()
    again = await start(keep=path)
    (held,) = await again.orders()
    assert (held["salesorder_id"], held["total"]) == (made["salesorder_id"], made["total"])
    later = await again.create()
    assert later["salesorder_number"] == "SO-00002"
    assert later["salesorder_id"] != made["salesorder_id"]
    await again.fake("POST", "reset", {})
    assert await again.orders() == []


async def test_time_does_not_go_back_over_a_new_start(start, tmp_path):
    path = tmp_path / "books.json"
    zoho = await start(keep=path)
    await zoho.fake("POST", "clock", {"advance": 600})
    made = await zoho.create()
    again = await start(keep=path)
    row = await again.get("/salesorders")
    assert [one["salesorder_id"] for one in row["salesorders"]] == [made["salesorder_id"]]
