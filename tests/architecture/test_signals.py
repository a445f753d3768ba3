"""Signal handlers only judge, remember and return: they never raise and never wait."""

import ast

from tests.architecture.tree import FUNCTIONS, ROOT, dotted, modules, plant


def find_unruly_signals(root):
    """Signal handlers, and the methods they call on themselves, that raise or wait."""
    wrong = []
    for module in modules(root, "workflows"):
        for owner in ast.walk(module.tree):
            if isinstance(owner, ast.ClassDef):
                wrong += unruly(module, owner)
    return wrong


def unruly(module, owner):
    methods = {one.name: one for one in owner.body if isinstance(one, FUNCTIONS)}
    waiting = [name for name, one in methods.items() if is_signal(one)]
    reached = set()
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += [called for called in calls_of_self(methods[name]) if called in methods]
    return [
        f"{module.at(methods[name])} {name} {what}"
        for name in sorted(reached)
        if (what := unruly_way(methods[name]))
    ]


def is_signal(method):
    marks = [one.func if isinstance(one, ast.Call) else one for one in method.decorator_list]
    return any(dotted(one) == "workflow.signal" for one in marks)


def calls_of_self(method):
    said = [dotted(node.func) for node in ast.walk(method) if isinstance(node, ast.Call)]
    return [name.removeprefix("self.") for name in said if name.startswith("self.")]


def unruly_way(method):
    if isinstance(method, ast.AsyncFunctionDef):
        return "waits"
    found = (node for node in ast.walk(method) if isinstance(node, (ast.Raise, ast.Assert)))
    return "raises" if next(found, None) else ""


def test_signals_only_judge_and_remember():
    assert find_unruly_signals(ROOT) == []


def test_planted_signals_are_found(tmp_path):
    body = (
        "class Order:\n"
        "    @workflow.signal\n    def fine(self): self._take()\n"
        "    @workflow.signal(name='x')\n    async def slow(self): ...\n"
        "    @workflow.signal\n    def loud(self): self._shout()\n"
        "    def _take(self): return 1\n"
        "    def _shout(self): raise ValueError\n"
        "    def apart(self): raise ValueError\n"
    )
    found = find_unruly_signals(plant(tmp_path, {"workflows/order.py": body}))
    assert found == [
        "workflows/order.py:9 _shout raises",
        "workflows/order.py:5 slow waits",
    ]
