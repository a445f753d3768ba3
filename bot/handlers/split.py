"""Several orders in one file: each of them started as an order of its own."""

from collections.abc import Sequence

from bot.clicks import action_of, draft_click, row_of, tell
from bot.desk import Desk, no_such_order
from bot.handlers import router
from bot.turn import Answer, Turn
from orders.approval import Verb
from orders.case import CaseDocument, Origin
from orders.parting import parts_of, rest_of
from workflows.messages import Split, SplitRest


@router.verb("split")
async def split(turn: Turn, desk: Desk) -> Answer:
    """Start every order that this order's own question lists; what it lists no more stays alone."""
    return await _start(turn, desk, Verb.SPLIT)


@router.verb("split_rest")
async def split_rest(turn: Turn, desk: Desk) -> Answer:
    """Start the orders that were left when one of the file was chosen; those started before stay."""
    return await _start(turn, desk, Verb.SPLIT_REST)


async def _start(turn: Turn, desk: Desk, verb: Verb) -> Answer:
    row = await row_of(turn, desk)
    if row is None:
        return no_such_order(turn, action_of(turn).order)
    parts = _listed(verb, await desk.store.load_case(row.order_id))
    if action_of(turn).automatic or not parts:
        return await desk.show(turn, row)
    kind = Split if verb is Verb.SPLIT else SplitRest
    message = draft_click(turn, row, verb, kind, parts=parts)
    return await tell(turn, desk, row, await desk.orders.click(row.order_id, verb, message))


def _listed(verb: Verb, case: CaseDocument) -> Sequence[Origin]:
    return parts_of(case) if verb is Verb.SPLIT else rest_of(case)
