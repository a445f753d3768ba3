"""Commands of what goes on without a person: the lane, outbound events."""

from typing import Annotated

import typer
from rich.console import Console

from infra.menu import finish

lane_app = typer.Typer(no_args_is_help=True, help="The auto-create lane.")
hooks_app = typer.Typer(no_args_is_help=True, help="Outbound events and their subscribers.")


@hooks_app.command(name="list")
def hooks_list() -> None:
    """List subscribers and how their deliveries stand."""
    from infra.webhooks import list_webhooks

    finish(list_webhooks(Console()))


@hooks_app.command(name="dead")
def hooks_dead() -> None:
    """List dead letters and why; 1 where there is one."""
    from infra.webhooks import list_dead

    finish(list_dead(Console()))


@hooks_app.command(name="replay")
def hooks_replay(
    event: Annotated[str, typer.Argument(help="One event's id; all without.")] = "",
    name: Annotated[str, typer.Option(help="Only this subscriber's.")] = "",
) -> None:
    """Send dead letters again."""
    from infra.webhooks import replay_dead

    finish(replay_dead(Console(), event, name))


@hooks_app.command(name="test")
def hooks_test(name: Annotated[str, typer.Argument(help="The subscriber's name.")]) -> None:
    """Send one signed test event now."""
    from infra.webhooks import try_webhook

    finish(try_webhook(Console(), name))


@lane_app.command(name="report")
def lane_report() -> None:
    """What the lane would have done, against what people did."""
    from infra.lane import report_lane

    finish(report_lane(Console()))


@lane_app.command(name="stop")
def lane_stop(by: Annotated[str, typer.Argument(help="Who stops it.")] = "operator") -> None:
    """Stop the lane at once: every order goes to an approver again."""
    from infra.lane import switch_lane

    finish(switch_lane(Console(), by))


@lane_app.command(name="start")
def lane_start() -> None:
    """Let the lane go on after a stop."""
    from infra.lane import switch_lane

    finish(switch_lane(Console(), ""))
