"""Answers typed or chosen on a card: corrections and choices."""

from bot.answers import Filled, read_answers
from bot.clicks import action_of, draft_click, row_of, tell
from bot.desk import Desk, no_such_order
from bot.handlers import router
from bot.turn import Answer, TextAnswer, Turn
from cards.catalogue import say
from orders.approval import Verb
from workflows.messages import Choose, ClickMessage, Correct


@router.verb("correct")
@router.verb("choose")
async def answer(turn: Turn, desk: Desk) -> Answer:
    """Put what was filled in on the order: fixes of cells and columns, choices of records."""
    row = await row_of(turn, desk)
    if row is None:
        return no_such_order(turn, action_of(turn).order)
    if action_of(turn).automatic:
        return await desk.show(turn, row)
    case = await desk.store.load_case(row.order_id)
    filled = read_answers(case, action_of(turn).inputs)
    # What an older card asked is not asked any more: the order says what became of its answers.
    if action_of(turn).revision >= case.revision:
        if filled.unread:
            # A sentence leaves the card as it is, with all that was typed.
            return TextAnswer(say("notice.not_read", turn.language, text=filled.unread[:40]))
        if filled.empty and action_of(turn).verb != str(Verb.CHOOSE):
            return await desk.show(turn, row, "nothing_filled")
    verb, kind, content = _message_of(filled)
    message = draft_click(turn, row, verb, kind, **content)
    return await tell(turn, desk, row, await desk.orders.click(row.order_id, verb, message))


def _message_of(filled: Filled) -> tuple[Verb, type[ClickMessage], dict[str, object]]:
    """Fixes and choices travel together; a fix sends the order back to the checks."""
    if filled.fixes:
        return Verb.CORRECT, Correct, {"fixes": filled.fixes, "choices": filled.choices or {}}
    return Verb.CHOOSE, Choose, {"choices": filled.choices or {}}
