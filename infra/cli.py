"""`./desk`: every command an operator or a curious person needs."""

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console

from infra.commands import hooks_app, lane_app
from infra.menu import aliases_app, books_app, finish, schedules_app
from orders.errors import DeskError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Order Desk: from a dropped file to an approved draft.",
)
audit_app = typer.Typer(no_args_is_help=True, help="The audit chain.")
keys_app = typer.Typer(no_args_is_help=True, help="Keys of the payload codec.")
app.add_typer(audit_app, name="audit")
app.add_typer(keys_app, name="keys")
templates_app = typer.Typer(no_args_is_help=True, help="Columns as people confirmed them.")
app.add_typer(templates_app, name="templates")
app.add_typer(aliases_app, name="aliases")
app.add_typer(schedules_app, name="schedules")
app.add_typer(books_app, name="books")
app.add_typer(lane_app, name="lane")
app.add_typer(hooks_app, name="webhooks")


@app.command()
def demo(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Order files.", exists=True, dir_okay=False)
    ] = None,
    *,
    interactive: Annotated[bool, typer.Option(help="You press the buttons.")] = False,
) -> None:
    """Take order files the whole way: bot, workflow, approval, draft, audit."""
    from infra.demo import run_demo

    finish(run_demo(files or [], Console(), interactive=interactive))


@app.command()
def up(
    port: Annotated[
        list[str] | None,
        typer.Option(metavar="PART=NUMBER", help="As in bot=4978; repeatable."),
    ] = None,
) -> None:
    """Start everything embedded and stay; prints the addresses."""
    from infra.ports import read_ports
    from infra.up import run_up

    finish(run_up(Console(), read_ports(port or [])))


@app.command()
def bot() -> None:
    """Run the bot process."""
    from infra.processes.bot import run

    _serve(run)


@app.command()
def worker() -> None:
    """Run the worker process."""
    from infra.processes.worker import run

    _serve(run)


@app.command()
def codec() -> None:
    """Run the codec server for Temporal's pages."""
    from infra.processes.codec import run

    _serve(run)


@app.command()
def ops() -> None:
    """Run the pages for operators."""
    from infra.processes.ops import run

    _serve(run)


@app.command()
def read(
    files: Annotated[list[Path], typer.Argument(help="Order files, of any kind.")],
    *,
    json: Annotated[bool, typer.Option("--json", help="One JSON object per file.")] = False,
    explain: Annotated[bool, typer.Option(help="Draw the grid with what was understood.")] = False,
    catalogue: Annotated[Path | None, typer.Option(help="Known items as JSON.")] = None,
) -> None:
    """Read order files with no server, no key and no network.

    Exit code: 0 every file was answered, 1 a file was not there, 2 wrong use. What came of a file
    is its "outcome", never the exit code.
    """
    from infra.reading import run_read

    finish(run_read(files, catalogue, Console(), explain=explain and not json, compact=json))


@audit_app.command()
def verify() -> None:
    """Verify the audit chain: 0 intact, 1 tampered, 2 could not tell."""
    from infra.operate import verify_audit

    finish(verify_audit())


@keys_app.command()
def new() -> None:
    """Print a fresh payload key for DESK_TEMPORAL_KEYRING."""
    from infra.operate import print_key

    print_key()


@keys_app.command()
def rotate() -> None:
    """Print the keyring with a new first key; old keys keep decoding."""
    from infra.operate import rotate_keys

    rotate_keys()


@templates_app.command("list")
def list_() -> None:
    """List the templates: customer, columns, who confirmed them when."""
    from infra.templates import list_templates

    finish(list_templates(Console()))


@templates_app.command()
def show(template: Annotated[str, typer.Argument(help="The template's id.")]) -> None:
    """Show every version of a template and its newest uses."""
    from infra.templates import show_template

    finish(show_template(Console(), template))


@templates_app.command()
def revoke(template: Annotated[str, typer.Argument(help="The template's id.")]) -> None:
    """Take a template out of use; the next file like it is read anew."""
    from infra.templates import change_template
    from orders.template import TemplateState

    finish(change_template(Console(), template, TemplateState.REVOKED))


@templates_app.command()
def restore(template: Annotated[str, typer.Argument(help="The template's id.")]) -> None:
    """Put a template that was revoked or retired back into use."""
    from infra.templates import change_template
    from orders.template import TemplateState

    finish(change_template(Console(), template, TemplateState.ACTIVE))


@app.command()
def doctor() -> None:
    """Check settings and everything they point to."""
    from infra.operate import run_doctor

    finish(run_doctor(Console()))


@app.command()
def bench(
    what: Annotated[str, typer.Argument(help="order, reading, matching or known")] = "order",
    *,
    held_out: Annotated[bool, typer.Option(help="Only the half kept for judging.")] = False,
    speed: Annotated[bool, typer.Option(help="Of reading: time and memory, as ratios.")] = False,
) -> None:
    """Measure: an order against a bare workflow, readings and matches against the truth."""
    from infra.bench import run_bench

    finish(run_bench(what, Console(), held_out=held_out, speed=speed))


@app.command()
def naive(
    numbers: Annotated[list[str] | None, typer.Argument(help="Threats, as in B001.")] = None,
) -> None:
    """Take each protection out once, in a copy, and see that its tests turn red."""
    from infra.naive import run_naive
    from infra.stack import ROOT

    sys.exit(run_naive(ROOT, numbers or [], Console()))


@app.command()
def replay(
    folder: Annotated[Path | None, typer.Argument(help="Recorded histories.")] = None,
) -> None:
    """Replay recorded histories against this code."""
    from infra.operate import run_replay

    finish(run_replay(folder))


@app.command()
def manifest(
    app_id: Annotated[str, typer.Option(help="The bot's application id.")],
    host: Annotated[str, typer.Option(help="Public host name of the bot endpoint.")],
    out: Annotated[Path, typer.Option(help="The zip to write.")] = Path("order-desk.zip"),
) -> None:
    """Write the Teams app package: manifest, Persian texts, icons."""
    from infra.manifest import write_package

    print(write_package(app_id, host, out))


def _serve(run: Callable[..., Coroutine[Any, Any, None]]) -> None:
    from runtime.settings import load_settings

    asyncio.run(run(load_settings()))


def main() -> None:
    """Run a command; what goes wrong is one sentence and exit code 2."""
    try:
        app(prog_name="./desk")
    except DeskError as error:
        Console(stderr=True).print(f"[red]desk:[/] {error}", highlight=False, soft_wrap=True)
        _leave(2)
    except KeyboardInterrupt:
        sys.exit(130)


def _leave(code: int) -> NoReturn:
    """End at once: a thread of the Temporal SDK that comes back while the interpreter shuts down aborts it."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
