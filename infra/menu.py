"""Commands in groups: aliases, schedules, the books."""

import asyncio
import sys
from collections.abc import Coroutine
from typing import Annotated, Any

import typer
from rich.console import Console

aliases_app = typer.Typer(no_args_is_help=True, help="Names and codes as people taught them.")
schedules_app = typer.Typer(no_args_is_help=True, help="What the desk does by the clock.")
books_app = typer.Typer(no_args_is_help=True, help="Zoho Books, as the desk sees it.")


def finish(work: Coroutine[Any, Any, int]) -> None:
    """Do it and end with its exit code."""
    sys.exit(asyncio.run(work))


@aliases_app.command("list")
def aliases_list(
    customer: Annotated[str | None, typer.Option(help="Id of a customer: their items.")] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="As one JSON list.")] = False,
) -> None:
    """List learned names and codes: what they mean, who taught them when."""
    from infra.aliases import list_aliases

    finish(list_aliases(Console(), customer, compact=json))


@aliases_app.command("revoke")
def aliases_revoke(alias: Annotated[str, typer.Argument(help="The alias's id.")]) -> None:
    """Forget one learned name or code."""
    from infra.aliases import revoke_alias

    finish(revoke_alias(Console(), alias))


@schedules_app.command("list")
def schedules_list(
    *, json: Annotated[bool, typer.Option("--json", help="As one JSON list.")] = False
) -> None:
    """List schedules: state, last and next run."""
    from infra.schedules import list_schedules

    finish(list_schedules(Console(), compact=json))


_SCHEDULE = typer.Argument(help="catalogue or catalogue-full; empty means all.")


@schedules_app.command()
def pause(
    schedule: Annotated[str, _SCHEDULE] = "",
    *,
    note: Annotated[str, typer.Option(help="Why, for others to read.")] = "",
) -> None:
    """Stop starting new runs."""
    from infra.schedules import change_schedule

    finish(change_schedule(Console(), schedule, "pause", note))


@schedules_app.command()
def resume(
    schedule: Annotated[str, _SCHEDULE] = "",
    *,
    note: Annotated[str, typer.Option(help="Why, for others to read.")] = "",
) -> None:
    """Start runs again."""
    from infra.schedules import change_schedule

    finish(change_schedule(Console(), schedule, "resume", note))


@schedules_app.command()
def trigger(schedule: Annotated[str, _SCHEDULE] = "") -> None:
    """Run now."""
    from infra.schedules import change_schedule

    finish(change_schedule(Console(), schedule, "trigger"))


@schedules_app.command()
def change(
    *,
    every: Annotated[str, typer.Option(help="Minutes between two looks for changes.")] = "",
    hour: Annotated[str, typer.Option(help="Hour of the day at which all is read again.")] = "",
    time_zone: Annotated[str, typer.Option(help="Time zone of that hour: Asia/Tehran, …")] = "",
) -> None:
    """Change how often the schedules run; without options the settings count again."""
    from infra.schedules import set_rhythm

    finish(set_rhythm(Console(), {"every": every, "hour": hour, "zone": time_zone}))


@schedules_app.command()
def backfill(
    schedule: Annotated[str, _SCHEDULE] = "",
    *,
    hours: Annotated[float, typer.Option(help="How far back.")] = 1.0,
) -> None:
    """Run what was missed in the last hours."""
    from infra.schedules import backfill_schedule

    finish(backfill_schedule(Console(), schedule, hours))


@books_app.command("check")
def books_check(
    *,
    draft: Annotated[bool, typer.Option("--draft", help="Create one draft and delete it.")] = False,
) -> None:
    """Try what the desk needs of Zoho Books with your credentials; reads only, unless --draft."""
    from infra.contract import run_check

    finish(run_check(Console(), draft=draft))


@books_app.command("match")
def books_match(
    text: Annotated[str, typer.Argument(help="A name, SKU or barcode.")],
    *,
    customer: Annotated[str, typer.Option(help="Look for an item of this customer.")] = "",
    json: Annotated[bool, typer.Option("--json", help="As one JSON list.")] = False,
) -> None:
    """Explain a match: candidates, scores, evidence; 1 when a person would be asked."""
    from infra.lookup import run_match

    finish(run_match(Console(), text, customer, compact=json))
