from dataclasses import replace

import pytest

from cards.catalogue import texts
from cards.replies import OrderRowView, help_card, orders_card, text_card
from orders.case import Status
from tests.cards.gallery import rows
from tests.cards.lint import complaints, find, paragraphs, verbs

FACTS = dict.fromkeys(
    (
        "text",
        "code",
        "file",
        "limit",
        "count",
        "reference",
        "name",
        "at",
        "date",
        "template",
        "hosts",
    ),
    "[x](y) <at>z</at>",
)


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize(
    "key", [key for key in texts("en") if key.startswith(("reply.", "refusal.", "notice."))]
)
def test_every_short_answer_is_a_clean_card(key, language):
    card = text_card(key, language, FACTS)
    assert complaints(card.content) == []
    assert card.summary
    assert ("rtl" in card.content) is (language == "fa")


def test_an_answer_is_found_by_its_short_name():
    assert text_card("own_order", "en").content == text_card("refusal.own_order", "en").content


def test_facts_are_shown_literally():
    text = paragraphs(text_card("unknown_text", "en", {"text": "[a](b)"}).content)[0]
    assert "“[a](b)”" in text


@pytest.mark.parametrize("language", ["en", "fa"])
def test_help_lists_every_command(language):
    card = help_card(language)
    assert complaints(card.content) == []
    for command in ("status", "orders", "pending", "cancel", "templates", "help"):
        assert any(texts(language)[f"command.{command}"] in one for one in paragraphs(card.content))


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_list_of_orders_opens_each(language):
    card = orders_card(rows(language), language)
    assert complaints(card.content) == []
    assert verbs(card.content) == ["open", "open"]
    data = [one["data"] for one in find(card.content, "Action.Execute")]
    assert data[0] == {"order": "K7Q4MP", "revision": 0}


def test_a_long_list_shows_six_and_counts_the_rest():
    many = [replace(rows("en")[0], code=f"CODE{n:02d}") for n in range(20)]
    card = orders_card(many, "en", title="orders.pending")
    assert len(verbs(card.content)) == 6
    assert "and 14 more" in paragraphs(card.content)[-1]
    assert card.summary == "Waiting for your decision (20)"


def test_a_bare_row_shows_what_is_known():
    card = orders_card([OrderRowView("K7Q4MP", Status.PARSING)], "en")
    assert paragraphs(card.content)[1:] == ["K7Q4MP", "K7Q4MP", "Reading the workbook"]


@pytest.mark.parametrize("language", ["en", "fa"])
def test_help_says_what_leaves_and_to_whom(language):
    alone = paragraphs(help_card(language).content)[-1]
    assert alone == texts(language)["reply.help_no_models"]
    told = paragraphs(help_card(language, ["models.example"], masked=False).content)[-1]
    assert "models.example" in told
    assert told != paragraphs(help_card(language, ["models.example"]).content)[-1]
