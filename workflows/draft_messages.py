"""What is asked of the books beside a draft: a look, a note, the line."""

from pydantic import Field

from workflows.messages import CaseRef, Message


class Line(Message):
    """Who waits for the books: order ids, each with the moment its trouble began."""

    first_pause: float = 30.0
    waiting: dict[str, str] = Field(default_factory=dict)


class Probe(Message):
    """Whether the books answer again."""


class DraftAt(CaseRef):
    """The draft to look at."""

    draft_id: str


class DraftSeen(Message):
    """What people made of a draft: the books' word for its status, `edited` or `deleted`."""

    state: str


class DraftNote(CaseRef):
    """What to write on the draft: who approved which content."""

    draft_id: str
    approver: str
    order_hash: str


class Annotated(Message):
    """What became of the note: `attached`, `linked`, `kept` (was there before) or `gone`."""

    how: str
