"""Tables in the docs say what the code says."""

import json
from datetime import timedelta

import pytest
import yaml

import orders.errors
from bot.activity import read_activity
from bot.turn import TurnKind
from cards.verbs import Press
from orders.approval import Refusal
from orders.audit import Reason
from orders.case import Status
from orders.errors import DeskError, Remedy
from orders.roles import Person, Role, parse_roles
from runtime.connector.pacing import WINDOWS
from tests.docs.pages import page
from workflows.attributes import KEYS
from workflows.policies import POLICIES
from workflows.steps import STEPS

BEYOND_THE_TREE = {"NoApprover", "activity.broke"}
"""What a card or log may name beside the errors: the workflow's own trouble, and a defect."""


def told(span: timedelta) -> str:
    seconds = int(span.total_seconds())
    if seconds >= 86_400:
        return f"{seconds // 86_400} day" + "s" * (seconds >= 2 * 86_400)
    return f"{seconds // 60} min" if seconds >= 120 else f"{seconds} s"


@pytest.mark.parametrize("status", list(Status))
def test_the_architecture_page_shows_every_status(status):
    text = page("ARCHITECTURE.md").text
    assert str(status) in text or str(status).split("_")[-1] in text


@pytest.mark.parametrize("step", [*STEPS])
def test_the_architecture_page_shows_every_step(step):
    assert step in page("ARCHITECTURE.md").text


@pytest.mark.parametrize("remedy", list(Remedy))
def test_the_architecture_page_explains_every_remedy(remedy):
    assert any(row[0] == f"`{remedy.name}`" for row in page("ARCHITECTURE.md").rows())


def test_what_temporal_can_read_is_said():
    for key in KEYS:
        assert f"`{key.name}`" in page("ARCHITECTURE.md").text


@pytest.mark.parametrize("port", list(POLICIES), ids=lambda port: port.__name__)
def test_the_time_limits_in_the_runbook_are_those_of_the_policies(port):
    rows = page("operations/ACTIVITY_FAILURE.md").rows()
    limits = next(row[1] for row in rows if f"`{port.__name__}`" in row[0])
    policy = POLICIES[port]
    assert limits.split(", ")[:2] == [told(policy.attempt), told(policy.in_all)]
    assert ("two tries" in limits) == (policy.tries == 2)


def test_every_error_named_in_a_runbook_is_in_the_tree():
    for name in ("ACTIVITY_FAILURE", "ZOHO_SYNC"):
        rows = page(f"operations/{name}.md").rows()
        heads = [row[0] for row in rows if row[0].startswith("`") and row[0][1:2].isupper()]
        named = {part.strip("` ") for head in heads for part in head.split(",")}
        assert named
        for one in named - BEYOND_THE_TREE:
            assert issubclass(getattr(orders.errors, one), DeskError)


@pytest.mark.parametrize("reason", [one for one in Reason if one])
def test_every_reason_of_the_audit_is_explained(reason):
    heads = " ".join(row[0] for row in page("operations/AUDIT_RECOVERY.md").rows())
    assert f"`{reason}`" in heads


@pytest.mark.parametrize("verb", list(Press))
def test_every_verb_is_explained_to_outsiders(verb):
    heads = " ".join(row[0] for row in page("operations/OUTSIDE.md").rows())
    assert f"`{verb}`" in heads


def test_the_sample_activities_are_ones_the_bot_reads():
    base, file, click = (page("operations/OUTSIDE.md").blocks("json"))[:3]
    message = json.loads(base)
    assert read_activity(message).kind is TurnKind.MESSAGE
    dropped = read_activity({**message, **json.loads(f"{{{file}}}")})
    assert dropped.attachments[0].download_url.startswith("http://127.0.0.1:")
    assert dropped.attachments[0].unique_id == "f-7781"
    clicked = read_activity({**message, **json.loads(click)})
    assert clicked.kind is TurnKind.ACTION
    assert clicked.action.inputs == {"fix/1a2b3c4d": "10"}


def test_the_windows_told_to_outsiders_are_the_connectors():
    (burst, second), (most, half_minute), (all_in_all, hour) = WINDOWS
    assert (second, half_minute, hour) == (1.0, 30.0, 3600.0)
    said = f"at most {burst} messages a second, {most} in half a minute and {all_in_all} in an hour"
    assert said in " ".join(page("operations/OUTSIDE.md").text.split())


def test_the_roles_example_is_a_roles_file():
    (example,) = page("operations/ROLES.md").blocks("yaml")
    book = parse_roles(yaml.safe_load(example))
    assert len(book.people) == 3
    assert not book.open_door


def test_every_role_and_every_key_of_the_roles_file_is_explained():
    text = page("operations/ROLES.md").text
    for name in (*Role, *Person.__dataclass_fields__, "unknown_people"):
        assert f"`{name}`" in text


def test_a_rejection_without_comment_is_refused_as_said():
    assert Refusal.COMMENT_NEEDED
    assert "A rejection needs a comment" in page("operations/ROLES.md").text


def test_the_steps_of_the_versioning_examples_stand_in_the_code():
    text = page("operations/WORKFLOW_VERSIONING.md").text
    source = (page("").path.parent / "workflows" / "steps.py").read_text("utf-8")
    today = page("operations/WORKFLOW_VERSIONING.md").blocks("python")[0]
    assert today.strip() in source
    assert "await journey.call(ports.finish_audit, journey.ref, firm=True)" in source
    assert "ports.finish_audit, journey.ref, firm=True" in text
