"""The commands a workflow can give, in source order: what a running order's history depends on."""

import ast

from tests.architecture.tree import FUNCTIONS, dotted, modules

COMMANDS = {
    "continue_as_new", "execute_activity", "execute_activity_method", "execute_child_workflow",
    "execute_local_activity", "patched", "deprecate_patch", "random", "set_current_details",
    "sleep", "start_activity", "start_activity_method", "start_child_workflow",
    "start_local_activity", "upsert_memo", "upsert_search_attributes", "uuid4", "wait",
    "wait_condition",
}  # fmt: skip
ENTRIES = {"defn", "init", "query", "run", "signal", "update"}


def fingerprint(root):
    """Per module of the room: its commands, its entries, and the ports it names, by function."""
    found = {module.name: describe(module) for module in modules(root, "workflows")}
    return {name: told for name, told in found.items() if told and name != "workflows.policies"}


def describe(module):
    told = {}
    for place, node in placed(module.tree):
        for line in lines(node):
            told.setdefault(place, []).append(line)
    return told


def placed(tree, place="module"):
    """Every node with the dotted name of the function or class it stands in, in source order."""
    for node in ast.iter_child_nodes(tree):
        inner = place
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            inner = node.name if place == "module" else f"{place}.{node.name}"
        yield inner, node
        yield from placed(node, inner)


def lines(node):
    if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
        for mark in node.decorator_list:
            said = dotted(mark.func if isinstance(mark, ast.Call) else mark)
            if said.startswith("workflow.") and said.partition(".")[2] in ENTRIES:
                yield f"@{ast.unparse(mark)} {node.name}"
    elif isinstance(node, ast.Call):
        said = dotted(node.func)
        if said.startswith("workflow.") and said.partition(".")[2] in COMMANDS:
            yield f"{said}({', '.join(ast.unparse(one) for one in node.args[:1])})"
    elif isinstance(node, ast.Attribute) and dotted(node).startswith("ports."):
        yield dotted(node)
