"""Help, greetings, and what nobody understands."""

import pytest

from bot.turn import Attachment, Scope, TurnKind
from support.drive import REQUESTER
from support.office import text_of

pytestmark = pytest.mark.asyncio(loop_scope="session")

TWIN = Attachment(content_type="text/html")


@pytest.mark.parametrize("text", ["help", "Hi", "HELLO "])
async def test_help_says_what_the_desk_does(office, text):
    assert "Drop an order" in text_of(await office.write(REQUESTER, text))


@pytest.mark.parametrize("text", ["راهنما", "سلام"])
async def test_help_speaks_persian_to_persian_readers(office, text):
    assert "میز سفارش" in text_of(await office.write(REQUESTER, text, language="fa"))


async def test_help_in_a_channel_says_what_can_be_done_there(office):
    there = {"conversation_type": Scope.CHANNEL, "bot_id": "28:desk"}
    said = text_of(await office.write(REQUESTER, "help", **there))
    assert "Files posted here do not reach me" in said
    assert "my orders" in said
    assert "https://teams.microsoft.com/l/chat/0/0?users=28:desk" in said


async def test_a_new_chat_is_greeted(office):
    turn = office.turn(REQUESTER, kind=TurnKind.INSTALLED)
    assert "Drop an order file here" in text_of(await office.hear(turn))


async def test_a_channel_is_greeted_with_where_files_reach_the_desk(office):
    turn = office.turn(REQUESTER, kind=TurnKind.INSTALLED, conversation_type=Scope.CHANNEL)
    assert "send orders to me in a chat of our own" in text_of(await office.hear(turn))


async def test_what_is_not_understood_is_quoted_within_bounds(office):
    said = text_of(await office.write(REQUESTER, "please " + "x" * 500))
    assert "I did not understand" in said
    assert "x" * 100 not in said


async def test_an_empty_message_asks_for_the_file(office):
    assert "I see no file" in text_of(await office.write(REQUESTER, ""))


async def test_in_a_group_it_says_where_files_reach_it(office):
    """A file beside a mention and some words leaves no more trace than one alone."""
    there = {"conversation_type": Scope.GROUP, "bot_id": "28:desk"}
    said = text_of(await office.write(REQUESTER, "here it is", attachments=(TWIN,), **there))
    assert "Files posted here do not reach me" in said
    assert "https://teams.microsoft.com/l/chat/0/0?users=28:desk" in said
    alone = text_of(await office.write(REQUESTER, "here it is", bot_id="28:desk"))
    assert "teams.microsoft.com" not in alone


async def test_a_file_posted_in_a_group_is_asked_for_privately(office):
    """Outside the personal chat Teams keeps files from bots; only the HTML twin comes."""
    said = await office.write(REQUESTER, "", attachments=(TWIN,), conversation_type=Scope.GROUP)
    assert "in a chat of our own" in text_of(said)
