"""Comments and attachments over the wire."""

import pytest

from activities.books.zoho.call import ZohoCalls
from activities.books.zoho.papers import ZohoPapers
from orders.errors import BooksRejected
from tests.support.zoho import OK


@pytest.fixture
async def papers(server):
    calls = ZohoCalls(server.settings())
    yield ZohoPapers(calls)
    await calls.close()


async def test_a_file_travels_as_a_form(server, papers):
    server.say(OK, 201)
    await papers.attach("5", "سفارش 7.xlsx", b"PK")
    (request,) = server.seen
    assert (request.method, request.path) == ("POST", "/books/v3/salesorders/5/attachment")
    assert request.query["organization_id"] == "77"
    assert request.content_type == "multipart/form-data"
    assert b'name="attachment"' in server.bodies[0]
    assert b"PK" in server.bodies[0]


async def test_a_refused_kind_of_file_is_a_refusal(server, papers):
    server.say({"code": 2, "message": "x"}, 400)
    with pytest.raises(BooksRejected):
        await papers.attach("5", "a.xlsx", b"PK")


async def test_comments_are_written_flat_and_read_as_text(server, papers):
    server.say(OK)
    await papers.comment("5", "K7Q4MP")
    assert server.bodies[0] == {"description": "K7Q4MP"}
    server.say({**OK, "comments": [{"description": "one"}, None, {}]})
    server.answers.pop(0)
    assert await papers.comments("5") == ("one", "")
