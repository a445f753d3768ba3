"""The uploaded file is fetched, kept under its hash, and recognised when it comes again."""

from hashlib import sha256

import pytest
from aiohttp import web

from activities.casefile.receive import Upload, receive_file
from orders.case import CaseDocument, FileFacts
from orders.errors import LinkExpired, RecordMissing, UnsupportedFormat
from runtime.download import FetchRules
from runtime.storage.blobs import open_blobs
from runtime.storage.memory import MemoryStore
from runtime.storage.port import CaseRow

CONTENT = b"sku,qty\nA-1,2\n"
DIGEST = sha256(CONTENT).hexdigest()
RULES = FetchRules((), allow_loopback=True)
PICTURE = b"\x89PNG\r\n\x1a\n, or so it begins"


@pytest.fixture
async def host():
    """A file host whose answer is its path: /200, /404, /picture."""

    async def answer(request: web.BaseRequest) -> web.Response:
        if request.path == "/picture":
            return web.Response(body=PICTURE)
        return web.Response(status=int(request.path[1:]), body=CONTENT)

    runner = web.ServerRunner(web.Server(answer))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.fixture
def blobs(tmp_path):
    return open_blobs("", tmp_path)


def upload(url: str, order_id: str = "o2", name: str = "order.csv") -> Upload:
    return Upload(order_id, "tenant", name, url)


async def earlier(order_id: str, tenant: str = "tenant") -> MemoryStore:
    store = MemoryStore()
    file = FileFacts("old.csv", DIGEST, len(CONTENT), "csv")
    case = CaseDocument(order_id, "K7Q4MP", tenant, "p", "P", "c", "en", "2026-01-01", file=file)
    await store.save_case(
        CaseRow(order_id, "K7Q4MP", tenant, "p", "completed", "old", "", ""), case
    )
    return store


@pytest.mark.parametrize("name", ["order.csv", "ORDER.XLSX", "order.xls", "order"])
async def test_rule_7_a_file_is_kept_under_its_hash_with_the_kind_of_its_content(host, blobs, name):
    got = await receive_file(MemoryStore(), blobs, RULES, upload(f"{host}/200", name=name))
    assert got.file == FileFacts(name, DIGEST, len(CONTENT), "text")
    assert got.duplicate_of == ""
    assert await blobs.get(f"files/{DIGEST}") == CONTENT


async def test_receiving_it_again_changes_nothing(host, blobs):
    store = MemoryStore()
    first = await receive_file(store, blobs, RULES, upload(f"{host}/200"))
    assert await receive_file(store, blobs, RULES, upload(f"{host}/200")) == first


async def test_b016_the_same_bytes_of_an_earlier_order_are_recognised(host, blobs):
    got = await receive_file(await earlier("o1"), blobs, RULES, upload(f"{host}/200"))
    assert got.duplicate_of == "K7Q4MP"


async def test_an_order_is_no_duplicate_of_itself_nor_of_another_tenants(host, blobs):
    for store in (await earlier("o2"), await earlier("o1", "other")):
        got = await receive_file(store, blobs, RULES, upload(f"{host}/200"))
        assert got.duplicate_of == ""


async def test_b037_an_expired_link_keeps_nothing(host, blobs):
    with pytest.raises(LinkExpired):
        await receive_file(MemoryStore(), blobs, RULES, upload(f"{host}/404"))
    with pytest.raises(RecordMissing):
        await blobs.get(f"files/{DIGEST}")


async def test_b047_a_kind_that_is_refused_is_kept_as_evidence(host, blobs):
    with pytest.raises(UnsupportedFormat, match="picture"):
        await receive_file(
            MemoryStore(), blobs, RULES, upload(f"{host}/picture", name="order.xlsx")
        )
    assert await blobs.get(f"files/{sha256(PICTURE).hexdigest()}") == PICTURE


@pytest.mark.parametrize(
    "name", ["../../x", "C:\\x", "CON", "x" * 300, "a\0b", "\u202ex", "😀", ";rm"]
)
async def test_b078_the_name_is_only_ever_shown(host, blobs, tmp_path, name):
    got = await receive_file(MemoryStore(), blobs, RULES, upload(f"{host}/200", name=name))
    assert got.file.name == name
    assert {one.name for one in tmp_path.rglob("*") if one.is_file()} == {DIGEST}
