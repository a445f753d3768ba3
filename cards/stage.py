"""Which part a reader plays, and whom they may hand on to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from cards.scene import Part, Reader, Scene
from orders.case import CaseDocument, StatusView
from orders.roles import Role, RoleBook


@dataclass(frozen=True, slots=True)
class Seat:
    """Where one reader sits: who they are, their language, and what Teams knows of them.

    `member_id` is the person's Teams id (MRI), so that their card can refresh itself.
    """

    object_id: str
    language: str = "en"
    member_id: str = ""
    time_zone: str = ""
    notice: str = ""
    notice_facts: Mapping[str, str] = field(default_factory=dict)


def part_of(view: StatusView, book: RoleBook, object_id: str) -> Part:
    """The part a person plays in this order, from the order itself and the roles file."""
    if object_id == view.requester:
        return Part.REQUESTER
    if object_id in view.approvers:
        return Part.APPROVER
    person = book.find(object_id)
    if person is not None and person.has(Role.MANAGER, Role.ADMIN):
        return Part.MANAGER
    if person is not None and person.has(Role.AUDITOR):
        return Part.AUDITOR
    return Part.BYSTANDER


def set_scene(
    view: StatusView, case: CaseDocument | None, book: RoleBook, seat: Seat, now: datetime
) -> Scene:
    """Everything one drawing of this order for this reader needs."""
    own_case = {case.requester: case.requester_name} if case else {}
    names = {person.object_id: person.name for person in book.people.values() if person.name}
    asked = (*view.approvers, view.requester)
    others = book.approvers_for(view.requester)
    return Scene(
        view=view,
        case=case,
        reader=Reader(
            seat.object_id,
            part_of(view, book, seat.object_id),
            seat.language,
            seat.time_zone or "UTC",
            manages=_manages(book, seat.object_id),
        ),
        names={**own_case, **names},
        refresh_ids=(seat.member_id,) if seat.member_id else (),
        now=now,
        notice=seat.notice,
        notice_facts=seat.notice_facts,
        colleagues=tuple(one.object_id for one in others if one.object_id not in asked),
        managers=tuple(one.object_id for one in book.managers_for(view.requester)),
    )


def _manages(book: RoleBook, object_id: str) -> bool:
    person = book.find(object_id)
    return person is not None and person.has(Role.MANAGER, Role.ADMIN)
