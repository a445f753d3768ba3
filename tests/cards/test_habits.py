"""Remembered answers are told in words, on the review and in the list of templates."""

import pytest

from cards.habits import habit_names
from cards.replies import templates_card
from orders.habits import NO_HABITS, Habits
from orders.template import Layout, Template
from tests.cards.lint import complaints, words

WHOLE = Habits("comma", "dmy", "TOMAN", "Mon, Tue")


def test_each_answer_has_words():
    names = habit_names(WHOLE, "en")
    assert names[1:] == ["day before month", "money in toman", "which sheet or table"]
    assert "comma" in names[0]
    assert habit_names(NO_HABITS, "en") == []
    assert habit_names(Habits(style="dot", dates="ymd", named=True), "fa")[2] == "کدام برگه یا جدول"


@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_list_of_templates_tells_them(language):
    known = Template(
        "t1",
        1,
        "t",
        "1",
        "Acme",
        "acme",
        Layout("f", 2, ()),
        {"sku": 0},
        at="2026-01-01",
        habits=WHOLE,
    )
    card = templates_card([known], language)
    assert complaints(card.content) == []
    assert habit_names(WHOLE, language)[1] in words(card.content)
