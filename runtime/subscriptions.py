"""The webhooks file: who is told what happens to orders."""

from pathlib import Path

from orders.outbound import Subscription, parse_subscriptions
from runtime.watched import Watched


class Subscribers:
    """The webhooks file as subscriptions that are never older than their file; see `Watched`."""

    def __init__(self, path: str) -> None:
        """An empty path means that nobody is subscribed."""
        self._file = Watched(Path(path), "webhooks", parse_subscriptions) if path else None

    @property
    def known(self) -> tuple[Subscription, ...]:
        """Everybody who is subscribed now."""
        return self._file.value if self._file else ()
