"""A case is opened once; a new file forgets what the old one taught."""

from hashlib import sha256

import pytest
from aiohttp import web
from opentelemetry import trace
from temporalio.testing import ActivityEnvironment

from activities.casefile.intake import Intake
from orders.case import FileFacts, Origin
from orders.errors import RecordMissing, UnreadableFile
from orders.fixes import Fix, FixKind
from runtime.download import FetchRules
from support.channel import serve
from tests.activities.casefile.conftest import EARLIER, NOW
from workflows.messages import FileLink, OpenCase, Receive

CONTENT = b"sku,qty\nA-1,2\n"
OPENING = OpenCase(
    order_id="o1",
    revision=1,
    code="K7Q4MP",
    tenant_id="t",
    requester="sara",
    requester_name="Sara",
    conversation="a:chat",
    language="fa",
    received_at=EARLIER,
    title="PO-1.csv",
)


@pytest.fixture
def intake(desk) -> Intake:
    return Intake(desk.store, desk.blobs, FetchRules((), allow_loopback=True), lambda: NOW)


@pytest.fixture
async def host():
    async def give(request: web.Request) -> web.Response:
        return web.Response(body=b"" if request.path == "/empty" else CONTENT)

    app = web.Application()
    app.router.add_get("/{name}", give)
    async with serve(app) as url:
        yield url


async def run(step, argument):
    return await ActivityEnvironment().run(step, argument)


def receive(url: str, revision: int = 1, name: str = "PO-1.csv") -> Receive:
    return Receive(order_id="o1", revision=revision, file=FileLink(name=name, url=url))


async def test_a_case_knows_the_trace_it_was_opened_in(desk, intake):
    here = trace.SpanContext(trace_id=0xBEEF, span_id=1, is_remote=False)
    with trace.use_span(trace.NonRecordingSpan(here)):
        await run(intake.open_case, OPENING)
    assert (await desk.store.load_case("o1")).trace == f"{0xBEEF:032x}"


async def test_opening_makes_row_and_document(desk, intake):
    await run(intake.open_case, OPENING)
    row, case = await desk.store.case_row("o1"), await desk.case()
    assert (row.status, row.title, row.received_at) == ("created", "PO-1.csv", EARLIER)
    assert (case.code, case.requester_name, case.language) == ("K7Q4MP", "Sara", "fa")
    assert case.file is None


async def test_opening_again_changes_nothing(desk, intake):
    await run(intake.open_case, OPENING)
    await desk.keep(revision=4)
    await run(intake.open_case, OPENING)
    assert (await desk.case()).revision == 4


async def test_a_received_file_is_kept_under_its_hash(desk, intake, host):
    await run(intake.open_case, OPENING)
    got = await run(intake.receive_file, receive(f"{host}/one"))
    digest = sha256(CONTENT).hexdigest()
    assert (got.sha256, got.size, got.duplicate_of) == (digest, len(CONTENT), "")
    assert await desk.blobs.get(f"files/{digest}") == CONTENT
    facts = (await desk.case()).file
    assert isinstance(facts, FileFacts)
    assert (facts.name, facts.sha256) == ("PO-1.csv", digest)


async def test_a_new_file_forgets_what_the_old_one_taught(desk, intake, host):
    fix = Fix(FixKind.CELL, "S!A1", "1")
    await desk.keep(fixes=(fix,), choices={"customer": "9"}, order_hash="h", duplicate_of="ABC")
    await run(intake.receive_file, receive(f"{host}/two", 2, "PO-1 (2).csv"))
    case = await desk.case()
    assert (case.revision, case.fixes, case.choices) == (2, (), {})
    assert (case.order_hash, case.duplicate_of, case.reading) == ("", "", None)
    assert case.file.name == "PO-1 (2).csv"


async def test_receiving_twice_is_harmless(desk, intake, host):
    await run(intake.open_case, OPENING)
    one, two = [await run(intake.receive_file, receive(f"{host}/one")) for _ in range(2)]
    assert one == two


async def test_a_file_that_cannot_be_an_order_leaves_the_case_as_it_was(desk, intake, host):
    await desk.keep()
    before = await desk.case()
    with pytest.raises(UnreadableFile):
        await run(intake.receive_file, receive(f"{host}/empty", 2))
    assert await desk.case() == before


async def test_a_file_without_a_case_is_not_received(intake, host):
    with pytest.raises(RecordMissing):
        await run(intake.receive_file, receive(f"{host}/one"))


async def test_a_part_of_a_file_needs_no_link_and_asks_about_no_twin(desk, intake, host):
    """Naive: the same bytes under two orders are a repeated file."""
    await run(intake.open_case, OPENING)
    await run(intake.receive_file, receive(f"{host}/one"))
    file = (await desk.case()).file
    part = Fix(FixKind.SPLIT, "", "P2", "sara", EARLIER)
    origin = Origin("o1", "K7Q4MP", "P2 · Beta Ltd", (part,), file)
    sibling = OPENING.model_copy(update={"order_id": "o2", "code": "SPL1TP", "origin": origin})
    await run(intake.open_case, sibling)
    got = await run(intake.receive_file, receive("").model_copy(update={"order_id": "o2"}))
    case = await desk.store.load_case("o2")
    assert (got.sha256, got.duplicate_of) == (file.sha256, "")
    assert (case.file, case.fixes, case.origin) == (file, (part,), origin)


async def test_a_corrected_file_of_a_part_is_still_about_that_part(desk, intake, host):
    part = Fix(FixKind.SPLIT, "", "P2")
    origin = Origin("o9", "K7Q4MP", "P2", (part,), FileFacts("PO.csv", "ab", 1, "csv"))
    await run(intake.open_case, OPENING.model_copy(update={"origin": origin}))
    await run(intake.receive_file, receive(f"{host}/two", 2, "PO (2).csv"))
    case = await desk.case()
    assert (case.file.name, case.fixes) == ("PO (2).csv", (part,))
