"""Which item took another one's place, where a description says so."""

import re

_SAYS = re.compile(
    r"(?:replaced (?:by|with)|superseded by|successor(?: is)?|see instead|ersetzt durch|nachfolger"
    r"|remplacée? par|(?:sustituid|reemplazad|substituíd)[oa] por|sostituit[oa] (?:da|con)|vervangen door"
    r"|zastąpion[yeoa] przez|ersatt av|erstattet af|заменен[оа]? на|заменён на|yerine|جایگزین"
    r"(?: آن| شد با)?|جايگزين)\s*[:：=]?\s*(?P<sku>[\w][\w./-]{1,30})",
    re.IGNORECASE,
)


def successor_in(description: str) -> str:
    """The SKU that a description names as successor (`replaced by BW-1002`); empty without one."""
    found = _SAYS.search(description)
    return found["sku"].rstrip(".,;") if found else ""
