"""The written pages, and what can be read out of them: commands, links, settings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"(?<!`)\[[^\]\n]*\]\(([^)\s]+)\)")
_SETTING = re.compile(r"\b(?:DESK|TIMEOUT)_[A-Z_]*")
_FILE = re.compile(
    r"(?:activities|bot|cards|docs|infra|orders|runtime|tests|workflows)/[\w./-]*\w(?!…)"
)


@dataclass(frozen=True)
class Page:
    """One Markdown file."""

    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text("utf-8")

    @property
    def name(self) -> str:
        return (
            str(self.path.relative_to(ROOT)) if self.path.is_relative_to(ROOT) else self.path.name
        )

    def blocks(self, language: str) -> list[str]:
        """What stands in fenced blocks of a language."""
        return [body for found, body in _FENCE.findall(self.text) if found == language]

    def spoken(self) -> Iterator[str]:
        """Every line of shell blocks and every inline piece of code."""
        for body in self.blocks("bash"):
            yield from (line.strip() for line in body.splitlines())
        yield from _INLINE.findall(_FENCE.sub("", self.text))

    def commands(self, program: str) -> list[list[str]]:
        """The words behind each call of a program; comments, pipes and what follows are cut."""
        found = []
        for line in self.spoken():
            for part in re.split(r"[;|>]|&&|\s#", line):
                words = [word for word in part.split() if not re.match(r"\w+=", word)]
                if words[:1] == [program] and words[1:]:
                    found.append(words[1:])
        return found

    def links(self) -> list[str]:
        """Where the page's relative links lead."""
        links = _LINK.findall(_FENCE.sub("", self.text))
        return [link for link in links if not re.match(r"[a-z]+:", link)]

    def settings(self) -> set[str]:
        return set(_SETTING.findall(self.text))

    def files(self) -> set[str]:
        """Paths below a room that inline code names."""
        inline = _INLINE.findall(_FENCE.sub("", self.text))
        return {match[0] for code in inline if (match := _FILE.fullmatch(code))}

    def anchors(self) -> set[str]:
        """The names under which headings can be linked."""
        headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", self.text), re.MULTILINE)
        kept = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
        return {heading.replace(" ", "-") for heading in kept}

    def rows(self) -> list[list[str]]:
        """The cells of every table row."""
        lines = (line for line in self.text.splitlines() if line.startswith("|"))
        return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def all_pages() -> list[Page]:
    top = (ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"))
    paths = [path for path in top if path.is_file()] + sorted((ROOT / "docs").rglob("*.md"))
    return [Page(path) for path in paths]


def page(name: str) -> Page:
    return Page(ROOT / "docs" / name)
