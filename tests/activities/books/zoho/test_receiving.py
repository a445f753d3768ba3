"""Answers of Zoho within bounds, unpacked and as they were."""

import gzip

import httpx
import pytest

from activities.books.zoho.receiving import receive


@pytest.mark.parametrize("packed", [False, True])
async def test_an_answer_is_read_to_its_end_or_not_at_all(server, packed):
    body = b'{"code": 0, "name": "' + b"x" * 5_000 + b'"}'
    named = {"Content-Encoding": "gzip", "Retry-After": "7"} if packed else {"Retry-After": "7"}
    server.answers.append((429, gzip.compress(body) if packed else body, named))
    async with httpx.AsyncClient(trust_env=False) as http:
        request = http.build_request("GET", f"{server.url}/books/v3/items")
        answer = await receive(http, request, most=len(body))
        assert (answer.status_code, answer.content) == (429, body)
        assert answer.headers["retry-after"] == "7"
        with pytest.raises(httpx.HTTPError):
            await receive(http, request, most=len(body) - 1)
