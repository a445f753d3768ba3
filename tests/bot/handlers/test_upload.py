"""Files dropped in the chat: one order each, once, or a sentence that says why not."""

import asyncio
from dataclasses import replace

import pytest

from bot.turn import Attachment, Nothing
from cards.catalogue import error_text, say
from orders.errors import UnreadableFile
from orders.fingerprint import order_id_of
from support.drive import APPROVER, MANAGER, REQUESTER, TENANT
from support.machines import fault
from support.office import AUDITOR, attachment, text_of
from workflows import messages as m
from workflows import ports

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def rows_of(office, title):
    rows = await office.store.cases_of(TENANT, REQUESTER.object_id, limit=500)
    return [row for row in rows if row.title == title]


def id_of(file: Attachment, again: str = "") -> str:
    return order_id_of(TENANT, f"a:{REQUESTER.object_id}", file.unique_id, again)


async def test_a_file_becomes_an_order_without_a_word(office):
    """The card follows by itself; a message besides would be one too many."""
    file = attachment()
    assert await office.drop(REQUESTER, file) == Nothing()
    row = await office.listed(file.name, "awaiting_review")
    assert row.order_id == id_of(file)
    opening = office.machines.inputs[row.order_id]
    assert (opening.requester, opening.requester_name) == (REQUESTER.object_id, "Sara")
    assert (opening.conversation, opening.language) == (f"a:{REQUESTER.object_id}", "en")


async def test_several_files_become_as_many_orders(office):
    files = [attachment() for _ in range(3)]
    said = text_of(await office.drop(REQUESTER, *files))
    assert "3 files" in said
    for file in files:
        await office.listed(file.name, "awaiting_review")
    again = [*files, attachment("note.docx")]
    assert await office.drop(REQUESTER, *again) == Nothing(), "delivered again, and said twice"


async def test_too_many_files_become_none(office):
    files = [attachment() for _ in range(11)]
    assert "more than 10 files" in text_of(await office.drop(REQUESTER, *files))
    await asyncio.sleep(0.5)
    assert await rows_of(office, files[0].name) == []


@pytest.mark.parametrize("name", ["order.pptx", "scan.PNG.docx", "archive.zip"])
async def test_what_is_no_table_is_refused_by_name(office, name):
    said = text_of(await office.drop(REQUESTER, attachment(name)))
    assert name in said
    assert "not a kind of file I read" in said


async def test_a_file_without_a_name_is_called_by_its_kind(office):
    nameless = attachment(name="", file_type="docx")
    nameless = Attachment(
        content_type=nameless.content_type, download_url=nameless.download_url, file_type="docx"
    )
    assert "“docx”" in text_of(await office.drop(REQUESTER, nameless))


async def test_a_table_among_other_files_is_taken_and_the_others_are_named(office):
    """A second order in an unreadable file would be lost without a word."""
    file = attachment()
    said = text_of(await office.drop(REQUESTER, attachment("note.docx"), file))
    assert "“note.docx” is not a kind of file I read" in said
    assert file.name not in said
    await office.listed(file.name, "awaiting_review")


async def test_each_file_of_a_message_is_answered_by_itself(office):
    known = attachment()
    await office.drop(REQUESTER, known)
    row = await office.listed(known.name, "awaiting_review")
    office.later(hours=1)
    files = [known, attachment("note.docx"), attachment(), attachment()]
    said = text_of(await office.drop(REQUESTER, *files, language="fa"))
    assert "۲ فایل" in said
    assert f"«{known.name}»" in said
    assert row.code in said
    assert "note.docx" in said
    for file in files[2:]:
        await office.listed(file.name, "awaiting_review")


async def test_b030_a_link_elsewhere_is_refused_before_anything_starts(office):
    """The naive version fetched whatever address the activity named."""
    file = attachment(download_url="https://169.254.169.254/latest/meta-data")
    said = text_of(await office.drop(REQUESTER, file))
    assert f"“{file.name}”: {' '.join(error_text('LinkRefused', 'en'))}" in said
    await asyncio.sleep(0.3)
    assert await rows_of(office, file.name) == []


@pytest.mark.parametrize("who", [APPROVER, MANAGER, AUDITOR])
async def test_only_requesters_start_orders(office, who):
    file = attachment()
    for language in ("en", "fa"):
        said = text_of(await office.drop(who, file, language=language))
        assert say("reply.not_a_requester", language) in said
    await asyncio.sleep(0.3)
    assert await office.store.case_row(id_of(file)) is None


