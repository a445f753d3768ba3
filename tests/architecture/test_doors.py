"""What comes from outside comes through one door each."""

import ast
import sys

from tests.architecture.tree import ROOT, modules, plant

DOORS = {
    "botbuilder": ("bot.teams",),
    "botframework": ("bot.teams",),
    "msrest": ("bot.teams",),
    "calamine": ("activities.workbook",),
    "csv": ("activities.workbook", "infra.samples"),
    "defusedxml": ("activities.workbook",),
    "openpyxl": ("activities.workbook", "infra.samples"),
    "pandas": (),
    "pdfminer": ("activities.workbook",),
    "pdfplumber": ("activities.workbook",),
    "python_calamine": ("activities.workbook",),
    "xlrd": (),
    "xml": ("activities.workbook",),
    "zipfile": ("activities.workbook", "infra.manifest", "infra.samples"),
    "cryptography": ("runtime.codec", "infra.devservers"),
    "pydantic_settings": ("runtime.settings",),
    "pickle": (),
    "marshal": (),
    "importlib.import_module": (),
}
STANDIN_LIBRARIES = {"aiohttp", "cryptography", "jwt"} | sys.stdlib_module_names


def imports(module):
    """Every name a module imports, wherever in it, with its node."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from ((f"{node.module}.{alias.name}", node) for alias in node.names)


def find_back_doors(root):
    return [
        f"{module.at(node)} {name}"
        for module in modules(root)
        for name, node in imports(module)
        for door, allowed in DOORS.items()
        if within(name, door) and not any(within(module.name, one) for one in allowed)
    ]


def find_shared_code(root):
    """Stand-ins that import anything but themselves, the standard library and aiohttp."""
    wrong = []
    for module in modules(root, "infra/devservers"):
        own = ".".join(module.name.split(".")[:3])
        for name, node in imports(module):
            if name.partition(".")[0] not in STANDIN_LIBRARIES and not within(name, own):
                wrong.append(f"{module.at(node)} {name}")
    return wrong


def within(name, package):
    return name == package or name.startswith(f"{package}.")


def test_there_are_no_back_doors():
    assert find_back_doors(ROOT) == []


def test_standins_share_no_code_with_what_they_judge():
    assert find_shared_code(ROOT) == []


def test_planted_doors_are_found(tmp_path):
    plant(
        tmp_path,
        {
            "bot/teams.py": "from botbuilder.core import TurnContext",
            "bot/turn.py": "def f():\n    from botbuilder.core import TurnContext",
            "orders/sheet.py": "import openpyxl",
            "infra/devservers/books/app.py": "import aiohttp\nfrom orders.order import Order",
            "infra/devservers/books/own.py": "from infra.devservers.books.app import x",
            "infra/devservers/teams/app.py": "from infra.devservers.books.app import x",
        },
    )
    assert find_back_doors(tmp_path) == [
        "bot/turn.py:2 botbuilder.core.TurnContext",
        "orders/sheet.py:1 openpyxl",
    ]
    assert find_shared_code(tmp_path) == [
        "infra/devservers/books/app.py:2 orders.order.Order",
        "infra/devservers/teams/app.py:1 infra.devservers.books.app.x",
    ]
