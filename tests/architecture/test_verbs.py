"""Every verb has one handler and a card that shows its button; every signal has a sender."""

import ast

from tests.architecture.tree import FUNCTIONS, ROOT, dotted, modules, plant


def find_presses(root):
    """The verbs: member name → what is sent."""
    for module in modules(root, "cards"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef) and node.name == "Press":
                return {
                    one.targets[0].id: one.value.value
                    for one in node.body
                    if isinstance(one, ast.Assign)
                }
    return {}


def find_handled(root):
    """What `@router.verb("…")` registers, once per decorator."""
    return sorted(
        mark.args[0].value
        for module in modules(root, "bot")
        for node in module.functions()
        for mark in node.decorator_list
        if isinstance(mark, ast.Call) and dotted(mark.func).endswith(".verb") and mark.args
    )


def find_shown(root):
    """Members of Press that a card asks for; the table of buttons itself shows nothing."""
    return {
        said.partition(".")[2]
        for module in modules(root, "cards")
        for node in outside_the_table(module)
        if (said := dotted(node)).startswith("Press.")
    }


def outside_the_table(module):
    for top in module.tree.body:
        if module.name == "cards.verbs" and not isinstance(top, FUNCTIONS):
            continue
        yield from ast.walk(top)


def find_loose_verbs(root):
    presses = find_presses(root)
    handled = find_handled(root)
    wrong = [f"{verb}: no handler" for verb in presses.values() if verb not in handled]
    wrong += [f"{verb}: no button" for verb in set(handled) - set(presses.values())]
    wrong += [f"{verb}: two handlers" for verb in set(handled) if handled.count(verb) > 1]
    wrong += [f"{name}: on no card" for name in presses.keys() - find_shown(root)]
    return sorted(wrong)


def find_unwired(root):
    """Handler modules that nobody imports: their decorators never run."""
    handlers = {m.path.stem for m in modules(root, "bot/handlers") if find_marks(m)}
    wired = {
        alias.name.rpartition(".")[2]
        for module in modules(root, "bot/handlers")
        for node in ast.walk(module.tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }
    return sorted(handlers - wired)


def find_marks(module):
    return [
        mark
        for node in module.functions()
        for mark in node.decorator_list
        if dotted(mark.func if isinstance(mark, ast.Call) else mark).startswith("router.")
    ]


def test_every_verb_is_heard_and_shown():
    assert find_presses(ROOT)
    assert find_loose_verbs(ROOT) == []


def test_every_handler_is_wired():
    assert find_unwired(ROOT) == []


def test_planted_verbs_are_found(tmp_path):
    plant(
        tmp_path,
        {
            "cards/verbs.py": (
                "class Press(StrEnum):\n    SAVE = 'save'\n    SEND = 'send'\n    LOSE = 'lose'\n"
                "BUTTONS = (Press.LOSE, Press.SEND)\n"
            ),
            "cards/review.py": "def draw():\n    return [Press.SAVE, Press.SEND]\n",
            "bot/handlers/save.py": (
                "@router.verb('save')\n@router.verb('old')\nasync def save(): ...\n"
                "@router.verb('save')\nasync def again(): ...\n"
            ),
            "bot/handlers/send.py": "@router.verb('send')\nasync def send(): ...\n",
            "bot/handlers/wired.py": "from bot.handlers import save\n",
        },
    )
    assert find_loose_verbs(tmp_path) == [
        "LOSE: on no card",
        "lose: no handler",
        "old: no button",
        "save: two handlers",
    ]
    assert find_unwired(tmp_path) == ["send"]
