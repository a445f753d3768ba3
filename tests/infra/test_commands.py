"""Commands of the lane and of outbound events, as a person types them."""

import pytest
from typer.testing import CliRunner

from infra.cli import app

RUNNER = CliRunner()


@pytest.mark.parametrize(
    ("group", "words"),
    [("lane", ("report", "stop", "start")), ("webhooks", ("list", "dead", "replay", "test"))],
)
def test_every_command_is_offered_with_a_sentence(group, words):
    told = RUNNER.invoke(app, [group, "--help"])
    assert told.exit_code == 0
    for word in words:
        assert word in told.output
