"""What hangs on a draft: the customer's file, and who approved what."""

from dataclasses import dataclass

from activities.books.port import Books
from orders.case import CaseDocument
from orders.errors import BooksRejected, RecordGone
from runtime.storage.port import Blobs, Store


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved an order, and the hash of what they saw."""

    name: str
    order_hash: str


@dataclass(frozen=True, slots=True)
class Annotations:
    """Writes on a draft, once, where it came from. `attach` says whether files are attached."""

    books: Books
    store: Store
    blobs: Blobs
    attach: bool = True

    async def write(self, order_id: str, draft_id: str, approval: Approval) -> str:
        """Attach the file and write the comment; say `attached`, `linked`, `kept` or `gone`.

        The comment comes last, so that one that is there says that all was done. A file of a kind
        that the books refuse is named by its hash, under which the desk keeps it.
        """
        case = await self.store.load_case(order_id)
        try:
            if any(_mark(case) in text for text in await self.books.comments(draft_id)):
                return "kept"
            attached = await self._attach(case, draft_id)
            text = await self._text(case, approval, attached=attached)
            await self.books.comment(draft_id, text)
        except RecordGone:
            return "gone"
        return "attached" if attached else "linked"

    async def _attach(self, case: CaseDocument, draft_id: str) -> bool:
        if not self.attach or case.file is None:
            return False
        content = await self.blobs.get(f"files/{case.file.sha256}")
        try:
            await self.books.attach(draft_id, case.file.name, content)
        except BooksRejected:
            return False
        return True

    async def _text(self, case: CaseDocument, approval: Approval, *, attached: bool) -> str:
        records = await self.store.audit_of(case.order_id)
        file = case.file
        where = "attached" if attached else "kept by the desk"
        parts = [
            _mark(case),
            f"approved by {approval.name}" if approval.name else "",
            f"content {approval.order_hash[:16]}",
            f"audit {records[-1].order_hash[:16]}" if records else "",
            f"file {file.name} ({where}, sha256 {file.sha256[:16]})" if file else "",
        ]
        return "; ".join(part for part in parts if part)


def _mark(case: CaseDocument) -> str:
    """What the comment begins with, and no other text of the order does."""
    return f"Order Desk: order {case.code}"
