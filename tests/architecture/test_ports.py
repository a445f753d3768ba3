"""Each port has one implementation with its signature, one policy row, one place in the registry."""

import ast
from pathlib import Path

from tests.architecture.tree import FUNCTIONS, ROOT, Module, dotted, modules, plant

PORTS, POLICIES = "workflows/ports.py", "workflows/policies.py"


def activities(module):
    """Name, signature and place of each activity a module defines, by its Temporal name."""
    for node in ast.walk(module.tree):
        if isinstance(node, FUNCTIONS):
            for mark in node.decorator_list:
                call = mark.func if isinstance(mark, ast.Call) else mark
                if dotted(call) in {"activity.defn", "defn"}:
                    yield given_name(mark) or node.name, signature(node), module.at(node)


def given_name(mark):
    keywords = mark.keywords if isinstance(mark, ast.Call) else []
    named = next((word.value for word in keywords if word.arg == "name"), None)
    return named.value if isinstance(named, ast.Constant) else dotted(named).rpartition(".")[2]


def signature(node):
    """Types in order, without names: `(CaseRef) -> Checked`."""
    taken = [one for one in node.args.args if one.arg != "self"]
    types = ", ".join(ast.unparse(one.annotation) if one.annotation else "?" for one in taken)
    kind = "async" if isinstance(node, ast.AsyncFunctionDef) else "plain"
    return f"{kind} ({types}) -> {ast.unparse(node.returns) if node.returns else '?'}"


def find_mismatches(root):
    ports = {name: said for name, said, _ in activities(Module(root, Path(PORTS)))}
    done = {}
    for module in modules(root, "activities"):
        for name, said, place in activities(module):
            done.setdefault(name, []).append((said, place))
    wrong = [f"{name}: no implementation" for name in ports if name not in done]
    wrong += [f"{name}: no port ({done[name][0][1]})" for name in done if name not in ports]
    wrong += [f"{name}: {len(found)} implementations" for name, found in done.items() if found[1:]]
    wrong += [
        f"{name}: {said} at {place}, the port says {ports[name]}"
        for name, found in done.items()
        for said, place in found
        if said != ports.get(name, said)
    ]
    return sorted(wrong)


def find_unlisted(root):
    """Ports that are missing in PORTS, in the table of policies or in the registry."""
    module = Module(root, Path(PORTS))
    names = {name for name, _, _ in activities(module)}
    listed = {node.id for node in assigned(module, "PORTS") if isinstance(node, ast.Name)}
    table = assigned(Module(root, Path(POLICIES)), "POLICIES")
    rows = [node.attr for node in table if isinstance(node, ast.Attribute)]
    registry = Module(root, Path("activities/registry.py"))
    wired = [node.attr for node in ast.walk(registry.tree) if isinstance(node, ast.Attribute)]
    wrong = [f"{name}: not in PORTS" for name in names ^ listed]
    wrong += [f"{name}: {rows.count(name)} policies" for name in names if rows.count(name) != 1]
    wrong += [
        f"{name}: wired {wired.count(name)} times" for name in names if wired.count(name) != 1
    ]
    return sorted(wrong)


def assigned(module, name):
    """Every node of the value that a module-level name is given."""
    for node in module.tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(one, ast.Name) and one.id == name for one in targets):
            return list(ast.walk(node.value))
    return []


def test_each_port_has_one_implementation():
    assert find_mismatches(ROOT) == []


def test_each_port_has_one_policy_and_one_place():
    assert find_unlisted(ROOT) == []


def test_planted_mismatches_are_found(tmp_path):
    head = "from temporalio import activity\n"
    port = "@activity.defn\nasync def {}(case: CaseRef) -> {}: ...\n"
    plant(
        tmp_path,
        {
            PORTS: head
            + "".join(port.format(n, "None") for n in ("a", "b", "c", "d"))
            + "PORTS = (a, b, c)",
            POLICIES: "POLICIES = {ports.a: 1, ports.b: 2, ports.c: 3}",
            "activities/registry.py": "steps = [x.a, x.c, x.d, y.d]",
            "activities/one.py": head + port.format("a", "None") + port.format("c", "int"),
            "activities/two.py": head + port.format("a", "None") + port.format("e", "None"),
        },
    )
    assert find_mismatches(tmp_path) == [
        "a: 2 implementations",
        "b: no implementation",
        "c: async (CaseRef) -> int at activities/one.py:5, the port says async (CaseRef) -> None",
        "d: no implementation",
        "e: no port (activities/two.py:5)",
    ]
    assert find_unlisted(tmp_path) == [
        "b: wired 0 times",
        "d: 0 policies",
        "d: not in PORTS",
        "d: wired 2 times",
    ]
