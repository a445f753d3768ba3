"""Records histories for the replay corpus. Run by hand, never by a test.

    .desk/venv/bin/python tests/replay/record.py [TALE…]

The corpus only grows: a file that exists is never written again, because it is what orders that
run today look like. Record a tale when it is new, or once more (`--label after-…`) when the
workflow has changed on purpose behind `workflow.patched`.
"""

import argparse
import asyncio
import contextlib
import hashlib
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from temporalio.client import Client
from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.testing import WorkflowEnvironment

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HISTORIES = HERE / "histories"
MANIFEST = HERE / "manifest.json"
IDENTITY = "recorder"
"""Stands in every event; the default would name this machine."""

sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from replay import tales  # noqa: E402 - found through the path above

from runtime.temporal import register_attributes  # noqa: E402 - the same
from support.drive import Drive, binary  # noqa: E402 - the same
from support.machines import Machines  # noqa: E402 - the same
from support.server import SUGGEST, dev_server, workers  # noqa: E402 - the same
from workflows.attributes import KEYS  # noqa: E402 - the same


def build():
    """The commit whose workflow is recorded; refuses one that nobody else has."""
    git = ["git", "-C", str(ROOT)]
    changed = [*git, "diff", "--quiet", "HEAD", "--", "workflows", ":!workflows/policies.py"]
    if subprocess.run(changed, check=False).returncode:
        sys.exit("commit workflows first: a history belongs to a build")
    head = [*git, "rev-parse", "--short=12", "HEAD"]
    return subprocess.run(head, check=True, capture_output=True, text=True).stdout.strip()


def say(line):
    sys.stdout.write(f"{line}\n")


def without_traces(part):
    """The same JSON without stack traces: they name paths of this machine and replay ignores them."""
    if isinstance(part, dict):
        return {key: without_traces(one) for key, one in part.items() if key != "stackTrace"}
    return [without_traces(one) for one in part] if isinstance(part, list) else part


class Keeper:
    """Writes histories and remembers each in the manifest."""

    def __init__(self, label):
        self.label, self.build = label, build()
        self.manifest = json.loads(MANIFEST.read_text("utf-8")) if MANIFEST.exists() else {}

    def name(self, scenario):
        return f"{scenario}{f'-{self.label}' if self.label else ''}"

    def keeping(self, drive):
        async def keep(scenario, run_id=None):
            name = self.name(scenario)
            handle = drive.client.get_workflow_handle(drive.handle.id, run_id=run_id)
            history = await handle.fetch_history()
            plain = without_traces(history.to_json_dict())
            text = json.dumps(plain, separators=(",", ":"), ensure_ascii=False)
            path = HISTORIES / f"{name}.json"
            if path.exists():
                say(f"  {name}: kept as it is")
                return
            path.write_text(text + "\n", "utf-8")
            self.manifest[name] = {
                "workflow_id": drive.handle.id,
                "recorded": datetime.now(UTC).date().isoformat(),
                "build": self.build,
                "events": len(history.events),
                "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            }
            MANIFEST.write_text(json.dumps(self.manifest, indent=1, sort_keys=True) + "\n", "utf-8")
            say(f"  {name}: {len(history.events)} events, {len(text)} characters")

        return keep


@contextlib.asynccontextmanager
async def stage(tale):
    """The server a tale is told on, with a client whose name gives nothing away."""
    if tale in tales.SKIPPING:
        opened = await WorkflowEnvironment.start_time_skipping(
            test_server_existing_path=binary("temporal-test-server"),
            data_converter=pydantic_data_converter,
            identity=IDENTITY,
        )
        async with opened as env:
            await register_attributes(env.client, KEYS)
            yield env, env.client
        return
    dynamic = {SUGGEST: 150} if tale in tales.SUGGESTED else {}
    async with dev_server(**dynamic) as env:
        client = await Client.connect(
            env.client.service_client.config.target_host,
            data_converter=pydantic_data_converter,
            identity=IDENTITY,
        )
        yield env, client


async def tell(tale, keeper):
    say(tale.__name__)
    async with stage(tale) as (env, client):
        machines = Machines()
        async with workers(client, machines, also=tales.BESIDE_ORDERS):
            drive = Drive(client, env, machines)
            await tale(drive, keeper.keeping(drive))


async def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("tales", nargs="*")
    ask.add_argument("--label", default="", help="what sets this recording apart from the first")
    asked = ask.parse_args()
    HISTORIES.mkdir(exist_ok=True)
    keeper = Keeper(asked.label)
    for tale in (*tales.REAL, *tales.SKIPPING):
        if not asked.tales or tale.__name__ in asked.tales:
            await tell(tale, keeper)


if __name__ == "__main__":
    asyncio.run(main())
    sys.stdout.flush()
    os._exit(0)  # Temporal's threads outlive the servers and crash an interpreter that winds down.
