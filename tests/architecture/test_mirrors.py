"""Each module has a test module of its name; the list of those without only shrinks."""

from tests.architecture.tree import ROOT, modules, plant

BARE = ROOT / "tests" / "architecture" / "without_tests.txt"


def find_bare(root):
    """Modules that no test module mirrors or names after them; packages' own files aside."""
    tests = {path.stem for path in (root / "tests").rglob("test_*.py")}
    places = {str(path.relative_to(root / "tests")) for path in (root / "tests").rglob("test_*.py")}
    bare = set()
    for module in modules(root):
        if module.path.name == "__init__.py" or is_only_data(module):
            continue
        mirror = module.path.with_name(f"test_{module.path.stem.strip('_')}.py")
        if str(mirror) not in places and f"test_{module.path.parent.name}" not in tests:
            bare.add(str(module.path))
    return bare


def is_only_data(module):
    """No function of its own: nothing a test module could run."""
    return not any(True for _ in module.functions())


def listed():
    lines = [line for line in BARE.read_text("utf-8").splitlines() if line and line[0] != "#"]
    return dict(line.split(" - ", 1) for line in lines)


def test_every_module_has_its_test_module():
    assert sorted(find_bare(ROOT) - listed().keys()) == []


def test_the_list_of_exceptions_only_shrinks():
    assert sorted(listed().keys() - find_bare(ROOT)) == [], "take these off without_tests.txt"
    assert [name for name, why in listed().items() if len(why) < 10] == []


def test_a_planted_bare_module_is_found(tmp_path):
    plant(
        tmp_path,
        {
            "orders/order.py": "def f(): ...",
            "orders/lines.py": "def f(): ...",
            "orders/words.py": "WORDS = 1",
            "bot/order.py": "def f(): ...",
            "tests/orders/test_order.py": "",
        },
    )
    assert find_bare(tmp_path) == {"orders/lines.py", "bot/order.py"}
