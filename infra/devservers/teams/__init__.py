"""A stand-in for Microsoft Teams: connector, identity, files, people.

It keeps the wire of the Bot Framework and of Teams' clients, fails on demand, and shares no
code with the bot it judges. Everything listens on loopback only.
"""

from infra.devservers.teams.app import Running, create_app, start
from infra.devservers.teams.options import Options

__all__ = ["Options", "Running", "create_app", "start"]
