"""Turns keep their secrets."""

import dataclasses

import pytest

from bot.turn import Attachment, language_of


def test_a_turn_cannot_be_changed(make_turn):
    with pytest.raises(dataclasses.FrozenInstanceError):
        make_turn("x").text = "y"


def test_links_and_raw_activities_are_not_shown(make_turn):
    link = Attachment("po.xlsx", download_url="https://x/?tempauth=s3cret", content_url="s3cret")
    assert "s3cret" not in repr(make_turn(attachments=(link,), raw={"text": "s3cret"}))


@pytest.mark.parametrize(
    ("locale", "language"), [("fa-IR", "fa"), ("FA", "fa"), ("en-US", "en"), ("", "en")]
)
def test_the_language_of_a_locale(locale, language):
    assert language_of(locale) == language
