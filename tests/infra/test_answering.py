"""What the person at the terminal is asked; the whole of it is played in test_demo."""

from infra.answering import Offer, question
from infra.chat import CardSeen


def test_a_question_names_its_choices():
    choices = [{"value": "a", "title": "Alpha"}, {"value": "b", "title": "Beta"}]
    asked = question({"id": "x", "label": "Which?", "choices": choices})
    assert asked == "Which? a=Alpha · b=Beta"
    assert question({"id": "comment"}) == "comment"


def test_an_offer_says_what_its_button_says():
    button = {"type": "Action.Execute", "verb": "refresh", "title": "Keep the order"}
    card = CardSeen("m-1", "", {"actions": [button], "refresh": {"action": {"verb": "refresh"}}})
    assert Offer("sara", card, "refresh").title == "Keep the order"
