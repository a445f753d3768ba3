"""Help, greetings, and everything nobody else understands."""

from bot.desk import Desk, say_card
from bot.handlers import router
from bot.turn import Answer, CardAnswer, Turn
from cards.replies import help_card


@router.command("help", words=("help", "hi", "hello", "راهنما", "کمک", "سلام"))
async def help_(turn: Turn, desk: Desk) -> Answer:
    """What the desk does, what one can write, and what leaves the organization."""
    rules = desk.rules
    card = help_card(
        turn.language,
        rules.models,
        masked=rules.masked,
        shared=not turn.is_personal,
        bot_id=turn.bot_id,
    )
    return CardAnswer(card.content)


@router.installed
async def welcome(turn: Turn, _desk: Desk) -> Answer:
    """Say hello once, in a person's own chat or wherever else the bot was added."""
    return say_card(turn, "welcome")


@router.fallback
async def unknown(turn: Turn, _desk: Desk) -> Answer:
    """A short helpful answer; where Teams keeps files from bots, say so."""
    if not turn.text:
        return say_card(turn, "file_asked")
    return say_card(turn, "unknown_text", {"text": turn.text[:80]})
