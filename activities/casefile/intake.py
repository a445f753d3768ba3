"""Opening a case and receiving its file."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from temporalio import activity

from activities.casefile.receive import ReceivedFile, Upload, receive_file
from orders.case import CaseDocument, Status
from orders.catalogue import Matches
from runtime.download import FetchRules
from runtime.logs import trace_id
from runtime.storage.keeping import keep_case
from runtime.storage.port import Blobs, CaseRow, Store
from workflows.messages import OpenCase, Receive, Received


@dataclass(frozen=True, slots=True)
class Intake:
    """The first two activities of every order. `clock` tells the time in UTC."""

    store: Store
    blobs: Blobs
    rules: FetchRules
    clock: Callable[[], datetime]

    @activity.defn
    async def open_case(self, opening: OpenCase) -> None:
        """Open the case, so that there is something to draw; opening it again changes nothing."""
        if await self.store.case_row(opening.order_id) is None:
            await self.store.save_case(self._row(opening), _document(opening))

    @activity.defn
    async def receive_file(self, receive: Receive) -> Received:
        """Download the file and store it under its hash; what an older file taught is dropped.

        Which part of the file an order is stays with it.
        """
        case = await self.store.load_case(receive.order_id)
        got = await self._file_of(case, receive)
        fresh = replace(
            case,
            revision=receive.revision,
            file=got.file,
            duplicate_of=got.duplicate_of,
            reading=None,
            fixes=case.origin.fixes if case.origin else (),
            answered=(),
            issues=(),
            matches=Matches(),
            choices={},
            prices=(),
            order_hash="",
        )
        await keep_case(self.store, fresh, self.clock())
        return Received(sha256=got.file.sha256, size=got.file.size, duplicate_of=got.duplicate_of)

    async def _file_of(self, case: CaseDocument, receive: Receive) -> ReceivedFile:
        """The file behind the link; without one, that of the order it was split off from."""
        if case.origin is not None and not receive.file.url:
            return ReceivedFile(case.origin.file, case.origin.duplicate_of)
        upload = Upload(case.order_id, case.tenant_id, receive.file.name, receive.file.url)
        return await receive_file(self.store, self.blobs, self.rules, upload)

    def _row(self, opening: OpenCase) -> CaseRow:
        return CaseRow(
            order_id=opening.order_id,
            code=opening.code,
            tenant_id=opening.tenant_id,
            requester=opening.requester,
            status=str(Status.CREATED),
            title=opening.title,
            received_at=opening.received_at,
            updated_at=self.clock().isoformat(),
        )


def _document(opening: OpenCase) -> CaseDocument:
    return CaseDocument(
        order_id=opening.order_id,
        code=opening.code,
        tenant_id=opening.tenant_id,
        requester=opening.requester,
        requester_name=opening.requester_name,
        conversation=opening.conversation,
        language=opening.language,
        received_at=opening.received_at,
        revision=opening.revision,
        title=opening.title,
        origin=opening.origin,
        trace=trace_id(),
    )
