"""Answers over HTTP, read no further than they may be long."""

import aiohttp

_CHUNK = 65_536


class TooLong(ValueError):
    """The answer has more bytes than it may."""


async def read_bounded(answer: aiohttp.ClientResponse, most: int) -> bytes:
    """The whole body, unpacked; whatever its headers say of its length.

    Raises:
        TooLong: it has more than `most` bytes.
    """
    content = bytearray()
    if (answer.content_length or 0) > most:
        raise TooLong
    async for chunk in answer.content.iter_chunked(_CHUNK):
        content += chunk
        if len(content) > most:
            raise TooLong
    return bytes(content)
