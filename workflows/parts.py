"""Orders that are split off from one whose file holds several."""

from collections.abc import Sequence
from dataclasses import replace

from orders.case import Origin
from orders.fingerprint import code_of
from orders.parting import id_of
from workflows.messages import FileLink
from workflows.state import OrderInput


def signed(parts: Sequence[Origin], by: str, at: str) -> list[Origin]:
    """The parts with who split the file, and when, on the correction that says which part it is."""
    return [
        replace(one, fixes=(*one.fixes[:-1], replace(one.fixes[-1], by=by, at=at))) for one in parts
    ]


def input_of(start: OrderInput, part: Origin) -> OrderInput:
    """What starts a part's order: the same people and rules, the stored file, no link to it."""
    order_id = id_of(part)
    return start.model_copy(
        update={
            "order_id": order_id,
            "code": code_of(order_id),
            "file": FileLink(name=f"{part.file.name} · {part.name}", url=""),
            "origin": part,
            "state": None,
        }
    )