async def test_a_message_delivered_again_is_the_same_order(office):
    file = attachment()
    await asyncio.gather(*(office.drop(REQUESTER, file) for _ in range(3)))
    await office.listed(file.name, "awaiting_review")
    assert await office.drop(REQUESTER, file) == Nothing()
    assert len(await rows_of(office, file.name)) == 1


async def test_the_same_file_sent_later_names_the_order_it_is(office):
    file = attachment()
    await office.drop(REQUESTER, file)
    row = await office.listed(file.name, "awaiting_review")
    office.later(hours=1)
    said = text_of(await office.drop(REQUESTER, file))
    assert f"I already have this file as order {row.code}" in said
    assert len(await rows_of(office, file.name)) == 1


async def test_the_same_file_sent_after_the_end_is_a_new_order_once(office):
    file = attachment()
    await office.drop(REQUESTER, file)
    first = await office.listed(file.name, "awaiting_review")
    await office.press(REQUESTER, "cancel", first)
    await office.until(first, "cancelled")
    office.later(hours=1)
    again = [await office.drop(REQUESTER, file) for _ in range(2)]
    second = await office.listed(file.name, "awaiting_review")
    assert again == [Nothing(), Nothing()]
    assert second.order_id == id_of(file, first.order_id)
    assert len(await rows_of(office, file.name)) == 2
    assert await office.drop(REQUESTER, file) == Nothing()
    await asyncio.sleep(0.3)
    assert len(await rows_of(office, file.name)) == 2


async def blocked(office, name: str):
    file = attachment(name)
    office.machines.plan(ports.read_workbook, fault(UnreadableFile))
    await office.drop(REQUESTER, file)
    return await office.listed(name, "blocked")


async def test_a_corrected_copy_takes_the_blocked_orders_place(office):
    row = await blocked(office, "PO-1 first.csv")
    copy = attachment("po-1 first (2).csv")
    assert await office.drop(REQUESTER, copy) == Nothing()
    await office.until(row, "awaiting_review")
    assert await office.store.case_row(id_of(copy)) is None
    assert await office.drop(REQUESTER, copy) == Nothing()
    await asyncio.sleep(0.3)
    assert await office.store.case_row(id_of(copy)) is None


async def test_a_file_of_another_name_is_an_order_of_its_own(office):
    row = await blocked(office, "PO-2 second.csv")
    other = attachment("something else entirely.csv")
    await office.drop(REQUESTER, other)
    await office.listed(other.name, "awaiting_review")
    assert (await office.view(row)).status == "blocked"


async def test_a_copy_that_fits_two_blocked_orders_is_an_order_of_its_own(office):
    rows = [await blocked(office, "PO-3 third.csv"), await blocked(office, "PO-3 late.csv")]
    copy = attachment("PO-3.csv")
    await office.drop(REQUESTER, copy)
    await office.listed(copy.name, "awaiting_review")
    assert [(await office.view(row)).status for row in rows] == ["blocked", "blocked"]


async def test_a_copy_for_a_stalled_order_waits_with_it(office):
    """Nobody judges the click yet; starting a second order besides would be a twin."""
    office.later(minutes=1)
    row = await office.stalled()
    now = office.now[0].isoformat()
    await office.store.save_case(replace(row, status="blocked", received_at=now), None)
    copy = attachment(f"{row.code} (2).csv")
    assert await office.drop(REQUESTER, copy) == Nothing()
    await asyncio.sleep(1)
    assert await office.store.case_row(id_of(copy)) is None


async def test_a_file_whose_order_is_blocked_and_comes_again_is_named(office):
    row = await blocked(office, "PO-4 fourth.csv")
    file = attachment("PO-4 fourth.csv")
    office.machines.plan(ports.receive_file, m.Received(sha256="cd" * 32, size=11))
    await office.drop(REQUESTER, file)
    await office.until(row, "awaiting_review")
    assert len(await rows_of(office, row.title)) == 1


async def test_a_time_nobody_can_read_is_now(office):
    file = attachment()
    await office.drop(REQUESTER, file, timestamp="yesterday")
    row = await office.listed(file.name, "awaiting_review")
    assert await office.drop(REQUESTER, file, timestamp="") == Nothing()
    naive = office.now[0].replace(tzinfo=None).isoformat()
    assert await office.drop(REQUESTER, file, timestamp=naive) == Nothing()
    assert await rows_of(office, file.name) == [row]
