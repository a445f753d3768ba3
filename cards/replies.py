"""Short answers as cards, because Persian text needs a card to run right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from microsoft_teams.cards.core import CardElement

from cards.catalogue import has, say
from cards.draw import finish
from cards.elements import BOLD, CODE, QUIET, Ink, beside, box, fact, heading, line
from cards.figures import day, moment, number
from cards.habits import habit_names
from cards.literal import clean, isolate, join, show
from cards.scene import Card
from cards.verbs import Press, execute, open_url, row
from orders.case import Status
from orders.template import Template

HERE = "_here"
"""How the text of an answer ends that is another one in a channel or a group."""
_MOST_ROWS = 6
"""One button per row, and Teams shows no more than six."""

_MOST_TEMPLATES = 30
_COMMANDS = ("status", "status_code", "orders", "pending", "cancel", "templates", "help")


@dataclass(frozen=True, slots=True)
class OrderRowView:
    """One order in a list. `since` is ISO; empty fields are left out."""

    code: str
    status: Status
    file_name: str = ""
    requester_name: str = ""
    since: str = ""


def help_card(
    language: str,
    models: Sequence[str] = (),
    *,
    masked: bool = True,
    shared: bool = False,
    bot_id: str = "",
) -> Card:
    """What the desk does, what one can write, and what goes to which language models.

    `shared` says that it stands in a channel or a group, where files do not reach the desk.
    """
    title = say("reply.help_title", language)
    intro = say(f"reply.help_intro{HERE if shared else ''}", language)
    rows = [
        fact(
            isolate(say(f"command.{name}", language), language), say(f"reply.help_{name}", language)
        )
        for name in _COMMANDS
    ]
    parts = [
        line(title, Ink(bold=True, size="Large")),
        line(intro),
        *(_way_to_chat(bot_id, language) if shared else []),
        heading(say("reply.help_commands", language)),
        *rows,
        line(say("reply.help_language", language), QUIET),
        line(_say_models(language, models, masked=masked), QUIET),
    ]
    return finish(parts, language, f"{title}: {intro}")


def _say_models(language: str, models: Sequence[str], *, masked: bool) -> str:
    if not models:
        return say("reply.help_no_models", language)
    key = "reply.help_models_masked" if masked else "reply.help_models"
    return say(key, language, hosts=", ".join(models))


def templates_card(templates: Sequence[Template], language: str) -> Card:
    """The templates in use: customer, who confirmed the columns when, and the id to forget it by."""
    title = say("reply.templates_title" if templates else "reply.templates_none", language)
    rows = [
        fact(
            show(one.customer, language, 60),
            say(
                "reply.template_row",
                language,
                template=one.template_id,
                name=one.by_name,
                date=day(one.at[:10], language),
                count=number(len(one.columns), language),
                habits=join(
                    habit_names(one.habits, language), language, say("word.comma", language)
                ),
            ),
        )
        for one in templates[:_MOST_TEMPLATES]
    ]
    hint = [line(say("reply.templates_hint", language), QUIET)] if templates else []
    return finish([line(title, BOLD), *rows, *hint], language, title)


def text_card(
    key: str,
    language: str,
    facts: Mapping[str, object] | None = None,
    *,
    shared: bool = False,
    bot_id: str = "",
) -> Card:
    """One short answer. `key` is a full key, or a name in the `reply`, `refusal`, `notice` texts.

    In a channel or a group (`shared`) answers that differ there show the way to the desk's own chat.
    """
    groups = ("reply", "refusal", "notice")
    away = shared and has(f"reply.{key}{HERE}")
    key = f"{key}{HERE}" if away else key
    full = next((f"{group}.{key}" for group in groups if has(f"{group}.{key}")), key)
    text = say(full, language, **(facts or {}))
    return finish([line(text), *(_way_to_chat(bot_id, language) if away else [])], language, text)


def _way_to_chat(bot_id: str, language: str) -> list[CardElement]:
    """A button that opens the reader's own chat with the desk: only there files reach it."""
    url = f"https://teams.microsoft.com/l/chat/0/0?users={quote(bot_id, safe=':')}"
    return row(open_url("verb.open_chat", url, language)) if bot_id.startswith("28:") else []


def sentence_card(text: str, language: str) -> Card:
    """One finished sentence as a card."""
    return sentences_card([text], language)


def sentences_card(texts: Sequence[str], language: str) -> Card:
    """Finished sentences as a card, one below the other."""
    return finish([line(text) for text in texts], language, " ".join(texts))


def orders_card(
    rows: Sequence[OrderRowView], language: str, title: str = "orders.mine", time_zone: str = "UTC"
) -> Card:
    """A list of orders, each with a button that opens its card. `title` is a key."""
    words = say(title, language)
    parts: list[CardElement] = [line(words, Ink(bold=True, size="Medium"))]
    parts += [_draw_row(one, language, time_zone) for one in rows[:_MOST_ROWS]]
    hidden = len(rows) - _MOST_ROWS
    if hidden > 0:
        count = number(hidden, language)
        parts.append(line(say("orders.more", language, count=count), QUIET))
    return finish(parts, language, f"{words} ({number(len(rows), language)})")


def _draw_row(one: OrderRowView, language: str, time_zone: str) -> CardElement:
    name = isolate(clean(one.file_name or one.code, 80), language)
    details = " · ".join(text for text in _details(one, language, time_zone) if text)
    left = [
        line(name, BOLD),
        line(isolate(one.code, language), CODE, spacing="None"),
        line(say(f"status.{one.status}", language), spacing="Small"),
        *([line(details, QUIET, spacing="None")] if details else []),
    ]
    button = row([execute(Press.OPEN, one.code, 0, language)])
    return box([beside(("stretch", left), ("auto", button))], "emphasis")


def _details(one: OrderRowView, language: str, time_zone: str) -> list[str]:
    name = one.requester_name
    at = moment(one.since, language, time_zone) if one.since else ""
    return [
        say("orders.by", language, name=name) if name else "",
        say("orders.since", language, at=at) if at else "",
    ]
