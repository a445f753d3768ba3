"""Claims on drafts: whose order key stands for which draft in the books."""

from dataclasses import dataclass, replace
from typing import Protocol

from orders.errors import RecordMissing


@dataclass(frozen=True, slots=True)
class Reservation:
    """The order key's claim on a draft.

    `state`: reserved, unknown, settling, created, released, or handed, where the draft has passed to
    the order of the key `handed_to`.
    """

    order_key: str
    organization_id: str
    order_id: str
    payload_hash: str
    state: str = "reserved"
    draft_id: str = ""
    draft_number: str = ""
    handed_to: str = ""


class Reservations(Protocol):
    """Every claim. Every method may raise `StoreUnavailable`."""

    async def reserve(self, claim: Reservation) -> Reservation:
        """Insert the claim, or return the one that holds the key already (never overwritten)."""
        ...

    async def settle(self, order_key: str, state: str, draft_id: str, draft_number: str) -> None:
        """Record what became of a claim. Raises `RecordMissing`."""
        ...

    async def reservation(self, order_key: str) -> Reservation | None:
        """The claim on a key."""
        ...

    async def hand_claim(self, order_key: str, to: str) -> bool:
        """Let a created draft pass to the order of another key, once; whether it is that one's now."""
        ...

    async def return_claim(self, order_key: str, back_from: str) -> None:
        """Let a draft that passed to that key be this one's again; nothing where it did not."""
        ...


class MemoryReservations:
    """`Reservations` in a dictionary."""

    def __init__(self) -> None:
        super().__init__()
        self._reservations: dict[str, Reservation] = {}

    async def reserve(self, claim: Reservation) -> Reservation:
        """Insert the claim, or return the one that holds the key already."""
        return self._reservations.setdefault(claim.order_key, claim)

    async def settle(self, order_key: str, state: str, draft_id: str, draft_number: str) -> None:
        """Record what became of a claim. Raises `RecordMissing`."""
        if order_key not in self._reservations:
            raise RecordMissing
        self._reservations[order_key] = replace(
            self._reservations[order_key],
            state=state,
            draft_id=draft_id,
            draft_number=draft_number,
        )

    async def reservation(self, order_key: str) -> Reservation | None:
        """The claim on a key."""
        return self._reservations.get(order_key)

    async def hand_claim(self, order_key: str, to: str) -> bool:
        """Let a created draft pass to another key, once."""
        claim = self._reservations.get(order_key)
        if claim is not None and claim.state == "created":
            claim = replace(claim, state="handed", handed_to=to)
            self._reservations[order_key] = claim
        return claim is not None and (claim.state, claim.handed_to) == ("handed", to)

    async def return_claim(self, order_key: str, back_from: str) -> None:
        """Let a handed draft be this key's again."""
        claim = self._reservations.get(order_key)
        if claim is not None and (claim.state, claim.handed_to) == ("handed", back_from):
            self._reservations[order_key] = replace(claim, state="created", handed_to="")
