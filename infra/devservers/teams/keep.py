"""Where the running application keeps its parts."""

from aiohttp import ClientSession, web

from infra.devservers.teams.faults import Faults
from infra.devservers.teams.files import FileHost
from infra.devservers.teams.keys import Key, KeyRing
from infra.devservers.teams.limits import Limits
from infra.devservers.teams.state import World

WORLD = web.AppKey("WORLD", World)
FAULTS = web.AppKey("FAULTS", Faults)
RING = web.AppKey("RING", KeyRing)
ENTRA_KEY = web.AppKey("ENTRA_KEY", Key)
LIMITS = web.AppKey("LIMITS", Limits)
FILES = web.AppKey("FILES", FileHost)
HTTP = web.AppKey("HTTP", ClientSession)
