"""The stand-in of model vendors as a process, and settings that point to it."""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from infra.stack import ROOT
from runtime.settings import CommitteeSettings

MEMBERS = {
    "openai": "openai:gpt-4o",
    "azure": "azure:desk-gpt",
    "anthropic": "anthropic:claude-stand-in",
    "gemini": "gemini:gemini-2.5-flash",
    "compatible": "compatible:llama-3.3",
}
PANEL = ",".join(MEMBERS[name] for name in ("openai", "anthropic", "gemini"))
ONE_LIBRARY = ",".join(MEMBERS[name] for name in ("openai", "azure", "compatible"))
"""Three members that need one vendor's library only, which takes seconds to import."""
KEY = "canary-key-do-not-send"


@dataclass(frozen=True, slots=True)
class Vendors:
    """The running stand-in."""

    url: str

    def settings(self, members: str, **changes) -> CommitteeSettings:
        return CommitteeSettings(**{**self._given(members), **changes})

    def environment(self, members: str) -> dict[str, str]:
        """The same settings for another process."""
        given = self._given(members).items()
        return {f"DESK_COMMITTEE_{name.upper()}": value for name, value in given}

    def _given(self, members: str) -> dict[str, str]:
        return {
            "members": members,
            "dangerously_allow_private_hosts": "true",
            "openai_url": f"{self.url}/openai/v1",
            "azure_url": self.url,
            "anthropic_url": self.url,
            "gemini_url": self.url,
            "compatible_url": f"{self.url}/compatible/v1",
            **{f"{name}_key": KEY for name in MEMBERS},
        }

    def plan(self, model: str, do: str = "answer", **more) -> None:
        self._send("PUT", f"plans/{model}", {"do": do, **more})

    def reset(self) -> None:
        self._send("DELETE", "requests")

    @property
    def seen(self) -> list[dict]:
        return self._send("GET", "requests")["requests"]

    def _send(self, method, path, body=None):
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(  # noqa: S310 - loopback only
            f"{self.url}/__fake/{path}", data=data, method=method
        )
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - the same
            return json.load(answer)


@contextmanager
def model_vendors() -> Iterator[Vendors]:
    command = [sys.executable, "-m", "infra.devservers.models"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Vendors(process.stdout.readline().split()[-1])
        finally:
            process.terminate()
            process.wait(10)
