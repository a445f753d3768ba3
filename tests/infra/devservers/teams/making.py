"""Builders of cards and answers for the tests of the stand-in."""

from aiohttp import web

CARD = "application/vnd.microsoft.card.adaptive"


def card(*body, **more):
    return {"type": "AdaptiveCard", "version": "1.5", "body": list(body), **more}


def execute(verb, title="Go", **more):
    return {"type": "Action.Execute", "verb": verb, "title": title, **more}


def with_card(content):
    return {"type": "message", "attachments": [{"contentType": CARD, "content": content}]}


def card_answer(content):
    return web.json_response({"statusCode": 200, "type": CARD, "value": content})
