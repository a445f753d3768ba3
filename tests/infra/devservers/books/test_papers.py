"""Attachments and comments of an order."""

import io

import aiohttp
import pytest


@pytest.fixture
async def path(zoho):
    return f"/salesorders/{(await zoho.create())['salesorder_id']}"


async def attach(zoho, path, name="order.pdf", content=b"%PDF", field="attachment"):
    form = aiohttp.FormData()
    form.add_field(field, io.BytesIO(content), filename=name, content_type="application/pdf")
    return await zoho.ask("POST", f"{path}/attachment", data=form)


async def test_a_pdf_is_attached_read_and_removed(zoho, path):
    status, row = await attach(zoho, path)
    assert status == 201
    assert row["message"] == "Your file has been successfully attached to the sales order."
    assert (await zoho.orders())[0]["has_attachment"] is True
    async with zoho.open("GET", f"{path}/attachment") as answer:
        assert await answer.read() == b"%PDF"
        assert answer.headers["Content-Type"] == "application/pdf"
    status, row = await zoho.ask("DELETE", f"{path}/attachment")
    assert row["message"] == "Your file is no longer attached to the sales order."
    assert (await zoho.orders())[0]["has_attachment"] is False
    for method in ("GET", "DELETE"):
        assert (await zoho.ask(method, f"{path}/attachment"))[1]["code"] == 1002


async def test_a_workbook_is_refused_until_the_switch_allows_it(zoho, path):
    assert (await attach(zoho, path, "order.xlsx"))[0] == 400
    await zoho.fake("POST", "switches", {"attachments": "any"})
    assert (await attach(zoho, path, "order.xlsx"))[0] == 201


async def test_a_file_above_ten_megabytes_is_refused(zoho, path):
    assert (await attach(zoho, path, content=b"x" * (10 * 1024 * 1024 + 1)))[0] == 400


async def test_the_field_must_be_called_attachment(zoho, path):
    assert (await attach(zoho, path, field="file"))[1]["code"] == 4
    assert (await zoho.ask("POST", f"{path}/attachment", data=b"raw"))[1]["code"] == 4


async def test_a_broken_upload_is_a_missing_file(zoho, path):
    for kind in ("multipart/form-data", "multipart/form-data; boundary=x"):
        headers = {"Content-Type": kind}
        sent = await zoho.ask("POST", f"{path}/attachment", data=b"raw", headers=headers)
        assert sent[1]["code"] == 4
    form = aiohttp.FormData({"attachment": "text"})
    form.add_field("other", io.BytesIO(b"x"), filename="x.pdf")
    assert (await zoho.ask("POST", f"{path}/attachment", data=form))[1]["code"] == 4


async def test_a_comment_is_added_and_listed_first(zoho, path):
    text = "K7Q4MP سفارش"
    status, row = await zoho.ask("POST", f"{path}/comments", json={"description": text})
    assert (status, row["message"]) == (200, "Comments added.")
    assert row["comment"]["comment_id"].isdigit()
    comments = (await zoho.get(f"{path}/comments"))["comments"]
    assert [row["description"] for row in comments] == [text, "Sales Order created."]


@pytest.mark.parametrize("body", [{}, {"description": ""}, {"description": 1}])
async def test_an_empty_comment_is_refused(zoho, path, body):
    assert (await zoho.ask("POST", f"{path}/comments", json=body))[1]["code"] == 4
