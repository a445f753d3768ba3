"""Weight is counted in UTF-16, unescaped."""

import pytest

from orders.errors import MessageTooLarge
from runtime.connector.weight import MESSAGE_LIMIT, dump, refuse_heavy, utf16_bytes


def test_every_character_of_the_bmp_weighs_two_bytes():
    empty = utf16_bytes({"t": ""})
    assert utf16_bytes({"t": "abc"}) == empty + 6
    assert utf16_bytes({"t": "سلام"}) == empty + 8
    assert utf16_bytes({"t": "😀"}) == empty + 4


def test_persian_is_not_escaped():
    assert dump({"t": "سلام"}) == '{"t":"سلام"}'


def test_the_limit_itself_still_fits():
    room = (MESSAGE_LIMIT - utf16_bytes({"t": ""})) // 2
    refuse_heavy({"t": "x" * room})
    with pytest.raises(MessageTooLarge, match=str(MESSAGE_LIMIT)):
        refuse_heavy({"t": "x" * (room + 1)})
