"""Help, greetings, and everything nobody else understands."""

from bot.attachments import posted_elsewhere
from bot.desk import Desk, say_card
from bot.handlers import router
from bot.turn import Answer, CardAnswer, Turn
from cards.replies import help_card


@router.command("help", words=("help", "hi", "hello", "راهنما", "کمک", "سلام"))
async def help_(turn: Turn, desk: Desk) -> Answer:
    """What the desk does, what one can write, and what leaves the organization."""
    rules = desk.rules
    return CardAnswer(help_card(turn.language, rules.models, masked=rules.masked).content)


@router.installed
async def welcome(turn: Turn, _desk: Desk) -> Answer:
    """Say hello once, in the person's own chat."""
    return say_card(turn, "welcome")


@router.fallback
async def unknown(turn: Turn, _desk: Desk) -> Answer:
    """A short helpful answer; where Teams keeps files from bots, say so."""
    if posted_elsewhere(turn):
        return say_card(turn, "send_it_privately")
    if not turn.text:
        return say_card(turn, "file_asked")
    if not turn.is_personal:
        return say_card(turn, "unknown_text_here", {"text": turn.text[:80]})
    return say_card(turn, "unknown_text", {"text": turn.text[:80]})
