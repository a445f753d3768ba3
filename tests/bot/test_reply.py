"""Answers in Teams' shapes; all four invoke bodies over HTTP are in tests/scenarios/door."""

import pytest

from bot.reply import CARD, invoke_body, message_activity
from bot.turn import CardAnswer, ErrorAnswer, Nothing, TextAnswer

CONTENT = {"type": "AdaptiveCard", "version": "1.5"}


def test_an_invoke_never_gets_an_empty_body():
    for silent in (Nothing(), TextAnswer("")):
        assert invoke_body(silent, "Done.")["value"] == "Done."


def test_a_card_goes_out_as_one_attachment():
    message = message_activity(CardAnswer(CONTENT))
    assert message["attachments"] == [{"contentType": CARD, "content": CONTENT}]


def test_an_error_goes_out_as_its_sentence():
    assert message_activity(ErrorAnswer("Code", "Not now."))["text"] == "Not now."


def test_nothing_is_not_sent():
    assert message_activity(Nothing()) is None


def test_a_mixed_sentence_with_persian_reads_right_to_left():
    message = message_activity(TextAnswer("سفارش K7Q4MP"))
    assert message["attachments"][0]["content"]["rtl"] is True


@pytest.mark.parametrize("wrong", [None, {"statusCode": 200}, "text"])
def test_what_is_no_answer_is_a_mistake(wrong):
    with pytest.raises(TypeError, match="no answer"):
        invoke_body(wrong, "Done.")
    with pytest.raises(TypeError, match="no answer"):
        message_activity(wrong)
