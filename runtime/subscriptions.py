"""The webhooks file: who is told what happens to orders."""

from pathlib import Path

import yaml

from orders.errors import SettingsError
from orders.outbound import Subscription, parse_subscriptions

_MAX_BYTES = 1_000_000


def read_subscriptions(path: str) -> tuple[Subscription, ...]:
    """The subscriptions of a file; none where no file is named.

    Raises:
        SettingsError: the file is missing, too large, or not as described.
    """
    if not path:
        return ()
    try:
        with Path(path).open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
        document = yaml.safe_load(content) if len(content) <= _MAX_BYTES else None
    except (OSError, yaml.YAMLError, RecursionError):
        raise SettingsError(f"DESK_WEBHOOKS_FILE: {path} is no readable YAML file.") from None
    return parse_subscriptions(document)
