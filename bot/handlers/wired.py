"""The one list of what is wired: importing it registers every handler."""

from bot.handlers import (
    answer,
    cancel,
    decide,
    lists,
    move,
    split,
    status,
    talk,
    templates,
    upload,
    view,
)

HANDLERS = (answer, cancel, decide, lists, move, split, status, talk, templates, upload, view)
