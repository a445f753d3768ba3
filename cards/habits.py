"""Answers that the desk remembers of a template, in words."""

from cards.catalogue import say
from cards.figures import currency_name
from cards.literal import clean
from orders.habits import Habits


def habit_names(habits: Habits, language: str) -> list[str]:
    """Each remembered answer as people say it; none for what was never asked."""
    said = {
        f"style_{habits.style}": habits.style,
        f"dates_{habits.dates}": habits.dates,
        "currency": habits.currency,
        "place": habits.among or habits.named,
    }
    currency = currency_name(clean(habits.currency, 10), language)
    return [
        say(f"habit.{name}", language, **({"currency": currency} if name == "currency" else {}))
        for name, told in said.items()
        if told
    ]
