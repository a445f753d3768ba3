"""One thing a person can ask, one small handler."""

from bot.desk import Desk
from bot.router import Router

router: Router[Desk] = Router()
"""Every handler registers here; `bot.handlers.wired` imports them all."""
