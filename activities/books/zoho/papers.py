"""What hangs on a sales order: its comments and its attached file."""

from typing import Any
from urllib.parse import quote

from activities.books.zoho.call import ZohoCalls
from activities.books.zoho.orders import PATH

FILE_FIELD = "attachment"


class ZohoPapers:
    """Comments and attachments of one organization's sales orders."""

    def __init__(self, calls: ZohoCalls) -> None:
        """Share the calls of the organization."""
        self._calls = calls

    async def comment(self, draft_id: str, text: str) -> None:
        """Write a comment."""
        await self._calls.send("POST", _path(draft_id, "comments"), body={"description": text})

    async def comments(self, draft_id: str) -> tuple[str, ...]:
        """Every comment and line of history, as text."""
        body = await self._calls.get(_path(draft_id, "comments"))
        found: Any = body.get("comments")
        rows = found if isinstance(found, list) else []
        return tuple(str(row.get("description") or "") for row in rows if isinstance(row, dict))

    async def attach(self, draft_id: str, name: str, content: bytes) -> None:
        """Attach one file."""
        await self._calls.upload(_path(draft_id, "attachment"), FILE_FIELD, name, content)


def _path(draft_id: str, what: str) -> str:
    return f"{PATH}/{quote(draft_id, safe='')}/{what}"
