"""The road of one order, on a real time-skipping Temporal server."""

from conftest import APPROVER, REQUESTER

from orders.approval import Verb


async def test_an_order_goes_from_file_to_draft(drive):
    await drive.start()
    await drive.at("awaiting_review")
    assert (await drive.click(Verb.SUBMIT, REQUESTER)).accepted
    await drive.at("awaiting_approval")
    assert (await drive.click(Verb.APPROVE, APPROVER)).accepted
    view = await drive.at("completed")
    assert view.draft.number == "SO-00001"
    assert await drive.handle.result() == "completed"
