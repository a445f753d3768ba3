"""What older builds have sent and stored is read by this one: every payload there ever was.

`payloads/<Type>.<since>.json` is never edited. When a message grows, its new form is stored beside
the old one (`<Type>.<later>.json`); a failure here means that clicks and runs under way are lost,
because a payload that cannot be read is dropped without a word (docs/operations/
WORKFLOW_VERSIONING.md).
"""

import inspect
import json
import types
import typing
from pathlib import Path

import pytest
from pydantic import TypeAdapter
from temporalio import workflow
from temporalio.contrib.pydantic import pydantic_data_converter

from orders.approval import Outcome
from orders.case import StatusView
from workflows import messages
from workflows.order import OrderWorkflow
from workflows.ports import PORTS
from workflows.state import OrderInput

PAYLOADS = Path(__file__).parent / "payloads"
STORED = sorted(PAYLOADS.glob("*.json"))
CONVERTER = pydantic_data_converter.payload_converter


def plain(kind):
    """The class behind an annotation: `Outcome | None` is about outcomes."""
    if isinstance(kind, types.UnionType):
        return next(one for one in typing.get_args(kind) if one is not types.NoneType)
    return kind


def crossing():
    """Every type that crosses between processes or builds, by name."""
    definition = workflow._Definition.must_from_class(OrderWorkflow)
    functions = [one.fn for one in (*definition.signals.values(), *definition.queries.values())]
    found = {OrderInput, StatusView, Outcome}
    for function in (*PORTS, *functions):
        found |= {plain(kind) for kind in typing.get_type_hints(function).values()}
    return {one.__name__: one for one in found if one not in (str, types.NoneType)}


KINDS = crossing()


def kind_of(path):
    return KINDS[path.name.partition(".")[0]]


def read(path, kind, **more):
    """As the worker reads it: through the converter, from the bytes that were stored."""
    stored = json.loads(path.read_text("utf-8"))
    payload = CONVERTER.to_payload({**stored, **more})
    return stored, CONVERTER.from_payload(payload, kind)


def test_everything_that_crosses_is_stored():
    assert {path.name.partition(".")[0] for path in STORED} == set(KINDS)


def test_every_message_crosses():
    """A model nobody sends needs no contract, and no place among the messages."""
    inner = {"Message", "ClickMessage", "FileLink", "Event"}
    models = {
        name
        for name, one in vars(messages).items()
        if inspect.isclass(one) and issubclass(one, messages.Message)
    }
    assert models - set(KINDS) == inner


def within(stored, said):
    """What is said of all that was stored; fields that a later build added are left out."""
    if isinstance(stored, dict) and isinstance(said, dict):
        return {name: within(one, said.get(name)) for name, one in stored.items()}
    if isinstance(stored, list) and isinstance(said, list) and len(stored) == len(said):
        return [within(one, other) for one, other in zip(stored, said, strict=True)]
    return said


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_a_stored_payload_keeps_its_meaning(path):
    stored, understood = read(path, kind_of(path))
    said = json.loads(TypeAdapter(kind_of(path)).dump_json(understood))
    assert within(stored, said) == stored


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_what_a_later_build_adds_is_no_obstacle(path):
    """During a rolling deployment the old build reads what the new one sends."""
    _, understood = read(path, kind_of(path))
    _, grown = read(path, kind_of(path), added_by_a_later_build={"a": 1})
    assert grown == understood


def complaint(kind):
    """What reading something else says, or nothing where every field may be missing."""
    wrong = {"state": "canary", "actor": "canary", "order_id": {"canary": 1}, "events": "canary"}
    try:
        CONVERTER.from_payload(CONVERTER.to_payload(wrong | {"decision_id": ["canary"]}), kind)
    except ValueError as error:
        return str(error)
    return ""


MODELS = sorted(name for name, kind in KINDS.items() if issubclass(kind, messages.Message))


@pytest.mark.parametrize("name", MODELS)
def test_a_payload_that_cannot_be_read_is_not_quoted(name):
    """The naive model prints its input into the worker's log."""
    assert "canary" not in complaint(KINDS[name])


def test_complaints_are_made():
    silent = {name for name in MODELS if not complaint(KINDS[name])}
    assert silent == {
        "Checked", "Collect", "Crew", "DraftSeen", "Due", "Learned", "Probe", "Published", "Sent",
        "SyncCatalogue",
    }  # fmt: skip
