"""The commands are there, and end with the exit code of their work."""

import pytest
from typer.testing import CliRunner

from infra.cli import app
from infra.menu import finish


@pytest.mark.parametrize("group", ["aliases", "schedules", "books"])
def test_each_group_tells_its_commands(group):
    told = CliRunner().invoke(app, [group, "--help"])
    assert told.exit_code == 0
    assert "Commands" in told.output


def test_the_exit_code_is_that_of_the_work():
    async def seven() -> int:
        return 7

    with pytest.raises(SystemExit) as ended:
        finish(seven())
    assert ended.value.code == 7
