"""The demo: real files through the real bot endpoint, as people would."""

import asyncio
import shutil
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from infra.answering import Answering
from infra.chat import CardSeen, Chat
from infra.children import Children
from infra.ports import free_ports
from infra.stack import ROOT, Stack

SAMPLE = ROOT / "infra" / "samples" / "brightwater.xlsx"
REQUESTER = "sara"
APPROVER = "omid"
PATIENCE = 90.0
_MADE_UP_MIND = {"submit": REQUESTER, "approve": APPROVER}


@dataclass(slots=True)
class Demo:
    """One demo run: the stack, the chat, what was seen so far."""

    stack: Stack
    chat: Chat
    console: Console
    person: Answering | None = None
    seen: int = 0
    pressed: set[tuple[str, str]] = field(default_factory=set)
    over: set[str] = field(default_factory=set)
    """Codes of orders whose story was told."""

    async def play(self, path: Path) -> str:
        """Take one file down the road; return the draft's number, or nothing when it got none."""
        self.console.rule(f"[bold]{escape(path.name)}[/]")
        await self.chat.drop(REQUESTER, path.name, await asyncio.to_thread(path.read_bytes))
        ends = time.monotonic() + (3600 if self.person else PATIENCE)
        while time.monotonic() < ends:
            news = await self.show_news()
            card = await self.newest(REQUESTER)
            if card is None:
                continue
            number = draft_number(card)
            if number or not await (self.person.ask(news=news) if self.person else self.act(card)):
                self.over.add(card.order)
                return number
        return ""

    async def show_news(self) -> bool:
        """Print every card that was sent or changed since the last look; whether there was any."""
        before = self.seen
        entries, self.seen = await self.chat.log(self.seen)
        for entry in entries:
            if entry["kind"] in ("sent", "updated", "answered") and entry.get("text"):
                who = ", ".join(entry.get("to") or [str(entry.get("who", ""))])
                style = "green" if who == APPROVER else "cyan"
                title = f"{who}'s chat · {entry['kind']}"
                self.console.print(Panel(Text(entry["text"]), title=title, border_style=style))
        return self.seen != before

    async def act(self, card: CardSeen) -> bool:
        """Press what comes next. False when the story needs somebody who is not here."""
        for verb, who in _MADE_UP_MIND.items():
            mine = await self.newest(who, card.order)
            if mine is not None and verb in mine.verbs and self._first(mine, verb):
                self.console.print(f"[dim]{who} presses {verb}[/]")
                await self.chat.click(who, mine, verb)
                return True
        return not ({"correct", "choose", "resume"} & card.verbs.keys() or is_over(card))

    async def newest(self, who: str, order: str = "") -> CardSeen | None:
        """A person's newest card that is about an order, none whose story was told."""
        cards = [card for card in await self.chat.cards(who) if card.order]
        mine = [card for card in cards if card.order not in self.over]
        mine = [card for card in mine if not order or card.order == order]
        return mine[-1] if mine else None

    def _first(self, card: CardSeen, verb: str) -> bool:
        key = (f"{card.message}:{card.verbs[verb].get('revision')}", verb)
        fresh = key not in self.pressed
        self.pressed.add(key)
        return fresh


def draft_number(card: CardSeen) -> str:
    """The number of the draft that a final card names."""
    words = card.text.replace("\u2068", "").replace("\u2069", "").split()
    return next((word.strip(".,:") for word in words if word.startswith("SO-")), "")


def is_over(card: CardSeen) -> bool:
    """Whether the card is the last one of an order without a draft."""
    return not card.verbs


async def run_demo(files: list[Path], console: Console, *, interactive: bool) -> int:
    """Start everything, play every file, show the books and the audit. 0 when all of it held."""
    home = Path(tempfile.mkdtemp(prefix="desk-demo-"))
    children = Children(home / "logs")
    stack = Stack(free_ports(), home / "data", children)
    try:
        await start_visibly(stack, console)
        async with httpx.AsyncClient() as http:
            chat = Chat(stack.teams_url, http)
            person = Answering(chat, console, (REQUESTER, APPROVER)) if interactive else None
            demo = Demo(stack, chat, console, person)
            numbers = [await demo.play(path) for path in files or [SAMPLE]]
        from infra.proof import show_audit, show_books  # noqa: PLC0415 - heavy, and needed last

        drafts = await show_books(stack, console)
        verdict = await show_audit(stack, console)
    finally:
        await children.kill_all()
        shutil.rmtree(home, ignore_errors=True)
    good = all(numbers) and drafts == len(numbers) and verdict.exit_code == 0
    if not all(numbers) and not interactive:
        console.print("[yellow]An order needs a person: try ./desk demo --interactive FILE[/]")
    return 0 if good else 1


async def start_visibly(stack: Stack, console: Console) -> None:
    """Start the stack behind a live progress line."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("starting")
        stack.say = lambda text: progress.update(task, description=text)
        await stack.start()
