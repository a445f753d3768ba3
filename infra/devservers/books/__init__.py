"""A stand-in of Zoho Books API v3 on the loopback interface.

It keeps the wire format, the errors, the limits and the unpleasant moments of the real service,
in memory. ``python -m infra.devservers.books`` starts it; ``create_app`` serves the tests. Where
the real behaviour is unknown, the choice is the one that forgives a client least.
"""

from infra.devservers.books.app import create_app
from infra.devservers.books.options import Options

__all__ = ["Options", "create_app"]
