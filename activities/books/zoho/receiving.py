"""What Zoho answers, received as a whole and within bounds."""

import httpx

MOST_BYTES = 32_000_000
"""A page of the longest list has under one million bytes."""
_OF_THE_WIRE = ("content-encoding", "content-length", "transfer-encoding")


async def receive(
    http: httpx.AsyncClient, request: httpx.Request, most: int = MOST_BYTES
) -> httpx.Response:
    """Make one call and read its answer to the end.

    Raises:
        httpx.HTTPError: the call failed, or its answer has more than `most` bytes unpacked.
    """
    response = await http.send(request, stream=True)
    try:
        content = bytearray()
        async for chunk in response.aiter_bytes():
            content += chunk
            if len(content) > most:
                raise httpx.RemoteProtocolError("The answer is too long.")
    finally:
        await response.aclose()
    headers = [pair for pair in response.headers.items() if pair[0] not in _OF_THE_WIRE]
    return httpx.Response(
        response.status_code, headers=headers, content=bytes(content), request=request
    )
