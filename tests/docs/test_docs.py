"""What README and docs say exists: commands, links, settings, files, runbooks."""

import re
import subprocess
from functools import cache

import pytest
import typer.main
import yaml

from infra.cli import app
from infra.operate import HISTORIES
from infra.stack import find_binary
from runtime.settings import variable_names
from tests.docs.pages import ROOT, Page, all_pages, page

SCRIPTED = {"test"}
"""Commands that the bootstrap script runs itself."""
PAGES = all_pages()


def find_wrong_command(words):
    """What is wrong with the words behind `./desk`, or an empty text."""
    command, options = typer.main.get_command(app), set()
    if words[0] in SCRIPTED:
        return ""
    while hasattr(command, "commands"):
        if not words or words[0] not in command.commands:
            return f"no command {' '.join(words) or command.name}"
        command, words = command.commands[words[0]], words[1:]
    for param in command.params:
        options.update(param.opts)
    unknown = [word for word in words if word.startswith("--") and word not in options]
    return f"no option {unknown[0]}" if unknown else ""


@cache
def temporal_help(*path):
    command = [find_binary("temporal"), *path]
    done = subprocess.run([*command, "--help"], capture_output=True, text=True, check=False)
    return done.stdout if f"temporal {' '.join(path)}" in done.stdout else ""


@cache
def temporal_options():
    command = [find_binary("temporal"), "options"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def find_wrong_temporal(words):
    path = [word for word in words if re.fullmatch(r"[a-z][a-z-]+", word)]
    cut = next((at for at, word in enumerate(words) if word.startswith("-")), len(words))
    told = temporal_help(*path[:cut])
    if not told or "Usage:" not in told:
        return f"no command temporal {' '.join(path)}"
    known = told + temporal_options()
    wrong = [word for word in words if word.startswith("--") and f"{word} " not in known]
    return f"no option {wrong[0]}" if wrong else ""


def find_broken_links(one):
    broken = []
    for link in one.links():
        place, _, anchor = link.partition("#")
        target = (one.path.parent / place).resolve() if place else one.path
        filled = target.is_file() or (target.is_dir() and any(target.iterdir()))
        if not filled or (anchor and anchor not in Page(target).anchors()):
            broken.append(link)
    return broken


def find_unknown_settings(one):
    known = variable_names().keys()
    return sorted(
        name
        for name in one.settings()
        if not (any(each.startswith(name) for each in known) if name[-1] == "_" else name in known)
    )


@pytest.mark.parametrize("one", PAGES, ids=lambda one: one.name)
def test_every_command_named_exists(one):
    assert [wrong for words in one.commands("./desk") if (wrong := find_wrong_command(words))] == []


@pytest.mark.parametrize("one", PAGES, ids=lambda one: one.name)
def test_every_command_of_temporal_named_exists(one):
    said = [words for words in one.commands("temporal") if words[0].isalpha()]
    assert [wrong for words in said if (wrong := find_wrong_temporal(words))] == []


@pytest.mark.parametrize("one", PAGES, ids=lambda one: one.name)
def test_every_relative_link_leads_somewhere(one):
    assert find_broken_links(one) == []


@pytest.mark.parametrize("one", PAGES, ids=lambda one: one.name)
def test_every_setting_named_exists(one):
    assert find_unknown_settings(one) == []


@pytest.mark.parametrize("one", PAGES, ids=lambda one: one.name)
def test_every_file_named_exists(one):
    assert [name for name in sorted(one.files()) if not exists(name)] == []


def exists(name):
    """Whether it is a file, a folder, a module, or a name that a module holds."""
    known, source = ROOT / name, ROOT / f"{name.rpartition('.')[0]}.py"
    if known == HISTORIES or known.exists() or (ROOT / f"{name}.py").exists():
        return True
    held = name.rpartition(".")[2]
    return source.is_file() and re.search(rf"\b{held}\b", source.read_text("utf-8")) is not None


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("orders/case.py", True),
        ("runtime/codec", True),
        ("orders/case.Status", True),
        ("workflows/waiting", True),
        ("orders/case.Stadium", False),
        ("orders/cases.py", False),
        ("bot/nowhere", False),
    ],
)
def test_files_and_names_that_are_none_are_found(name, there):
    assert exists(name) is there


def alerts():
    rules = yaml.safe_load((ROOT / "infra" / "prometheus" / "desk.rules.yml").read_text("utf-8"))
    return {rule["alert"] for group in rules["groups"] for rule in group["rules"]}


def test_every_alert_has_a_row_with_its_runbook():
    rows = {row[0]: row[-1] for row in page("operations/README.md").rows()}
    assert alerts()
    for alert in alerts():
        assert re.search(r"\]\([A-Z_]+\.md", rows.get(alert, "")), alert


def test_every_runbook_is_in_the_index():
    index = page("operations/README.md").links()
    runbooks = {path.name for path in (ROOT / "docs" / "operations").glob("*.md")} - {"README.md"}
    assert runbooks <= {link.partition("#")[0] for link in index}


RUNBOOKS = ("WORKFLOW_STUCK", "ACTIVITY_FAILURE", "TEMPORAL_RESTART", "ZOHO_SYNC",
            "AUDIT_RECOVERY", "KEY_ROTATION")  # fmt: skip


@pytest.mark.parametrize("name", RUNBOOKS)
def test_a_runbook_says_symptom_first_look_and_when_it_is_over(name):
    text = page(f"operations/{name}.md").text.lower()
    assert [part for part in ("symptom", "first look", "over when") if part not in text] == []


def planted(tmp_path, text):
    path = tmp_path / "page.md"
    path.write_text(text, "utf-8")
    return Page(path)


@pytest.mark.parametrize(
    "line", ["./desk fly", "./desk audit", "./desk audit mend", "./desk demo --fast"]
)
def test_a_command_that_is_none_is_found(tmp_path, line):
    for text in (f"Run `{line}`.", f"```bash\nX=1 {line} # so\n```"):
        (words,) = planted(tmp_path, text).commands("./desk")
        assert find_wrong_command(words)


@pytest.mark.parametrize("line", ["./desk demo FILE…", "./desk audit verify; echo $?", "./desk test tests/orders",
                                  "./desk manifest --app-id ID --host HOST"])  # fmt: skip
def test_a_command_that_exists_is_left_alone(tmp_path, line):
    (words,) = planted(tmp_path, f"`{line}`").commands("./desk")
    assert find_wrong_command(words) == ""


def test_a_command_temporal_does_not_have_is_found():
    assert find_wrong_temporal(["workflow", "rescue", "--workflow-id", "x"])
    assert find_wrong_temporal(["workflow", "list", "--querry", "x"])
    assert find_wrong_temporal(["workflow", "list", "--query", "x"]) == ""


def test_broken_links_are_found(tmp_path):
    (tmp_path / "other.md").write_text("# One heading\n## What's up, `here`?", "utf-8")
    (tmp_path / "empty").mkdir()
    links = ["other.md", "other.md#one-heading", "other.md#whats-up-here", "https://example.com/x",
             "none.md", "other.md#none", "empty", "#none"]  # fmt: skip
    one = planted(tmp_path, " ".join(f"[x]({link})" for link in links))
    assert find_broken_links(one) == ["none.md", "other.md#none", "empty", "#none"]


def test_unknown_settings_are_found(tmp_path):
    one = planted(tmp_path, "DESK_BOT_PORT, `DESK_ZOHO_…`, DESK_ZOO_…, DESK_BOT_PROT, TIMEOUT_X")
    assert find_unknown_settings(one) == ["DESK_BOT_PROT", "DESK_ZOO_", "TIMEOUT_X"]
